namespace Writethru.Delivery;

/// <summary>A place in a principal's stream.</summary>
/// <param name="Position">Behind the entry at this position of the log; 0 for the beginning.</param>
/// <param name="Missed">
/// At a change of rights that gave something back: how far the stream has brought what was missed before it; null
/// anywhere else, and when it has brought all.
/// </param>
public readonly record struct StreamPlace(long Position, long? Missed = null)
{
    /// <summary>Where every stream begins.</summary>
    public static StreamPlace Start { get; }

    /// <summary>Up to where whoever comes from here has everything of its stream.</summary>
    public long Received => Missed is null ? Position : Position - 1;
}
