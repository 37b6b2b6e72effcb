using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>The take as far as a message was read, in the order of its lines.</summary>
sealed class TakeParts(RemarkBook remarks)
{
    readonly ImmutableArray<Paragraph>.Builder _body = ImmutableArray.CreateBuilder<Paragraph>();
    readonly ImmutableArray<Picture>.Builder _pictures = ImmutableArray.CreateBuilder<Picture>();
    readonly ImmutableArray<Extra>.Builder _extras = ImmutableArray.CreateBuilder<Extra>();
    readonly ImmutableArray<Note>.Builder _notes = ImmutableArray.CreateBuilder<Note>();
    readonly List<Subhead> _subheads = [];
    bool _followsPicture;

    /// <summary>The fields that stand once.</summary>
    public Take Head { get; set; } = new();

    /// <summary>Where what is odd about the copy is said.</summary>
    public RemarkBook Remarks => remarks;

    /// <summary>How many paragraphs there are so far.</summary>
    public int Paragraphs => _body.Count;

    /// <summary>Paragraphs, pictures, notes or extras, whichever are most.</summary>
    public int Parts =>
        Math.Max(Math.Max(_body.Count + _subheads.Count, _pictures.Count), Math.Max(_extras.Count, _notes.Count));

    /// <summary>Whether the last part that was added is a picture.</summary>
    public bool FollowsPicture => _followsPicture;

    public void Add(Paragraph paragraph)
    {
        _body.Add(_subheads.Count == 0 ? paragraph : paragraph with { Subheads = [.. _subheads] });
        _subheads.Clear();
        _followsPicture = false;
    }

    public void Add(Subhead subhead) => _subheads.Add(subhead);

    public void Add(Picture picture)
    {
        _pictures.Add(picture with { After = _body.Count });
        _followsPicture = true;
    }

    public void Add(Note note) => _notes.Add(note);

    public void Keep(string name, string text) => _extras.Add(new Extra(name, text));

    /// <summary>Changes the picture that was added last; false when the last part is none, or is withheld.</summary>
    public bool ChangePicture(Func<Picture, Picture> change)
    {
        if (!_followsPicture || _pictures[^1].Withheld is not null)
            return false;
        _pictures[^1] = change(_pictures[^1]);
        return true;
    }

    /// <summary>Adds terms to the picture above them, or to the item; true when it was the picture.</summary>
    public bool AddTerms(string text)
    {
        if (ChangePicture(picture => picture with { UsageTerms = With(picture.UsageTerms, text) }))
            return true;
        AddItemTerms(text);
        return false;
    }

    /// <summary>Adds terms that bind the whole item.</summary>
    public void AddItemTerms(string text) => Head = Head with { UsageTerms = With(Head.UsageTerms, text) };

    /// <summary>Takes a public note to editors: the first is the advisory, the others stand beside it.</summary>
    public void AddNote(string text, int at)
    {
        if (Head.Advisory is null)
            Head = Head with { Advisory = new Advisory(text) };
        else
            Add(new Note("", text));
        if (EmbargoWords.OfNote(text) is { } embargo)
            SetEmbargo(embargo, at);
        if (StatusWords.Read(text) is { } status)
            SetStatus(status, at);
    }

    /// <summary>Two embargoes that differ are no instant.</summary>
    public void SetEmbargo(Embargo embargo, int at)
    {
        if (Head.Embargo is { } earlier)
        {
            if (earlier.Text == embargo.Text)
                return;
            Add(new Note(NoteRoles.Embargo, embargo.Text));
            remarks.Add(TeleprinterRemarks.SecondOfAKind, Severity.Warning, at,
                "A second embargo: expected one; where they differ, the item waits for a person.");
            embargo = earlier.Until == embargo.Until ? earlier : earlier with { Until = null };
        }
        Head = Head with { Embargo = embargo };
        if (embargo.Until is null)
        {
            remarks.Add(TeleprinterRemarks.EmbargoUnreadable, Severity.Warning, at,
                "Words of an embargo: expected a date with its year, a time and GMT, UTC, Z or an offset; it waits.");
        }
    }

    /// <summary>Of two statuses, the one that allows less.</summary>
    public void SetStatus(TakeStatus status, int at)
    {
        if (status <= Head.Status)
            return;
        Head = Head with { Status = status };
        remarks.Add(TeleprinterRemarks.StatusRead, Severity.Warning, at,
            $"A notice: read as status {Words.Of(status)}.");
    }

    /// <summary>Keeps a line that comes where its field already has a text.</summary>
    public void KeepSecond(string name, string text, int at, string what)
    {
        Keep(name, text);
        remarks.Add(TeleprinterRemarks.SecondOfAKind, Severity.Warning, at,
            $"A second {what}: expected one; kept beside it.");
    }

    /// <summary>The take. A sub-head that nothing follows is a paragraph, so that its text is not lost.</summary>
    public Take Build()
    {
        foreach (var subhead in _subheads)
            _body.Add(new Paragraph(subhead.Text));
        _subheads.Clear();
        return Head with
        {
            Body = _body.ToImmutable(),
            Pictures = _pictures.ToImmutable(),
            Extras = _extras.ToImmutable(),
            Notes = _notes.ToImmutable(),
        };
    }

    static UsageTerms With(UsageTerms? earlier, string text) =>
        new(earlier is null ? text : Restrictions.Join([earlier.Text, text]));
}
