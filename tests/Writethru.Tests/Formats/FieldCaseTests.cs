using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// The cases that were tried against faults which real users met elsewhere, each held to the value that is right. They
/// lie beside a developer's clone; without them the tests skip themselves.
/// </summary>
public partial class FieldCaseTests;

/// <summary>
/// A tried case that lies beside a developer's clone: faults that users met elsewhere, in inputs of our own.
/// </summary>
static class FieldCase
{
    /// <summary>The bytes of the case whose file name begins so; the test skips itself without it.</summary>
    public static byte[] Bytes(string name)
    {
        var folder = RepoFiles.SharedOrSkip("field", "cases");
        return File.ReadAllBytes(Directory.GetFiles(folder, $"{name}*")
            .Single(file => !file.EndsWith(".expect.txt", StringComparison.Ordinal)));
    }

    /// <summary>What is read of it when nobody names the format.</summary>
    public static ReadResult Read(string name) => WireFormats.Read(Bytes(name), ReadOptions.Default);

    /// <summary>Its only take.</summary>
    public static Take Take(string name) => Assert.Single(Read(name).Takes);

    /// <summary>The instants of its takes' versions, as we write them.</summary>
    public static IEnumerable<string> Versions(string name) => Read(name).Takes
        .Select(take => take.VersionCreated?.At is { } at ? Instant.Write(at) : "none");
}
