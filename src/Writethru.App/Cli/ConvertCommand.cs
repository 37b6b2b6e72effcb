using System.Buffers;
using System.CommandLine;
using System.Security.Cryptography;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary><c>convert</c>: copy of one format in another.</summary>
static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file; - is standard input." };
        var to = new Option<string>("--to") { Description = "The format to write: ninjs, plainwire.", Required = true };
        var output = new Option<string?>("--out") { Description = "File to write; default standard output." };
        var format = Options.Format("Read as this format instead of recognising it.");
        var command = new Command("convert",
            "Write copy in another format; what that format cannot carry is listed on standard error.")
        {
            file, to, output, format,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(file)!, ReadCommand.FormatOf(parsed.GetValue(format)),
            ReadCommand.FormatOf(parsed.GetValue(to))!, parsed.GetValue(output), cancel));
        return command;
    }

    static async Task<int> RunAsync(string file, IWireFormat? from, IWireFormat to, string? target,
        CancellationToken cancel)
    {
        var bytes = await InputFiles.ReadAsync(file, ReadOptions.Default.MaxBytes, cancel);
        var result = from?.Read(bytes, ReadOptions.Default) ?? WireFormats.Read(bytes, ReadOptions.Default);
        foreach (var remark in result.Remarks.Where(remark => remark.Severity != Severity.Note))
            Console.Error.WriteLine($"{file}:{remark.Line}:{remark.Column}: {remark.Code}: {remark.Message}");
        if (!result.TryGetTake(out var take))
            return CommandLine.Wrong;
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var omission in to.Write(Unfiled(take), Channel.Default, buffer))
            Console.Error.WriteLine($"{to.Name} cannot carry {omission.Field}: {omission.Reason}");
        await using var output = target is null ? Console.OpenStandardOutput() : File.Create(target);
        await output.WriteAsync(buffer.WrittenMemory, cancel);
        return CommandLine.Done;
    }

    /// <summary>
    /// Copy that is in no story yet. Its identity is that of its text, so that two of them are never taken for one.
    /// </summary>
    static FiledTake Unfiled(Take take) => new()
    {
        Story = new StoryId("unfiled-"
            + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.ToUtf8(take)).AsSpan(0, 8))),
        Number = 1,
        Cause = take.Status == TakeStatus.Canceled ? Cause.Kill : Cause.First,
        FiledAt = TimeProvider.System.GetUtcNow(),
        Take = take,
    };
}
