using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>The take of the labelled layout as far as it was read.</summary>
sealed class LabelledReading
{
    const int MostPlaces = 64;

    readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    readonly LabelledParagraph _paragraph = new();

    public TakeDraft Draft { get; } = new();

    public Take Head
    {
        get => Draft.Head;
        set => Draft.Head = value;
    }

    public int Parts => Draft.Parts;

    /// <summary>
    /// Whether the label may stand here. A field that an item has once is read once, and what binds, a status or an
    /// instant, is settled towards safety by a second one.
    /// </summary>
    public bool IsNew(string label)
    {
        if (label is "Extra" or "Extra-Text" or "Dateline-Place" or Labels.Note or Labels.PrivateNote
            || label.StartsWith("Paragraph", StringComparison.Ordinal)
            || label.StartsWith("Picture-", StringComparison.Ordinal)
            || TakeFields.Find(label) is { IsOnce: false } || _seen.Add(label))
            return true;
        if (label is Labels.Status && Head.Status == TakeStatus.Usable)
            Head = Head with { Status = TakeStatus.Withheld };
        if (label is "Embargo" or Labels.NotBefore && Head.Embargo is { } embargo)
            Head = Head with { Embargo = embargo with { Until = null } };
        return false;
    }

    /// <summary>Reads one labelled value; false when the label or the value is not known here.</summary>
    public bool Read(string label, string value) => label switch
    {
        LabelledParagraph.Text => Do(() => _paragraph.Begin(Draft.Body, value)),
        "Extra" => Do(() => Draft.Extras.Add(new Extra(value, ""))),
        "Extra-Text" when Draft.Extras.Count > 0 =>
            Do(() => Draft.Extras[^1] = Draft.Extras[^1] with { Text = value }),
        Labels.Note or Labels.PrivateNote => Do(() => Draft.Notes.Add(
            TakeFields.ReadNote(value, isPublic: label == Labels.Note))),
        "Picture-After" => TakeField.ReadNumber(value, 0, int.MaxValue) is { } after
            && Do(() => Draft.Pictures.Add(new Picture { After = after })),
        _ when label.StartsWith("Paragraph-", StringComparison.Ordinal) => _paragraph.Read(label, value),
        _ when label.StartsWith("Picture-", StringComparison.Ordinal) => ReadPicture(label, value),
        _ when label.StartsWith("Dateline", StringComparison.Ordinal) => ReadDateline(label, value),
        _ => ReadHead(label, value) || TakeFields.Find(label) is { } field && field.Read(Draft, value),
    };

    public Take Build()
    {
        _paragraph.End(Draft.Body);
        return Draft.Build();
    }

    bool ReadHead(string label, string value)
    {
        switch (label)
        {
            case Labels.Status when Words.Read<TakeStatus>(value) is { } status:
                return Do(() => Head = Head with { Status = status });
            case "Embargo":
                return Do(() => Head = Head with { Embargo = new Embargo(value, null) });
            case Labels.NotBefore when Instant.Parse(value) is { } until:
                return Do(() => Head = Head with { Embargo = new Embargo(Head.Embargo?.Text ?? value, until) });
            case "Advisory":
                return Do(() => Head = Head with { Advisory = new Advisory(value) });
            default:
                return false;
        }
    }

    bool ReadDateline(string label, string value)
    {
        if (label == "Dateline")
            return Do(() => Head = Head with { Dateline = new Dateline { Text = value } });
        if (Head.Dateline is not { } dateline)
            return false;
        Dateline? read = label switch
        {
            "Dateline-Place" when dateline.Places.Length < MostPlaces =>
                dateline with { Places = dateline.Places.Add(value) },
            "Dateline-Region" => dateline with { Region = value },
            "Dateline-Date" when value.Length == 0 => dateline,
            "Dateline-Date" when PrintedDate.Parse(value) is { } date => dateline with { Date = date },
            "Dateline-Agency" => dateline with { Agency = value },
            _ => null,
        };
        return read is not null && Do(() => Head = Head with { Dateline = read });
    }

    bool ReadPicture(string label, string value)
    {
        if (Draft.Pictures.Count == 0)
            return false;
        var picture = Draft.Pictures[^1];
        var read = label == "Picture-Withheld"
            ? Words.Read<WithholdReason>(value) is { } reason ? picture.Withhold(reason) : null
            : PictureFields.Read(picture, label, value);
        return read is not null && Do(() => Draft.Pictures[^1] = read);
    }

    static bool Do(Action action)
    {
        action();
        return true;
    }
}
