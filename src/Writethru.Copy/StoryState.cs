namespace Writethru.Copy;

/// <summary>How a story stands, by the causes of its takes alone.</summary>
public enum StoryState
{
    /// <summary>There is no such story, or it has no take yet.</summary>
    None,

    /// <summary>It may be used, as far as its takes are out.</summary>
    Living,

    /// <summary>A hold stopped it; a release makes it usable again.</summary>
    Held,

    /// <summary>A kill ended it.</summary>
    Killed,

    /// <summary>It was removed because the right to it ended.</summary>
    TakenDown,
}
