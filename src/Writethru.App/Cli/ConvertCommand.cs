using System.CommandLine;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary><c>convert</c>: copy of one format in another, a file or a folder at a time.</summary>
static class ConvertCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("FILE") { Description = "A file or a folder; - is standard input." };
        var to = new Option<string>("--to") { Description = $"The format to write: {Reading.Names}.", Required = true };
        var output = new Option<string?>("--out")
        {
            Description = "File or folder to write. Default: standard output. Several takes become several files.",
        };
        var format = Options.Format("Read as this format instead of recognising it.");
        var profile = Reading.Profile();
        var losses = new Option<string?>("--losses")
        {
            Description = "Write what the format cannot carry, and what reading noticed, into this file as JSON.",
        };
        var sequence = new Option<int?>("--sequence") { Description = "Number of the transmission, 1 to 9999." };
        sequence.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number is < 1 or > 9999)
                result.AddError($"Found --sequence {result.Tokens[0].Value}, expected 1 to 9999.");
        });
        var channel = new ChannelOptions();
        var command = new Command("convert",
            "Write copy in another format; what that format cannot carry is listed on standard error. "
            + "Exit 1 if a file holds no copy, 2 if any could not be read.")
        {
            source, to, output, format, profile, losses, sequence,
        };
        foreach (var option in channel.All)
            command.Add(option);
        command.SetAction((parsed, cancel) => RunAsync(
            new Conversion
            {
                From = Reading.FormatOf(parsed.GetValue(format)),
                To = Reading.FormatOf(parsed.GetValue(to))!,
                Options = ReadOptions.Default with { Profile = Reading.ProfileOf(parsed.GetValue(profile)) },
                Channel = channel.Of(parsed, parsed.GetValue(sequence)),
            },
            parsed.GetValue(source)!, parsed.GetValue(output), parsed.GetValue(losses), cancel));
        return command;
    }

    static async Task<int> RunAsync(Conversion conversion, string source, string? output, string? lossesFile,
        CancellationToken cancel)
    {
        var losses = new Losses(isListed: lossesFile is null);
        var exit = Directory.Exists(source)
            ? await ConvertFolderAsync(conversion, source, output, losses, cancel)
            : await ConvertFileAsync(conversion, source, output, losses, cancel);
        if (lossesFile is not null)
            losses.Write(lossesFile);
        return exit;
    }

    static async Task<int> ConvertFileAsync(Conversion conversion, string source, string? output, Losses losses,
        CancellationToken cancel)
    {
        if (source != "-" && !File.Exists(source))
            throw new CliException(InputFiles.Missing(source));
        var converted = await conversion.RunAsync(source, source, losses, cancel);
        if (output is null && converted.Takes.Count > 1)
        {
            throw new CliException(
                $"{source} holds {converted.Takes.Count} takes, expected one: name a folder with --out.");
        }
        losses.Tell(Console.Error);
        if (output is not null)
        {
            var isFolder = Directory.Exists(output) || Path.EndsInDirectorySeparator(output);
            var name = Path.GetFileNameWithoutExtension(source == "-" ? "stdin" : source);
            ConvertedFiles.Write(isFolder
                ? Path.Combine(output, $"{name}.{conversion.To.Extension}")
                : output, source, converted.Takes);
            return converted.Exit;
        }
        await using var standard = Console.OpenStandardOutput();
        foreach (var bytes in converted.Takes)
            await standard.WriteAsync(bytes, cancel);
        return converted.Exit;
    }

    static async Task<int> ConvertFolderAsync(Conversion conversion, string source, string? output, Losses losses,
        CancellationToken cancel)
    {
        if (output is null || File.Exists(output))
            throw new CliException($"{source} is a folder, expected one to write into: --out FOLDER.");
        var files = new ConvertedFiles(source, output, conversion.To.Extension);
        var exit = CommandLine.Done;
        await FileProgress.RunAsync(files.Sources, ConvertNextAsync, losses);
        return files.Sources.Count > 0 ? exit : throw new CliException($"No file in {source}.");

        async Task ConvertNextAsync(string file)
        {
            var name = Path.GetRelativePath(source, file);
            try
            {
                var converted = await conversion.RunAsync(file, name, losses, cancel);
                ConvertedFiles.Write(files.NextName(name), file, converted.Takes);
                exit = Math.Max(exit, converted.Exit);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                losses.Add(name, failure);
                exit = CommandLine.Wrong;
            }
        }
    }
}
