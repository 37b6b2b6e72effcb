using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.App;

/// <summary>What is said of a contract on the command line and in requests, as the gate holds it.</summary>
static class ContractWords
{
    /// <summary>What a word for media may be.</summary>
    public static string ExpectedMedia { get; } =
        $"one of {string.Join(", ", UsageMedia.All)}, or print, internet, broadcast for several";

    /// <summary>
    /// Codes of territories in capitals, each once; one word may hold several with commas. Blank words count for
    /// nothing.
    /// </summary>
    /// <param name="words">As written, in any case.</param>
    /// <param name="wrong">The first that is no code; empty when all are.</param>
    public static ImmutableArray<string> Territories(IEnumerable<string?> words, out string wrong)
    {
        ImmutableArray<string> codes = [.. Split(words).Select(word => word.ToUpperInvariant()).Distinct()];
        wrong = codes.FirstOrDefault(code => !Copy.Territories.IsCode(code)) ?? "";
        return codes;
    }

    /// <summary>Names of media, each once; a word for several stands for all of them.</summary>
    /// <inheritdoc cref="Territories"/>
    public static ImmutableArray<string> Media(IEnumerable<string?> words, out string wrong)
    {
        var named = Split(words).Select(word => word.ToLowerInvariant()).ToList();
        wrong = named.FirstOrDefault(word => UsageMedia.Named(word).IsEmpty) ?? "";
        return [.. named.SelectMany(word => UsageMedia.Named(word)).Distinct()];
    }

    /// <summary>What a word for a purpose may be.</summary>
    public static string ExpectedPurposes { get; } = $"at least one of {string.Join(", ", UsagePurposes.All)}";

    /// <summary>Names of purposes, each once.</summary>
    /// <inheritdoc cref="Territories"/>
    public static ImmutableArray<string> Purposes(IEnumerable<string?> words, out string wrong)
    {
        ImmutableArray<string> named = [.. Split(words).Select(word => word.ToLowerInvariant()).Distinct()];
        wrong = named.FirstOrDefault(word => !UsagePurposes.All.Contains(word)) ?? "";
        return named;
    }

    /// <summary>Names of services, each once.</summary>
    public static ImmutableArray<string> Services(IEnumerable<string?> words) => [.. words
        .Select(word => word?.Trim() ?? "").Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    static IEnumerable<string> Split(IEnumerable<string?> words) => words.SelectMany(word =>
        (word ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
