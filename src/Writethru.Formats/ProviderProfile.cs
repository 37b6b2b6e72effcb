using System.Collections.Immutable;

namespace Writethru.Formats;

/// <summary>What is known of one provider's wire beyond its format: data, not code.</summary>
public sealed record ProviderProfile
{
    /// <summary>Name by which a feed chooses it: <c>dpa</c>, <c>stt</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Words by which it is recognised, in lower case: names and identities that its items give as provider, credit,
    /// agency or first part of their id.
    /// </summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>IANA zone of times that it writes without one; empty: such times stay without an instant.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Charset of items that declare none and are not UTF-8; empty: guessed.</summary>
    public string Charset { get; init; } = "";

    /// <summary>Whether items without a headline have their first paragraph or name label as one.</summary>
    public bool HeadlineFromLabel { get; init; }

    /// <summary>
    /// What its roles of notes mean: its own role to a name from <c>NoteRoles</c>, or to <c>advisory</c>.
    /// </summary>
    public ImmutableDictionary<string, string> NoteRoles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Its roles of notes that are not for subscribers.</summary>
    public ImmutableArray<string> PrivateNotes { get; init; } = [];

    /// <summary>Its category letters, each with the words for it.</summary>
    public ImmutableDictionary<string, string> Categories { get; init; } = ImmutableDictionary<string, string>.Empty;
}
