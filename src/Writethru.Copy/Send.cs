using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>How a take left for a subscriber.</summary>
public enum SendPath
{
    /// <summary>In a page of its feed.</summary>
    Feed,

    /// <summary>On its stream.</summary>
    Live,

    /// <summary>As a story, a take or a diff that it asked for by its key.</summary>
    Story,

    /// <summary>On a page that a person looked at.</summary>
    Page,

    /// <summary>As the file of a picture.</summary>
    Picture,
}

/// <summary>
/// One take on its way to one subscriber: a line of the ledger. It is there before the first byte leaves, so that a
/// line that is only begun may stand for nothing sent, and nothing is sent without a line.
/// </summary>
public sealed record Send
{
    /// <summary>The story.</summary>
    public required StoryId Story { get; init; }

    /// <summary>The take.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the subscriber.</summary>
    public required string Subscriber { get; init; }

    /// <summary>How it left.</summary>
    public required SendPath Path { get; init; }

    /// <summary>What the gate let through of it, as <see cref="Decision.Deliver.Grant"/>.</summary>
    public required string Grant { get; init; }

    /// <summary>Where in the stream it stood; null when it was not sent as part of one.</summary>
    public long? Position { get; init; }

    /// <summary>When the send was recorded, before its first byte.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>When its last byte was taken by the connection; null when that is not known.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When the subscriber asked to go on behind it; null when it has not.</summary>
    public DateTimeOffset? Received { get; init; }
}

/// <summary>What a subscriber says became of a take.</summary>
public enum ReceiptOutcome
{
    /// <summary>It has it; of a kill or hold: it has done what the notice asks.</summary>
    Confirmed,

    /// <summary>It could not use it, or could not do what the notice asks. Somebody must look.</summary>
    Failed,
}

/// <summary>A subscriber's own word on a take that was sent to it.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">The take.</param>
/// <param name="Subscriber">Id of the subscriber.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">In the subscriber's words; may be empty.</param>
public sealed record Receipt(StoryId Story, int Number, string Subscriber, ReceiptOutcome Outcome, string Note)
{
    /// <summary>When the archive took it in.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>How far a take has come with a subscriber.</summary>
public enum DeliveryState
{
    /// <summary>The subscriber says that it could not use it, or could not do what the notice asks.</summary>
    Failed,

    /// <summary>The subscriber has said that it has it, or that it has done what the notice asks.</summary>
    Confirmed,

    /// <summary>The subscriber has asked to go on behind it.</summary>
    Received,

    /// <summary>Its connection took the last byte.</summary>
    Sent,

    /// <summary>Recorded before its first byte; how much of it left is not known.</summary>
    Begun,

    /// <summary>The subscriber may have it, and has not asked.</summary>
    NotAsked,

    /// <summary>It may not have it; the rule says why.</summary>
    Withheld,

    /// <summary>It must hear of it and cannot: its key was revoked.</summary>
    Unreachable,
}

/// <summary>Whom a kill, takedown or hold must reach.</summary>
/// <param name="Subscriber">Its id.</param>
/// <param name="Takes">
/// The takes of the story that were sent to it, in order; empty when it was sent the copy as another story alone.
/// </param>
public sealed record Recipient(string Subscriber, ImmutableArray<int> Takes);
