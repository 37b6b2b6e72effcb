namespace Writethru.Delivery;

/// <summary>Why a stream does not simply go on.</summary>
public enum StreamGap
{
    /// <summary>
    /// The log was put back to an earlier state: what came behind the place where the stream goes on is void, and what
    /// stands there now comes.
    /// </summary>
    Restored,

    /// <summary>Rights were given back: what was missed meanwhile comes next.</summary>
    Rights,

    /// <summary>The cursor is none of the caller's: the stream goes on from now.</summary>
    Unknown,
}
