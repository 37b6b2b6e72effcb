using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>Old and new text in one column: what was taken out, then what was put in its place.</summary>
public sealed class Changed : ComponentBase
{
    /// <summary>The old text; empty when there was none.</summary>
    [Parameter, EditorRequired] public required string Old { get; set; }

    /// <summary>The new text; empty when there is none.</summary>
    [Parameter, EditorRequired] public required string New { get; set; }

    /// <summary>The words that differ. Empty: the texts are the same, or differ as a whole.</summary>
    [Parameter] public ImmutableArray<WordChange> Words { get; set; } = [];

    /// <summary>What happened.</summary>
    [Parameter] public ChangeKind Kind { get; set; } = ChangeKind.Edited;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Words.IsEmpty && Kind is ChangeKind.Same or ChangeKind.Moved)
        {
            builder.AddContent(0, WireText.Of(New));
            return;
        }
        var at = 0;
        foreach (var word in Words.IsEmpty ? [new WordChange(new(0, Old.Length), new(0, New.Length))] : Words)
        {
            builder.AddContent(1, WireText.Of(New[at..word.New.Start]));
            ChangedText.Mark(builder, Old.Substring(word.Old.Start, word.Old.Length), isOld: true);
            ChangedText.Mark(builder, New.Substring(word.New.Start, word.New.Length), isOld: false);
            at = word.New.Start + word.New.Length;
        }
        builder.AddContent(1, WireText.Of(New[at..]));
    }
}
