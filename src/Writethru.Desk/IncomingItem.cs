using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Desk;

/// <summary>Bytes that somebody sends to be filed, and what they say about them.</summary>
public sealed record IncomingItem
{
    /// <summary>The bytes, verbatim.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Id of the principal who sends them.</summary>
    public required string Publisher { get; init; }

    /// <summary>The story it continues; null when the item's own identity decides.</summary>
    public StoryId? Story { get; init; }

    /// <summary>A slug that takes the place of the item's own; empty for none.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Why the take exists; null when the item and its place decide.</summary>
    public Cause? Cause { get; init; }

    /// <summary>
    /// Number of the take that it follows, as its writer knew it: when another is the newest by now, it is refused.
    /// Null: it follows whatever is the newest. Only with <see cref="Story"/>.
    /// </summary>
    public int? Follows { get; init; }

    /// <summary>An embargo that takes the place of the item's own; null for none.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>
    /// What is known of the provider, as the feed chose it; null: recognised from the item where it can be.
    /// </summary>
    public ProviderProfile? Profile { get; init; }

    /// <summary>
    /// The sender's key for a request that may be repeated safely; empty for none. At most 255 characters.
    /// </summary>
    public string IdempotencyKey { get; init; } = "";

    /// <summary>Files that came with the bytes, for the pictures in them. Their names lead nowhere.</summary>
    public ImmutableArray<IncomingFile> Files { get; init; } = [];

    /// <summary>The identity of the story that it opens if it opens one; null: a new one.</summary>
    internal StoryId? Opens { get; init; }

    /// <summary>The item as it was asked for, where the desk has said more of it since; null: this one.</summary>
    internal IncomingItem? AskedAs { get; init; }

    /// <summary>What is kept about how it came in.</summary>
    internal Received Describe(string format) => new()
    {
        Publisher = Publisher,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)),
        Length = Bytes.Length,
        Format = format,
        IdempotencyKey = IdempotencyKey,
        RequestHash = (AskedAs ?? this).HashRequest(),
    };

    /// <summary>
    /// Two requests with one idempotency key are the same request when bytes and parameters are equal.
    /// </summary>
    string HashRequest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var parameters = string.Join('\n', Story?.Value, Slug, Cause, Embargo is { } at ? Instant.Write(at) : "");
        hash.AppendData(Encoding.UTF8.GetBytes(parameters));
        // Behind the others and only when it is there, so that requests of before it existed keep their hash.
        if (Follows is { } follows)
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"\nfollows {follows}")));
        if (Profile is { } profile)
            hash.AppendData(Encoding.UTF8.GetBytes($"\nprofile {profile.Name}"));
        foreach (var file in Files)
            hash.AppendData(Encoding.UTF8.GetBytes(
                $"\nfile {file.Name} {Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span))}"));
        hash.AppendData([0]);
        hash.AppendData(Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The file of a picture that came with an item.</summary>
/// <param name="Name">The name under which it came, without folders.</param>
/// <param name="Bytes">The file, verbatim.</param>
public sealed record IncomingFile(string Name, ReadOnlyMemory<byte> Bytes);
