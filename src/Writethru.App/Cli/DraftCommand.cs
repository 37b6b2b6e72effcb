using System.CommandLine;
using Writethru.Formats;
using Writethru.Reading.Diffs;
using Writethru.Reading.Drafts;

namespace Writethru.App.Cli;

/// <summary><c>draft</c>: the note to editors that a take should carry.</summary>
static class DraftCommand
{
    public static Command Create()
    {
        var @new = new Argument<string>("NEW") { Description = "The take that needs a note; - is standard input." };
        var old = new Option<string>("--against") { Description = "The take before.", Required = true };
        var format = Options.Format($"Read both as this format instead of recognising it: {Reading.Names}.");
        var command = new Command("draft",
            "Print the note to editors that a take should carry. Exit 0 if there is one, 1 if nothing of weight changed, "
            + "2 if a take could not be read.")
        {
            @new, old, format,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(@new)!, parsed.GetValue(old)!,
            Reading.FormatOf(parsed.GetValue(format)), cancel));
        return command;
    }

    static async Task<int> RunAsync(string @new, string old, IWireFormat? format, CancellationToken cancel)
    {
        var after = await Reading.ReadTakeAsync(@new, format, cancel);
        var before = await Reading.ReadTakeAsync(old, format, cancel);
        if (AdvisoryDrafter.Draft(ParagraphDiffer.Diff(before, after, withWords: false)) is not { } advisory)
        {
            Console.Error.WriteLine("Nothing of weight changed.");
            return CommandLine.No;
        }
        Console.Out.WriteLine(advisory.Text);
        return CommandLine.Done;
    }
}
