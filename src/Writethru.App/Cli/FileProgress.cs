using Spectre.Console;

namespace Writethru.App.Cli;

/// <summary>Does something with each of many files; on a terminal a bar shows how far it is.</summary>
static class FileProgress
{
    public static async Task RunAsync(IReadOnlyList<string> files, Func<string, Task> run, Losses losses)
    {
        if (Console.IsErrorRedirected)
        {
            foreach (var file in files)
            {
                await run(file);
                losses.Tell(Console.Error);
            }
            return;
        }
        // On standard error, so that a bar never stands among what is written.
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            await terminal.Progress().AutoClear(true)
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
                    new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(async bar =>
                {
                    var task = bar.AddTask("", maxValue: Math.Max(files.Count, 1));
                    foreach (var file in files)
                    {
                        task.Description = Markup.Escape(Path.GetFileName(file));
                        await run(file);
                        task.Increment(1);
                    }
                });
        }
        finally
        {
            // Lines in between would tear the bar.
            losses.Tell(Console.Error);
        }
    }
}
