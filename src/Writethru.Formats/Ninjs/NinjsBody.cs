using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Ninjs;

/// <summary>Chooses one body of those that an object brings and parts it into paragraphs.</summary>
/// <remarks>
/// Markup before plain text: it says where paragraphs end, and plain text beside it often does not. The bodies that
/// were not chosen are kept as they came.
/// </remarks>
sealed class NinjsBody(RemarkBook remarks, ReadOptions options)
{
    readonly List<Candidate> _candidates = [];

    public ImmutableArray<Paragraph> Paragraphs { get; private set; } = [];

    /// <summary>The pictures that stand in the markup.</summary>
    public ImmutableArray<Picture> Pictures { get; private set; } = [];

    public Dateline? Dateline { get; private set; }

    public int? WordCount { get; private set; }

    /// <summary>More than the limits allow.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>
    /// Takes <c>bodies</c> of 2.0 and later, <c>body_text</c>, <c>body_html</c>, <c>body_xhtml</c> and others of 1.x.
    /// </summary>
    public bool Take(string key, JsonElement value)
    {
        if (key == "bodies")
        {
            if (value.ValueKind != JsonValueKind.Array)
                return value.ValueKind == JsonValueKind.Null;
            foreach (var item in value.EnumerateArray())
            {
                var part = NinjsPart.Read(item);
                _candidates.Add(new Candidate(key, item, part.Value, KindOf(part.ContentType, part.Value), part));
            }
            return true;
        }
        if (JsonText.String(value) is not { } text)
            return value.ValueKind == JsonValueKind.Null;
        var kind = key switch
        {
            "body_text" => BodyKind.Plain,
            "body_html" or "body_xhtml" => BodyKind.Html,
            "body_nitf" => BodyKind.Nitf,
            _ => KindOf("", text),
        };
        _candidates.Add(new Candidate(key, value, text, kind, default));
        return true;
    }

    /// <summary>Parts the chosen body. The dateline that opens it becomes the take's.</summary>
    /// <param name="named">
    /// The dateline that our own writer named; null when nobody did, and it is found by its shape.
    /// </param>
    /// <param name="kept">Where the bodies that were not chosen go.</param>
    public void Finish(string? named, List<Extra> kept)
    {
        var chosen = Choose();
        foreach (var body in _candidates)
        {
            var isAllRead = body == chosen && body is { Part.HasMore: false, Kind: not BodyKind.Nitf };
            if (!isAllRead && body.Text is not { Length: 0 })
                kept.Add(new Extra(body.Name, body.Value.GetRawText()));
        }
        WordCount = chosen?.Part.WordCount;
        if (chosen?.Part.CharCount is { } characters)
            kept.Add(new Extra("bodies/charCount", characters.ToString(CultureInfo.InvariantCulture)));
        Dateline = named is { Length: > 0 } ? DatelineOf(named) : null;
        if (!Paragraphs.IsEmpty)
            TakeDateline(named);
    }

    /// <summary>The best body that has paragraphs; null when none has.</summary>
    Candidate? Choose()
    {
        foreach (var body in _candidates.Where(body => body.Text is { Length: > 0 }).OrderBy(RankOf))
        {
            Part(body);
            if (!Paragraphs.IsEmpty || IsTooMuch)
                return body;
        }
        return null;
    }

    /// <summary>The main body before a summary; markup before plain text; 1.x bodies of unknown kinds last.</summary>
    static int RankOf(Candidate body) =>
        (body.Part.Role is null or "main" or "html" or "xhtml" or "text" or "body" ? 0 : 10)
        + (body.Name is "bodies" or "body_text" or "body_html" or "body_xhtml" or "body_nitf" ? 0 : 5)
        + body.Kind switch { BodyKind.Html => 0, BodyKind.Nitf => 1, _ => 2 };

    void Part(Candidate body)
    {
        if (body.Kind == BodyKind.Plain && EscapedHtml.In(body.Text!) is { } html)
        {
            body = body with { Text = html };
            remarks.Add(NinjsRemarks.HtmlAsText, Severity.Note, -1,
                "Plain text with the markup of HTML: read as HTML.");
        }
        else if (body.Kind == BodyKind.Plain)
        {
            Paragraphs = PlainBody.Read(body.Text!);
            return;
        }
        var builder = new BodyBuilder(options);
        if (body.Kind != BodyKind.Nitf || !FeedNitf(body.Text!, builder))
            HtmlReader.Feed(body.Text!, builder);
        builder.Finish();
        IsTooMuch = builder.IsTooMuch;
        Paragraphs = builder.Paragraphs;
        Pictures = builder.Pictures;
        if (builder.LostMarks.Count > 0)
        {
            remarks.Add(NinjsRemarks.MarkupRemoved, Severity.Note, -1,
                $"Elements whose text is kept and whose meaning is not: "
                    + $"{string.Join(", ", builder.LostMarks.Take(20))}.");
        }
        if (builder.LostContent.Count > 0)
        {
            remarks.Add(NinjsRemarks.ContentRemoved, Severity.Warning, -1,
                $"Elements of the body left out with what is in them: "
                    + $"{string.Join(", ", builder.LostContent.Take(20))}.");
        }
    }

