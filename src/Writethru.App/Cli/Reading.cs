using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.PictureFiles;
using Writethru.Formats.Profiles;
using Writethru.Formats.Registry;

namespace Writethru.App.Cli;

/// <summary>How the verbs that read copy are told to read it.</summary>
static class Reading
{
    /// <summary>The names of all formats, for help and for what is said of a wrong one.</summary>
    public static string Names { get; } = string.Join(", ", WireFormats.All.Select(format => format.Name));

    /// <summary>Most bytes of a file that are read; those of a picture may be more than those of copy.</summary>
    public const int MostOfPicture = 64 * 1024 * 1024;

    public static Option<string?> Profile() => new("--profile")
    {
        Description = "What is known of the provider: the name of a shipped profile "
            + $"({string.Join(", ", ProviderProfiles.All.Select(profile => profile.Name))}) or a file of your own.",
    };

    /// <summary>The format of that name; null when none was named.</summary>
    /// <exception cref="CliException">There is no such format.</exception>
    public static IWireFormat? FormatOf(string? name) => name is null ? null : WireFormats.Find(name)
        ?? throw new CliException($"Found format '{name}', expected one of {Names}.");

    /// <summary>The profile of that name, or in that file; null when none was named.</summary>
    /// <exception cref="CliException">There is neither.</exception>
    public static ProviderProfile? ProfileOf(string? nameOrFile)
    {
        if (nameOrFile is null)
            return null;
        if (ProviderProfiles.Find(nameOrFile) is { } shipped)
            return shipped;
        if (!File.Exists(nameOrFile))
            throw new CliException($"Found profile '{nameOrFile}', expected a file or one of "
                + $"{string.Join(", ", ProviderProfiles.All.Select(profile => profile.Name))}.");
        try
        {
            return ProviderProfiles.Read(File.ReadAllBytes(nameOrFile));
        }
        catch (JsonException wrong)
        {
            throw new CliException($"{nameOrFile}: {wrong.Message}");
        }
    }

    /// <summary>Reads one file; more bytes than the reader takes are its remark to make.</summary>
    public static async Task<ReadResult> ReadAsync(string file, IWireFormat? format, ReadOptions options,
        CancellationToken cancel)
    {
        var bytes = await InputFiles.ReadAsync(file, MostOfPicture, cancel);
        if (format is null && PictureHeader.KindOf(bytes) is not null)
            return ResultOf(PictureFile.Read(bytes));
        return format?.Read(bytes, options) ?? WireFormats.Read(bytes, options);
    }

    /// <summary>What the metadata of a picture says, as what any reader says.</summary>
    public static ReadResult ResultOf(PictureFileReading picture) => new()
    {
        Format = $"{picture.Kind}".ToLowerInvariant(),
        Takes = [picture.Take],
        Remarks = picture.Remarks,
    };

    /// <summary>Reads the one take of a file.</summary>
    /// <exception cref="CliException">There is none in it, or there are several.</exception>
    public static async Task<Take> ReadTakeAsync(string file, IWireFormat? format, CancellationToken cancel)
    {
        var result = await ReadAsync(file, format, ReadOptions.Default, cancel);
        return result.Takes is [var take]
            ? take
            : throw new CliException(result.Takes.IsEmpty
                ? $"{file}: no take in it. {string.Join("; ", result.Remarks.Select(r => $"{r.Code}: {r.Message}"))}"
                : $"{file}: found {result.Takes.Length} takes, expected one.");
    }
}
