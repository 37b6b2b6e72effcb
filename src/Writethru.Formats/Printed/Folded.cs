namespace Writethru.Formats.Printed;

/// <summary>Latin words without case and accents, so that a list holds each once: <c>À ne pas diffuser</c>.</summary>
static class Folded
{
    /// <summary>A table, for normalisation needs ICU, which a small system has not.</summary>
    const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ’";

    const string Plain = "aaaaaaceeeeiiiinoooooouuuuyy'";

    /// <summary>As long as the text: positions in it are those of the text. Other scripts stay as they are.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var c = char.ToLowerInvariant(from[i]);
            folded[i] = c > '\u007F' && Accented.IndexOf(c) is >= 0 and var at ? Plain[at] : c;
        }
    });
}
