using System.Text;

namespace Writethru.Copy;

/// <summary>The form in which printed names of places and countries are compared.</summary>
public static class PlaceNames
{
    // By table, because the machine's own normalisation is off under InvariantGlobalization.
    const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćčďđēęěğīłńňőřśşšťūůűźżž";
    const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccddeeegilnnorssstuuuzzz";

    /// <summary>
    /// The name in lower case without accents, full stops and a leading "the", hyphens as spaces and one space between
    /// words: <c>The Côte-d'Ivoire</c> and <c>cote d'ivoire</c> have the same key. Empty for a name without letters.
    /// </summary>
    public static string KeyOf(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011')
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (c != '.')
            {
                key.Append(Fold(c));
            }
        }
        while (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        var text = key.ToString();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    static char Fold(char c)
    {
        var lower = char.ToLowerInvariant(c);
        if (lower == '’')
            return '\'';
        if (lower < '\u00e0')
            return lower;
        var at = Accented.IndexOf(lower);
        return at < 0 ? lower : Plain[at];
    }
}
