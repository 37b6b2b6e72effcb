using System.Collections.Immutable;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>What a feed says of itself and its items inherit.</summary>
sealed record FeedHead
{
    /// <summary>The feed's identity; empty when none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its title on one line: who moves the items.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its place on the web, against which relative references stand when no base is given.</summary>
    public string Link { get; init; } = "";

    /// <summary>The base of references in it: <c>xml:base</c>, else <see cref="Link"/>.</summary>
    public string Base { get; init; } = "";

    /// <summary>Language of items that name none.</summary>
    public string Language { get; init; } = "";

    /// <summary>Author of items that name none (RFC 4287, 4.2.1).</summary>
    public string Author { get; init; } = "";

    /// <summary>Rights text of items that have none.</summary>
    public string Rights { get; init; } = "";

    /// <summary>A licence that binds all items; empty when none.</summary>
    public string Licence { get; init; } = "";

    /// <summary>What Media RSS says of the feed's pictures: it binds those of every item.</summary>
    public ImmutableArray<XmlPart> Media { get; init; } = [];

    /// <summary>IANA zone of times without one; empty when nobody knows.</summary>
    public string Zone { get; init; } = "";
}
