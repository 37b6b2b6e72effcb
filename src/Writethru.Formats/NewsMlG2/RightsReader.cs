using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Reads <c>rightsInfo</c>. Whatever may limit use joins the usage terms as text: what is not evaluated must be cleared
/// by a person, and is never dropped.
/// </summary>
sealed class RightsReader(ItemReading item)
{
    static readonly ImmutableArray<string> _limits =
        ["scope", "scopeuri", "aspect", "aspecturi", "validfrom", "validto"];

    /// <summary>The rights of parts of the content, by the identity of the part.</summary>
    readonly Dictionary<string, List<XmlPart>> _ofParts = new(StringComparer.Ordinal);

    readonly Dictionary<XmlPart, Rights> _read = [];
    long _given;

    /// <summary>What a <c>usageTerms</c> may say of itself that limits nothing.</summary>
    static readonly ImmutableArray<string> _plain =
    [
        "id", "creator", "creatoruri", "modified", "custom", "how", "howuri", "why", "whyuri", "lang", "dir", "space",
        "role", "roleuri", "media", "href", "pubconstraint", "pubconstrainturi", "class", "style", "rank",
    ];

    /// <summary>
    /// Reads all rights. Those of pictures are set apart for them, and are the item's too where they name anything
    /// else.
    /// </summary>
    /// <param name="rights">The elements.</param>
    /// <param name="pictures">Identities of what belongs to pictures.</param>
    public void Read(IEnumerable<XmlPart> rights, IReadOnlySet<string> pictures)
    {
        foreach (var part in rights)
        {
            var refs = Ids(part, "idrefs");
            foreach (var id in refs.Where(pictures.Contains))
                (_ofParts.TryGetValue(id, out var found) ? found : _ofParts[id] = []).Add(part);
            if (refs.Length > 0 && refs.All(pictures.Contains))
                continue;
            var read = ReadOnce(part);
            item.Terms.AddRange(read.Terms);
            item.Policies.AddRange(read.Policies);
            item.Take = item.Take with
            {
                CopyrightHolder = Once("copyrightHolder", item.Take.CopyrightHolder, read.Holder),
                CopyrightNotice = Once("copyrightNotice", item.Take.CopyrightNotice, read.Notice),
            };
        }
    }

    /// <summary>Terms and copyright notice of the parts with these identities.</summary>
    public (UsageTerms? Terms, string Notice) Of(IEnumerable<string> ids)
    {
        var read = ids.Where(_ofParts.ContainsKey).SelectMany(id => _ofParts[id]).Distinct()
            .Select(ReadOnce).ToList();
        var terms = Join(read.SelectMany(rights => rights.Terms), read.SelectMany(rights => rights.Policies));
        _given += read.Sum(rights => rights.Notice.Length) + (terms?.Whole.Length ?? 0);
        if (IsTooMuch)
            return (null, "");
        return (terms,
            string.Join("; ", read.Select(rights => rights.Notice).Where(notice => notice.Length > 0)));
    }

    /// <summary>The terms of a part that limits use and stands in a picture or in one of its files.</summary>
    public IEnumerable<string> TermsOf(string place, XmlPart part)
    {
        item.Remark(NewsMlG2Remarks.RightsExpression, Severity.Warning, part,
            $"'{place}' limits use: it stands among the terms of its picture, so that a person must clear it.");
        return part.Name == "rightsInfo" && ReadOnce(part) is { Policies.Count: 0, Terms.Count: > 0 } rights
            ? rights.Terms
            : [$"{place}: {Texts.Raw(part)}"];
    }

    /// <summary>Sentences and policies as terms; null when there are none.</summary>
    public static UsageTerms? Join(IEnumerable<string> terms, IEnumerable<string> policies)
    {
        var (text, policy) = (string.Join("; ", terms), string.Join('\n', policies));
        return text.Length + policy.Length > 0 ? new UsageTerms(text) { Policy = policy } : null;
    }

    /// <summary>The same long terms for very many pictures: the item is to be refused.</summary>
    public bool IsTooMuch => _given > item.Options.MaxBytes;

    public static string[] Ids(XmlPart part, string attribute) =>
        (part.Attribute(attribute) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    string Once(string name, string first, string further)
    {
        if (first.Length == 0 || further.Length == 0)
            return first.Length == 0 ? further : first;
        item.Extras.Add(new Extra($"rightsInfo/{name}", further));
        return first;
    }

    Rights ReadOnce(XmlPart rights) =>
        _read.TryGetValue(rights, out var known) ? known : _read[rights] = ReadOne(rights, "rightsInfo");

    Rights ReadOne(XmlPart rights, string place)
    {
        var (terms, holder, notices, policies) = (new List<string>(), "", new List<string>(), new List<string>());
        foreach (var limit in _limits.Where(name => !string.IsNullOrWhiteSpace(rights.Attribute(name))))
            terms.Add($"{place} {limit}: {rights.Attribute(limit)!.Trim()}");
        foreach (var part in rights.Children)
        {
            switch (part.Name)
            {
                case "usageTerms":
                    terms.AddRange(Both(part));
                    terms.AddRange(part.Attributes.Where(attribute => !_plain.Contains(attribute.Name))
                        .Select(attribute => $"usageTerms {attribute.Name}: {attribute.Value.Trim()}"));
                    break;
                case "copyrightNotice":
                    notices.AddRange(Both(part));
                    if (!item.Codes.AreOurs && Limits.AreInNotice(Texts.Of(part)))
                        terms.Add(Texts.Of(part));
                    if (part.Attribute("href") is not null && part.Content.Count > 0)
                        item.Keep($"{place}/copyrightNotice", part);
                    break;
                case "copyrightHolder" when holder.Length == 0:
                    var concept = item.Codes.ConceptOf(part);
                    holder = concept.Name.Length > 0 ? concept.Name : concept.Code;
                    if (concept is { Name.Length: > 0, Code.Length: > 0 })
                        item.Keep($"{place}/copyrightHolder", part);
                    break;
                case "accountable" or "copyrightHolder":
                    item.Keep($"{place}/{part.Name}", part);
                    break;
                default:
                    if (PolicyIn(part) is { } policy)
                        policies.Add(policy);
                    else
                        terms.Add($"{part.Name}: {Texts.Raw(part)}");
                    break;
            }
        }
        if (terms.Count > rights.All("usageTerms").Count())
        {
            item.Remark(NewsMlG2Remarks.RightsExpression, Severity.Warning, rights,
                "Rights that are not evaluated: they stand among the usage terms, so that a person must clear them.");
        }
        return new Rights(terms, policies, holder, string.Join("; ", notices));
    }

    /// <summary>
    /// The policy of a rights expression, as it stands; whether its language is understood is seen by whoever reads it.
    /// Null for anything else, and where more is said than the policy.
    /// </summary>
    static string? PolicyIn(XmlPart part) => part switch
    {
        { Name: "rightsExpressionXML" } when part.Children.ToList() is [var policy]
            && part.Text == policy.Text => Texts.Alone(policy),
        { Name: "rightsExpressionData" } when part.Text.Trim() is ['{' or '[' or '<', ..] data => data,
        _ => null,
    };

    static IEnumerable<string> Both(XmlPart part)
    {
        if (Texts.Of(part) is { Length: > 0 } text)
            yield return text;
        else if (part.Attribute("href") is { Length: > 0 } href)
            yield return $"{part.Name}: {href.Trim()}";
    }

    sealed record Rights(List<string> Terms, List<string> Policies, string Holder, string Notice);
}
