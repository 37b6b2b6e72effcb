using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>A take as a dispatch that a person and our reader read alike.</summary>
static class PlainWireWriter
{
    static readonly ImmutableArray<string> _printed =
        [ExtraNames.SignOff, ExtraNames.Trailer, ExtraNames.Header, ExtraNames.Note, ExtraNames.Notebook, "contact"];

    /// <summary>
    /// The text. The printed layout is proved by reading it back; where it would not come back the same, because copy
    /// looks like structure, the labelled layout is written instead.
    /// </summary>
    public static string Write(Take take, out ImmutableArray<Omission> omissions)
    {
        omissions =
        [
            .. take.Extras.Select((extra, i) => (extra, i))
                .Where(pair => !_printed.Contains(pair.extra.Name))
                .Select(pair => new Omission(
                    $"extras[{pair.i}]", $"'{pair.extra.Name}' is a field of the sender's own format.")),
        ];
        var carried = take with { Extras = [.. take.Extras.Where(extra => _printed.Contains(extra.Name))] };
        var printed = Print(carried);
        return ReadsBack(printed, carried) ? printed : LabelledLayout.Write(carried);
    }

    static bool ReadsBack(string text, Take take)
    {
        var options = ReadOptions.Default with { MaxBytes = int.MaxValue, MaxParagraphs = int.MaxValue };
        var back = PlainWireReader.Read(Encoding.UTF8.GetBytes(text), options, new StepCount());
        return back.TryGetTake(out var read) && CanonicalJson.AreEqual(read, take);
    }

    static string Print(Take take)
    {
        var text = new StringBuilder();
        PrintHead(text, take);
        PrintBody(text, take);
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.SignOff or "contact"))
            Line(text, extra.Text);
        if (take.Contact.Length > 0)
            Line(text, take.Contact);
        if (take.EndMark.Length > 0)
            Line(text, take.EndMark);
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.Trailer or ExtraNames.Notebook))
            Line(text, extra.Text);
        return text.ToString();
    }

    static void PrintHead(StringBuilder text, Take take)
    {
        Label(text, Labels.Slug, take.Slug);
        Label(text, Labels.Urgency, take.Urgency?.ToString(CultureInfo.InvariantCulture) ?? "");
        Label(text, Labels.Language, take.Language);
        Label(text, Labels.SenderId, take.SenderId);
        Label(text, Labels.SenderVersion, take.SenderVersion);
        if (take.Status != TakeStatus.Usable)
            Label(text, Labels.Status, $"{Words.Of(take.Status)} ({StatusNotice(take.Status)})");
        PrintEmbargo(text, take);
        Label(text, Labels.UsageTerms, take.UsageTerms?.Text ?? "");
        Label(text, Labels.CreditLine, take.CreditLine);
        var series = take.Series.Length > 0 ? $"({take.Series})" : "";
        Line(text, $"{series} {take.Headline}".Trim(' '));
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.Header))
            Line(text, extra.Text);
        Line(text, take.Advisory?.Text ?? "");
        foreach (var extra in take.Extras.Where(extra => extra.Name is ExtraNames.Note))
            Line(text, extra.Text);
        if (take.Byline.Length > 0 && take.Dateline?.Text.Contains(take.Byline, StringComparison.Ordinal) is not true)
            Line(text, LineMarks.Byline(take.Byline) == take.Byline ? take.Byline : $"By {take.Byline}");
    }

    static string StatusNotice(TakeStatus status) => status == TakeStatus.Canceled
        ? "KILL: never use, remove everywhere"
        : "HOLD: do not use until released";

    static void PrintEmbargo(StringBuilder text, Take take)
    {
        if (take.Embargo is not { } embargo || embargo.Text == take.Advisory?.Text)
            return;
        if (EmbargoWords.OfLine(embargo.Text) is not null)
            Line(text, embargo.Text);
        else
            Label(text, Labels.NotBefore, embargo.Text);
    }

    static void PrintBody(StringBuilder text, Take take)
    {
        var picture = 0;
        for (var number = 0; number <= take.Body.Length; number++)
        {
            if (number > 0)
            {
                var dateline = number == 1 && take.Dateline is { } first ? $"{first.Text} " : "";
                Line(text, dateline + take.Body[number - 1].Text);
            }
            while (picture < take.Pictures.Length && take.Pictures[picture].After <= number)
                Line(text, Caption(take.Pictures[picture++]));
        }
        if (take.Body.IsEmpty && take.Dateline is { } bare)
            Line(text, bare.Text);
        while (picture < take.Pictures.Length)
            Line(text, Caption(take.Pictures[picture++]));
    }

    static string Caption(Picture picture)
    {
        if (picture.Withheld is { } reason)
            return Withheld.Line(reason);
        var terms = picture.UsageTerms is { } sentence ? $" ({sentence.Text})" : "";
        var credit = picture.Credit.Length == 0 ? ""
            : picture.Credit.Contains(':') || picture.Credit.StartsWith("REUTERS/", StringComparison.Ordinal)
                ? $" {picture.Credit}"
                : $" ({picture.Credit})";
        return (picture.Caption + terms + credit).Trim(' ');
    }

    static void Label(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
            Line(text, $"{label}: {value}");
    }

    /// <summary>
    /// One line and an empty one, so that a reader never takes two short paragraphs for a wrapped one.
    /// </summary>
    static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
            text.Append(line).Append("\n\n");
    }
}
