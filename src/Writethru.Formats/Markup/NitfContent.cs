using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>What an element of NITF holds beside its head: three formats carry it, one of them alone.</summary>
/// <param name="Copy">
/// A take as far as the element says: headlines, byline, dateline, body, pictures, abstracts, notes, rights, tagline.
/// The dateline is not repeated in paragraph 1. Status, identity and dates are not in it: they stand in the head.
/// </param>
/// <param name="Head">The <c>head</c>, unread; null when there is none.</param>
/// <param name="IsTooMuch">More paragraphs, cells or pictures than the options allow: the item is to be
/// refused.</param>
/// <param name="IsWhole">Whether this program wrote it: nothing in the body is head by its shape.</param>
sealed record NitfContent(Take Copy, XmlPart? Head, bool IsTooMuch, bool IsWhole)
{
    /// <summary>
    /// Reads an element that is <c>nitf</c>, <c>body</c>, <c>body.content</c>, or holds what they hold.
    /// </summary>
    /// <param name="part">The element, in whatever namespace.</param>
    /// <param name="options">The limits.</param>
    /// <param name="source">The document, for the remarks and their places.</param>
    public static NitfContent Read(XmlPart part, ReadOptions options, XmlSource source) =>
        new NitfContentReader(options, source).Read(part);
}
