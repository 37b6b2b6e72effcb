namespace Writethru.App.Cli;

/// <summary>
/// Where the files of a folder go: the same names in another folder, with the extension of the format.
/// </summary>
sealed class ConvertedFiles
{
    readonly string _folder, _extension;
    readonly HashSet<string> _taken = [];

    /// <exception cref="CliException">One folder lies in the other: what is written would be read the next
    /// time.</exception>
    public ConvertedFiles(string source, string folder, string extension)
    {
        var (from, to) = (Whole(source), Whole(folder));
        if (to.StartsWith(from, StringComparison.Ordinal))
            throw new CliException($"{folder} lies in {source}, expected a folder outside of it.");
        (_folder, _extension) = (folder, extension);
        Sources = [.. InputFiles.Expand([source])];
    }

    /// <summary>What there is to convert, in the order of the names.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>
    /// The file for a source of that name. Two sources that differ in their extension alone never share one.
    /// </summary>
    public string NextName(string name)
    {
        var shortName = Path.ChangeExtension(name, _extension);
        return Path.Combine(_folder, _taken.Add(shortName) ? shortName : $"{name}.{_extension}");
    }

    /// <summary>Writes one take to that file, several to files with their number before the extension.</summary>
    public static void Write(string file, string source, IReadOnlyList<ReadOnlyMemory<byte>> takes)
    {
        for (var i = 0; i < takes.Count; i++)
        {
            var name = takes.Count == 1 ? file : Path.ChangeExtension(file, $"{i + 1}{Path.GetExtension(file)}");
            if (source != "-" && Path.GetFullPath(name) == Path.GetFullPath(source))
                throw new CliException($"{name} is what is read, expected another file to write.");
            MakeFolderOf(name);
            File.WriteAllBytes(name, takes[i].Span);
        }
    }

    /// <summary>Makes the folder of a file that is to be written.</summary>
    /// <exception cref="IOException">It cannot be made; the message names the file, its folder and the
    /// reason.</exception>
    public static void MakeFolderOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{file} cannot be written, for its folder {folder} cannot be made: {failure.Message}",
                failure);
        }
    }

    static string Whole(string folder) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
}
