using System.Collections.Immutable;
using System.Text.Json;

namespace Writethru.Formats.Profiles;

/// <summary>The profiles that are shipped; one JSON file each, beside this one.</summary>
public static class ProviderProfiles
{
    static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<ProviderProfile> All { get; } = Load();

    /// <summary>The profile of that name, in any case; null when there is none.</summary>
    public static ProviderProfile? Find(string? name) =>
        All.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A profile of somebody's own, in the same form as those that are shipped.</summary>
    /// <exception cref="JsonException">The text is no profile; the message says where.</exception>
    public static ProviderProfile Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ProviderProfile>(json, _options) is { } profile
            ? profile
            : throw new JsonException("Found null, expected a profile.");

    /// <summary>
    /// The profile whose mark is the whole of one of the texts, or its first part before ':', '/', '.', ',' or a space;
    /// null when none is.
    /// </summary>
    /// <param name="texts">What an item says of its provider: name, credit, agency, identity. Null and empty are passed over.</param>
    public static ProviderProfile? Recognise(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text) || text.Length > 1_000)
                continue;
            var whole = text.Trim().ToLowerInvariant();
            foreach (var profile in All)
            {
                foreach (var mark in profile.Marks)
                {
                    if (whole.StartsWith(mark, StringComparison.Ordinal)
                        && (whole.Length == mark.Length || whole[mark.Length] is ':' or '/' or '.' or ',' or ' ' or ')'))
                        return profile;
                }
            }
        }
        return null;
    }

    static ImmutableArray<ProviderProfile> Load()
    {
        var assembly = typeof(ProviderProfiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Contains(".Profiles.", StringComparison.Ordinal)
                    && name.EndsWith(".json", StringComparison.Ordinal))
                .Select(name =>
                {
                    using var json = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<ProviderProfile>(json, _options)!;
                })
                .OrderBy(profile => profile.Name, StringComparer.Ordinal),
        ];
    }
}
