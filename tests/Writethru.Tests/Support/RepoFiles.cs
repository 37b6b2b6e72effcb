namespace Writethru.Tests.Support;

/// <summary>Where the files of the repository are, seen from a running test.</summary>
static class RepoFiles
{
    /// <summary>The folder that holds Writethru.slnx.</summary>
    public static string Root { get; } = FindRoot();

    public static string Golden(params string[] parts) => Path.Combine([Root, "tests", "golden", .. parts]);

    /// <summary>The C# and Razor files below these folders of the repository, without what a build makes.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor"
            && !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj"));

    /// <summary>
    /// A file of the material that lies beside a developer's clone and that a user's clone does not have: the test
    /// skips itself when it is absent. To be asked for outside of a property, which takes a skip for a failure.
    /// </summary>
    public static string SharedOrSkip(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"needs shared/{string.Join('/', parts)} beside the repository");
        return path;
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Writethru.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No Writethru.slnx above {AppContext.BaseDirectory}.");
    }
}
