namespace Writethru.App.Cli;

/// <summary>Files named on the command line: folders are walked, <c>-</c> is standard input.</summary>
static class InputFiles
{
    /// <summary>Every file, folders in the order of their names.</summary>
    /// <exception cref="CliException">A name looks like an option that there is not.</exception>
    public static IEnumerable<string> Expand(IEnumerable<string> names) => names.SelectMany(name =>
        name.StartsWith("--", StringComparison.Ordinal) && !File.Exists(name)
            ? throw new CliException($"Found '{name}', which is neither an option of this verb nor a file.")
        : Directory.Exists(name)
            ? Directory.EnumerateFiles(name, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : (IEnumerable<string>)[name]);

    /// <summary>What is said of a name that nothing has.</summary>
    public static string Missing(string name) => $"{name}: no such file or folder.";

    /// <summary>
    /// The bytes of one; at most <paramref name="limit"/> and one more, which shows that there are too many.
    /// </summary>
    public static async Task<byte[]> ReadAsync(string name, int limit, CancellationToken cancel)
    {
        await using var source = name == "-"
            ? Console.OpenStandardInput()
            : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= limit && await source.ReadAsync(buffer, cancel) is var count and > 0)
            bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }
}
