using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>Text of which some was put in or taken out.</summary>
/// <remarks>Few screen readers say <c>ins</c> and <c>del</c> unasked, so words for them stand inside, unseen.</remarks>
public sealed class ChangedText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>What of it differs, in reading order.</summary>
    [Parameter, EditorRequired] public required IEnumerable<TextSpan> Spans { get; set; }

    /// <summary>Whether the differing stretches are gone; else they are new.</summary>
    [Parameter] public bool IsOld { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var at = 0;
        foreach (var span in Spans.Where(span => span.Length > 0))
        {
            builder.AddContent(0, WireText.Of(Text[at..span.Start]));
            Mark(builder, Text.Substring(span.Start, span.Length), IsOld);
            at = span.Start + span.Length;
        }
        builder.AddContent(0, WireText.Of(Text[at..]));
    }

    /// <summary>One stretch that was taken out or put in; nothing when it is empty.</summary>
    internal static void Mark(RenderTreeBuilder builder, string text, bool isOld)
    {
        if (text.Length == 0)
            return;
        builder.OpenElement(1, isOld ? "del" : "ins");
        builder.OpenElement(2, "span");
        builder.AddAttribute(3, "class", "unseen");
        builder.AddAttribute(4, "lang", "en");
        builder.AddContent(5, isOld ? " taken out: " : " put in: ");
        builder.CloseElement();
        builder.AddContent(6, WireText.Of(text));
        builder.OpenElement(7, "span");
        builder.AddAttribute(8, "class", "unseen");
        builder.AddAttribute(9, "lang", "en");
        builder.AddContent(10, " end. ");
        builder.CloseElement();
        builder.CloseElement();
    }
}
