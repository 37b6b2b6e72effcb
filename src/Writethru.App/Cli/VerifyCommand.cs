using System.CommandLine;
using Writethru.Archive.Sqlite;

namespace Writethru.App.Cli;

/// <summary><c>verify</c>: walks log and blobs and names every damaged place.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var data = Options.Data();
        var command = new Command("verify",
            "Check every entry, every hash and every blob. Exit 1 when anything is damaged.")
        {
            data,
        };
        command.SetAction(parsed => Run(parsed.GetValue(data)!));
        return command;
    }

    static int Run(string folder)
    {
        var report = LogVerifier.Verify(folder);
        foreach (var damage in report.Damages)
            Console.Error.WriteLine(damage);
        Console.WriteLine($"{report.Entries} entries, {report.Blobs} blobs, {report.Damages.Length} damaged");
        return report.IsSound ? CommandLine.Done : CommandLine.No;
    }
}
