using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Parts that limit use where the standard has no place for them, or in a sender's own property.</summary>
static class Limits
{
    /// <summary>Whether the part, or a part of it, limits use.</summary>
    public static bool AreIn(XmlPart part) => part.SelfAndDescendants().Any(IsLimit);

    /// <summary>The same for a part of a picture, which has neither status nor embargo of its own in a take.</summary>
    public static bool AreInPicture(XmlPart part) =>
        part.Name is "pubStatus" or "expires" || AreIn(part) || Named(part).Any();

    /// <summary>What a property of the sender's own, by its name and its value, sets or limits.</summary>
    public static IEnumerable<Limit> Named(XmlPart part) => part.Name.EndsWith("ExtProperty", StringComparison.Ordinal)
        ? ((string?[])[part.Attribute("rel"), part.Attribute("reluri")])
            .Where(name => !string.IsNullOrEmpty(name))
            .Select(
                name => LimitingNames.Of(part.Name, name![(name!.LastIndexOfAny([':', '/', '#']) + 1)..], SaidBy(part)))
            .OfType<Limit>()
        : [];

    static string SaidBy(XmlPart part) => part.Attribute("value") ?? part.Attribute("literal")
        ?? part.Attribute("qcode") ?? part.Attribute("valueuri") ?? part.Attribute("uri") ?? part.TextOnOneLine;

    /// <summary>
    /// Whether a copyright notice says more than whose the copy is: words that limit use. That all rights are reserved
    /// is no more than that.
    /// </summary>
    public static bool AreInNotice(string notice)
    {
        var more = notice.Replace("all rights reserved", "", StringComparison.OrdinalIgnoreCase);
        return Restrictions.PartFrom(more, more.Length).Terms.Length > 0;
    }

    static bool IsLimit(XmlPart part) => part.Name
        is "rightsInfo" or "usageTerms" or "rightsExpressionXML" or "rightsExpressionData" or "dataMining"
            or "embargoed" or "exclAudience"
        || part.Name.EndsWith("ExtProperty", StringComparison.Ordinal)
        && (FieldNames.MayBind(part.Attribute("rel")) || FieldNames.MayBind(part.Attribute("reluri"))
            || part.Name == "rightsInfoExtProperty" || Named(part).Any(limit => limit.Kind == Limiting.Rights));
}
