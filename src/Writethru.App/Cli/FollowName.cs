using System.Globalization;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Registry;

namespace Writethru.App.Cli;

/// <summary>The name of a file that <c>follow</c> writes: <c>STORY.0003.txt</c>, <c>STORY.0004.kill.txt</c>.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">The take.</param>
/// <param name="Mark">What it is a notice of; empty for copy.</param>
/// <param name="Extension">That of its format.</param>
readonly record struct FollowName(string Story, int Number, string Mark, string Extension)
{
    public const string Kill = "kill", Hold = "hold";

    /// <summary>The name for an item of the feed.</summary>
    /// <exception cref="CliException">The item has not the shape of one.</exception>
    public static FollowName Of(JsonElement item)
    {
        var story = item.GetProperty("story").GetString();
        // The name of a file is made from this: a server must not be able to name another folder.
        if (!StoryId.IsWellFormed(story))
            throw new CliException($"The server named a story '{story}', expected letters, digits, '-' or '_'.");
        return new FollowName(story!, item.GetProperty("take").GetInt32(), CauseOf(item) switch
        {
            Cause.Kill or Cause.Takedown => Kill,
            Cause.Hold => Hold,
            _ => "",
        }, WireFormats.Find(item.GetProperty("format").GetString())?.Extension ?? "txt");
    }

    public static Cause? CauseOf(JsonElement item) => Words.Read<Cause>(item.GetProperty("cause").GetString());

    /// <summary>The name in pieces; null when it is none of ours.</summary>
    public static FollowName? Parse(string file) => file.Split('.') is [var story, var number, .. var rest]
        && rest.Length is 1 or 2 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var take)
            ? new FollowName(story, take, rest.Length == 2 ? rest[0] : "", rest[^1])
            : null;

    public override string ToString() =>
        FormattableString.Invariant($"{Story}.{Number:D4}{(Mark.Length > 0 ? "." : "")}{Mark}.{Extension}");
}
