using System.Collections.Immutable;
using System.Text.Json;

namespace Writethru.Formats.Profiles;

/// <summary>The profiles that are shipped; one JSON file each, beside this one.</summary>
public static class ProviderProfiles
{
    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<ProviderProfile> All { get; } = Load();

    /// <summary>The profile of that name, in any case; null when there is none.</summary>
    public static ProviderProfile? Find(string? name) =>
        All.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A profile of somebody's own, in the form of those that are shipped.</summary>
    /// <param name="json">
    /// The profile as JSON in UTF-8; comments and commas at the end of lists are passed over.
    /// </param>
    /// <exception cref="JsonException">
    /// The text is no profile, has a key that is not known, or names a zone, a charset or a role that there is none of;
    /// the message says what was found and what was expected.
    /// </exception>
    public static ProviderProfile Read(ReadOnlySpan<byte> json) => ProfileJson.Read(json);

    /// <summary>
    /// The profile whose mark is the whole of one of the texts, or its first part before ':', '/', '.', ',' or a space;
    /// null when none is.
    /// </summary>
    /// <param name="texts">
    /// What an item says of its provider: name, credit, agency, identity. Null and empty are passed over.
    /// </param>
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
                        && (whole.Length == mark.Length
                            || whole[mark.Length] is ':' or '/' or '.' or ',' or ' ' or ')'))
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
                    using var bytes = new MemoryStream();
                    json.CopyTo(bytes);
                    return Read(bytes.ToArray());
                })
                .OrderBy(profile => profile.Name, StringComparer.Ordinal),
        ];
    }
}
