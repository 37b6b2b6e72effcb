using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads the displayable lines of the text: NewsLines.</summary>
static class NewsMlLines
{
    static readonly FrozenDictionary<string, Action<NewsMlDraft, XmlPart>> _lines =
        new Dictionary<string, Action<NewsMlDraft, XmlPart>>
        {
            ["HeadLine"] = ReadHeadline,
            ["SubHeadLine"] = (draft, line) => AddHeadline(draft, NewsMlNames.SubHeadline, draft.Words(line)),
            ["ByLine"] = ReadByline,
            ["DateLine"] = ReadDateline,
            ["CreditLine"] = (draft, line) => draft.SetOrKeep("NewsLines/CreditLine", draft.Words(line),
                take => take.CreditLine, (take, text) => take with { CreditLine = text }),
            ["CopyrightLine"] = (draft, line) => NewsMlRights.ReadCopyrightLine(draft, line),
            ["RightsLine"] = (draft, line) => draft.AddTerms(draft.Words(line)),
            ["SeriesLine"] = (draft, line) => draft.SetOrKeep("NewsLines/SeriesLine", draft.Words(line),
                take => take.Series, (take, text) => take with { Series = text }),
            ["SlugLine"] = (draft, line) => draft.SetOrKeep("NewsLines/SlugLine", draft.Words(line),
                take => take.Slug, (take, text) => take with { Slug = text }),
            ["KeywordLine"] = ReadKeywords,
            ["NewsLine"] = ReadLine,
        }.ToFrozenDictionary();

    static readonly FrozenSet<string> _advisories = new[]
    {
        "AdvisoryLine", "Advisory", "AdvisoryNote", "EditorsNote", "EditorialNote", "EdNote", "NoteToEditors",
        "Attention",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Types of lines with words that limit use.</summary>
    static readonly FrozenSet<string> _rights = new[]
    {
        "RightsLine", "UsageTerms", "Restrictions", "RestrictionLine", "UsageLine", "SpecialInstructions",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all lines of a component.</summary>
    public static void Read(XmlPart lines, NewsMlDraft draft)
    {
        foreach (var line in lines.Children)
        {
            if (_lines.TryGetValue(line.Name, out var read))
                read(draft, line);
            else
                draft.ReadField($"NewsLines/{line.Name}", line.Name, draft.Words(line), line);
        }
    }

    /// <summary>Reads only the lines that may bind, of a component that is not the copy.</summary>
    public static void ReadBinding(XmlPart lines, NewsMlDraft draft)
    {
        foreach (var line in lines.Children)
        {
            var type = line.Child("NewsLineType")?.Attribute("FormalName") ?? "";
            if (line.Name == "RightsLine" || _rights.Contains(type))
                draft.AddTerms(line.Child("NewsLineText") is { } text ? draft.Words(text) : draft.Words(line));
            else if (FieldNames.MayBind(line.Name) || FieldNames.MayBind(type))
            {
                draft.ReadField($"NewsLine/{type}", type.Length > 0 ? type : line.Name,
                    line.Child("NewsLineText") is { } words ? draft.Words(words) : draft.Words(line), line);
            }
        }
    }

    /// <summary>Whether a line of that type is a note to editors, which for a picture may bind it.</summary>
    public static bool Binds(string type) =>
        _advisories.Contains(type) || _rights.Contains(type) || FieldNames.MayBind(type);

    /// <summary>Adds a further headline, unless it is one that the take has.</summary>
    public static void AddHeadline(NewsMlDraft draft, string role, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || !draft.IsOurs && (draft.Take.Headline == text
            || draft.Take.Headlines.Any(other => other.Text == text)))
            return;
        draft.Take = draft.Take with { Headlines = draft.Take.Headlines.Add(new Labelled(role, text)) };
    }

    static void ReadHeadline(NewsMlDraft draft, XmlPart line)
    {
        var text = draft.Words(line);
        if (draft.Take.Headline.Length == 0)
            draft.Take = draft.Take with { Headline = string.IsNullOrWhiteSpace(text) && !draft.IsOurs ? "" : text };
        else
            AddHeadline(draft, "", text);
    }

    static void ReadByline(NewsMlDraft draft, XmlPart line)
    {
        var text = draft.Words(line);
        if (!draft.IsOurs && text.StartsWith("By ", StringComparison.Ordinal))
            text = text[3..];
        if (string.IsNullOrWhiteSpace(text) || draft.Take.Byline == text)
            return;
        draft.Take = draft.Take with
        {
            Byline = draft.Take.Byline.Length == 0 ? text : $"{draft.Take.Byline}, {text}",
        };
    }

    static void ReadDateline(NewsMlDraft draft, XmlPart line)
    {
        var text = draft.Words(line);
        if (draft.DateLine.Length == 0)
            draft.DateLine = string.IsNullOrWhiteSpace(text) ? "" : text;
        else if (draft.DateLine != text)
            draft.Keep("NewsLines/DateLine", text);
    }

    static void ReadKeywords(NewsMlDraft draft, XmlPart line)
    {
        var text = draft.Words(line);
        var keywords = draft.IsOurs ? [text] : text.Split([',', ';', '،', '、'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        draft.Take = draft.Take with { Keywords = draft.Take.Keywords.AddRange(keywords) };
    }

    static void ReadLine(NewsMlDraft draft, XmlPart line)
    {
        var type = line.Child("NewsLineType")?.Attribute("FormalName") ?? "";
        foreach (var part in line.All("NewsLineText"))
        {
            var text = draft.Words(part);
            if (string.IsNullOrWhiteSpace(text) && !draft.IsOurs)
                continue;
            if (draft.IsOurs && type.StartsWith(NewsMlNames.Prefix, StringComparison.Ordinal))
                ReadOurs(draft, type, text);
            else if (_advisories.Contains(type))
                ReadAdvisory(draft, text);
            else if (_rights.Contains(type))
                draft.AddTerms(text);
            else if (text.StartsWith("http://", StringComparison.Ordinal)
                || text.StartsWith("https://", StringComparison.Ordinal))
                draft.AddLink(new Link(type, text));
            else
                draft.ReadField($"NewsLine/{type}", type, text, line);
        }
    }

    /// <summary>
    /// The first note to editors is the advisory; the others are notes. Words that limit use are terms too.
    /// </summary>
    public static void ReadAdvisory(NewsMlDraft draft, string text)
    {
        if (!draft.IsOurs && Restrictions.AreIn(text))
            draft.AddTerms(text);
        if (draft.Take.Advisory is null)
            draft.Take = draft.Take with { Advisory = new Advisory(text) };
        else if (draft.Take.Advisory.Text != text)
            draft.AddNote(new Note("", text));
    }

    static void ReadOurs(NewsMlDraft draft, string type, string text)
    {
        if (RoleAfter(type, NewsMlNames.Note) is { } note)
            draft.AddNote(new Note(note, text));
        else if (RoleAfter(type, NewsMlNames.Headline) is { } headline)
            AddHeadline(draft, headline, text);
        else if (RoleAfter(type, NewsMlNames.Description) is { } description)
        {
            draft.Take = draft.Take with
            {
                Descriptions = draft.Take.Descriptions.Add(new Labelled(description, text)),
            };
        }
        else if (RoleAfter(type, NewsMlNames.Extra) is { } extra)
            draft.Keep(extra, text);
        else
            draft.Keep($"NewsLine/{type}", text);
    }

    static string? RoleAfter(string type, string prefix) =>
        type.StartsWith(prefix, StringComparison.Ordinal) ? type[prefix.Length..] : null;
}
