using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Markup;

namespace Writethru.Tests.Formats;

/// <summary>
/// Writes a take, reads it back, and compares the canonical JSON of both, all but what an omission names. An omission
/// of text is no excuse for losing it: what comes back must be equal but for white space and control characters.
/// </summary>
static partial class RoundTrip
{
    /// <summary>What every writer adds of its own: our identity, our instant, our link to the take before.</summary>
    static readonly string[] _ours =
        ["senderId", "senderVersion", "versionCreated", "firstCreated", "provider", "sequence", "signal", "links"];

    public static FiledTake File(Take take, Cause cause = Cause.First, int number = 1) => new()
    {
        Story = new StoryId("story-1"),
        Number = number,
        Cause = cause,
        FiledAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        Take = take,
    };

    public static byte[] WriteBytes(
        IWireFormat format, FiledTake filed, out ImmutableArray<Omission> omissions, Channel? channel = null,
        TakeReading? reading = null)
    {
        var output = new ArrayBufferWriter<byte>();
        omissions = format.Write(filed, reading, channel ?? Channel.Default, output);
        return output.WrittenSpan.ToArray();
    }

    public static string Write(
        IWireFormat format, FiledTake filed, out ImmutableArray<Omission> omissions, TakeReading? reading = null) =>
        Encoding.UTF8.GetString(WriteBytes(format, filed, out omissions, reading: reading));

    public static void AssertHolds(IWireFormat format, Take take, Channel? channel = null)
    {
        var bytes = WriteBytes(format, File(take), out var omissions, channel);
        var back = format.Read(bytes, ReadOptions.Default).TakeOrThrow();

        AssertEqualBut(take, back, omissions);
    }

    /// <summary>
    /// Fails when the takes differ in a path that no omission names. Where the take that was written has nothing and
    /// the writer adds something of its own, that is no difference.
    /// </summary>
    /// <param name="written">The take that was written.</param>
    /// <param name="back">What was read back.</param>
    /// <param name="omissions">What its writer could not carry.</param>
    /// <param name="origin">
    /// The take from which the written one came by way of another format: what that format added of its own may be
    /// lost.
    /// </param>
    public static void AssertEqualBut(Take written, Take back, ImmutableArray<Omission> omissions, Take? origin = null)
    {
        var (a, b, first) = (Json(written), Json(back), Json(origin ?? written));
        var added = _ours.Where(key => Lacks(a, key) || Lacks(first, key)).ToList();
        foreach (var key in added)
        {
            a.Remove(key);
            b.Remove(key);
        }
        if (origin is not null)
            omissions = omissions.RemoveAll(omission => added.Contains(Step().Match(omission.Field).Value));
        foreach (var omission in omissions.Where(o => o.Field.EndsWith(']')).OrderBy(o => LastIndex(o.Field)))
            Align(a, b, omission.Field);
        foreach (var omission in omissions.OrderByDescending(o => Depth(o.Field))
            .ThenByDescending(o => LastIndex(o.Field)))
            Remove(a, b, omission.Field);
        RemoveEmptied(a, b);
        Assert.Equal(a.ToJsonString(_readable), b.ToJsonString(_readable));
    }

    /// <summary>
    /// Puts a placeholder where an item of a list was lost, so that the items behind it have the same number on both
    /// sides.
    /// </summary>
    static void Align(JsonObject a, JsonObject b, string path)
    {
        var at = path.LastIndexOf('[');
        if (a[path[..at]] is JsonArray lost && b[path[..at]] is JsonArray kept && kept.Count < lost.Count
            && LastIndex(path) is var index && index <= kept.Count)
            kept.Insert(index, null);
    }

    static bool Lacks(JsonObject json, string key) =>
        !json.ContainsKey(key) || json[key] is JsonValue value && value.ToString().Length == 0;

    /// <summary>A list of which every item is omitted is not written at all on the other side.</summary>
    static void RemoveEmptied(JsonObject a, JsonObject b)
    {
        foreach (var key in a.Where(pair => pair.Value is JsonArray { Count: 0 } && !b.ContainsKey(pair.Key))
            .Select(pair => pair.Key).ToList())
            a.Remove(key);
    }

    static readonly System.Text.Json.JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static JsonObject Json(Take take) => JsonNode.Parse(CanonicalJson.ToUtf8(take))!.AsObject();

    /// <summary>
    /// Removes a path. A list that is omitted whole or as items is removed from both as far as both have it: the other
    /// side has lost exactly those items.
    /// </summary>
    static void Remove(JsonObject a, JsonObject b, string path)
    {
        var steps = Step().Matches(path).Select(match => match.Value.Trim('[', ']', '.')).ToArray();
        Assert.NotEmpty(steps);
        JsonNode? left = a, right = b;
        foreach (var step in steps[..^1])
            (left, right) = (Child(left, step), Child(right, step));
        switch (left, right)
        {
            case (JsonArray lost, _):
                var index = int.Parse(steps[^1], null);
                Assert.True(index < lost.Count, $"An omission names {path}, which the take has not.");
                var isKept = right is JsonArray kept && kept.Count == lost.Count;
                lost.RemoveAt(index);
                if (isKept)
                    ((JsonArray)right!).RemoveAt(index);
                break;
            case (JsonObject lost, JsonObject other):
                AssertTextIsThere(lost[steps[^1]], other[steps[^1]], path);
                lost.Remove(steps[^1]);
                other.Remove(steps[^1]);
                break;
            case (JsonObject lost, null):
                lost.Remove(steps[^1]);
                break;
            default:
                Assert.Fail($"An omission names {path}, which the take has not.");
                break;
        }
    }

    static void AssertTextIsThere(JsonNode? lost, JsonNode? other, string path)
    {
        if (path.StartsWith("body[", StringComparison.Ordinal) && path.EndsWith(".text", StringComparison.Ordinal))
            Assert.Equal(Plain(lost?.ToString() ?? ""), Plain(other?.ToString() ?? ""));
    }

    static string Plain(string text) =>
        OneLine.Of(string.Concat(text.Where(c => !char.IsControl(c) || OneLine.IsCollapsible(c))));

    static JsonNode? Child(JsonNode? node, string step) => node switch
    {
        JsonArray array => int.Parse(step, null) < array.Count ? array[int.Parse(step, null)] : null,
        JsonObject json => json[step],
        _ => null,
    };

    static int Depth(string path) => Step().Count(path);

    static int LastIndex(string path) =>
        Step().Matches(path) is [.., { } last] && int.TryParse(last.Value.Trim('[', ']'), out var index) ? index : -1;

    [GeneratedRegex(@"\[\d+\]|\.?[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Step();
}
