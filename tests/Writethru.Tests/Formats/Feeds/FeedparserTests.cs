using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Markup;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>
/// feedparser's own test files: each says in a comment what a reader must find. Those that speak of what a take has a
/// place for are compared as text, without markup; the others are counted by why they are not compared.
/// </summary>
public partial class FeedparserTests(ITestOutputHelper log)
{
    /// <summary>What agreed when this was written; it may only grow.</summary>
    const int Agreed = 1_228;

    static readonly string[] _folders = ["wellformed", "illformed", "encoding", "entities"];

    [Fact]
    public void Feedparsers_expectations_hold_where_a_take_has_a_place_for_them()
    {
        var root = RepoFiles.SharedOrSkip("corpus", "rss-atom", "feedparser");
        var outcomes = _folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.xml", SearchOption.AllDirectories))
            .Select(file => (Name: Path.GetRelativePath(root, file), Outcome: Judge(File.ReadAllBytes(file))))
            .ToList();

        foreach (var group in outcomes.GroupBy(o => o.Outcome.Split(':')[0]).OrderByDescending(group => group.Count()))
            log.WriteLine($"{group.Count(),5} {group.Key}");
        foreach (var group in outcomes.Where(o => o.Outcome.StartsWith("no place", StringComparison.Ordinal))
            .GroupBy(o => o.Outcome).OrderByDescending(group => group.Count()).Take(60))
            log.WriteLine($"  {group.Count(),5} {group.Key}");
        foreach (var (name, outcome) in outcomes.Where(o => o.Outcome.StartsWith("differs", StringComparison.Ordinal)
            || o.Outcome.StartsWith("not well", StringComparison.Ordinal)
            || o.Outcome.StartsWith("no feed", StringComparison.Ordinal)))
            log.WriteLine($"  {name} {outcome}");

        Assert.True(outcomes.Count(o => o.Outcome == "agrees") >= Agreed);
    }

    static string Judge(byte[] bytes)
    {
        var result = Read(bytes);
        var start = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        if (ExpectLine().Match(start) is not { Success: true } expect)
            return "no expectation: none found in the file";
        if (Comparison().Match(expect.Groups["what"].Value.Trim()) is not { Success: true } comparison)
            return "another form of expectation: not one comparison";
        var path = comparison.Groups["path"].Value;
        if (PythonText(comparison.Groups["value"].Value) is not { } value)
            return "another form of expectation: the value is neither text nor a time";
        if (result is null)
            return "no feed: CDF, or no root of RSS or Atom";
        if (result.Remarks.Any(remark => remark.Code == "XML-001"))
            return "not well-formed: refused, feedparser reads on";
        var found = Find(path, result);
        if (found is null && result.Takes.IsEmpty && path.StartsWith("entries", StringComparison.Ordinal)
            && !path.StartsWith("entries[0]['title", StringComparison.Ordinal))
            found = Find(path, Read(WithHeadline(bytes))!);
        return found is not { } texts ? $"no place in a take: {Digits().Replace(path, "N")}"
            : texts.Any(text => Bare(text) == Bare(value) || Bare(text) == Normal(value)
                || Normal(text) == Normal(value)) ? "agrees"
            : NeedsHttp(start) ? "needs headers or the address of HTTP: a reader has bytes only"
            : $"differs: {path} expected '{Normal(value)}' found '{string.Join("' or '", texts.Select(Normal))}'";
    }

    static bool NeedsHttp(string text) => text.Contains("Header:", StringComparison.Ordinal)
        || text.Contains("127.0.0.1:8097", StringComparison.Ordinal);

    static ReadResult? Read(byte[] bytes) => new[] { "atom", "rss" }.Select(name => WireFormats.Find(name)!)
        .FirstOrDefault(format => format.Recognise(bytes) != Likelihood.No)?.Read(bytes, ReadOptions.Default);

    /// <summary>
    /// Many of the files have an item that is nothing but the element in question: it gets a headline.
    /// </summary>
    static byte[] WithHeadline(byte[] bytes) => Encoding.Latin1.GetBytes(ItemStart().Replace(
        Encoding.Latin1.GetString(bytes), match => match.Value + "<title>Headline</title>"));

    static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What our takes have at feedparser's path; null when a take has no such place.</summary>
    static ImmutableArray<string>? Find(string path, ReadResult result)
    {
        var steps = Step().Matches(path).Select(match => match.Value).ToArray();
        if (steps is ["encoding"])
            return [result.Encoding];
        if (steps is ["feed", var head])
        {
            var item = result.WithoutCopy.FirstOrDefault(item => item.Kind == "feed");
            return head switch
            {
                "title" when item is not null => [item.Title],
                "title" when !result.Takes.IsEmpty => [result.Takes[0].Provider],
                "id" or "guid" when item is not null => [item.SenderId],
                "language" when !result.Takes.IsEmpty => [result.Takes[0].Language],
                "rights" or "copyright" when !result.Takes.IsEmpty =>
                    [result.Takes[0].CopyrightNotice, result.Takes[0].UsageTerms?.Text ?? ""],
                _ => null,
            };
        }
        if (steps is not ["entries", var number, .. var rest] || !int.TryParse(number, out var index))
            return null;
        return index < result.Takes.Length ? FindInTake(rest, result.Takes[index])
            : rest is ["title"] && index < result.WithoutCopy.Length ? [result.WithoutCopy[index].Title]
            : rest is ["id" or "guid"] && index < result.WithoutCopy.Length ? [result.WithoutCopy[index].SenderId]
            : null;
    }

