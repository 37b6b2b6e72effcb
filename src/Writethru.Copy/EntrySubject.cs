namespace Writethru.Copy;

/// <summary>What an entry of the log is about.</summary>
/// <param name="Story">The story; null when it is about none.</param>
/// <param name="Take">The take of it; null when it is about none, or about the story as a whole.</param>
public readonly record struct EntrySubject(StoryId? Story, int? Take)
{
    /// <summary>No story.</summary>
    public static EntrySubject None { get; }

    /// <summary>The take in its place; null when it is about none.</summary>
    public TakePlace? Place => Story is { } story && Take is { } number ? new TakePlace(story, number) : null;

    /// <summary>A story as a whole.</summary>
    public static EntrySubject Of(StoryId story) => new(story, null);

    /// <summary>One take.</summary>
    public static EntrySubject Of(StoryId story, int number) => new(story, number);
}
