using System.CommandLine;
using System.Text.Json;

namespace Writethru.App.Cli;

/// <summary><c>admin why</c> and <c>admin recall</c>: who was sent what, and by which rule.</summary>
static class LedgerCommands
{
    public static Command Why()
    {
        var story = Story();
        var subscriber = new Argument<string>("SUBSCRIBER") { Description = "Name of the subscriber." };
        return AdminCommand.Verb("why",
            "Say why a subscriber got the takes of a story, or did not.", [story, subscriber],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Get, $"/v1/stories/{Uri.EscapeDataString(parsed.GetValue(story)!)}"
                    + $"/deliveries?subscriber={Uri.EscapeDataString(parsed.GetValue(subscriber)!)}", null, cancel),
                json => string.Join('\n', json.GetProperty("deliveries").EnumerateArray().Select(Line))));
    }

    public static Command Recall()
    {
        var story = Story();
        return AdminCommand.Verb("recall",
            "Show whom the kill, hold or correction of a story must reach, and how far it is.",
            [story], async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Get,
                    $"/v1/stories/{Uri.EscapeDataString(parsed.GetValue(story)!)}/recall", null, cancel),
                json => string.Join('\n', (string[])[Head(json),
                    .. json.GetProperty("recipients").EnumerateArray().Select(Recipient)])));
    }

    static Argument<string> Story() => new("STORY") { Description = "Identity of the story." };

    /// <summary>Take, cause, state, the rule, how it left; parted by tabs.</summary>
    static string Line(JsonElement delivery) => string.Join('\t',
        $"take {delivery.GetProperty("take").GetInt32()}", delivery.GetProperty("cause").GetString(),
        delivery.GetProperty("state").GetString(), delivery.GetProperty("rule").GetString(),
        Sends(delivery.GetProperty("sends")));

    static string Head(JsonElement recall) => $"{recall.GetProperty("cause").GetString()}, take "
        + $"{recall.GetProperty("take").GetInt32()}, filed {recall.GetProperty("filedAt").GetString()}: "
        + recall.GetProperty("text").GetString();

    /// <summary>Name, state, what was sent, how the notice went, what was said of it; parted by tabs.</summary>
    static string Recipient(JsonElement recipient) => string.Join('\t', recipient.GetProperty("subscriber").GetString(),
        recipient.GetProperty("state").GetString(), $"sent: {Sends(recipient.GetProperty("sent"))}",
        $"told: {Sends(recipient.GetProperty("told"))}",
        string.Join("; ", recipient.GetProperty("receipts").EnumerateArray()
            .Select(receipt => $"{receipt.GetProperty("outcome").GetString()} {receipt.GetProperty("at").GetString()} "
                + receipt.GetProperty("note").GetString())));

    static string Sends(JsonElement sends) => string.Join("; ", sends.EnumerateArray().Select(send =>
        $"take {send.GetProperty("take").GetInt32()} by {send.GetProperty("path").GetString()} "
            + send.GetProperty("begun").GetString()));
}
