using System.Collections.Immutable;
using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>A principal in an entry of the log.</summary>
static class PrincipalJson
{
    public static void Write(Utf8JsonWriter json, Principal principal)
    {
        json.WriteString("name", principal.Name);
        if (principal.Id != principal.Name)
            json.WriteString("id", principal.Id);
        json.WriteString("role", Words.Of(principal.Role));
        WriteSome(json, "keys", principal.Keys, WriteKey);
        WriteList(json, "territories", principal.Territories);
        json.WriteBoolean("redistributes", principal.Redistributes);
        json.WriteString("format", principal.Format);
        json.WriteBoolean("revoked", principal.IsRevoked);
        if (principal.IsLapsed)
            json.WriteBoolean("lapsed", true);
        if (principal.GetsEmbargoed)
            json.WriteBoolean("getsEmbargoed", true);
        WriteList(json, "media", principal.Media);
        if (principal.Archives)
            json.WriteBoolean("archives", true);
        if (principal.IsCommercial)
            json.WriteBoolean("commercial", true);
        WriteList(json, "clientOf", principal.ClientOf);
        if (!UsagePurposes.AreUsual(principal.Purposes))
            WriteList(json, "purposes", principal.Purposes);
        if (principal.ContractFrom is { } from)
            json.WriteString("contractFrom", Instant.Write(from));
        if (principal.ContractUntil is { } until)
            json.WriteString("contractUntil", Instant.Write(until));
        if (principal.WithholdsWithoutTerms)
            json.WriteBoolean("withholdsWithoutTerms", true);
        if (principal.Channel != Channel.Default)
            WriteChannel(json, principal.Channel);
    }

    /// <summary>
    /// Only what is not as usual, so that a default that changes later changes for all who have not chosen.
    /// </summary>
    static void WriteChannel(Utf8JsonWriter json, Channel channel)
    {
        var usual = Channel.Default;
        json.WriteStartObject("channel");
        WriteSome(json, "charset", channel.Charset == usual.Charset ? "" : channel.Charset);
        WriteSome(json, "service", channel.Service == usual.Service ? "" : channel.Service);
        if (channel.NitfNamespace)
            json.WriteBoolean("nitfNamespace", true);
        if (channel.AdvisoryCheck)
            json.WriteBoolean("advisoryCheck", true);
        json.WriteEndObject();
    }

    static Channel ReadChannel(JsonElement json) => Child(json, "channel") is not { } channel
        ? Channel.Default
        : Channel.Default with
        {
            Charset = Text(channel, "charset") is { Length: > 0 } charset ? charset : Channel.Default.Charset,
            Service = Text(channel, "service") is { Length: > 0 } service ? service : Channel.Default.Service,
            NitfNamespace = IsTrue(channel, "nitfNamespace"),
            AdvisoryCheck = IsTrue(channel, "advisoryCheck"),
        };

    public static Principal Read(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Role = Words.Read<Role>(Text(json, "role")) ?? throw new JsonException("Principal without a role."),
        Id = Text(json, "id"),
        Keys = ReadKeys(json),
        Territories = Items(json, "territories", ReadText) is { IsEmpty: false } several ? several
            : Text(json, "territory") is { Length: > 0 } one ? [one] : [],
        Media = Items(json, "media", ReadText),
        Archives = IsTrue(json, "archives"),
        IsCommercial = IsTrue(json, "commercial"),
        ClientOf = Items(json, "clientOf", ReadText),
        Purposes = Items(json, "purposes", ReadText) is { IsEmpty: false } purposes ? purposes : UsagePurposes.Usual,
        ContractFrom = Instant.Parse(Text(json, "contractFrom")),
        ContractUntil = Instant.Parse(Text(json, "contractUntil")),
        WithholdsWithoutTerms = IsTrue(json, "withholdsWithoutTerms"),
        Redistributes = json.GetProperty("redistributes").GetBoolean(),
        Format = Text(json, "format"),
        IsRevoked = json.GetProperty("revoked").GetBoolean(),
        IsLapsed = IsTrue(json, "lapsed"),
        GetsEmbargoed = IsTrue(json, "getsEmbargoed"),
        Channel = ReadChannel(json),
    };

    static void WriteKey(Utf8JsonWriter json, ApiKey key)
    {
        json.WriteStartObject();
        json.WriteString("hash", key.Hash);
        if (key.Made is { } made)
            json.WriteString("made", Instant.Write(made));
        if (key.Expires is { } expires)
            json.WriteString("expires", Instant.Write(expires));
        if (key.IsRevoked)
            json.WriteBoolean("revoked", true);
        WriteSome(json, "by", key.By);
        if (key.IsUnconfirmed)
            json.WriteBoolean("unconfirmed", true);
        json.WriteEndObject();
    }

    /// <summary>A principal of before had one key, of which nothing else was kept.</summary>
    static ImmutableArray<ApiKey> ReadKeys(JsonElement json) => Text(json, "keyHash") is { Length: > 0 } only
        ? [new ApiKey { Hash = only }]
        : Items(json, "keys", key => new ApiKey
        {
            Hash = Text(key, "hash"),
            Made = Instant.Parse(Text(key, "made")),
            Expires = Instant.Parse(Text(key, "expires")),
            IsRevoked = IsTrue(key, "revoked"),
            By = Text(key, "by"),
            IsUnconfirmed = IsTrue(key, "unconfirmed"),
        });

    static void WriteList(Utf8JsonWriter json, string key, ImmutableArray<string> words) =>
        WriteSome(json, key, words, (to, word) => to.WriteStringValue(word));

    static string ReadText(JsonElement json) => json.GetString() ?? "";
}
