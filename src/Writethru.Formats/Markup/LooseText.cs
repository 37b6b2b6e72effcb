using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// Text beside a picture that no field of it is made for. It stays with the picture, as an instruction to editors,
/// where words that limit use are looked for; kept outside of it, it would pass the gate where the picture does not.
/// </summary>
static class LooseText
{
    /// <summary>The picture with the text among its instructions, unless it says the same already.</summary>
    public static Picture On(Picture picture, string text)
    {
        text = text.Trim();
        if (text.Length == 0 || picture.Withheld is not null
            || Says(picture.Caption, text) || Says(picture.Instructions, text)
            || picture.Headline == text || picture.Credit == text || picture.CopyrightNotice == text)
            return picture;
        return picture with
        {
            Instructions = picture.Instructions.Length == 0 ? text : $"{picture.Instructions}\n{text}",
        };
    }

    static bool Says(string whole, string text) => whole.Contains(text, StringComparison.Ordinal);
}
