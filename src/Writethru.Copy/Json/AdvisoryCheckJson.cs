using System.Collections.Immutable;
using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>A checked note to editors as JSON: what <c>check --json</c> and the API answer.</summary>
/// <remarks>
/// <c>{"verdict","claims":[{"verdict","borne":[…],"missing":[…]}],"unannounced":[…],"unannouncedRemovals":[…],
/// "unannouncedFields":[…],"minor":[…]}</c>; claims in the order of the note's; a list that is empty is absent.
/// </remarks>
public static class AdvisoryCheckJson
{
    /// <summary>Writes the check as one object.</summary>
    public static void Write(Utf8JsonWriter json, AdvisoryCheck check)
    {
        json.WriteStartObject();
        json.WriteString("verdict", Words.Of(check.Verdict));
        json.WriteStartArray("claims");
        foreach (var claim in check.Claims)
        {
            json.WriteStartObject();
            json.WriteString("verdict", Words.Of(claim.Verdict));
            WriteNumbers(json, "borne", claim.Borne);
            WriteNumbers(json, "missing", claim.Missing);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteNumbers(json, "unannounced", check.Unannounced);
        WriteNumbers(json, "unannouncedRemovals", check.UnannouncedRemovals);
        WriteSome(json, "unannouncedFields", check.UnannouncedFields, (writer, name) => writer.WriteStringValue(name));
        WriteNumbers(json, "minor", check.Minor);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null when its verdict is not known.</summary>
    public static AdvisoryCheck? Read(JsonElement json) =>
        Words.Read<CheckVerdict>(Text(json, "verdict")) is { } verdict
            ? new AdvisoryCheck
            {
                Verdict = verdict,
                Claims = Items(json, "claims", ReadClaim),
                Unannounced = Numbers(json, "unannounced"),
                UnannouncedRemovals = Numbers(json, "unannouncedRemovals"),
                UnannouncedFields = Items(json, "unannouncedFields", item => item.GetString() ?? ""),
                Minor = Numbers(json, "minor"),
            }
            : null;

    static ClaimCheck ReadClaim(JsonElement json) => new()
    {
        Verdict = Words.Read<ClaimVerdict>(Text(json, "verdict")) ?? ClaimVerdict.NotVerifiable,
        Borne = Numbers(json, "borne"),
        Missing = Numbers(json, "missing"),
    };

    static ImmutableArray<int> Numbers(JsonElement json, string key) => Items(json, key, item => item.GetInt32());

    static void WriteNumbers(Utf8JsonWriter json, string key, ImmutableArray<int> numbers) =>
        WriteSome(json, key, numbers, (writer, number) => writer.WriteNumberValue(number));
}
