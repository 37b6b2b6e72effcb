using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.App.Demo;

/// <summary>One thing that the demo does. Steps of one <see cref="Thread"/> make one story.</summary>
/// <param name="At">When, after the demo's very first start.</param>
/// <param name="Name">Name of its dispatch, the part before the first dash being the thread; unique.</param>
sealed record DemoStep(TimeSpan At, string Name)
{
    /// <summary>Why the take exists; null: the dispatch and its place decide.</summary>
    public Cause? Cause { get; init; }

    /// <summary>How long after it is filed its embargo lifts; null for none.</summary>
    public TimeSpan? EmbargoFor { get; init; }

    /// <summary>The files of the dispatch's photos, in order, which come along with it.</summary>
    public ImmutableArray<string> Photos { get; init; } = [];

    /// <summary>Whether the photo moves by itself, without a dispatch.</summary>
    public bool IsPhoto { get; init; }

    /// <summary>Why the story is killed; empty for a step that files a take.</summary>
    public string KillReason { get; init; } = "";

    public bool IsKill => KillReason.Length > 0;

    public string Thread => Name[..Name.IndexOf('-')];

    /// <summary>The same at every start, so that a step that was filed is never filed again.</summary>
    public string IdempotencyKey => DemoScript.KeyPrefix + Name;
}