    /// <summary>A whole NITF document in a string: its body.content; false when it is not well-formed.</summary>
    bool FeedNitf(string nitf, BodyBuilder builder)
    {
        var source = XmlSource.Read(Encoding.UTF8.GetBytes(nitf), options with { Profile = null });
        if (source.Root is not { } root)
            return false;
        MarkupReader.Feed(
            root.SelfAndDescendants().FirstOrDefault(part => part.Name == "body.content") ?? root, builder);
        return true;
    }

    void TakeDateline(string? named)
    {
        var first = Paragraphs[0];
        if (named is null)
        {
            if (first.Kind == ParagraphKind.Table || DatelineGrammar.Find(first.Text) is not { } found)
                return;
            Dateline = found.Dateline;
            Shorten(found.Length);
        }
        else if (named.Length > 0 && first.Text == named)
            Shorten(named.Length);
        else if (named.Length > 0 && first.Kind != ParagraphKind.Table && first.Text.Length > named.Length
            && first.Text.StartsWith(named, StringComparison.Ordinal) && first.Text[named.Length] == ' ')
            Shorten(named.Length + 1);
    }

    /// <summary>
    /// Takes what opens the body off; a first paragraph that is nothing else goes, and pictures move up.
    /// </summary>
    void Shorten(int length)
    {
        var first = Paragraphs[0];
        if (first.Text.Length > length)
        {
            Paragraphs = Paragraphs.SetItem(0, first with
            {
                Text = first.Text[length..],
                Marks = [.. first.Marks.Select(mark => mark with { Span = Shift(mark.Span, length) })
                    .Where(mark => mark.Span.Length > 0)],
            });
            return;
        }
        Paragraphs = Paragraphs.RemoveAt(0);
        Pictures = [.. Pictures.Select(picture => picture with { After = Math.Max(0, picture.After - 1) })];
        if (first.Subheads.IsEmpty)
            return;
        Paragraphs = Paragraphs.IsEmpty
            ? [.. first.Subheads.Select(subhead => new Paragraph(subhead.Text))]
            : Paragraphs.SetItem(0,
                Paragraphs[0] with { Subheads = [.. first.Subheads, .. Paragraphs[0].Subheads] });
    }

    static TextSpan Shift(TextSpan span, int by)
    {
        var start = Math.Max(0, span.Start - by);
        return new TextSpan(start, Math.Max(0, span.Start + span.Length - by - start));
    }

    /// <summary>A dateline from its text; the text alone when the grammar does not know it.</summary>
    public static Dateline DatelineOf(string text) =>
        DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text
            ? found.Dateline
            : new Dateline { Text = text };

    /// <summary>The text of a field that may hold markup, a paragraph a line.</summary>
    public static string TextOf(string text)
    {
        if (KindOf("", text) == BodyKind.Plain)
            return text;
        var builder = new BodyBuilder(ReadOptions.Default);
        HtmlReader.Feed(text, builder);
        builder.Finish();
        return string.Join('\n', builder.Paragraphs.Select(paragraph => paragraph.Text));
    }

    static BodyKind KindOf(string? contentType, string? text)
    {
        if (contentType is { Length: > 0 })
        {
            return contentType.Contains("nitf", StringComparison.OrdinalIgnoreCase) ? BodyKind.Nitf
                : contentType.Contains("html", StringComparison.OrdinalIgnoreCase)
                    || contentType.Contains("xml", StringComparison.OrdinalIgnoreCase) ? BodyKind.Html
                : BodyKind.Plain;
        }
        return text is not null && text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal)
            ? BodyKind.Html
            : BodyKind.Plain;
    }

    enum BodyKind
    {
        Plain,
        Html,
        Nitf,
    }

    sealed record Candidate(string Name, JsonElement Value, string? Text, BodyKind Kind, NinjsPart Part);
}
