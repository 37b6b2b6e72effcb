using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.App.Demo;

/// <summary>What the demo files and when: a wire at once, then a take every few seconds, for two minutes.</summary>
static class DemoScript
{
    public const string KeyPrefix = "demo-";

    /// <summary>A dispatch that no step files: it is there to be read and published by hand.</summary>
    public const string TryMe = "try-me";

    static readonly TimeSpan _embargo = TimeSpan.FromMinutes(1);

    /// <summary>In the order of their time.</summary>
    public static ImmutableArray<DemoStep> Steps { get; } =
    [
        Step(0, "survey-1-embargoed") with { EmbargoFor = _embargo },
        Step(0, "library-1-ko"),
        Step(0, "ferry-1-de"),
        Step(0, "desalination-1-ar"),
        Step(0, "merger-1"),
        Step(0, "strike-1"),
        Step(0, "satellite-1") with { Photos = ["satellite.jpg", "rocket.jpg"] },
        Step(0, "bridge-1-flash"),
        Step(5, "bridge-2-lead"),
        Step(9, "cup-1"),
        Step(13, "merger-2-update"),
        Step(17, "library-2-ko"),
        Step(21, "bridge-3-update") with { Photos = ["bridge.jpg"] },
        Step(24, "lighthouse-1-photo") with { Photos = ["lighthouse.jpg"], IsPhoto = true },
        Step(26, "merger-3-kill") with
        {
            KillReason = "The statement on which the story rests was forged; Selwyn Instruments says it buys nobody.",
        },
        Step(31, "satellite-2-lead"),
        Step(36, "ferry-2-de"),
        Step(41, "cup-2-urgent"),
        Step(46, "strike-2-lead"),
        Step(51, "bridge-4-update"),
        Step(56, "desalination-2-ar"),
        Step(68, "survey-2-update"),
        Step(73, "bridge-5-correction"),
        Step(79, "painting-1"),
        Step(85, "storm-1"),
        Step(91, "strike-3-deal"),
        Step(97, "ferry-3-de") with { Cause = Cause.Correction },
        Step(104, "cup-3-lead"),
        Step(111, "storm-2-lead"),
        Step(119, "bridge-6-writethru"),
    ];

    static DemoStep Step(int seconds, string name) => new(TimeSpan.FromSeconds(seconds), name);
}
