using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Writethru.App.Cli;

/// <summary><c>admin proposals</c>: takes that may belong to another story than the one they opened.</summary>
static class ProposalsCommand
{
    public static Command Create() =>
        new("proposals",
            "List, accept and reject what the machine only proposes: links of takes to stories, parts of takes.")
        {
            List(), Accept(), Reject(),
        };

    static Command List() => AdminCommand.Verb("list", "List what is proposed, newest first.", [],
        async (client, _, cancel) => AdminCommand.Print(
            await client.SendAsync(HttpMethod.Get, "/v1/proposals", null, cancel),
            json => string.Join('\n', json.EnumerateArray().Select(Line))));

    static Command Accept()
    {
        var id = Id();
        return AdminCommand.Verb("accept",
            "Say that the story which the take opened continues the other one. Its copy is the next take there, "
            + "unless that has newer copy.",
            [id],
            async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                $"/v1/proposals/{Uri.EscapeDataString(parsed.GetValue(id)!)}/accept", null, cancel),
                AdminCommand.FiledLine));
    }

    static Argument<string> Id() => new("ID") { Description = "What the list shows first." };

    static Command Reject()
    {
        var id = Id();
        return AdminCommand.Verb("reject",
            "Say that the take does not belong to that story. It stays where it is.", [id],
            async (client, parsed, cancel) => AdminCommand.Print(await client.SendAsync(HttpMethod.Post,
                $"/v1/proposals/{Uri.EscapeDataString(parsed.GetValue(id)!)}/reject", null, cancel), null));
    }

    /// <summary>
    /// Identity, take, the other story, score, doubt, reasons, headline, when the newest copy of either was filed and
    /// what accepting would do; of a part: identity, the take that it is for, what
    /// it is, its place, its text. Parted by tabs.
    /// </summary>
    static string Line(JsonElement proposal)
    {
        if (proposal.TryGetProperty("part", out var part))
        {
            return string.Join('\t', proposal.GetProperty("id").GetString(),
                $"{proposal.GetProperty("story").GetString()} take {proposal.GetProperty("take").GetInt32()}",
                part.GetProperty("signal").GetString(),
                part.TryGetProperty("place", out var place) ? place.GetString() : "",
                part.GetProperty("text").GetString()!.ReplaceLineEndings(" "));
        }
        var likeness = proposal.GetProperty("likeness");
        var reasons = likeness.GetProperty("reasons").EnumerateArray().Select(reason =>
            $"{reason.GetProperty("name").GetString()} {Number(reason, "value")}");
        return string.Join('\t', proposal.GetProperty("id").GetString(),
            $"{proposal.GetProperty("story").GetString()} take {proposal.GetProperty("take").GetInt32()}",
            $"{likeness.GetProperty("story").GetString()} take {likeness.GetProperty("take").GetInt32()}",
            Number(likeness, "score"), likeness.GetProperty("doubt").GetString(), string.Join(", ", reasons),
            proposal.GetProperty("headline").GetString(),
            proposal.TryGetProperty("order", out var order) ? Order(order) : "");
    }

    static string Order(JsonElement order) =>
        $"take {order.GetProperty("take").GetInt32()} of {order.GetProperty("takeAt").GetString()}, the other's "
        + $"{order.GetProperty("other").GetInt32()} of {order.GetProperty("otherAt").GetString()}: "
        + order.GetProperty("accept").GetString() switch
        {
            "next" => "accept makes it the next take there",
            "behind" => "the other is newer; accept joins the two and files nothing",
            _ => "cannot be accepted now",
        };

    static string Number(JsonElement json, string key) =>
        json.GetProperty(key).GetDouble().ToString("0.00", CultureInfo.InvariantCulture);
}
