using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// Reads the lines above the copy that their own words make plain: labels, series, slug, embargo, byline.
/// </summary>
static class HeadLines
{
    /// <summary>Reads the line into the take; false when it is none of them.</summary>
    public static bool Read(WireLine line, TakeBuilder take, RemarkBook remarks)
    {
        var text = line.Text;
        if (Labels.TryPart(text, out var label, out var value))
            return ReadLabel(label, value, line, take, remarks);
        if (StatusWords.Read(text) is { } status && !AdvisoryWords.Opens(text))
        {
            take.SetStatus(status, line.At);
            take.Keep(ExtraNames.Note, text);
            return true;
        }
        if (EmbargoWords.OfLine(text) is { } embargo && !AdvisoryWords.Opens(text))
        {
            take.SetEmbargo(embargo, line.At, isLine: true);
            return true;
        }
        if (SeriesLabels.TryAlone(text, out var series, out var urgency) && take.Head.Series.Length == 0)
        {
            take.Head = take.Head with { Series = series };
            take.ImpliedUrgency = urgency;
            return true;
        }
        return ReadKeywords(text, take) || ReadByline(line, take);
    }

    static bool ReadKeywords(string text, TakeBuilder take)
    {
        if (Routing.IsCode(text))
        {
            take.Keep(ExtraNames.Header, text);
            return true;
        }
        if (take.Head.Slug.Length == 0 && take.Head.Headline.Length == 0
            && SeriesLabels.TrySlugLine(text, out var slug, out var slugSeries, out var rest))
        {
            take.Head = take.Head with { Slug = slug, Series = slugSeries.Length > 0 ? slugSeries : take.Head.Series };
            if (rest.Length > 0)
                take.Keep(ExtraNames.Header, rest);
            return true;
        }
        if (take.Head.Slug.Length > 0 || !Routing.IsSlug(text))
            return false;
        take.Head = take.Head with { Slug = text };
        return true;
    }

    static bool ReadByline(WireLine line, TakeBuilder take)
    {
        if (LineMarks.Byline(line.Text) is not { } byline)
            return false;
        if (take.Head.Byline.Length > 0)
            take.KeepSecond(ExtraNames.Header, line.Text, line.At, "byline");
        else
            take.Head = take.Head with { Byline = byline };
        return true;
    }

    static bool ReadLabel(string label, string value, WireLine line, TakeBuilder take, RemarkBook remarks)
    {
        var head = take.Head;
        Take? read = label switch
        {
            Labels.Slug when head.Slug.Length == 0 => head with { Slug = value },
            Labels.Headline when head.Headline.Length == 0 => head with { Headline = value },
            Labels.Urgency when head.Urgency is null && value is [>= '1' and <= '9'] =>
                head with { Urgency = int.Parse(value, CultureInfo.InvariantCulture) },
            Labels.Language when head.Language.Length == 0 && !value.Contains(' ') => head with { Language = value },
            Labels.SenderId when head.SenderId.Length == 0 => head with { SenderId = value },
            Labels.SenderVersion when head.SenderVersion.Length == 0 => head with { SenderVersion = value },
            Labels.Status => Words.Read<TakeStatus>(value.Split(' ')[0]) is { } status
                ? head with { Status = TakeBuilder.Stricter(head.Status, status) }
                : null,
            Labels.CreditLine when head.CreditLine.Length == 0 => head with { CreditLine = value },
            Labels.UsageTerms when head.UsageTerms is null => head with { UsageTerms = new UsageTerms(value) },
            Labels.NotBefore => head,
            _ => null,
        };
        if (read is null)
        {
            take.Keep(ExtraNames.Header, line.Text);
            remarks.Add(PlainRemarks.LabelUnreadable, Severity.Warning, line.At,
                $"'{label}' with a value that does not fit it, or for the second time: kept as a header.");
            return true;
        }
        take.Head = read;
        if (label == Labels.NotBefore)
            take.SetEmbargo(new Embargo(value, Instant.Parse(value)), line.At, isLine: true);
        return true;
    }
}
