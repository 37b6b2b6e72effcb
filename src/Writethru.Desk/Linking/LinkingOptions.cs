using System.ComponentModel.DataAnnotations;

namespace Writethru.Desk.Linking;

/// <summary>How takes find their story when nobody names it.</summary>
public sealed record LinkingOptions
{
    /// <summary>Whether takes are linked and proposed by the likeness of their copy. Default true.</summary>
    public bool ByLikeness { get; init; } = true;

    /// <summary>Publishers for whom they are not, by name. Default none.</summary>
    public IReadOnlyList<string> NotFor { get; init; } = [];

    /// <summary>Whether the copy of that publisher is compared.</summary>
    internal bool IsOnFor(string publisher) =>
        ByLikeness && !NotFor.Contains(publisher.Split('~')[0], StringComparer.Ordinal);

    /// <summary>Most stories of a publisher that one take is compared with, the newest. Default 200.</summary>
    [Range(1, 200)]
    public int MostStories { get; init; } = 200;
}
