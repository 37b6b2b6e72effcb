using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Delivery;

/// <summary>Whose stream, from where, in which format.</summary>
public sealed record FeedRequest
{
    /// <summary>To whom it goes.</summary>
    public required Sending To { get; init; }

    /// <summary>Id of the principal.</summary>
    public string Principal => To.Principal;

    /// <summary>Where it goes on.</summary>
    public required StreamPlace After { get; init; }

    /// <summary>What the caller must hear first; null when it goes on where the caller wanted it to.</summary>
    public StreamGap? Gap { get; init; }

    /// <summary>The format of the items.</summary>
    public required IWireFormat Format { get; init; }

    /// <summary>What the principal needs otherwise than usual in that format.</summary>
    public Channel Channel { get; init; } = Channel.Default;

    /// <summary>Most items of a page; ignored by the stream.</summary>
    public int Limit { get; init; }

    /// <summary>
    /// How long a page that would be empty waits for an item; zero for not at all. Ignored by the stream.
    /// </summary>
    public TimeSpan Wait { get; init; }
}
