using System.Diagnostics;
using System.Text.Json;

namespace Writethru.Tests.Formats.PictureFiles;

/// <summary>The reference that judges what is read and written: Debian's <c>libimage-exiftool-perl</c>.</summary>
sealed class Exiftool : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("writethru-exif");

    public Exiftool() => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "exiftool"))), "needs exiftool (libimage-exiftool-perl)");

    /// <summary>The picture with these tags written into it.</summary>
    public byte[] Write(byte[] picture, params string[] arguments)
    {
        var file = Save(picture);
        Run(["-overwrite_original", .. arguments, file]);
        return File.ReadAllBytes(file);
    }

    /// <summary>The tags by group and name: <c>IPTC:Headline</c>, <c>XMP-dc:Description</c>.</summary>
    public Dictionary<string, JsonElement> Dump(byte[] picture)
    {
        using var json = JsonDocument.Parse(Run(["-json", "-G1", "-struct", "-a", Save(picture)]));
        return json.RootElement[0].EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.Clone());
    }

    /// <summary>What it complains of; <c>OK</c> when of nothing.</summary>
    public string Complaints(byte[] picture) =>
        Run(["-validate", "-warning", "-error", "-a", "-s3", Save(picture)]).Trim();

    public void Dispose() => _folder.Delete(recursive: true);

    string Save(byte[] picture)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.jpg");
        File.WriteAllBytes(file, picture);
        return file;
    }

    static string Run(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("exiftool", arguments)
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"exiftool {process.ExitCode}: {output}");
        return output;
    }
}
