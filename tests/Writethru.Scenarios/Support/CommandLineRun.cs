using System.Diagnostics;
using System.Text;

namespace Writethru.Scenarios.Support;

/// <summary>One run of the executable to its end: what it printed where, and how it ended.</summary>
sealed record CommandLineRun(int Exit, string Output, string Errors)
{
    public static async Task<CommandLineRun> RunAsync(string[] arguments, byte[]? input = null)
    {
        var start = new ProcessStartInfo(WireProcess.Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardInput.BaseStream.WriteAsync(input ?? [], timeout.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(timeout.Token);
        return new CommandLineRun(process.ExitCode, await output, await errors);
    }
}
