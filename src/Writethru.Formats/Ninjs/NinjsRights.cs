using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Policies;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Rights for machines: <c>rightsinfo</c> with <c>langid</c> and <c>encodedrights</c> or <c>linkedrights</c> (1.4 to
/// 2.x),
/// the same with upper case inside since 3.0.
/// </summary>
static class NinjsRights
{
    /// <summary>
    /// The policy that is there, as it was written. Null where there is only a link, which is never followed, where the
    /// text is no policy at all, and where more is said beside it.
    /// </summary>
    public static string? PolicyOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        string? policy = null;
        foreach (var property in value.EnumerateObject())
        {
            switch (NinjsKeys.Of(property))
            {
                case "langid":
                    break;
                case "encodedrights" when policy is null:
                    policy = JsonText.String(property.Value)
                        ?? (property.Value.ValueKind == JsonValueKind.Object ? property.Value.GetRawText() : "");
                    break;
                default:
                    return null;
            }
        }
        return policy is not null && policy.AsSpan().TrimStart() is ['{' or '[' or '<', ..] ? policy : null;
    }

    /// <summary>
    /// Writes the sentence, and a policy: the sender's where it sent one, else made from the rules that were read.
    /// </summary>
    /// <param name="to">Where to.</param>
    /// <param name="terms">The terms; null writes nothing.</param>
    /// <param name="reading">What was read from them; null when nothing was.</param>
    /// <param name="target">Address of what they bind.</param>
    public static void Write(NinjsJson to, UsageTerms? terms, TermsReading? reading, string target)
    {
        if (terms is null)
            return;
        to.Text("usageTerms", terms.Text);
        var policy = RulesPolicy.Of(terms, reading) is { } made ? PolicyWriter.ToJson(made, target) : terms.Policy;
        if (policy.Length == 0)
            return;
        to.Json.WriteStartObject(to.Edition.Key("rightsInfo"));
        to.Text("langId", RulesPolicy.Odrl);
        to.Text("encodedRights", policy);
        to.Json.WriteEndObject();
    }

    /// <summary>Sentences and policies as terms; null when there are none.</summary>
    public static UsageTerms? Join(List<string> terms, List<string> policies) =>
        terms.Count + policies.Count > 0
            ? new UsageTerms(string.Join("; ", terms)) { Policy = string.Join('\n', policies) } : null;
}
