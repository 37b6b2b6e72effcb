using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// The words that stop an item, in all languages at once: the tables <c>Lexicons/LANGUAGE.tsv</c>, made ready when they
/// are first needed. Immutable, and safe to use from many threads.
/// </summary>
sealed class Lexicon
{
    static readonly Lazy<Lexicon> _own = new(() => Of(Tables()));

    readonly ILookup<PhraseRole, LexiconRow> _rows;
    readonly ILookup<(PhraseRole, string), LexiconRow> _helping;
    readonly SearchValues<string> _triggers;

    Lexicon(IReadOnlyCollection<LexiconRow> rows)
    {
        _rows = rows.ToLookup(row => row.Role);
        _helping = rows.Where(row => row.Does is null).ToLookup(row => (row.Role, row.Table));
        _triggers = SearchValues.Create(
            [.. rows.Where(row => row.Does is not null).SelectMany(row => row.Phrase.Triggers).Distinct()],
            StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words of this program.</summary>
    public static Lexicon Own => _own.Value;

    /// <summary>Whether a text has a piece of a phrase that stops; without one no phrase is looked for.</summary>
    public bool MayStop(ReadOnlySpan<char> text) => text.ContainsAny(_triggers);

    /// <summary>The phrases that bind in a role, those that kill first.</summary>
    public IEnumerable<LexiconRow> In(PhraseRole role) => _rows[role];

    /// <summary>The phrases of a role in the table of a row: a word of one language says nothing in another.</summary>
    public IEnumerable<LexiconRow> In(PhraseRole role, LexiconRow of) => _helping[(role, of.Table)];

    /// <summary>Reads tables.</summary>
    /// <param name="tables">Each with the name that is said of it when it is wrong.</param>
    /// <exception cref="FormatException">A row has not all of its cells, or its phrase is wrong.</exception>
    public static Lexicon Of(IEnumerable<(string Name, string Text)> tables) => new(
        [.. tables.SelectMany(table => Rows(table.Name, table.Text)).OrderByDescending(row => row.Does)]);

    static ImmutableArray<LexiconRow> Rows(string name, string text)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<LexiconRow>();
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.Split('\t') is not [var phrase, var role, var does, _]
                || !Enum.TryParse<PhraseRole>(role, ignoreCase: true, out var place))
                throw new FormatException(
                    $"{name}, line {i + 1}: found '{line}', expected phrase, role, effect and source, with tabs.");
            if (place == PhraseRole.Slot)
                slots[phrase.Trim('{', '}')] = does;
            else
                rows.Add(new LexiconRow(Phrase.Parse(phrase, slots), place, StatusOf(does, name, i + 1), name));
        }
        return rows.DrainToImmutable();
    }

    static TakeStatus? StatusOf(string does, string name, int line) => does switch
    {
        "kill" => TakeStatus.Canceled,
        "hold" => TakeStatus.Withheld,
        "-" => null,
        _ => throw new FormatException($"{name}, line {line}: found the effect '{does}', expected kill, hold or -."),
    };

    static IEnumerable<(string, string)> Tables()
    {
        var assembly = typeof(Lexicon).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith("Writethru.Formats.Lexicons.", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
