using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Writethru.Copy;

/// <summary>Continents and unions of countries, as they stood on a day.</summary>
/// <remarks>
/// A name has a narrow and a wide sense: <c>Scandinavia</c> with and without Finland. What is allowed there is
/// allowed in the narrow one, and what is denied there is denied in the wide one, so that nobody gets what was meant
/// to be kept from them. Countries are alpha-2 codes in the order of the alphabet.
/// </remarks>
public static class Unions
{
    /// <summary>The day on which the list was last held against its sources.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 1);

    static readonly FrozenDictionary<string, Union> _unions = Read();

    /// <summary>
    /// The union's key by a name of it, in any case; a name of up to five capitals, such as <c>EU</c>, only in
    /// capitals. Null when the list does not know it.
    /// </summary>
    public static string? Find(string name) =>
        _unions.TryGetValue(PlaceNames.KeyOf(name), out var union)
        && (!union.Shouted.Contains(PlaceNames.KeyOf(name)) || !name.Any(char.IsLower)) ? union.Key : null;

    /// <summary>Whom a permission for the union reaches: its members on that day, in the narrow sense.</summary>
    /// <param name="key">What <see cref="Find"/> gave.</param>
    /// <param name="on">The day; null: <see cref="AsOf"/>.</param>
    public static ImmutableArray<string> Allowed(string key, DateOnly? on = null) =>
        [.. Of(key).Members.Where(member => member.IsOn(on ?? AsOf)).Select(member => member.Code)];

    /// <summary>
    /// Whom a denial for the union reaches: in the wide sense, and without a day whoever was a member ever.
    /// </summary>
    /// <param name="key">What <see cref="Find"/> gave.</param>
    /// <param name="on">The day; null when it is not known.</param>
    public static ImmutableArray<string> Denied(string key, DateOnly? on = null) =>
        [.. Of(key).Members.Where(member => on is not { } day || member.IsOn(day)).Select(member => member.Code)
            .Concat(Of(key).InWideSense).Distinct().Order(StringComparer.Ordinal)];

    static Union Of(string key) => _unions[PlaceNames.KeyOf(key)];

    static FrozenDictionary<string, Union> Read()
    {
        var unions = new Dictionary<string, Union>(StringComparer.Ordinal);
        foreach (var line in UnionTable.Text.ReplaceLineEndings("\n")
            .Replace("\n    ", " ", StringComparison.Ordinal).Split('\n'))
        {
            var parts = line.Split('=', '+');
            var names = parts[0].Split(';', StringSplitOptions.TrimEntries);
            var keys = names.Select(name => PlaceNames.KeyOf(name)).Distinct();
            var union = new Union(
                names[0],
                [.. names.Where(name => name.Length <= 5 && !name.Any(char.IsLower)).Select(n => PlaceNames.KeyOf(n))],
                [.. Codes(parts[1]).Select(Member.Parse).OrderBy(member => member.Code, StringComparer.Ordinal)],
                parts.Length > 2 ? [.. Codes(parts[2])] : []);
            foreach (var key in keys)
                unions.Add(key, union);
        }
        return unions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static string[] Codes(string list) =>
        list.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    sealed record Union(
        string Key, ImmutableArray<string> Shouted, ImmutableArray<Member> Members, ImmutableArray<string> InWideSense);

    /// <param name="Code">Alpha-2.</param>
    /// <param name="From">First day.</param>
    /// <param name="Until">First day on which it is none any more.</param>
    readonly record struct Member(string Code, DateOnly From, DateOnly Until)
    {
        public bool IsOn(DateOnly day) => From <= day && day < Until;

        /// <summary><c>NO</c>, <c>HR@2013-07-01</c>, <c>GB@1973-01-01..2020-02-01</c>.</summary>
        public static Member Parse(string text)
        {
            var days = text.Length > 2 ? text[3..].Split("..") : [];
            return new Member(text[..2], days.Length > 0 ? Day(days[0]) : DateOnly.MinValue,
                days.Length > 1 ? Day(days[1]) : DateOnly.MaxValue);
        }

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
