using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary><c>convert</c> and <c>read</c> over every format, as a person would run them.</summary>
public sealed class ConvertTests : IDisposable
{
    const string Item = """
        {"uri":"urn:x:1","version":"7","headlines":[{"value":"Lanterns light the bay"}],"language":"en",
         "bodies":[{"contentType":"text/plain","value":"First paragraph.\n\nSecond paragraph."}],"futureField":{"a":1}}
        """;

    readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Formats))]
    public async Task A_folder_becomes_a_folder_with_the_same_names_in_any_format(string format)
    {
        await FillAsync();

        var run = await CommandLineRun.RunAsync(
            ["convert", _folder.At("in"), "--to", format, "--out", _folder.At("out")]);

        var extension = WireFormats.Find(format)!.Extension;
        Assert.Equal(0, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Equal(
            new[] { $"a.{extension}", $"a.txt.{extension}", Path.Combine("deep", $"c.{extension}") }.Order(),
            Files("out").Order());
        foreach (var file in Files("out"))
        {
            var back = WireFormats.Find(format)!.Read(
                await File.ReadAllBytesAsync(_folder.At("out", file)), ReadOptions.Default);
            Assert.Equal("Lanterns light the bay", back.TakeOrThrow().Headline);
        }
    }

    [Fact]
    public async Task What_was_lost_is_written_as_JSON_and_not_line_by_line()
    {
        await FillAsync();

        var run = await CommandLineRun.RunAsync(["convert", _folder.At("in"), "--to", "plainwire",
            "--out", _folder.At("out"), "--losses", _folder.At("losses.json")]);

        var losses = JsonElement.Parse(await File.ReadAllBytesAsync(_folder.At("losses.json")));
        var lost = losses.GetProperty("omissions").EnumerateArray().First();
        Assert.Equal("a.json", lost.GetProperty("file").GetString());
        Assert.Equal(1, lost.GetProperty("take").GetInt32());
        Assert.NotEqual("", lost.GetProperty("field").GetString());
        Assert.NotEqual("", lost.GetProperty("reason").GetString());
        var noticed = losses.GetProperty("remarks").EnumerateArray().Select(r => r.GetProperty("code").GetString());
        Assert.Contains("NINJS-008", noticed);
        Assert.DoesNotContain("cannot carry", run.Errors);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_stop_the_others_and_ends_with_2()
    {
        await FillAsync();
        await File.WriteAllBytesAsync(_folder.At("in", "b.bin"), [0, 1, 2, 0xff, 0, 0, 0x80]);

        var run = await CommandLineRun.RunAsync(
            ["convert", _folder.At("in"), "--to", "ninjs", "--out", _folder.At("out")]);

        Assert.Equal(2, run.Exit);
        Assert.Equal(3, Files("out").Count());
        Assert.Contains("b.bin:", run.Errors);
    }

    [Fact]
    public async Task Wrong_ways_to_convert_are_said_with_exit_2_and_write_nothing()
    {
        await FillAsync();
        await File.WriteAllTextAsync(_folder.At("profile.json"), """{"name":"x","timezone":"Europe/Berlin"}""");
        var (source, file) = (_folder.At("in"), _folder.At("in", "a.json"));

        foreach (var (arguments, words) in new (string[], string)[]
        {
            ([source, "--to", "ninjs"], "--out FOLDER"),
            ([source, "--to", "ninjs", "--out", _folder.At("in", "out")], "outside of it"),
            ([source, "--to", "ninjs", "--out", source], "outside of it"),
            ([file, "--to", "ninjs", "--out", file], "is what is read"),
            ([file, "--to", "ninjs", "--out", _folder.At("in", "a.json", "b.json")], "its folder"),
            ([file, "--to", "telex"], "expected one of " + string.Join(", ", WireFormats.All.Select(f => f.Name))),
            ([file, "--to", "ninjs", "--sequence", "0"], "1 to 9999"),
            ([file, "--to", "ninjs", "--sequence", "many"], "many"),
            ([file, "--to", "ninjs", "--charset", "ebcdic"], "ebcdic"),
            ([file, "--to", "ninjs", "--service", "toolong"], "three letters"),
            ([file, "--to", "ninjs", "--profile", "nobody"], "expected a file or one of"),
            ([file, "--to", "ninjs", "--profile", _folder.At("profile.json")], "timezone"),
        })
        {
            var run = await CommandLineRun.RunAsync(["convert", .. arguments]);
            Assert.True(run.Exit == 2, $"{string.Join(' ', arguments)} ended with {run.Exit}: {run.Errors}");
            Assert.Contains(words, run.Errors);
            Assert.DoesNotContain("   at ", run.Errors);
            Assert.Equal("", run.Output);
        }
        Assert.Equal(3, Files("in").Count());
        Assert.Equal(Item, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_profile_of_ones_own_and_the_choices_of_a_channel_are_taken()
    {
        await FillAsync();
        await File.WriteAllTextAsync(_folder.At("profile.json"), """{"name":"harbour","zone":"Europe/Berlin"}""");

        var run = await CommandLineRun.RunAsync(["convert", _folder.At("in", "a.json"), "--to", "ninjs",
            "--profile", _folder.At("profile.json"), "--charset", "iso-8859-1", "--service", "abc",
            "--sequence", "17", "--nitf-namespace"]);

        Assert.Equal(0, run.Exit);
        Assert.Contains("Lanterns", run.Output);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task What_convert_prints_is_byte_for_byte_what_it_writes_to_a_file(string format)
    {
        await FillAsync();
        string[] arguments = ["convert", _folder.At("in", "a.txt"), "--to", format, "--charset", "iso-8859-1"];

        await CommandLineRun.RunAsync([.. arguments, "--out", _folder.At("out.bin")]);
        var printed = await RawOutputAsync(arguments);

        var written = await File.ReadAllBytesAsync(_folder.At("out.bin"));
        Assert.Equal(StripClock(written), StripClock(printed));
    }

    [Fact]
    public async Task Help_names_every_format()
    {
        foreach (var verb in new[] { "read", "convert", "follow" })
        {
            var run = await CommandLineRun.RunAsync([verb, "--help"]);
            var words = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(string.Join(", ", WireFormats.All.Select(format => format.Name)), words);
        }
    }

    async Task FillAsync()
    {
        Directory.CreateDirectory(_folder.At("in", "deep"));
        await File.WriteAllTextAsync(_folder.At("in", "a.json"), Item);
        const string Dispatch = "Lanterns light the bay\n\nZÜRICH, Nov. 24 (Saltern) -- Thousands came.\n(END)\n";
        await File.WriteAllTextAsync(_folder.At("in", "a.txt"), Dispatch);
        await File.WriteAllTextAsync(_folder.At("in", "deep", "c.txt"), Dispatch);
    }

    IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(_folder.At(folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.At(folder), file));

    /// <summary>Two runs fall into two seconds: their clock times are no difference.</summary>
    static string StripClock(byte[] bytes) => System.Text.RegularExpressions.Regex.Replace(
        Encoding.Latin1.GetString(bytes), "[0-9]", "0");

    static async Task<byte[]> RawOutputAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(WireProcess.Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var bytes = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        await errors;
        return bytes.ToArray();
    }
}
