using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// The layout for copy that would be misread as structure: every line says what it is. <c>Layout: labelled</c> opens
/// it.
/// </summary>
/// <remarks>
/// One field a line, <c>Label: value</c>; a backslash escapes itself, line ends and control characters. It carries
/// everything that a take has.
/// </remarks>
static class LabelledLayout
{
    const string Opening = "Layout: labelled";

    /// <summary>What the printed layout shows by its place, and has no label there.</summary>
    static readonly ImmutableArray<TakeField> _printed =
    [
        TakeField.OfText(Labels.Headline, take => take.Headline, (take, value) => take with { Headline = value }),
        TakeField.OfText("Series", take => take.Series, (take, value) => take with { Series = value }),
        TakeField.OfText("Byline", take => take.Byline, (take, value) => take with { Byline = value }),
        TakeField.OfText("Contact", take => take.Contact, (take, value) => take with { Contact = value }),
        TakeField.OfText("End-Mark", take => take.EndMark, (take, value) => take with { EndMark = value }),
    ];

    public static bool IsIn(string firstLine) => firstLine == Opening;

    public static string Write(Take take)
    {
        var text = new StringBuilder();
        text.Append(Opening).Append('\n');
        foreach (var field in _printed.Concat(TakeFields.All))
        {
            foreach (var value in field.Values(take))
                Line(text, field.Label, value);
        }
        if (take.Status != TakeStatus.Usable)
            Line(text, Labels.Status, Words.Of(take.Status));
        if (take.Embargo is { } embargo)
        {
            Line(text, "Embargo", embargo.Text);
            if (embargo.Until is { } until)
                Line(text, Labels.NotBefore, Instant.Write(until));
        }
        if (take.Advisory is { } advisory)
            Line(text, "Advisory", advisory.Text);
        foreach (var note in take.Notes)
            Line(text, note.IsPublic ? Labels.Note : Labels.PrivateNote, TakeFields.WriteNote(note));
        if (take.Dateline is { } dateline)
            WriteDateline(text, dateline);
        foreach (var (label, value) in take.Body.SelectMany(LabelledParagraph.LinesOf))
            Line(text, label, value);
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
        foreach (var (label, value) in PictureFields.LinesOf(picture, hasCaption: false))
            Line(text, label, value);
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
                reading.Draft.Extras.Add(new Extra(ExtraNames.Header, line));
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
        return _printed.FirstOrDefault(field => field.Label == label) is { } printed
            ? printed.Read(reading.Draft, value)
            : reading.Read(label, value);
    }
}
