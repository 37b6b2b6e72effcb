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
        if (TailLines.PartsStories(text))
            return true;
        if (Labels.TryPart(text, out var label, out var value))
            return ReadLabel(label, value, line, take, remarks);
        if (StatusWords.Read(text) is { } status && !AdvisoryWords.Opens(text))
        {
            take.SetStatus(status, line.At);
            take.Keep(new Note("", text));
            return true;
        }
        if (TailLines.IsCopyright(text) && take.Head.CopyrightNotice.Length == 0)
        {
            take.Head = take.Head with { CopyrightNotice = text };
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
        return ReadKeywords(line, take) || ReadByline(line, take);
    }

    static bool ReadKeywords(WireLine line, TakeBuilder take)
    {
        var text = line.Text;
        if (Routing.IsCode(text) || Routing.IsToken(text))
        {
            take.Keep(ExtraNames.Header, text);
            return true;
        }
        if (take.Head.Slug.Length == 0 && take.Head.Headline.Length == 0
            && SeriesLabels.TrySlugLine(text, out var slug, out var slugSeries, out var rest))
        {
            take.Head = take.Head with { Slug = slug, Series = slugSeries.Length > 0 ? slugSeries : take.Head.Series };
            if (TakeField.ReadNumber(rest, 0, int.MaxValue) is { } words)
                take.Head = take.Head with { WordCount = words };
            if (EmbargoWords.OfSlug(line.Text) is { } advance)
                take.SetEmbargo(advance, line.At, isLine: false);
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
        if (IsRead(label, value, line.At, take))
            return true;
        take.Keep(ExtraNames.Header, line.Text);
        remarks.Add(PlainRemarks.LabelUnreadable, Severity.Warning, line.At,
            $"'{label}' with a value that does not fit it, or for the second time: kept as a header.");
        return true;
    }

    static bool IsRead(string label, string value, int at, TakeBuilder take)
    {
        switch (label)
        {
            case Labels.Headline when take.Head.Headline.Length == 0:
                take.Head = take.Head with { Headline = value };
                return true;
            case Labels.Status when Words.Read<TakeStatus>(value.Split(' ')[0]) is { } status:
                take.Head = take.Head with { Status = TakeBuilder.Stricter(take.Head.Status, status) };
                return true;
            case Labels.NotBefore:
                take.SetEmbargo(new Embargo(value, Instant.Parse(value)), at, isLine: true);
                return true;
            case Labels.Note or Labels.PrivateNote:
                var note = TakeFields.ReadNote(value, isPublic: label == Labels.Note);
                take.Keep(note);
                take.SettleNote(note.Text, at);
                return true;
            case Labels.Language when value.Contains(' '):
                return false;
            default:
                return TakeFields.Find(label) is { } field && !(field.IsOnce && field.Values(take.Head).Any())
                    && field.Read(take.Draft, value);
        }
    }
}
