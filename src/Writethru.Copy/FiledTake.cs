namespace Writethru.Copy;

/// <summary>Identity of a story: opaque, never reused, not a capability. 1 to 64 letters, digits, '-' or '_'.</summary>
/// <param name="Value">The identity as text.</param>
public readonly record struct StoryId(string Value)
{
    /// <summary>Whether the text has the shape of an identity: it then fits URLs and file names unescaped.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: >= 1 and <= 64 }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Why a take exists.</summary>
public enum Cause
{
    /// <summary>The first take of a story.</summary>
    First,

    /// <summary>The story moved on.</summary>
    Development,

    /// <summary>A new top on the story.</summary>
    Lead,

    /// <summary>A complete new version, to be used in place of the one before.</summary>
    WriteThru,

    /// <summary>An error of fact is put right.</summary>
    Correction,

    /// <summary>The same copy again, with an error of transmission or form put right.</summary>
    Refile,

    /// <summary>Stop using for now.</summary>
    Hold,

    /// <summary>Usable again.</summary>
    Release,

    /// <summary>Never use, remove everywhere.</summary>
    Kill,

    /// <summary>Removal because the right to the copy ended.</summary>
    Takedown,
}

/// <summary>Where a take stands.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">Its number there, from 1.</param>
public readonly record struct TakePlace(StoryId Story, int Number);

/// <summary>A take in its place in a story.</summary>
public sealed record FiledTake
{
    /// <summary>The story it belongs to.</summary>
    public required StoryId Story { get; init; }

    /// <summary>Our number: 1, 2, 3 … without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Why it exists.</summary>
    public required Cause Cause { get; init; }

    /// <summary>When it was filed, UTC.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The copy itself.</summary>
    public required Take Take { get; init; }

    /// <summary>
    /// The label of the series that this house gave the take, in its own style: <c>2nd LD</c>, <c>UPDATE 2</c>; empty
    /// when it gave none, and always when the copy bears a printed one.
    /// </summary>
    public string Label { get; init; } = "";

    /// <summary>The label that the take moves under: the sender's as printed, else ours; empty when none.</summary>
    public string Series => Take.Series.Length > 0 ? Take.Series : Label;

    /// <summary>Story and number.</summary>
    public TakePlace Place => new(Story, Number);

    /// <summary>Whether this is the notice that ends the story.</summary>
    public bool IsKill => Cause is Cause.Kill or Cause.Takedown;

    /// <summary>Whether this is the notice that stops the story for now.</summary>
    public bool IsHold => Cause == Cause.Hold;
}
