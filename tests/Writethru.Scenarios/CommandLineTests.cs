using System.Text;
using System.Text.Json;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>The command line, run as a person would run it.</summary>
public class CommandLineTests(RunningWire wire) : IClassFixture<RunningWire>
{
    static string Golden(string name) => RepoFiles.Golden("plainwire", name + ".in");

    [Fact]
    public async Task Read_prints_what_was_understood_with_every_key_of_the_contract()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("lanterns.txt");
        await File.WriteAllTextAsync(file, Dispatches.WithPictures("Mirada"));

        var run = await CommandLineRun.RunAsync(["read", file, "--received", "2026-11-25T01:00:00Z"]);

        var document = JsonElement.Parse(run.Output);
        var take = document.GetProperty("takes")[0];
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            ["file", "format", "encoding", "takes", "remarks"],
            document.EnumerateObject().Select(key => key.Name));
        string[] contract =
        [
            "headline", "slug", "urgency", "series", "advisory", "dateline", "byline", "contact", "endMark", "senderId",
            "senderVersion", "status", "embargo", "body", "pictures",
        ];
        Assert.Empty(contract.Except(take.EnumerateObject().Select(key => key.Name)));
        Assert.Equal(
            """{"text":"PORT MIRADA, Nov. 24 (Saltern) --","places":["PORT MIRADA"]"""
                + ""","region":"","date":"2026-11-24","agency":"Saltern"}""",
            Compact(take.GetProperty("dateline")));
        Assert.Equal([1, 2], take.GetProperty("body").EnumerateArray().Select(p => p.GetProperty("number").GetInt32()));
        var picture = take.GetProperty("pictures")[0];
        Assert.Equal(
            ["after", "caption", "credit", "source", "usageTerms"],
            picture.EnumerateObject().Select(key => key.Name));
        Assert.Equal(
            """[{"kind":"territory","allow":["KR"],"deny":[],"span":[0,37],"sure":1},"""
                + """{"kind":"redistribution","value":"none","span":[39,17],"sure":1}]""",
            Compact(picture.GetProperty("usageTerms").GetProperty("rules")));
        Assert.Equal(JsonValueKind.Null, take.GetProperty("pictures")[1].GetProperty("usageTerms").ValueKind);
    }

    [Fact]
    public async Task Read_goes_on_behind_a_file_that_cannot_be_read_and_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("in", "deep"));
        await File.WriteAllTextAsync(folder.At("in", "a.txt"), Dispatches.Plain("first"));
        await File.WriteAllBytesAsync(folder.At("in", "b.bin"), [0, 1, 2, 0xff, 0, 0, 0x80]);
        await File.WriteAllTextAsync(folder.At("in", "deep", "c.txt"), Dispatches.Plain("last"));

        var run = await CommandLineRun.RunAsync(["read", "--lines", folder.At("in"), folder.At("missing.txt")]);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .ToList();
        Assert.Equal(2, run.Exit);
        Assert.Equal([1, 0, 1], lines.Select(line => line.GetProperty("takes").GetArrayLength()));
        Assert.NotEmpty(lines[1].GetProperty("remarks").EnumerateArray());
        Assert.Contains("missing.txt", run.Errors);
    }

    [Fact]
    public async Task Read_prints_the_metadata_of_a_picture_and_no_sign_that_steers_a_terminal()
    {
        using var folder = new TemporaryFolder();
        byte[] dataset = [0x1C, 2, 120, 0, 53, .. "A ferry \u001b[2Jleaves. (For Use Only in Spain) (Saltern) "u8];
        dataset[4] = (byte)(dataset.Length - 5);
        byte[] block = [.. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)dataset.Length, .. dataset,
            .. new byte[dataset.Length % 2]];
        byte[] xmp =
        [
            .. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"u8,
            .. "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "u8
                + "xmlns:o='urn:example:odd'>"u8,
            .. "<o:Thing>bell&#x7;csi&#x9b;2J&#x1b;[2J</o:Thing></r:Description></r:RDF></x:xmpmeta>"u8,
        ];
        await File.WriteAllBytesAsync(folder.At("photo.jpg"),
        [
            0xFF, 0xD8, 0xFF, 0xE1, (byte)((xmp.Length + 2) >> 8), (byte)(xmp.Length + 2), .. xmp,
            0xFF, 0xED, 0, (byte)(16 + block.Length), .. "Photoshop 3.0\0"u8, .. block, 0xFF, 0xDA, 0, 2,
        ]);

        var run = await CommandLineRun.RunAsync(["read", folder.At("photo.jpg")]);

        var document = JsonElement.Parse(run.Output);
        var take = document.GetProperty("takes")[0];
        Assert.Equal(0, run.Exit);
        Assert.Equal("jpeg", document.GetProperty("format").GetString());
        Assert.Equal("picture", take.GetProperty("type").GetString());
        Assert.Equal("A ferry [2Jleaves.", take.GetProperty("pictures")[0].GetProperty("caption").GetString());
        Assert.Equal("For Use Only in Spain",
            take.GetProperty("pictures")[0].GetProperty("usageTerms").GetProperty("text").GetString());
        Assert.Equal(["IIM", "XMP"],
            document.GetProperty("metadata").EnumerateArray()
                .Select(property => property.GetProperty("group").GetString()));
        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task Read_takes_standard_input_and_bare_lines()
    {
        var copy = await CommandLineRun.RunAsync(
            ["read", "-", "--lines"],
            Encoding.UTF8.GetBytes(Dispatches.Plain("stdin")));
        var dateline = await CommandLineRun.RunAsync(
            ["read", "--as", "dateline", "-", "--received", "2027-01-02T00:00:00Z"],
            "MIRADA, Ruritania, Dec. 30 (Saltern) --\n\nPORT MIRADA (Saltern) --\n"u8.ToArray());
        var terms = await CommandLineRun.RunAsync(
            ["read", "--as", "terms", "-"],
            "GERMANY OUT\nZorbled frimly\n"u8.ToArray());

        Assert.Contains("reopens at stdin", copy.Output);
        var datelines = dateline.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            """{"raw":"MIRADA, Ruritania, Dec. 30 (Saltern) --","dateline":"""
                + """{"text":"MIRADA, Ruritania, Dec. 30 (Saltern) --","places":["MIRADA"]"""
                + ""","region":"Ruritania","date":"2026-12-30","agency":"Saltern"}}""",
            datelines[0]);
        Assert.Equal(2, datelines.Length);
        var readings = terms.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line).GetProperty("usageTerms"))
            .ToList();
        Assert.Equal("""["DE"]""", Compact(readings[0].GetProperty("rules")[0].GetProperty("deny")));
        Assert.NotEqual(0, readings[1].GetProperty("notUnderstood").GetArrayLength());
        Assert.All([copy.Exit, dateline.Exit, terms.Exit], exit => Assert.Equal(0, exit));
    }

    [Fact]
    public async Task Convert_writes_the_other_format_and_lists_what_it_cannot_carry()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("in.json"), """
            {"uri":"urn:x:1","version":"7","headlines":[{"value":"Lanterns light the bay"}],"language":"en",
             "bodies":[{"contentType":"text/plain","value":"First paragraph.\n\nSecond paragraph."}],
             "futureField":{"a":1}}
            """);

        var run = await CommandLineRun.RunAsync(
            ["convert", folder.At("in.json"), "--to", "plainwire", "--out", folder.At("out.txt")]);
        var back = await CommandLineRun.RunAsync(["convert", folder.At("out.txt"), "--to", "ninjs"]);

        Assert.Equal((0, 0), (run.Exit, back.Exit));
        Assert.Contains("futureField", run.Errors);
        var text = await File.ReadAllTextAsync(folder.At("out.txt"));
        Assert.Contains("Lanterns light the bay", text);
        Assert.Contains("Second paragraph.", JsonElement.Parse(back.Output).GetProperty("bodies").GetRawText());
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_standard_error_with_exit_2()
    {
        foreach (var (arguments, words) in new (string[], string)[]
        {
            (["frobnicate"], "frobnicate"),
            (["read"], "FILE"),
            (["read", Golden("arabic"), "--format", "telex"], "expected one of"),
            (["read", Golden("arabic"), "--received", "yesterday"], "expected an instant"),
            (["convert", "/no/such/file", "--to", "ninjs"], "/no/such/file"),
            (["publish", Golden("arabic"), "--to", "nonsense", "--key", "x"], "expected one such as http"),
            (["publish", Golden("arabic"), "--to", wire.Process.Url], "WRITETHRU_KEY"),
            (["serve", "--data", wire.DataFolder, "--urls", "http://127.0.0.1:0"], wire.DataFolder),
            (["verify", "--data", "/no/such/folder"], "/no/such/folder"),
            (["read", "--bogus"], "neither an option"),
            (["follow", wire.Process.Url + "/v1", "--key", "x", "--once"], "expected one such as http"),
        })
        {
            var run = await CommandLineRun.RunAsync(arguments);
            Assert.True(run.Exit == 2, $"{string.Join(' ', arguments)} ended with {run.Exit}: {run.Errors}");
            Assert.Contains(words, run.Errors);
            Assert.DoesNotContain("   at ", run.Errors);
            Assert.Equal("", run.Output);
        }
    }

    [Fact]
    public async Task A_subscriber_is_added_follows_a_kill_and_is_revoked_from_the_command_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("copy.txt"), Dispatches.Plain("cli"));
        string[] asDesk = ["--to", wire.Process.Url, "--key", wire.Process.DeskKey];
        var added = await CommandLineRun.RunAsync(
            ["admin", "subscriber", "add", "gazette", "--territory", "kr", "--format", "plainwire", .. asDesk]);
        var key = added.Output.Trim().Split(' ')[1];
        var published = await CommandLineRun.RunAsync(
            ["publish", folder.At("copy.txt"), "--slug", "CLI-BRIDGE", .. asDesk]);
        var story = published.Output.Split(' ')[0];
        string[] follow = ["follow", wire.Process.Url, "--key", key, "--into", folder.At("into"), "--once"];
        await CommandLineRun.RunAsync(follow);
        var before = Directory.GetFiles(folder.At("into"), story + "*").Select(Path.GetFileName);
        await wire.Desk.KillAsync(story, "Withdrawn");
        await CommandLineRun.RunAsync(follow);
        var after = Directory.GetFiles(folder.At("into"), story + "*").Select(Path.GetFileName);
        var list = await CommandLineRun.RunAsync(["admin", "subscriber", "list", .. asDesk]);
        var twice = await CommandLineRun.RunAsync(["admin", "subscriber", "add", "gazette", .. asDesk]);
        var revoked = await CommandLineRun.RunAsync(["admin", "subscriber", "revoke", "gazette", .. asDesk]);
        var refused = await CommandLineRun.RunAsync(follow);

        Assert.Equal([$"{story}.0001.txt"], before);
        Assert.Equal([$"{story}.0002.kill.txt"], after);
        Assert.Contains("gazette\tKR\tplainwire", list.Output);
        Assert.DoesNotContain(key, list.Output);
        Assert.Equal((1, 0, 1), (twice.Exit, revoked.Exit, refused.Exit));
        Assert.Contains("key-unknown", refused.Errors);
    }

    [Fact]
    public async Task A_damaged_log_is_said_in_a_line_and_a_file_that_is_too_large_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("data"));
        await File.WriteAllTextAsync(folder.At("data", "wire.db"), "this is no database, whatever its name says");
        await File.WriteAllBytesAsync(folder.At("large.txt"), [.. Enumerable.Repeat((byte)'x', 11 * 1024 * 1024)]);
        await File.WriteAllTextAsync(folder.At("small.txt"), Dispatches.Plain("after the large one"));

        var damaged = await CommandLineRun.RunAsync(
            ["serve", "--data", folder.At("data"), "--urls", "http://127.0.0.1:0"]);
        var busy = await CommandLineRun.RunAsync(["serve", "--data", folder.At("other"), "--urls", wire.Process.Url]);
        var publish = await CommandLineRun.RunAsync(
            ["publish", folder.At("large.txt"), folder.At("small.txt"),
             "--to", wire.Process.Url, "--key", wire.Process.DeskKey]);

        Assert.Equal((2, 2, 2), (damaged.Exit, busy.Exit, publish.Exit));
        Assert.Contains("cannot be opened", damaged.Errors);
        Assert.All([damaged, busy, publish], run => Assert.DoesNotContain("   at ", run.Errors));
        Assert.Contains("large.txt: item-too-large", publish.Errors);
        Assert.Contains("take 1", publish.Output);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(folder.At("other", "wire.db")));
    }

    static string Compact(JsonElement json) => JsonSerializer.Serialize(json, _relaxed);

    static readonly JsonSerializerOptions _relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };
}
