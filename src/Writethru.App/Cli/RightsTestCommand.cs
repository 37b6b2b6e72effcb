using System.CommandLine;
using System.Text.Json;
using Writethru.App.Api;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Rights;

namespace Writethru.App.Cli;

/// <summary>
/// <c>admin rights test</c>: what a subscriber of a contract would get of copy, and why. Needs no server: it asks the
/// same gate, of a log that holds the subscriber and the copy alone.
/// </summary>
static class RightsTestCommand
{
    const string Name = "subscriber";

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
            { Description = "Copy, or the file of a picture; - is standard input." };
        var contract = new ContractOptions();
        var at = Options.AnInstant("--at", "When it would be handed out, and came in. Default: now.");
        var format = Options.Format($"Read as this format instead of recognising it: {Reading.Names}.");
        var profile = Reading.Profile();
        var asJson = new Option<bool>("--json") { Description = "As JSON instead of for people." };
        var command = new Command("test", "Show what a subscriber of such a contract would get of copy, and why. "
            + "Exit 1 if anything of it stays behind, 2 if it could not be read.")
        {
            file, at, format, profile, asJson,
        };
        foreach (var option in contract.Terms.OfType<Option>())
            command.Add(option);
        command.SetAction(
            (parsed, cancel) => RunAsync(parsed.GetValue(file)!, Reading.FormatOf(parsed.GetValue(format)),
            ReadOptions.Default with { Profile = Reading.ProfileOf(parsed.GetValue(profile)) },
            contract.ToPrincipal(parsed, Name), parsed.GetValue(at) ?? TimeProvider.System.GetUtcNow(),
            parsed.GetValue(asJson), cancel));
        return command;
    }

    static async Task<int> RunAsync(string file, IWireFormat? format, ReadOptions options,
        Principal who, DateTimeOffset at,
        bool asJson, CancellationToken cancel)
    {
        var result = await Reading.ReadAsync(file, format, options, cancel);
        if (result.Takes.IsEmpty)
            throw new CliException($"{file}: no take in it. "
                + string.Join("; ", result.Remarks.Select(remark => $"{remark.Code}: {remark.Message}")));
        var tried = result.Takes.Select(take => TriedTake.Of(take, who, at)).ToList();
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(tried, _json));
        else
            tried.ForEach(Print);
        return tried.All(
            take => take.Decision == TriedTake.Delivered && take.Pictures.All(picture => picture.Withheld.Length == 0))
            ? CommandLine.Done
            : CommandLine.No;
    }

    static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static void Print(TriedTake take)
    {
        Console.WriteLine($"item\t{take.Decision}\t{take.Reason}\t{take.Headline}");
        if (take.Reason.Length > 0)
            Console.WriteLine($"\t{take.Rule}");
        foreach (var picture in take.Pictures)
        {
            Console.WriteLine($"picture {picture.Picture}"
                + $"\t{(picture.Withheld.Length > 0 ? "withheld" : TriedTake.Delivered)}"
                + $"\t{picture.Withheld}\t{picture.Terms}");
            if (picture.Clause is { } clause)
                Console.WriteLine(
                    $"\t\"{clause.Words}\"{(clause.Rule.Length > 0 ? $" ({clause.Rule})" : "")}: {clause.Against}");
        }
    }
}

/// <summary>What a subscriber would get of one take.</summary>
/// <param name="Headline">The take's headline, or its slug.</param>
/// <param name="Decision">delivered or withheld.</param>
/// <param name="Reason">Why it is withheld; empty when it is not.</param>
/// <param name="Rule">The rule that decides, in words.</param>
/// <param name="Clause">The clause of the item's own terms that withholds it; null when none does.</param>
/// <param name="Pictures">What becomes of its pictures.</param>
sealed record TriedTake(string Headline, string Decision, string Reason, string Rule, ClauseAnswer? Clause,
    IReadOnlyList<TriedPicture> Pictures)
{
    public const string Delivered = "delivered", Withheld = "withheld";

    static readonly StoryId _story = new("tried");

    public static TriedTake Of(Take take, Principal who, DateTimeOffset at)
    {
        var (until, waits) = FileTake.EmbargoOf(take);
        var gate = GateSnapshot.Empty
            .Apply(new LogRecord { Position = 1, At = at, Entry = new LogEntry.PrincipalChanged(who) })
            .Apply(new LogRecord
            {
                Position = 2,
                At = at,
                Entry = new LogEntry.TakeFiled
                {
                    Filed = new FiledTake
                        { Story = _story, Number = 1, Cause = Cause.First, FiledAt = at, Take = take },
                    EmbargoedUntil = until > at ? until : null,
                    Waits = waits,
                },
                Reading = TakeReader.Read(take, at),
            });
        var explained = gate.Explain(who.Name, _story, 1);
        var withheld = explained.Decision as Decision.Withhold;
        return new TriedTake(take.Headline.Length > 0 ? take.Headline : take.Slug,
            withheld is null ? Delivered : Withheld, withheld is null ? "" : Words.Of(withheld.Reason), explained.Rule,
            explained.Item is { } clause ? ClauseAnswer.Of(0, clause) : null,
            [.. take.Pictures.Select((picture, i) => TriedPicture.Of(picture, i, explained))]);
    }
}

/// <summary>What a subscriber would get of one picture.</summary>
/// <param name="Picture">Its number, from 1.</param>
/// <param name="Withheld">Why it stays behind, with its item or alone; empty when it does not.</param>
/// <param name="Terms">Its usage terms, verbatim; empty when it has none.</param>
/// <param name="Clause">The clause that keeps it back; null when none does.</param>
sealed record TriedPicture(int Picture, string Withheld, string Terms, ClauseAnswer? Clause)
{
    public static TriedPicture Of(Picture picture, int index, Explanation explained) => new(index + 1,
        explained.Decision switch
        {
            Decision.Withhold withhold => Words.Of(withhold.Reason),
            Decision.Deliver deliver when deliver.Pictures[index] is { } reason => Words.Of(reason),
            _ => "",
        },
        picture.UsageTerms?.Whole ?? "",
        index < explained.Pictures.Length && explained.Pictures[index] is { } clause
            ? ClauseAnswer.Of(index + 1, clause)
            : null);
}
