using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using CopyRoles = Writethru.Copy.NoteRoles;

namespace Writethru.Formats.Profiles;

/// <summary>Reads a profile strictly: a key that is not known, or a value that cannot be meant, is an error.</summary>
static class ProfileJson
{
    /// <summary>
    /// What a role of a note may mean beside the roles that several formats share: the advisory of the take.
    /// </summary>
    const string Advisory = "advisory";

    static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    static readonly ImmutableArray<string> _keys =
    [
        .. typeof(ProviderProfile).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    static readonly ImmutableArray<string> _roles =
        [Advisory, CopyRoles.Notebook, CopyRoles.Correction, CopyRoles.Embargo, CopyRoles.Closing];

    /// <summary>The profile.</summary>
    /// <exception cref="JsonException">It is none; the message says what was found and what was expected.</exception>
    public static ProviderProfile Read(ReadOnlySpan<byte> json)
    {
        using var document = Parse(json);
        CheckKeys(document.RootElement);
        ProviderProfile profile;
        try
        {
            profile = document.Deserialize<ProviderProfile>(_options)!;
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"A profile's value of the wrong kind, or null, at {wrong.Path}.", wrong);
        }
        return Checked(profile with { Marks = [.. profile.Marks.Select(mark => mark.Trim().ToLowerInvariant())] });
    }

    static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"Not JSON at line {wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }
    }

    static void CheckKeys(JsonElement profile)
    {
        if (profile.ValueKind != JsonValueKind.Object)
            throw Wrong($"{profile.ValueKind}", "an object");
        foreach (var property in profile.EnumerateObject())
        {
            if (!_keys.Contains(property.Name))
                throw Wrong($"key '{property.Name}'", $"one of {string.Join(", ", _keys)}");
            if (property.Value.ValueKind == JsonValueKind.Null
                || property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && HasNull(property.Value))
                throw Wrong($"null in '{property.Name}'", "a value, or no such key");
        }
        if (!profile.TryGetProperty("name", out _))
            throw Wrong("no key 'name'", "the name by which a feed chooses the profile");
    }

    static bool HasNull(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null)
        : value.EnumerateObject().Any(property => property.Value.ValueKind == JsonValueKind.Null);

    static ProviderProfile Checked(ProviderProfile profile)
    {
        if (profile.Name.Length == 0 || profile.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
            throw Wrong($"name '{profile.Name}'", "letters, digits, '-' or '_'");
        if (profile.Marks.Any(mark => mark.Length < 2))
            throw Wrong("a mark of fewer than two letters", "a name or an identity");
        if (profile.Zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(profile.Zone) is null)
            throw Wrong($"zone '{profile.Zone}'", "an IANA zone such as Europe/Berlin, or \"\"");
        if (profile.Charset.Length > 0 && Charsets.Find(profile.Charset) is null)
            throw Wrong($"charset '{profile.Charset}'", "an IANA name such as windows-1252, or \"\"");
        foreach (var (role, meaning) in profile.NoteRoles)
        {
            if (!_roles.Contains(meaning))
                throw Wrong($"meaning '{meaning}' of the role '{role}'", $"one of {string.Join(", ", _roles)}");
        }
        return profile;
    }

    static JsonException Wrong(string found, string expected) =>
        new($"A profile: found {found}, expected {expected}.");
}
