using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Writethru.App.Api;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary><c>admin rights audit</c>: what was decided about every picture that was handed out, or was not.</summary>
static class AuditCommand
{
    /// <summary>
    /// Lines of the ledger a request: the server folds its log anew for each, so as many as it gives.
    /// </summary>
    const int Limit = 10_000;

    public static Command Create()
    {
        var from = Options.AnInstant("--from", "From this instant on. Default: from the first.");
        var until = Options.AnInstant("--until", "Before this instant. Default: to the last.");
        var subscriber = new Option<string?>("--subscriber") { Description = "Only this one." };
        var format = new Option<string>("--format")
        {
            Description = "csv, or json: one object a line. Default: csv.",
            DefaultValueFactory = _ => "csv",
        };
        format.AcceptOnlyFromAmong("csv", "json");
        return AdminCommand.Verb("audit",
            "Print every decision about a picture of a take that was handed out: when, to whom, by which rule and "
                + "words.",
            [from, until, subscriber, format], (client, parsed, cancel) => RunAsync(client, new QueryBuilder
            {
                { "from", Write(parsed.GetValue(from)) },
                { "to", Write(parsed.GetValue(until)) },
                { "subscriber", parsed.GetValue(subscriber) ?? "" },
                { "limit", $"{Limit}" },
            }, parsed.GetValue(format) == "csv", cancel));
    }

    static async Task<int> RunAsync(WireClient client, QueryBuilder query, bool asCsv, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        var after = "";
        do
        {
            // The pages come as JSON in both forms: it says where the next one begins.
            var answer = await client.SendAsync(HttpMethod.Get,
                $"/v1/audit/pictures{query}&after={after}", null, cancel);
            if (!answer.IsSuccess)
                return AdminCommand.Print(answer, null);
            var page = JsonSerializer.Deserialize<AuditAnswer>(answer.Body, JsonSerializerOptions.Web)!;
            var text = asCsv
                ? AuditedPicture.ToCsv(page.Decisions, withHead: after.Length == 0)
                : string.Concat(answer.Json.GetProperty("decisions").EnumerateArray()
                    .Select(one => one.GetRawText() + "\n"));
            await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancel);
            after = page.Next;
        }
        while (after.Length > 0);
        return CommandLine.Done;
    }

    static string Write(DateTimeOffset? instant) => instant is { } at ? Instant.Write(at) : "";
}
