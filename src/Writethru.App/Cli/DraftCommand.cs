using System.CommandLine;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;
using Writethru.Reading.Advisories;
using Writethru.Reading.Diffs;
using Writethru.Reading.Drafts;

namespace Writethru.App.Cli;

/// <summary><c>draft</c>: the note to editors that a take should carry.</summary>
static class DraftCommand
{
    static readonly Cause[] _causes =
        [Cause.Development, Cause.Lead, Cause.WriteThru, Cause.Correction, Cause.Refile];

    public static Command Create()
    {
        var @new = new Argument<string>("NEW") { Description = "The take that needs a note; - is standard input." };
        var old = new Option<string>("--against") { Description = "The take before.", Required = true };
        var format = Options.Format($"Read both as this format instead of recognising it: {Reading.Names}.");
        var cause = new Option<string?>("--cause")
        {
            Description = "Why the take is to be filed: prints the label of its series above the note, counted on from "
                + "the one that OLD bears, unless NEW bears one.",
        };
        cause.AcceptOnlyFromAmong([.. _causes.Select(Words.Of)]);
        var style = new Option<HouseStyle>("--style")
        {
            Description = "The style of that label.",
            DefaultValueFactory = _ => new DeskOptions().HouseStyle,
        };
        var command = new Command("draft",
            "Print the note to editors that a take should carry. Exit 0 if there is one, 1 if nothing of weight "
            + "changed, 2 if a take could not be read.")
        {
            @new, old, format, cause, style,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(@new)!, parsed.GetValue(old)!,
            Reading.FormatOf(parsed.GetValue(format)), Words.Read<Cause>(parsed.GetValue(cause)),
            parsed.GetValue(style), cancel));
        return command;
    }

    static async Task<int> RunAsync(string @new, string old, IWireFormat? format, Cause? cause,
        HouseStyle style, CancellationToken cancel)
    {
        var after = await Reading.ReadTakeAsync(@new, format, cancel);
        var before = await Reading.ReadTakeAsync(old, format, cancel);
        if (AdvisoryDrafter.Draft(ParagraphDiffer.Diff(before, after, withWords: false)) is not { } advisory)
        {
            Console.Error.WriteLine("Nothing of weight changed.");
            return CommandLine.No;
        }
        if (cause is { } named && LabelOf(after, before, named, style) is { Length: > 0 } label)
            Console.Out.WriteLine(label);
        Console.Out.WriteLine(advisory.Text);
        return CommandLine.Done;
    }

    /// <summary>Two files know no story: the series is counted by the label that the take before bears.</summary>
    static string LabelOf(Take after, Take before, Cause cause, HouseStyle style) =>
        PrintedSeries.Of(after).Length > 0 ? ""
            : HouseLabel.Of(style, cause, PrintedSeries.NumberOf(PrintedSeries.Of(before)) + 1, after.Urgency);
}
