using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Writethru.Tests.Support;

namespace Writethru.Scenarios.Support;

/// <summary>The real program, started as a user would, on a free port of loopback; ended by its own process.</summary>
sealed class WireProcess : IAsyncDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();
    readonly SemaphoreSlim _lines = new(0);

    WireProcess(Process process) => _process = process;

    public string Url { get; private set; } = "";

    /// <summary>Empty when the folder had a desk before.</summary>
    public string DeskKey { get; private set; } = "";

    public int Id => _process.Id;

    public IEnumerable<string> Output => _output;

    /// <summary>Path of the built executable.</summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>Runs <c>writethru serve</c> on a data folder and waits until it listens.</summary>
    public static async Task<WireProcess> ServeAsync(string data, params string[] prefix)
    {
        string[] command = [.. prefix, Executable, "serve", "--data", data, "--urls", "http://127.0.0.1:0"];
        var process = Start(command[0], command[1..]);
        process.Url = (await process.WaitForAsync("Listening on ")).Trim();
        await process.WaitForAsync("Sign in as the desk");
        process.DeskKey = process.Output.Where(line => line.StartsWith("The desk's key", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf(' ') + 1)..]).FirstOrDefault("");
        return process;
    }

    /// <summary>Runs any verb.</summary>
    public static WireProcess Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            // Most scenarios file one text again and again under another mark and mean another story each time; those
            // about linking run in this process, as the program comes.
            Environment = { ["WRITETHRU_Linking__ByLikeness"] = "false" },
        };
        var wire = new WireProcess(Process.Start(start)!);
        wire._process.OutputDataReceived += (_, line) => wire.Take(line.Data);
        wire._process.ErrorDataReceived += (_, line) => wire.Take(line.Data);
        wire._process.BeginOutputReadLine();
        wire._process.BeginErrorReadLine();
        return wire;
    }

    /// <summary>What follows these words in the first line that holds them.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        using var timeout = new CancellationTokenSource(_patience);
        while (true)
        {
            if (_output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } found)
                return found[(found.IndexOf(words, StringComparison.Ordinal) + words.Length)..];
            if (_process.HasExited)
                throw new InvalidOperationException(
                    $"The program ended with {_process.ExitCode}:\n{string.Join('\n', _output)}");
            if (timeout.IsCancellationRequested)
                throw new TimeoutException($"'{words}' was not said in {_patience}:\n{string.Join('\n', _output)}");
            await _lines.WaitAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        }
    }

    /// <summary>kill -9: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd would.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, 15);
        using var timeout = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async Task<int> WaitForExitAsync()
    {
        using var timeout = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        _lines.Dispose();
    }

    void Take(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        _lines.Release();
    }

    static string FindExecutable()
    {
        // .../tests/Writethru.Scenarios/bin/<Configuration>/net10.0/
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        return Path.Combine(RepoFiles.Root, "src", "Writethru.App", "bin", configuration, "net10.0", "writethru");
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int SendSignal(int process, int signal);
}
