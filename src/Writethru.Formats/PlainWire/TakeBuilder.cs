using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>The take as far as it was read, in the order of the lines.</summary>
sealed class TakeBuilder(RemarkBook remarks)
{
    readonly ImmutableArray<Paragraph>.Builder _body = ImmutableArray.CreateBuilder<Paragraph>();
    readonly ImmutableArray<Picture>.Builder _pictures = ImmutableArray.CreateBuilder<Picture>();
    readonly ImmutableArray<Extra>.Builder _extras = ImmutableArray.CreateBuilder<Extra>();

    /// <summary>The fields that stand once.</summary>
    public Take Head { get; set; } = new();

    /// <summary>The urgency that a bare series word means, where no label says another.</summary>
    public int? ImpliedUrgency { get; set; }

    /// <summary>How many paragraphs there are so far.</summary>
    public int Paragraphs => _body.Count;

    /// <summary>Paragraphs or pictures, whichever are more.</summary>
    public int Parts => Math.Max(Math.Max(_body.Count, _pictures.Count), _extras.Count);

    /// <summary>Whether the last part that was added is a picture.</summary>
    public bool FollowsPicture { get; private set; }

    public void Add(Paragraph paragraph)
    {
        _body.Add(paragraph);
        FollowsPicture = false;
    }

    public void Add(Picture picture)
    {
        _pictures.Add(picture);
        FollowsPicture = true;
    }

    /// <summary>Adds terms to the picture that was added last, or to the item; true when it was the picture.</summary>
    public bool AddTerms(string text)
    {
        if (FollowsPicture && _pictures[^1].Withheld is null)
        {
            _pictures[^1] = _pictures[^1] with { UsageTerms = With(_pictures[^1].UsageTerms, text) };
            return true;
        }
        Head = Head with { UsageTerms = With(Head.UsageTerms, text) };
        return false;
    }

    /// <summary>
    /// Gives terms and credit without a caption of their own to the picture right above; false when there is none.
    /// </summary>
    public bool AddOrphan(Picture picture)
    {
        if (picture is not { Caption: "", UsageTerms: { } terms }
            || !FollowsPicture || _pictures[^1].Withheld is not null
            || !AddTerms(terms.Text))
            return false;
        if (_pictures[^1].Credit.Length == 0)
            _pictures[^1] = _pictures[^1] with { Credit = picture.Credit };
        return true;
    }

    static UsageTerms With(UsageTerms? earlier, string text) =>
        new(earlier is null ? text : Restrictions.Join([earlier.Text, text]));

    public void Keep(string name, string text) => _extras.Add(new Extra(name, text));

    /// <summary>Takes a note to editors: the first is the advisory, the others are kept beside it.</summary>
    public void AddNote(string text, int at)
    {
        if (Head.Advisory is null)
            Head = Head with { Advisory = new Advisory(text) };
        else
            Keep(ExtraNames.Note, text);
        if (EmbargoWords.OfNote(text) is { } embargo)
            SetEmbargo(embargo, at, isLine: false);
        if (StatusWords.Read(text) is { } status)
            SetStatus(status, at);
    }

    public void SetEmbargo(Embargo embargo, int at, bool isLine)
    {
        if (Head.Embargo is { } earlier)
        {
            if (isLine)
                Keep(ExtraNames.Note, embargo.Text);
            remarks.Add(PlainRemarks.SecondOfAKind, Severity.Warning, at,
                "A second embargo: expected one; the item now waits for a person.");
            Head = Head with { Embargo = earlier.Until == embargo.Until ? earlier : earlier with { Until = null } };
            return;
        }
        Head = Head with { Embargo = embargo };
        if (embargo.Until is null)
        {
            remarks.Add(PlainRemarks.EmbargoUnreadable, Severity.Warning, at,
                "Words of an embargo: expected a date with its year, a time and GMT, UTC, Z or an offset; it waits.");
        }
    }

    /// <summary>Of two statuses the one that allows less.</summary>
    public static TakeStatus Stricter(TakeStatus a, TakeStatus b) => (TakeStatus)Math.Max((int)a, (int)b);

    public void SetStatus(TakeStatus status, int at)
    {
        Head = Head with { Status = Stricter(Head.Status, status) };
        remarks.Add(PlainRemarks.StatusRead, Severity.Warning, at, $"A notice: read as status {Words.Of(status)}.");
    }

    /// <summary>Keeps a line that comes where the field already has its text.</summary>
    public void KeepSecond(string name, string text, int at, string what)
    {
        Keep(name, text);
        remarks.Add(PlainRemarks.SecondOfAKind, Severity.Warning, at,
            $"A second {what}: expected one; kept beside it.");
    }

    public Take Build() => Head with
    {
        Urgency = Head.Urgency ?? ImpliedUrgency,
        Body = _body.ToImmutable(),
        Pictures = _pictures.ToImmutable(),
        Extras = _extras.ToImmutable(),
    };
}
