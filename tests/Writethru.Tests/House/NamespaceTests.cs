using System.Text.RegularExpressions;
using Writethru.Tests.House.Bodies;
using Writethru.Tests.House.Shapes;
using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>Namespaces are the folders, and use one another one way only.</summary>
public partial class NamespaceTests
{
    static readonly string[] _roofs = ["src", "tests", "bench"];

    [Theory, MemberData(nameof(HouseTests.Rooms), MemberType = typeof(HouseTests))]
    public void No_namespaces_of_a_room_use_one_another_in_a_ring(string room) =>
        Assert.Empty(Rings.Of(TypeUses.Within(HouseTests.AssemblyOf(room))));

    [Fact]
    public void A_ring_that_is_closed_in_the_body_of_a_method_alone_is_found()
    {
        var ring = Assert.Single(Rings.Of(TypeUses.Of([typeof(Shape), typeof(Body), .. Nested(typeof(Shape))])));

        Assert.StartsWith("Ring of Writethru.Tests.House.Bodies, Writethru.Tests.House.Shapes: ", ring,
            StringComparison.Ordinal);
        Assert.Contains($"{typeof(Body).FullName} uses {typeof(Shape).FullName}", ring, StringComparison.Ordinal);
        Assert.Contains($"{typeof(Shape).FullName} uses {typeof(Body).FullName}", ring, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_three_is_found_whole_and_what_only_leads_to_it_is_not_of_it() =>
        Assert.Equal("Ring of System, System.IO, System.Text: System.Int32 uses System.IO.Stream; "
            + "System.IO.Stream uses System.Text.Rune; System.Text.Rune uses System.Int32",
            Assert.Single(Rings.Of(
            [
                (typeof(Shape), typeof(int)), (typeof(int), typeof(Stream)), (typeof(Stream), typeof(System.Text.Rune)),
                (typeof(System.Text.Rune), typeof(int)), (typeof(System.Text.Rune), typeof(Body)),
            ])));

    [Fact]
    public void One_way_is_no_ring() =>
        Assert.Empty(
            Rings.Of([(typeof(Shape), typeof(Body)), (typeof(Body), typeof(int)), (typeof(Shape), typeof(int))]));

    /// <summary>A file of a program's first statements has no namespace.</summary>
    [Fact]
    public void The_namespace_of_a_file_is_its_folder()
    {
        var files = _roofs.SelectMany(roof => Directory.GetDirectories(
                Path.Combine(RepoFiles.Root, roof), "Writethru.*", SearchOption.AllDirectories))
            .Where(project => File.Exists(Path.Combine(project, Path.GetFileName(project) + ".csproj")))
            .SelectMany(project => SourcesOf(project).Select(file => (File: file, Folder: FolderOf(project, file))))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(each => NamespaceOf(each.File) is var found && found != each.Folder
                && !(found.Length == 0 && Path.GetFileName(each.File) == "Program.cs"))
            .Select(each => $"{each.File}: expected namespace {each.Folder}"));
    }

    static IEnumerable<string> SourcesOf(string project) => Directory
        .EnumerateFiles(project, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        .Where(file => !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar)[..^1]
            .Any(folder => folder is "bin" or "obj"));

    static string FolderOf(string project, string file) =>
        Path.GetRelativePath(Path.GetDirectoryName(project)!, Path.GetDirectoryName(file)!)
            .Replace(Path.DirectorySeparatorChar, '.');

    /// <summary>A component without a line of its own has that of its folder's imports.</summary>
    static string NamespaceOf(string file)
    {
        var found = NamespaceLine().Match(File.ReadAllText(file)).Groups["name"].Value;
        var imports = Path.Combine(Path.GetDirectoryName(file)!, "_Imports.razor");
        return found.Length == 0 && Path.GetExtension(file) == ".razor" && file != imports && File.Exists(imports)
            ? NamespaceOf(imports)
            : found;
    }

    static Type[] Nested(Type type) => type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic);

    [GeneratedRegex(@"^@?namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
