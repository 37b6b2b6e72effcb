using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>
/// An item that is nothing but a request to stop something: a notice about another item, which it names in its words.
/// It holds no copy; its lines are notes.
/// </summary>
static partial class NoticeAlone
{
    const int MostParagraphs = 4, MostUnits = 1_200;

    /// <summary>
    /// The take, with its lines as notes where it is such a notice. Where nothing else stops it and it has no headline,
    /// its first sentence does.
    /// </summary>
    public static Take Shape(Take take, Findings findings)
    {
        var text = take.Body.IsEmpty ? take.Advisory?.Text ?? "" : take.Body[0].Text;
        if (take is not { Body.Length: <= MostParagraphs, Pictures.IsEmpty: true, Dateline: null }
            || (take.Status == TakeStatus.Usable && take.Headline.Length > 0)
            || take.Body.Any(paragraph => paragraph.Kind != ParagraphKind.Prose)
            || take.Body.Sum(paragraph => paragraph.Text.Length) > MostUnits
            || StatusOf(text) is not { } status || (take.Body.IsEmpty && take.Status >= status))
            return take;
        findings.Add(BindingRemarks.Status, Severity.Warning,
            $"\"{Quoted.Short(text)}\": a notice of its own, taken as {Words.Of(status)}; it holds no copy.");
        return take with
        {
            Status = status > take.Status ? status : take.Status,
            Notes = [.. take.Notes, .. take.Body.Select(paragraph => new Note("", paragraph.Text))],
            Body = [],
        };
    }

    /// <summary>What the first sentence asks for; what it quotes is the name of an item.</summary>
    static TakeStatus? StatusOf(string text)
    {
        var end = SentenceEnd().Match(text) is { Success: true } match ? match.Index + 1 : text.Length;
        return StatusWords.Read(Names().Replace(text[..end], " ").Replace(" .", ".", StringComparison.Ordinal));
    }

    [GeneratedRegex("""\.\s|[。！]""", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        """(?<!^)\s*(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|'[^']{3,}')""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
