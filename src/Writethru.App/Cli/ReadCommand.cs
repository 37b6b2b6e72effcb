using System.CommandLine;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary><c>read</c>: what is understood of copy, as JSON.</summary>
static class ReadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files or folders; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = Options.Format("Read as this format instead of recognising it: plainwire, ninjs.");
        var received = Options.AnInstant("--received",
            "When the copy came in: gives a dateline without a year its year.");
        var lines = new Option<bool>("--lines") { Description = "One line of JSON a file instead of a document." };
        var bare = new Option<string?>("--as") { Description = "Read bare lines, one a line: dateline or terms." };
        bare.AcceptOnlyFromAmong("dateline", "terms");
        var command = new Command("read",
            "Print what is understood of copy, as JSON. Exit 2 if any file could not be read.")
        {
            files, format, received, lines, bare,
        };
        command.SetAction((parsed, cancel) => parsed.GetValue(bare) is { } kind
            ? BareLines.RunAsync(parsed.GetValue(files)!, kind, parsed.GetValue(received), cancel)
            : RunAsync(parsed.GetValue(files)!, FormatOf(parsed.GetValue(format)), parsed.GetValue(received),
                parsed.GetValue(lines), cancel));
        return command;
    }

    /// <summary>The format of that name; null when none was named.</summary>
    /// <exception cref="CliException">There is no such format.</exception>
    public static IWireFormat? FormatOf(string? name) => name is null ? null : WireFormats.Find(name)
        ?? throw new CliException($"Found format '{name}', "
            + $"expected one of {string.Join(", ", WireFormats.All.Select(f => f.Name))}.");

    static async Task<int> RunAsync(string[] names, IWireFormat? format, DateTimeOffset? received, bool asLines,
        CancellationToken cancel)
    {
        var exit = CommandLine.Done;
        var files = 0;
        await using var output = Console.OpenStandardOutput();
        foreach (var name in InputFiles.Expand(names))
        {
            files++;
            var result = await ReadOneAsync(name, format, cancel);
            if (result is null || result.Takes.IsEmpty)
                exit = CommandLine.Wrong;
            if (result is null)
                continue;
            if (result.Takes.IsEmpty)
                Console.Error.WriteLine($"{name}: "
                    + $"{string.Join("; ", result.Remarks.Select(remark => $"{remark.Code}: {remark.Message}"))}");
            Write(output, name, result, received, asLines);
        }
        return files > 0 ? exit : throw new CliException($"No file in {string.Join(", ", names)}.");
    }

    /// <summary>Null, with the reason on standard error, when the file itself cannot be read.</summary>
    static async Task<ReadResult?> ReadOneAsync(string name, IWireFormat? format, CancellationToken cancel)
    {
        try
        {
            var bytes = await InputFiles.ReadAsync(name, ReadOptions.Default.MaxBytes, cancel);
            return format?.Read(bytes, ReadOptions.Default) ?? WireFormats.Read(bytes, ReadOptions.Default);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{name}: {failure.Message}");
            return null;
        }
    }

    static void Write(Stream output, string name, ReadResult result, DateTimeOffset? received, bool asLines)
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
            json.WriteStartArray("remarks");
            foreach (var remark in result.Remarks)
                LogEntryJson.WriteRemark(json, remark);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
