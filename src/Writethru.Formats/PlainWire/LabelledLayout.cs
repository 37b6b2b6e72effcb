using System.Globalization;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// The layout for copy that would be misread as structure: every line says what it is. <c>Layout: labelled</c> opens
/// it.
/// </summary>
/// <remarks>
/// One field a line, <c>Label: value</c>; a backslash escapes itself, line ends and control characters.
/// </remarks>
static class LabelledLayout
{
    const string Opening = "Layout: labelled";

    static readonly (string Label, Func<Take, string> Get, Func<Take, string, Take> Set)[] _texts =
    [
        ("Headline", t => t.Headline, (t, v) => t with { Headline = v }),
        ("Slug", t => t.Slug, (t, v) => t with { Slug = v }),
        ("Series", t => t.Series, (t, v) => t with { Series = v }),
        ("Byline", t => t.Byline, (t, v) => t with { Byline = v }),
        ("Contact", t => t.Contact, (t, v) => t with { Contact = v }),
        ("End-Mark", t => t.EndMark, (t, v) => t with { EndMark = v }),
        ("Sender-Id", t => t.SenderId, (t, v) => t with { SenderId = v }),
        ("Sender-Version", t => t.SenderVersion, (t, v) => t with { SenderVersion = v }),
        ("Language", t => t.Language, (t, v) => t with { Language = v }),
        ("Credit-Line", t => t.CreditLine, (t, v) => t with { CreditLine = v }),
    ];

    public static bool IsIn(string firstLine) => firstLine == Opening;

    public static string Write(Take take)
    {
        var text = new StringBuilder();
        text.Append(Opening).Append('\n');
        foreach (var (label, get, _) in _texts)
        {
            if (get(take).Length > 0)
                Line(text, label, get(take));
        }
        if (take.Urgency is { } urgency)
            Line(text, "Urgency", urgency.ToString(CultureInfo.InvariantCulture));
        if (take.Status != TakeStatus.Usable)
            Line(text, "Status", Words.Of(take.Status));
        if (take.Embargo is { } embargo)
        {
            Line(text, "Embargo", embargo.Text);
            if (embargo.Until is { } until)
                Line(text, "Not-Before", Instant.Write(until));
        }
        if (take.UsageTerms is { } terms)
            Line(text, "Usage-Terms", terms.Text);
        if (take.Advisory is { } advisory)
            Line(text, "Advisory", advisory.Text);
        if (take.Dateline is { } dateline)
            WriteDateline(text, dateline);
        foreach (var paragraph in take.Body)
            Line(text, "Paragraph", paragraph.Text);
        foreach (var picture in take.Pictures)
            WritePicture(text, picture);
        foreach (var extra in take.Extras)
        {
            Line(text, "Extra", extra.Name);
            Line(text, "Extra-Text", extra.Text);
        }
        return text.ToString();
    }

    static void WriteDateline(StringBuilder text, Dateline dateline)
    {
        Line(text, "Dateline", dateline.Text);
        foreach (var place in dateline.Places)
            Line(text, "Dateline-Place", place);
        Line(text, "Dateline-Region", dateline.Region);
        Line(text, "Dateline-Date", dateline.Date?.ToString() ?? "");
        Line(text, "Dateline-Agency", dateline.Agency);
    }

    static void WritePicture(StringBuilder text, Picture picture)
    {
        Line(text, "Picture-After", picture.After.ToString(CultureInfo.InvariantCulture));
        if (picture.Withheld is { } reason)
        {
            Line(text, "Picture-Withheld", Words.Of(reason));
            return;
        }
        Line(text, "Picture-Caption", picture.Caption);
        Line(text, "Picture-Credit", picture.Credit);
        Line(text, "Picture-Source", picture.Source);
        if (picture.UsageTerms is { } terms)
            Line(text, "Picture-Terms", terms.Text);
    }

    static void Line(StringBuilder text, string label, string value) =>
        text.Append(label).Append(": ").Append(LabelEscapes.Escape(value)).Append('\n');

    /// <summary>Reads what <see cref="Write"/> wrote; null when it has more parts than allowed.</summary>
    public static Take? Read(string content, int maxParts, RemarkBook remarks, StepCount steps)
    {
        var reading = new LabelledReading();
        var at = 0;
        while (at < content.Length)
        {
            var length = content.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? content.Length - at : length;
            steps.Add(length + 1);
            var line = content.Substring(at, length);
            if (line.Length > 0 && line != Opening && !ReadLine(reading, line))
            {
                reading.Extras.Add(new Extra(ExtraNames.Header, line));
                remarks.Add(PlainRemarks.LabelUnreadable, Severity.Warning, at,
                    "A line without a label that this layout knows: kept as a header.");
            }
            if (reading.Parts > maxParts)
                return null;
            at += length + 1;
        }
        return reading.Build();
    }

    static bool ReadLine(LabelledReading reading, string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && !line.EndsWith(':'))
            return false;
        var label = colon < 0 ? line[..^1] : line[..colon];
        var value = colon < 0 ? "" : LabelEscapes.Unescape(line[(colon + 2)..]);
        if (!reading.IsNew(label))
            return false;
        foreach (var (name, _, set) in _texts)
        {
            if (name != label)
                continue;
            reading.Head = set(reading.Head, value);
            return true;
        }
        return reading.Read(label, value);
    }
}
