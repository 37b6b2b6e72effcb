namespace Writethru.Formats.Feeds;

/// <summary>What a feed that we write says of itself.</summary>
sealed record FeedOutline
{
    /// <summary>Identity of the feed, an IRI that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its title: who moves the copy.</summary>
    public required string Title { get; init; }

    /// <summary>When anything in it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Where the feed itself can be had; empty when nobody knows.</summary>
    public string Self { get; init; } = "";

    /// <summary>Its place on the web; empty when there is none.</summary>
    public string Site { get; init; } = "";

    /// <summary>The outline of a feed that holds one entry.</summary>
    public static FeedOutline Of(FeedEntry entry) => new()
    {
        Id = $"{entry.Id}:feed",
        Title = entry.Provider,
        Updated = entry.Filed.FiledAt,
    };
}
