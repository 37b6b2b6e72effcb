namespace Writethru.Scenarios.Support;

/// <summary>A folder of its own for one test.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("writethru-").FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Puts a folder in the place of another one.</summary>
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(System.IO.Path.Join(to, System.IO.Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, System.IO.Path.Join(to, System.IO.Path.GetRelativePath(from, file)));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
