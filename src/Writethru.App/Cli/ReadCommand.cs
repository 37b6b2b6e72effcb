using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;
using Writethru.Formats;
using Writethru.Formats.PictureFiles;
using Writethru.Formats.Registry;

namespace Writethru.App.Cli;

/// <summary><c>read</c>: what is understood of copy or of a picture's metadata, as JSON.</summary>
static class ReadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files or folders; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = Options.Format($"Read as this format instead of recognising it: {Reading.Names}.");
        var profile = Reading.Profile();
        var strict = new Option<bool>("--strict")
        {
            Description = "Hold the copy against its standard: exit 2 when anything breaks it.",
        };
        var received = Options.AnInstant("--received",
            "When the copy came in: gives a dateline without a year its year.");
        var lines = new Option<bool>("--lines") { Description = "One line of JSON a file instead of a document." };
        var bare = new Option<string?>("--as")
            { Description = "Read bare lines, one a line: dateline, terms or advisory." };
        bare.AcceptOnlyFromAmong("dateline", "terms", "advisory");
        var command = new Command("read",
            "Print what is understood of copy, or of the metadata of a picture, as JSON. Exit 2 if any file could not "
            + "be read.")
        {
            files, format, profile, strict, received, lines, bare,
        };
        command.SetAction((parsed, cancel) => parsed.GetValue(bare) is { } kind
            ? BareLines.RunAsync(parsed.GetValue(files)!, kind, parsed.GetValue(received), cancel)
            : RunAsync(parsed.GetValue(files)!, Reading.FormatOf(parsed.GetValue(format)), ReadOptions.Default with
            {
                IsStrict = parsed.GetValue(strict),
                Profile = Reading.ProfileOf(parsed.GetValue(profile)),
            }, parsed.GetValue(received), parsed.GetValue(lines), cancel));
        return command;
    }

    static async Task<int> RunAsync(string[] names, IWireFormat? format, ReadOptions options, DateTimeOffset? received,
        bool asLines, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        var (exit, files) = (CommandLine.Done, 0);
        foreach (var name in InputFiles.Expand(names))
        {
            files++;
            if (await ReadOneAsync(name, cancel) is not { } bytes)
            {
                exit = CommandLine.Wrong;
                continue;
            }
            var picture = format is null && PictureHeader.KindOf(bytes) is not null ? PictureFile.Read(bytes) : null;
            var result = picture is null
                ? format?.Read(bytes, options) ?? WireFormats.Read(bytes, options)
                : Reading.ResultOf(picture);
            if (!IsSound(result, options))
            {
                exit = CommandLine.Wrong;
                Console.Error.WriteLine($"{name}: {Complaints(result)}");
            }
            Write(output, name, result, picture, received, asLines);
        }
        return files > 0 ? exit : throw new CliException($"No file in {string.Join(", ", names)}.");
    }

    /// <summary>It was understood; and held against its standard, it does not break it.</summary>
    static bool IsSound(ReadResult result, ReadOptions options) =>
        !(result.Takes.IsEmpty && result.WithoutCopy.IsEmpty)
        && !(options.IsStrict && result.Remarks.Any(remark => remark.Severity == Severity.Error));

    static string Complaints(ReadResult result) => string.Join("; ", result.Remarks
        .Where(remark => result.Takes.IsEmpty || remark.Severity == Severity.Error)
        .Select(remark => $"{remark.Code}: {remark.Message}"));

    /// <summary>Null, with the reason on standard error, when the file itself cannot be read.</summary>
    static async Task<byte[]?> ReadOneAsync(string name, CancellationToken cancel)
    {
        if (name != "-" && !File.Exists(name))
        {
            Console.Error.WriteLine(InputFiles.Missing(name));
            return null;
        }
        try
        {
            return await InputFiles.ReadAsync(name, Reading.MostOfPicture, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{name}: {failure.Message}");
            return null;
        }
    }

    static void Write(Stream output, string name, ReadResult result, PictureFileReading? picture,
        DateTimeOffset? received, bool asLines)
    {
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options with { Indented = !asLines }))
        {
            json.WriteStartObject();
            json.WriteString("file", name);
            json.WriteString("format", result.Format);
            json.WriteString("encoding", result.Encoding);
            json.WriteStartArray("takes");
            foreach (var take in result.Takes)
                CanonicalJson.Write(json, take, TakeReader.Read(take, received));
            json.WriteEndArray();
            if (!result.WithoutCopy.IsEmpty)
                WriteWithoutCopy(json, result.WithoutCopy);
            if (picture is not null)
                WriteMetadata(json, picture);
            json.WriteStartArray("remarks");
            foreach (var remark in result.Remarks)
                LogEntryJson.WriteRemark(json, remark);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Every property of a picture's file, whether the take has a place for it or not.</summary>
    static void WriteMetadata(Utf8JsonWriter json, PictureFileReading picture)
    {
        json.WriteBoolean("hasManifest", picture.HasManifest);
        json.WriteStartArray("metadata");
        foreach (var property in picture.Properties)
        {
            json.WriteStartObject();
            json.WriteString("group", property.Group);
            json.WriteString("name", property.Name);
            json.WriteString("value", property.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Items that were understood and are no copy: a concept, a plan of coverage.</summary>
    static void WriteWithoutCopy(Utf8JsonWriter json, ImmutableArray<ItemWithoutCopy> items)
    {
        json.WriteStartArray("withoutCopy");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("kind", item.Kind);
            json.WriteString("senderId", item.SenderId);
            json.WriteString("title", item.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
