using System.Reflection;
using System.Xml.Linq;
using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>The picture in docs/house.md, held against the project files and against the compiled assemblies.</summary>
public partial class HouseTests
{
    static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["Copy"] = [],
        ["Formats"] = ["Copy"],
        ["Reading"] = ["Copy"],
        ["Rights"] = ["Copy"],
        ["Archive"] = ["Copy"],
        ["Desk"] = ["Copy", "Formats", "Reading", "Rights", "Archive"],
        ["Delivery"] = ["Copy", "Formats", "Rights", "Archive"],
        ["App"] = ["Copy", "Formats", "Reading", "Rights", "Archive", "Desk", "Delivery"],
    };

    static readonly Dictionary<string, string[]> _packages = new()
    {
        ["Copy"] = [],
        ["Formats"] = ["NodaTime"],
        ["Reading"] = ["DiffPlex"],
        ["Rights"] = [],
        ["Archive"] = ["Microsoft.Data.Sqlite", "Microsoft.Extensions.Logging.Abstractions"],
        ["Desk"] =
        [
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Security.AntiSSRF", "NetVips", "NetVips.Native.linux-x64",
        ],
        ["Delivery"] =
        [
            "Microsoft.Extensions.Caching.Memory", "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
        ],
        ["App"] = ["Microsoft.AspNetCore.OpenApi", "Scalar.AspNetCore", "Spectre.Console", "System.CommandLine"],
    };

    public static TheoryData<string> Rooms => [.. _arrows.Keys];

    [Fact]
    public void Every_project_in_src_is_a_room_of_the_house() =>
        Assert.Equal(
            _arrows.Keys.Order(),
            Directory.GetDirectories(Path.Combine(RepoFiles.Root, "src"))
                .Select(f => Path.GetFileName(f)["Writethru.".Length..])
                .Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_project_file_draws_only_the_arrows_of_the_house(string room) =>
        Assert.Equal(
            _arrows[room].Order(),
            ProjectFile(room).Descendants("ProjectReference")
                .Select(reference =>
                    Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Writethru.".Length..])
                .Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_its_own_packages(string room) =>
        Assert.Equal(
            _packages[room].Order(),
            ProjectFile(room).Descendants("PackageReference")
                .Select(reference => reference.Attribute("Include")!.Value)
                .Order());

    [Theory, MemberData(nameof(Rooms))]
    public void A_compiled_room_refers_only_to_rooms_below_it(string room)
    {
        var found = AssemblyOf(room).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("Writethru.", StringComparison.Ordinal))
            .Select(name => name["Writethru.".Length..]);

        Assert.Empty(found.Except(_arrows[room]));
    }

    [Theory]
    [InlineData("Copy"), InlineData("Formats"), InlineData("Reading"), InlineData("Rights")]
    public void A_pure_room_has_no_disk_network_logging_or_tasks(string room)
    {
        string[] forbidden =
        [
            "System.Net.Http", "System.Net.Sockets", "System.Net.Primitives", "System.IO.FileSystem",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
            "System.Threading.Channels", "System.Data.Common",
        ];

        Assert.Empty(AssemblyOf(room).GetReferencedAssemblies().Select(name => name.Name).Intersect(forbidden));
        Assert.DoesNotContain(AssemblyOf(room).GetTypes().SelectMany(type => type.GetMethods(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
            method => typeof(Task).IsAssignableFrom(method.ReturnType));
    }

    /// <summary>The folders of Formats that several formats share; every other one is a format.</summary>
    static readonly string[] _sharedFolders = ["Binding", "Markup", "Policies", "Printed", "Profiles", "Schemes", "Teleprinter"];

    public static TheoryData<string> FormatFolders => [.. Directory
        .GetDirectories(Path.Combine(RepoFiles.Root, "src", "Writethru.Formats")).Select(f => Path.GetFileName(f)!)
        .Except(["bin", "obj"]).Except(_sharedFolders)];

    /// <summary>Each format folder is a namespace of its own, and what it uses of another it must name.</summary>
    [Theory, MemberData(nameof(FormatFolders))]
    public void No_format_folder_uses_another(string folder)
    {
        var files = FilesIn("Formats", folder);
        var others = FormatFolders.Select(row => row.Data).Where(other => other != folder);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains($"namespace Writethru.Formats.{folder};", File.ReadAllText(file)));
        Assert.All(others, other => Assert.All(
            files, file => Assert.DoesNotContain($"Writethru.Formats.{other}", File.ReadAllText(file))));
    }

    [Fact]
    public void A_shared_folder_uses_no_format() =>
        Assert.All(_sharedFolders.Where(shared => Directory.Exists(
                Path.Combine(RepoFiles.Root, "src", "Writethru.Formats", shared))).SelectMany(s => FilesIn("Formats", s)),
            file => Assert.All(FormatFolders.Select(row => row.Data),
                format => Assert.DoesNotContain($"Writethru.Formats.{format};", File.ReadAllText(file))));

    /// <summary>
    /// The store folders share a namespace. A file is named after its main type, so a word that is the name of another
    /// folder's file is a use of it.
    /// </summary>
    [Theory]
    [InlineData("Sqlite", "Disk"), InlineData("Disk", "Sqlite")]
    public void No_store_folder_uses_another(string folder, string other)
    {
        var foreign = FilesIn("Archive", other).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();

        var uses = FilesIn("Archive", folder).SelectMany(file => WordPattern().Matches(File.ReadAllText(file))
            .Select(word => word.Value).Where(foreign.Contains).Select(word => $"{Path.GetFileName(file)}: {word}"));

        Assert.NotEmpty(foreign);
        Assert.Empty(uses);
    }

    static string[] FilesIn(string room, string folder) => Directory.GetFiles(
        Path.Combine(RepoFiles.Root, "src", $"Writethru.{room}", folder), "*.cs", SearchOption.AllDirectories);

    [System.Text.RegularExpressions.GeneratedRegex(@"\w+")]
    private static partial System.Text.RegularExpressions.Regex WordPattern();

    [Fact]
    public void Every_public_type_is_sealed_static_or_a_closed_choice()
    {
        var open = _arrows.Keys.SelectMany(room => AssemblyOf(room).GetExportedTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => type.Name != "Program"
                && type.Namespace?.StartsWith("Writethru.App.Pages", StringComparison.Ordinal) != true);

        Assert.Empty(open);
    }

    static XDocument ProjectFile(string room) =>
        XDocument.Load(Path.Combine(RepoFiles.Root, "src", $"Writethru.{room}", $"Writethru.{room}.csproj"));

    internal static Assembly AssemblyOf(string room) =>
        Assembly.Load(room == "App" ? "writethru" : $"Writethru.{room}");
}
