using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>The take of the labelled layout as far as it was read.</summary>
sealed class LabelledReading
{
    const int MostPlaces = 64;

    readonly ImmutableArray<Paragraph>.Builder _body = ImmutableArray.CreateBuilder<Paragraph>();
    readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    readonly ImmutableArray<Picture>.Builder _pictures = ImmutableArray.CreateBuilder<Picture>();

    public Take Head { get; set; } = new();

    public ImmutableArray<Extra>.Builder Extras { get; } = ImmutableArray.CreateBuilder<Extra>();

    public int Parts => Math.Max(Math.Max(_body.Count, _pictures.Count), Extras.Count);

    /// <summary>
    /// Whether the label may stand here. A field that an item has once is read once, and what binds, a status or an
    /// instant, is settled towards safety by a second one.
    /// </summary>
    public bool IsNew(string label)
    {
        if (label is "Paragraph" or "Extra" or "Extra-Text" or "Dateline-Place"
            || label.StartsWith("Picture-", StringComparison.Ordinal) || _seen.Add(label))
            return true;
        if (label is "Status" && Head.Status == TakeStatus.Usable)
            Head = Head with { Status = TakeStatus.Withheld };
        if (label is "Embargo" or "Not-Before" && Head.Embargo is { } embargo)
            Head = Head with { Embargo = embargo with { Until = null } };
        return false;
    }

    /// <summary>Reads one labelled value; false when the label or the value is not known here.</summary>
    public bool Read(string label, string value) => label switch
    {
        "Paragraph" => Do(() => _body.Add(new Paragraph(value))),
        "Extra" => Do(() => Extras.Add(new Extra(value, ""))),
        "Extra-Text" when Extras.Count > 0 => Do(() => Extras[^1] = Extras[^1] with { Text = value }),
        "Picture-After" => ReadNumber(value, 0, int.MaxValue) is { } after
            && Do(() => _pictures.Add(new Picture { After = after })),
        _ when label.StartsWith("Picture-", StringComparison.Ordinal) => ReadPicture(label, value),
        _ when label.StartsWith("Dateline", StringComparison.Ordinal) => ReadDateline(label, value),
        _ => ReadHead(label, value),
    };

    public Take Build() => Head with
    {
        Body = _body.ToImmutable(),
        Pictures = _pictures.ToImmutable(),
        Extras = Extras.ToImmutable(),
    };

    bool ReadHead(string label, string value)
    {
        switch (label)
        {
            case "Urgency" when ReadNumber(value, 1, 9) is { } urgency:
                return Do(() => Head = Head with { Urgency = urgency });
            case "Status" when Words.Read<TakeStatus>(value) is { } status:
                return Do(() => Head = Head with { Status = status });
            case "Embargo":
                return Do(() => Head = Head with { Embargo = new Embargo(value, null) });
            case "Not-Before" when Instant.Parse(value) is { } until:
                return Do(() => Head = Head with { Embargo = new Embargo(Head.Embargo?.Text ?? value, until) });
            case "Usage-Terms":
                return Do(() => Head = Head with { UsageTerms = new UsageTerms(value) });
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
        if (_pictures.Count == 0)
            return false;
        var picture = _pictures[^1];
        Picture? read = label switch
        {
            "Picture-Caption" => picture with { Caption = value },
            "Picture-Credit" => picture with { Credit = value },
            "Picture-Source" => picture with { Source = value },
            "Picture-Terms" => picture with { UsageTerms = new UsageTerms(value) },
            "Picture-Withheld" => Words.Read<WithholdReason>(value) is { } reason ? picture.Withhold(reason) : null,
            _ => null,
        };
        return read is not null && Do(() => _pictures[^1] = read);
    }

    static int? ReadNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : null;

    static bool Do(Action action)
    {
        action();
        return true;
    }
}
