using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>Words of a policy that were not understood, and where words stand in it.</summary>
/// <param name="policy">The policy as it was written.</param>
/// <param name="offset">Where it begins in the whole of the terms.</param>
sealed class PolicyWords(string policy, int offset)
{
    /// <summary>What stands before the name of a service in policies that this program writes.</summary>
    public const string Client = "urn:writethru:client:";

    /// <summary>What stands before the words of a credit in policies that this program writes.</summary>
    public const string Credit = "urn:writethru:credit:";

    readonly SortedSet<(int Start, int Length)> _strange = [];

    /// <summary>The words that were not understood.</summary>
    public ImmutableArray<TextSpan> NotUnderstood =>
        [.. _strange.Select(span => new TextSpan(span.Start, span.Length))];

    /// <summary>The whole policy.</summary>
    public TextSpan All => new(offset, policy.Length);

    /// <summary>Where a word stands; the whole policy when it does not stand there as it is.</summary>
    public TextSpan Find(string word) =>
        word.Length > 0 && policy.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
            ? new TextSpan(offset + at, word.Length) : All;

    /// <summary>Notes a word that was not understood.</summary>
    public void Strange(string word)
    {
        var span = Find(word);
        _strange.Add((span.Start, span.Length));
    }

    /// <summary>Notes words that together were not understood; the policy when there are none.</summary>
    public void Strange(IEnumerable<string> words)
    {
        var some = words.Where(word => word.Length > 0).ToList();
        foreach (var word in some.Count > 0 ? some : [""])
            Strange(word);
    }

    /// <summary>The media that a word or an address names; empty when none of ours.</summary>
    public static ImmutableArray<string> MediaOf(string address) => PolicyNames.LastOf(address) switch
    {
        "online" => UsageMedia.Named("internet"),
        "television" => [UsageMedia.Tv],
        "newspapers" => [UsageMedia.Newspaper],
        "magazines" => [UsageMedia.Magazine],
        "books" => [UsageMedia.Book],
        var word => UsageMedia.Named(word),
    };
}
