using System.Reflection;
using System.Xml.Linq;
using Writethru.Tests.Support;

namespace Writethru.Tests.House;

/// <summary>The picture in docs/house.md, held against the project files and against the compiled assemblies.</summary>
public class HouseTests
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
        ["Formats"] = ["NodaTime", "UTF.Unknown"],
        ["Reading"] = ["DiffPlex"],
        ["Rights"] = [],
        ["Archive"] = ["Microsoft.Data.Sqlite", "Microsoft.Extensions.Logging.Abstractions"],
        ["Desk"] =
        [
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Security.AntiSSRF", "NetVips",
            "NetVips.Native.linux-x64",
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

    /// <summary>
    /// What several formats share, and what knows them all; every other folder of Formats is a format.
    /// </summary>
    static readonly string[] _notFormats =
        ["Binding", "Lexicons", "Markup", "Policies", "Printed", "Profiles", "Registry", "Schemes", "Teleprinter"];

    public static TheoryData<string> FormatFolders => [.. Directory
        .GetDirectories(Path.Combine(RepoFiles.Root, "src", "Writethru.Formats")).Select(f => Path.GetFileName(f)!)
        .Except(["bin", "obj"]).Except(_notFormats)];

    /// <summary>
    /// Neither another format, nor a shared folder, nor the root: the registry alone knows the formats.
    /// </summary>
    [Theory, MemberData(nameof(FormatFolders))]
    public void Nothing_but_the_registry_uses_a_format(string folder)
    {
        var format = $"Writethru.Formats.{folder}";
        var users = TypeUses.Within(AssemblyOf("Formats"))
            .Where(use => use.To.Namespace == format && use.From.Namespace != format)
            .Where(use => use.From.Namespace != "Writethru.Formats.Registry")
            .Select(use => $"{use.From.FullName} uses {use.To.FullName}");

        Assert.Contains(AssemblyOf("Formats").GetTypes(), type => type.Namespace == format);
        Assert.Empty(users);
    }

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
