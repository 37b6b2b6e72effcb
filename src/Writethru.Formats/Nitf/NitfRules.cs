using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

static class NitfRules
{
    public static void Check(XmlPart root, XmlSource source)
    {
    }
}
