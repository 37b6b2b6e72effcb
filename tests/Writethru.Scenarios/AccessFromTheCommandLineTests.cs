using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Publishers, operators and keys, looked after from the command line.</summary>
public class AccessFromTheCommandLineTests(RunningWire wire) : IClassFixture<RunningWire>
{
    [Fact]
    public async Task A_publisher_files_with_its_key_until_it_is_revoked()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("copy.txt"), Dispatches.Plain("of a publisher"));
        await File.WriteAllTextAsync(folder.At("later.txt"), Dispatches.Plain("after the end"));

        var key = KeyOf(await AdminAsync("publisher", "add", "saltern-sport"));
        var filed = await PublishAsync(key, folder.At("copy.txt"));
        var asAdmin = await RunAsync(["admin", "publisher", "list"], key);
        var list = await AdminAsync("publisher", "list");
        var operators = await AdminAsync("operator", "list");
        var revoked = await AdminAsync("publisher", "revoke", "saltern-sport");
        var after = await PublishAsync(key, folder.At("later.txt"));
        var listAfter = await AdminAsync("publisher", "list");

        Assert.Equal((0, 1, 0, 1), (filed.Exit, asAdmin.Exit, revoked.Exit, after.Exit));
        Assert.Contains("saltern-sport", list.Output);
        Assert.DoesNotContain(key, list.Output);
        Assert.DoesNotContain("saltern-sport", operators.Output);
        Assert.Contains("saltern-sport\trevoked", listAfter.Output);
    }

    [Fact]
    public async Task An_operator_looks_after_keys_and_files_nothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("copy.txt"), Dispatches.Plain("of an operator"));

        var key = KeyOf(await AdminAsync("operator", "add", "night"));
        var keys = await RunAsync(["admin", "key", "list"], key);
        var filed = await PublishAsync(key, folder.At("copy.txt"));

        Assert.Equal((0, 1), (keys.Exit, filed.Exit));
        Assert.NotEmpty(keys.Output);
    }

    [Fact]
    public async Task A_key_that_an_operator_makes_waits_for_the_desk_to_confirm_it()
    {
        var ops = KeyOf(await AdminAsync("operator", "add", "early"));

        var made = await RunAsync(["admin", "publisher", "add", "saltern-arts"], ops);
        var desk = await RunAsync(["admin", "desk", "add", "mallory"], ops);
        var before = await CheckAsync(KeyOf(made));
        var id = (await AdminAsync("key", "list", "saltern-arts")).Output.Trim().Split('\t');
        var waiting = await RunAsync(["waiting"], wire.Process.DeskKey);
        var byOperator = await RunAsync(["admin", "key", "confirm", "saltern-arts", id[1]], ops);
        var confirmed = await AdminAsync("key", "confirm", "saltern-arts", id[1]);

        Assert.Equal(("unconfirmed", "early"), (id[3], id[^1]));
        Assert.Equal((1, 1, 1, 0), (desk.Exit, before, byOperator.Exit, confirmed.Exit));
        Assert.Contains($"key\tsaltern-arts\t{id[1]}", waiting.Output);
        Assert.Contains("made by early", waiting.Output);
        Assert.Equal(0, await CheckAsync(KeyOf(made)));
    }

    [Fact]
    public async Task A_key_is_rotated_with_an_overlap_and_the_old_one_is_revoked()
    {
        var first = KeyOf(await AdminAsync("publisher", "add", "saltern-foreign"));
        var second = KeyOf(await AdminAsync("key", "rotate", "saltern-foreign", "--overlap", "24h"));
        var both = (await CheckAsync(first), await CheckAsync(second));
        var third = KeyOf(await AdminAsync("key", "rotate", "saltern-foreign"));
        var ended = (await CheckAsync(first), await CheckAsync(second), await CheckAsync(third));
        var lines = (await AdminAsync("key", "list", "saltern-foreign")).Output.Trim().Split('\n');
        var id = lines[^1].Split('\t')[1];
        var revoked = await AdminAsync("key", "revoke", "saltern-foreign", id);

        Assert.Equal((0, 0), both);
        Assert.Equal((1, 1, 0), ended);
        Assert.Equal(3, lines.Length);
        Assert.Equal((0, 1), (revoked.Exit, await CheckAsync(third)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("24")]
    [InlineData("32d")]
    [InlineData("2147483647d")]
    [InlineData("99999999999d")]
    public async Task An_overlap_that_is_none_is_refused_and_makes_no_key(string overlap)
    {
        var name = $"overlap-{Guid.NewGuid():N}"[..20];
        var key = KeyOf(await AdminAsync("publisher", "add", name));

        var refused = await AdminAsync("key", "rotate", name, "--overlap", overlap);

        Assert.Equal(2, refused.Exit);
        Assert.Contains("--overlap", refused.Errors);
        Assert.DoesNotContain("   at ", refused.Errors);
        Assert.Equal(0, await CheckAsync(key));
    }

    static string KeyOf(CommandLineRun run)
    {
        Assert.True(run.Exit == 0, run.Errors);
        return run.Output.Trim().Split(' ')[^1];
    }

    /// <summary>Whether a key is good: a check files nothing and is for who may file.</summary>
    async Task<int> CheckAsync(string key)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("copy.txt"), Dispatches.Plain("checked and never filed"));
        return (await RunAsync(["publish", "--check", folder.At("copy.txt")], key)).Exit;
    }

    Task<CommandLineRun> AdminAsync(params string[] arguments) =>
        RunAsync(["admin", .. arguments], wire.Process.DeskKey);

    Task<CommandLineRun> PublishAsync(string key, string file) => RunAsync(["publish", file], key);

    Task<CommandLineRun> RunAsync(string[] arguments, string key) =>
        CommandLineRun.RunAsync([.. arguments, "--to", wire.Process.Url, "--key", key]);
}
