using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>The take as far as it was read, in the order of the lines.</summary>
sealed class TakeBuilder(RemarkBook remarks)
{
    readonly TakeDraft _draft = new();
    readonly List<Subhead> _subheads = [];

    /// <summary>What labelled lines are read into.</summary>
    public TakeDraft Draft => _draft;

    /// <summary>The fields that stand once.</summary>
    public Take Head
    {
        get => _draft.Head;
        set => _draft.Head = value;
    }

    /// <summary>The urgency that a bare series word means, where no label says another.</summary>
    public int? ImpliedUrgency { get; set; }

    /// <summary>How many paragraphs there are so far.</summary>
    public int Paragraphs => _draft.Body.Count;

    /// <summary>The longest of the lists, for a limit.</summary>
    public int Parts => Math.Max(_draft.Parts, _subheads.Count);

    /// <summary>Whether the last part that was added is a picture.</summary>
    public bool FollowsPicture { get; private set; }

    ImmutableArray<Picture>.Builder Pictures => _draft.Pictures;

    public void Add(Paragraph paragraph)
    {
        _draft.Body.Add(paragraph with { Subheads = [.. _subheads] });
        _subheads.Clear();
        FollowsPicture = false;
    }

    public void Add(Picture picture)
    {
        Pictures.Add(picture);
        FollowsPicture = true;
    }

    /// <summary>Adds a sub-head that stands over the paragraph that comes next.</summary>
    public void AddSubhead(string text)
    {
        _subheads.Add(new Subhead(2, text));
        FollowsPicture = false;
    }

    /// <summary>
    /// Reads a labelled field of the picture right above; a caption begins one. False when none is there.
    /// </summary>
    public bool AddToPicture(string label, string value)
    {
        if (label == PictureFields.Caption)
            Add(new Picture { After = Paragraphs });
        if (!FollowsPicture)
            return false;
        if (label == PictureFields.Terms && Pictures[^1].UsageTerms is not null)
            return AddTerms(value);
        if (PictureFields.Read(Pictures[^1], label, value) is not { } read)
            return false;
        Pictures[^1] = read;
        return true;
    }

    /// <summary>Adds terms to the picture that was added last, or to the item; true when it was the picture.</summary>
    public bool AddTerms(string text)
    {
        if (FollowsPicture && Pictures[^1].Withheld is null)
        {
            Pictures[^1] = Pictures[^1] with { UsageTerms = With(Pictures[^1].UsageTerms, text) };
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
            || !FollowsPicture || Pictures[^1].Withheld is not null
            || !AddTerms(terms.Text))
            return false;
        if (Pictures[^1].Credit.Length == 0)
            Pictures[^1] = Pictures[^1] with { Credit = picture.Credit };
        if (Pictures[^1].Source.Length == 0)
            Pictures[^1] = Pictures[^1] with { Source = picture.Source };
        return true;
    }

    static UsageTerms With(UsageTerms? earlier, string text) =>
        new(earlier is null ? text : Restrictions.Join([earlier.Text, text]));

    public void Keep(string name, string text) => _draft.Extras.Add(new Extra(name, text));

    public void Keep(Note note) => _draft.Notes.Add(note);

    /// <summary>Takes a note to editors: the first is the advisory, the others are kept beside it.</summary>
    public void AddNote(string text, int at)
    {
        if (Head.Advisory is null)
            Head = Head with { Advisory = new Advisory(text) };
        else
            Keep(new Note("", text));
        SettleNote(text, at);
    }

    /// <summary>What a note says of use binds the item.</summary>
    public void SettleNote(string text, int at)
    {
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
                Keep(new Note(NoteRoles.Embargo, embargo.Text));
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

    public Take Build()
    {
        foreach (var subhead in _subheads)
            _draft.Body.Add(new Paragraph(subhead.Text));
        NumberedRuns.Find(_draft.Body, Head.Dateline is null ? 0 : 1);
        Head = Head with
        {
            Urgency = Head.Urgency ?? ImpliedUrgency,
            Signal = Head.Signal != Signal.None ? Head.Signal : SignalWords.Of(Head),
        };
        return _draft.Build();
    }
}
