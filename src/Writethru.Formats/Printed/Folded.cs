using System.Text;

namespace Writethru.Formats.Printed;

/// <summary>Latin words without case and accents, so that a list holds each once: <c>À ne pas diffuser</c>.</summary>
static class Folded
{
    /// <summary>As long as the text: positions in it are those of the text. Other scripts stay as they are.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Of(from[i]);
    });

    static char Of(char c) => c switch
    {
        <= '\u007F' => char.ToLowerInvariant(c),
        '’' => '\'',
        >= '\u00C0' and < '\u0250' => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
        _ => c,
    };
}
