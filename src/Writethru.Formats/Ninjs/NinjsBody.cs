using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Chooses one body of those that an object brings and parts it into paragraphs.</summary>
/// <remarks>
/// Plain text before markup, since a sender's own plain text needs no guess; the others are kept as they came.
/// </remarks>
sealed class NinjsBody(RemarkBook remarks)
{
    readonly List<Candidate> _candidates = [];

    public ImmutableArray<Paragraph> Paragraphs { get; private set; } = [];

    public Dateline? Dateline { get; private set; }

    /// <summary>
    /// Takes <c>bodies</c> of 2.0 and later, <c>body_text</c>, <c>body_html</c>, <c>body_xhtml</c> of 1.x.
    /// </summary>
    public bool Take(string name, JsonElement value)
    {
        if (name.Equals("bodies", StringComparison.OrdinalIgnoreCase) && value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                var text = JsonText.Member(item, "value");
                var isMarkup = IsMarkup(JsonText.Member(item, "contentType"), text);
                _candidates.Add(new Candidate(name, item.GetRawText(), text, isMarkup));
            }
            return true;
        }
        if (name is not ("body_text" or "body_html" or "body_xhtml") || JsonText.String(value) is not { } body)
            return false;
        _candidates.Add(new Candidate(name, value.GetRawText(), body, name is not "body_text"));
        return true;
    }

    /// <summary>Parts the chosen body. The dateline that opens it becomes the take's.</summary>
    /// <param name="named">
    /// The dateline that our own writer named; null when nobody did, and it is found by its shape.
    /// </param>
    /// <param name="kept">Where the bodies that were not chosen go.</param>
    public void Finish(string? named, List<Extra> kept)
    {
        var chosen = _candidates.FindIndex(body => body is { Text: { Length: > 0 }, IsMarkup: false });
        chosen = chosen >= 0 ? chosen : _candidates.FindIndex(body => body.Text is { Length: > 0 });
        kept.AddRange(_candidates.Where((body, i) => i != chosen && body.Text is not { Length: 0 })
            .Select(body => new Extra(body.Name, body.Raw)));
        var paragraphs = chosen < 0 ? [] : Part(_candidates[chosen]);
        Dateline = named is { Length: > 0 } ? DatelineOf(named) : null;
        if (paragraphs.Count > 0)
            TakeDateline(paragraphs, named);
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))];
    }

    List<string> Part(Candidate body)
    {
        if (!body.IsMarkup)
            return PlainParagraphs.Part(body.Text!);
        var paragraphs = HtmlParagraphs.Part(body.Text!, out var removed);
        if (removed)
        {
            remarks.Add(NinjsRemarks.MarkupRemoved, Severity.Note, -1,
                "Markup inside paragraphs: its text is kept, its tags are not.");
        }
        return paragraphs;
    }

    void TakeDateline(List<string> paragraphs, string? named)
    {
        if (named is null)
        {
            if (DatelineGrammar.Find(paragraphs[0]) is not { } found)
                return;
            Dateline = found.Dateline;
            Shorten(paragraphs, found.Length);
        }
        else if (named.Length > 0 && paragraphs[0] == named)
            paragraphs.RemoveAt(0);
        else if (named.Length > 0 && paragraphs[0].StartsWith(named + " ", StringComparison.Ordinal))
            Shorten(paragraphs, named.Length + 1);
    }

    static void Shorten(List<string> paragraphs, int length)
    {
        if (paragraphs[0].Length > length)
            paragraphs[0] = paragraphs[0][length..];
        else
            paragraphs.RemoveAt(0);
    }

    /// <summary>A dateline from its text; the text alone when the grammar does not know it.</summary>
    public static Dateline DatelineOf(string text) =>
        DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text
            ? found.Dateline
            : new Dateline { Text = text };

    static bool IsMarkup(string? contentType, string? text) => contentType is { Length: > 0 }
        ? contentType.Contains("html", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("xml", StringComparison.OrdinalIgnoreCase)
        : text is not null && text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    sealed record Candidate(string Name, string Raw, string? Text, bool IsMarkup);
}
