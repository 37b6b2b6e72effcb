using System.Diagnostics;
using Writethru.Tests.Support;

namespace Writethru.Scenarios.Support;

/// <summary>
/// Bad weather below a program that was started under it: calls of libc fail as long as a rule says so.
/// </summary>
sealed class Weather : IDisposable
{
    public const int InputOutput = 5, TooManyFiles = 24, NoSpace = 28, OverQuota = 122;

    readonly TemporaryFolder _folder = new();

    public Weather()
    {
        var source = Path.Combine(RepoFiles.Root, "tests", "Writethru.Scenarios", "Support", "weather.c");
        using var gcc = Process.Start("gcc", ["-shared", "-fPIC", "-O1", "-o", Library, source, "-ldl"]);
        gcc.WaitForExit();
        Assert.Equal(0, gcc.ExitCode);
    }

    /// <summary>What a command must begin with to be under it.</summary>
    public string[] Prefix => ["/usr/bin/env", $"LD_PRELOAD={Library}", $"BAD_WEATHER={Rules}"];

    string Library => _folder.At("weather.so");

    string Rules => _folder.At("rules");

    /// <summary>Skips a test where it cannot be made.</summary>
    public static void SkipUnlessPossible()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "needs gcc");
    }

    /// <summary>From now on these calls fail with that error on paths that hold a word.</summary>
    public void Turn(int error, string word, params string[] calls)
    {
        File.WriteAllLines(Rules + ".next", calls.Select(call => $"{call} {error} {word}"));
        File.Move(Rules + ".next", Rules, overwrite: true);
    }

    public void Clear() => File.Delete(Rules);

    public void Dispose() => _folder.Dispose();
}
