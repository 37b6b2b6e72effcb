using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Rules of the standard.</summary>
static class StrictRules
{
    public static void Check(XmlPart root, XmlSource source) => _ = (root, source);
}
