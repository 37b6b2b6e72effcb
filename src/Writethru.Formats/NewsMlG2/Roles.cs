using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// What our own scheme <c>urn:writethru:</c> is used for: roles that no scheme of IPTC's has, in a form that a QCode
/// allows.
/// </summary>
static class Roles
{
    public const string Alias = "writethru";

    /// <summary>The scheme of codes whose scheme their sender did not name, or that nobody knew.</summary>
    public const string NoScheme = Codes.Ours + "code:";

    public const string NoSchemeAlias = "writethru-code";

    /// <summary>The W3C's address of SHA-256, for IPTC's own list of hashes has none.</summary>
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public const string Advisory = "advisory";
    public const string NoRole = "_";
    public const string None = "none";
    public const string Picture = "picture";
    public const string Withheld = "withheld";
    public const string AfterParagraph = "afterParagraph";
    public const string Source = "source";
    public const string NonPublic = "nonpublic";
    public const string Series = "series";
    public const string EndMark = "endMark";
    public const string Contact = "contact";
    public const string Embargo = "embargo";
    public const string FirstCreated = "firstCreated";
    public const string VersionCreated = "versionCreated";
    public const string Expiry = "expiry";

    /// <summary>Begins the relation of an extra; its name follows.</summary>
    public const string Extra = "extra-";

    /// <summary>Begins the note in the place of a picture that was withheld; the reason follows.</summary>
    public const string WithheldNote = "withheld: ";

    /// <summary>Whether an extra goes out under our own scheme.</summary>
    public static bool CarriesExtra(string name) => ExtraNames.GoesOut(name);

    /// <summary>A name as a QCode of our scheme.</summary>
    public static string Ours(string name) => $"{Alias}:{Escape(name)}";

    /// <summary>A sender's role: as it is where IPTC's catalog explains it, else under our scheme.</summary>
    public static string Of(string role)
    {
        var colon = role.IndexOf(':');
        return colon > 0 && colon < role.Length - 1 && SchemeTable.UriOf(role[..colon]) is not null
            && !role.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
                ? role
                : Ours(role);
    }

    /// <summary>Text in the form of a code: white space, controls and the percent sign escaped; never empty.</summary>
    public static string Escape(string text)
    {
        if (text.Length == 0)
            return NoRole;
        if (text == NoRole)
            return "%005F";
        var code = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '%' or '\uFFFE' or '\uFFFF')
                code.Append('%').Append(((int)c).ToString("X4", null));
            else
                code.Append(c);
        }
        return code.ToString();
    }

    /// <summary>Turns <see cref="Escape"/> back.</summary>
    public static string Unescape(string code)
    {
        if (code == NoRole)
            return "";
        var text = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '%' && i + 4 < code.Length && ushort.TryParse(code.AsSpan(i + 1, 4),
                System.Globalization.NumberStyles.AllowHexSpecifier, null, out var c) && !char.IsSurrogate((char)c))
            {
                text.Append((char)c);
                i += 4;
            }
            else
                text.Append(code[i]);
        }
        return text.ToString();
    }
}