    static ImmutableArray<string>? FindInTake(string[] steps, Take take) => steps switch
    {
        ["title"] or ["title_detail", "value"] => [take.Headline],
        ["id" or "guid"] => [take.SenderId],
        ["link"] => [.. Targets(take, LinkRels.Alternate)],
        ["summary" or "description"] or ["summary_detail", "value"] =>
            [.. take.Descriptions.Select(text => text.Text), Copy(take)],
        ["content", "0", "value"] => [Copy(take)],
        ["author"] or ["author_detail", "name"] or ["authors", _, "name"] => [take.Byline],
        ["rights"] => [take.CopyrightNotice, take.UsageTerms?.Text ?? ""],
        ["tags", _, "term"] => [.. take.Keywords, .. take.Subjects.Select(subject => subject.Code)],
        ["tags", _, "scheme"] => [.. take.Subjects.Select(subject => subject.Scheme)],
        ["tags", _, "label"] => [.. take.Subjects.Select(subject => subject.Name)],
        ["published" or "issued"] => [.. Texts(take.FirstCreated, take.VersionCreated)],
        ["updated" or "modified" or "date"] => [.. Texts(take.VersionCreated, take.FirstCreated)],
        ["created"] => [.. Texts(take.FirstCreated)],
        ["source", "title"] => [take.Source],
        ["content", "0", "language"] => [take.Language],
        ["published_parsed" or "issued_parsed"] => [.. Instants(take.FirstCreated, take.VersionCreated)],
        ["updated_parsed" or "modified_parsed" or "date_parsed"] =>
            [.. Instants(take.VersionCreated, take.FirstCreated)],
        ["created_parsed"] => [.. Instants(take.FirstCreated)],
        ["expired_parsed"] => [.. Instants(take.Expiry)],
        ["expired"] => [.. Texts(take.Expiry)],
        ["enclosures", _, "href" or "url"] or ["links", _, "href"] or ["media_content", _, "url"]
            or ["media_thumbnail", _, "url"] or ["image", "href"] =>
            [.. take.Links.Select(link => link.Target),
             .. take.Pictures.SelectMany(picture => picture.Renditions).Select(file => file.Href)],
        ["enclosures", _, "type"] or ["links", _, "type"] =>
            [.. take.Links.Select(link => link.MediaType),
             .. take.Pictures.SelectMany(picture => picture.Renditions).Select(file => file.MediaType)],
        ["links", _, "title"] => [.. take.Links.Select(link => link.Title)],
        ["media_credit", _, "content"] => [take.CreditLine, .. take.Pictures.Select(picture => picture.Credit)],
        _ => null,
    };

    static IEnumerable<string> Targets(Take take, string rel) =>
        take.Links.Where(link => link.Rel == rel).Select(link => link.Target);

    static IEnumerable<string> Texts(params SenderTime?[] times) =>
        times.OfType<SenderTime>().Select(time => time.Text);

    static IEnumerable<string> Instants(params SenderTime?[] times) =>
        times.Select(time => time?.At is { } at ? at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) : "");

    static string Copy(Take take) =>
        string.Join(' ', take.Body.SelectMany(paragraph =>
                paragraph.Subheads.Select(subhead => subhead.Text).Append(paragraph.Text))
            .Prepend(take.Dateline?.Text ?? ""));

    /// <summary>
    /// Text without markup, white space and case of charsets; feedparser keeps markup, a take does not.
    /// </summary>
    static string Normal(string text)
    {
        var body = new BodyBuilder(ReadOptions.Default);
        HtmlReader.Feed(text, body);
        body.Finish();
        var plain = string.Concat(body.Paragraphs
            .Select(p => string.Concat(p.Subheads.Select(s => s.Text)) + p.Text));
        return string.Concat(plain.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>A Python string literal, or several side by side; null for anything else.</summary>
    static string? PythonText(string literal)
    {
        var text = literal.Trim();
        if (Tuple().Match(text) is { Success: true } time)
        {
            return string.Concat(time.Groups["part"].Captures.Take(6)
                .Select((part, i) => part.Value.PadLeft(i == 0 ? 4 : 2, '0')));
        }
        if (!Literals().IsMatch(text))
            return null;
        return string.Concat(Literal().Matches(text).Select(match => Escape().Replace(
            match.Groups["a"].Value + match.Groups["b"].Value, escape => escape.Value[1] switch
            {
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                'x' or 'u' or 'U' => char.ConvertFromUtf32(
                    int.Parse(escape.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
                var c => c.ToString(),
            })));
    }

    [GeneratedRegex(@"Expect:\s*(?<what>[^\n]*)")]
    private static partial Regex ExpectLine();

    [GeneratedRegex(@"^((not )?bozo and )?(?<path>[a-z0-9_\[\]'"".]+) == (?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"[a-zA-Z_]+|\d+")]
    private static partial Regex Step();

    [GeneratedRegex(@"^\((?<part>\d+)(, ?(?<part>\d+)){8}\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tuple();

    [GeneratedRegex(@"<(item|entry)(\s[^>]*)?>", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemStart();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\s*\+?\s*u?('([^'\\]|\\.)*'|""([^""\\]|\\.)*""))+$")]
    private static partial Regex Literals();

    [GeneratedRegex(@"u?('(?<a>([^'\\]|\\.)*)'|""(?<b>([^""\\]|\\.)*)"")", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
