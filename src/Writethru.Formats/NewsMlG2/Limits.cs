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
        part.Name is "pubStatus" or "expires" || AreIn(part);

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
            or "embargoed"
        || part.Name.EndsWith("ExtProperty", StringComparison.Ordinal)
        && (FieldNames.MayBind(part.Attribute("rel")) || FieldNames.MayBind(part.Attribute("reluri"))
            || part.Name == "rightsInfoExtProperty");
}
