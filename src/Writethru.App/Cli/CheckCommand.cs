using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Reading.Advisories;
using Writethru.Reading.Checks;
using Writethru.Reading.Diffs;

namespace Writethru.App.Cli;

/// <summary><c>check</c>: whether the note to editors of a take tells what it really changed.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var @new = new Argument<string>("NEW") { Description = "The take with the note; - is standard input." };
        var old = new Option<string>("--against") { Description = "The take before.", Required = true };
        var asJson = new Option<bool>("--json") { Description = "As JSON instead of for people." };
        var format = Options.Format($"Read both as this format instead of recognising it: {Reading.Names}.");
        var command = new Command("check",
            "Hold a take's note to editors against what it really changed. Exit 0 accurate, 1 incomplete or wrong, "
            + "2 if a take could not be read.")
        {
            @new, old, asJson, format,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(@new)!, parsed.GetValue(old)!,
            Reading.FormatOf(parsed.GetValue(format)), parsed.GetValue(asJson), cancel));
        return command;
    }

    static async Task<int> RunAsync(string @new, string old, IWireFormat? format, bool asJson, CancellationToken cancel)
    {
        var after = await Reading.ReadTakeAsync(@new, format, cancel);
        var before = await Reading.ReadTakeAsync(old, format, cancel);
        var advisory = AdvisoryReader.Read(after.Advisory?.Text ?? "");
        var check = AdvisoryChecker.Check(advisory,
            ParagraphDiffer.Diff(before, after, withWords: false), before, after);
        if (asJson)
            await WriteAsync(after, advisory, check, cancel);
        else
            CheckPrinter.Print(Console.Out, after, advisory, check);
        return check.Verdict == CheckVerdict.Accurate ? CommandLine.Done : CommandLine.No;
    }

    static async Task WriteAsync(Take take, AdvisoryReading advisory, AdvisoryCheck check, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        await using (var json = new Utf8JsonWriter(output, CanonicalJson.Options with { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("text", take.Advisory?.Text ?? "");
            json.WritePropertyName("advisory");
            AdvisoryJson.Write(json, advisory);
            json.WritePropertyName("check");
            AdvisoryCheckJson.Write(json, check);
            json.WriteEndObject();
            await json.FlushAsync(cancel);
        }
        output.WriteByte((byte)'\n');
    }
}
