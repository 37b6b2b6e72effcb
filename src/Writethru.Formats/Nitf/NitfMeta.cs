using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>
/// The fields of a take that NITF has no place for, each as a <c>meta</c> of our own: name, how it is read from a take,
/// how it is put into one.
/// </summary>
/// <param name="Name">Name of the field, in the words of the canonical JSON; in the file with our prefix.</param>
/// <param name="Of">The text to be written; empty when nothing is.</param>
/// <param name="Into">The take with the field.</param>
sealed record NitfMeta(string Name, Func<Take, string> Of, Func<Take, string, Take> Into)
{
    /// <summary>The words of the embargo.</summary>
    public const string Embargo = NitfRoles.Prefix + "embargo";

    /// <summary>Begins the name of an extra; its own name follows.</summary>
    public const string Extra = NitfRoles.Prefix + "extra.";

    /// <summary>All of them, in the order in which they are written.</summary>
    public static ImmutableArray<NitfMeta> All { get; } =
    [
        new("headline", take => Odd(take.Headline), (take, text) => take with { Headline = text }),
        new("byline", take => Odd(take.Byline), (take, text) => take with { Byline = text }),
        new("provider", take => Odd(take.Provider), (take, text) => take with { Provider = text }),
        new("series", take => take.Series, (take, text) => take with { Series = text }),
        new("contact", take => take.Contact, (take, text) => take with { Contact = text }),
        new("endMark", take => take.EndMark, (take, text) => take with { EndMark = text }),
        new("creditLine", take => take.CreditLine, (take, text) => take with { CreditLine = text }),
        new("sequence", take => take.Sequence, (take, text) => take with { Sequence = text }),
        new("priority", take => take.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
            (take, text) => take with { Priority = Digit(text) }),
        new("firstCreated", take => take.FirstCreated?.Text ?? "",
            (take, text) => take with { FirstCreated = SenderTimes.Read(text, "") }),
    ];

    static readonly FrozenDictionary<string, NitfMeta> _byName =
        All.ToFrozenDictionary(meta => NitfRoles.Prefix + meta.Name);

    /// <summary>The field of a name in a file; null when it is none of ours.</summary>
    public static NitfMeta? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A line that an element would change: what is read from there is replaced by this.</summary>
    static string Odd(string line) => OneLine.Of(line) == line && XmlText.IsClean(line) ? "" : line;

    /// <summary>
    /// Text as it stands in a meta of ours: what XML cannot carry as <c>\u0007</c>, a backslash twice.
    /// </summary>
    public static string Escape(string text)
    {
        if (XmlText.IsClean(text) && !text.Contains('\\'))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                escaped.Append(@"\\");
            else if (XmlText.IsAllowed(text, i))
                escaped.Append(text[i]);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        }
        return escaped.ToString();
    }

    /// <summary>What <see cref="Escape"/> was given; a backslash that begins no escape stands for itself.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\'))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest is ['\\', '\\', ..])
                i++;
            else if (rest is ['\\', 'u', _, _, _, _, ..] && ushort.TryParse(
                rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter)
                && !char.IsSurrogate((char)letter))
            {
                plain.Append((char)letter);
                i += 5;
                continue;
            }
            plain.Append(text[i]);
        }
        return plain.ToString();
    }

    static int? Digit(string text) => text is [>= '1' and <= '9'] ? text[0] - '0' : null;
}
