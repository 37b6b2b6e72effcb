using System.CommandLine;

namespace Writethru.App.Cli;

/// <summary><c>admin caption</c>: puts the words of a picture right.</summary>
static class CaptionCommand
{
    public static Command Create()
    {
        var picture = new Argument<string>("PICTURE")
            { Description = "Identity of the picture, which is that of its story." };
        var reason = new Option<string>("--reason") { Description = "What was wrong, for editors.", Required = true };
        var caption = new Option<string?>("--caption") { Description = "The caption. Default: as before." };
        var headline = new Option<string?>("--headline") { Description = "The headline. Default: as before." };
        var credit = new Option<string?>("--credit") { Description = "The credit. Default: as before." };
        var terms = new Option<string?>("--usage-terms")
            { Description = "The usage terms; empty for none. Default: as before." };
        return AdminCommand.Verb("caption", "Put the words of a picture right, for everybody who has it.",
            [picture, reason, caption, headline, credit, terms],
            async (client, parsed, cancel) => AdminCommand.Print(
                await client.SendAsync(HttpMethod.Post,
                    $"/v1/pictures/{Uri.EscapeDataString(parsed.GetValue(picture)!)}/caption", JsonContent.Create(new
                    {
                        reason = parsed.GetValue(reason),
                        caption = parsed.GetValue(caption),
                        headline = parsed.GetValue(headline),
                        credit = parsed.GetValue(credit),
                        usageTerms = parsed.GetValue(terms),
                    }), cancel),
                json => $"{json.GetProperty("story").GetString()} take {json.GetProperty("take").GetInt32()} "
                    + $"at {json.GetProperty("position").GetInt64()}"));
    }
}
