using System.CommandLine;
using System.Text.Json;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Reading.Diffs;

namespace Writethru.App.Cli;

/// <summary><c>diff</c>: what one take changed against another, paragraph by paragraph.</summary>
static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The take before; - is standard input." };
        var @new = new Argument<string>("NEW") { Description = "The take after; - is standard input." };
        var asJson = new Option<bool>("--json") { Description = "As JSON instead of for people." };
        var format = Options.Format($"Read both as this format instead of recognising it: {Reading.Names}.");
        var command = new Command("diff",
            "Print what a take changed, in any two formats. Exit 0 if nothing, 1 if something, 2 if one could not be "
                + "read.")
        {
            old, @new, asJson, format,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(old)!, parsed.GetValue(@new)!,
            Reading.FormatOf(parsed.GetValue(format)), parsed.GetValue(asJson), cancel));
        return command;
    }

    static async Task<int> RunAsync(string old, string @new, IWireFormat? format, bool asJson, CancellationToken cancel)
    {
        var before = await Reading.ReadTakeAsync(old, format, cancel);
        var after = await Reading.ReadTakeAsync(@new, format, cancel);
        var diff = ParagraphDiffer.Diff(before, after);
        if (asJson)
        {
            await using var output = Console.OpenStandardOutput();
            using (var json = new Utf8JsonWriter(output, CanonicalJson.Options with { Indented = true }))
                ParagraphDiffJson.Write(json, diff);
            output.WriteByte((byte)'\n');
        }
        else
        {
            DiffPrinter.Print(diff, before, after);
        }
        return diff.IsEmpty ? CommandLine.Done : CommandLine.No;
    }
}
