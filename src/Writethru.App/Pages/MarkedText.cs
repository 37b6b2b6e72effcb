using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>Running text with its emphasis, links and line breaks as HTML.</summary>
/// <remarks>
/// Marks that cross are nested by cutting the one that began first; each piece has it. A link goes out only to the web
/// or to a mailbox: whatever else a sender wrote as its target (a script, a file) is text.
/// </remarks>
public sealed class MarkedText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>Emphasis and links in it, by where they begin.</summary>
    [Parameter] public ImmutableArray<Mark> Marks { get; set; } = [];

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var marks = Marks.Where(mark => ElementOf(mark) is not null && Contains(mark.Span))
            .OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length).ToList();
        Write(builder, 0, Text.Length, marks);
    }

    void Write(RenderTreeBuilder builder, int start, int end, List<Mark> marks)
    {
        for (var i = 0; i < marks.Count;)
        {
            var mark = marks[i];
            var markEnd = Math.Min(End(mark), end);
            WriteText(builder, start, mark.Span.Start);
            builder.OpenElement(0, ElementOf(mark)!);
            if (mark.Kind == MarkKind.Link)
            {
                builder.AddAttribute(1, "href", mark.Target);
                builder.AddAttribute(2, "rel", "noopener noreferrer");
            }
            List<Mark> inside = [], behind = [];
            for (i++; i < marks.Count && marks[i].Span.Start < markEnd; i++)
            {
                inside.Add(Cut(marks[i], marks[i].Span.Start, Math.Min(End(marks[i]), markEnd)));
                if (End(marks[i]) > markEnd)
                    behind.Add(Cut(marks[i], markEnd, End(marks[i])));
            }
            Write(builder, mark.Span.Start, markEnd, inside);
            builder.CloseElement();
            (marks, i) = ([.. behind, .. marks.Skip(i)], 0);
            start = markEnd;
        }
        WriteText(builder, start, end);
    }

    void WriteText(RenderTreeBuilder builder, int start, int end)
    {
        foreach (var (line, i) in Text[start..end].Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
            {
                builder.OpenElement(3, "br");
                builder.CloseElement();
            }
            builder.AddContent(4, WireText.Of(line));
        }
    }

    bool Contains(TextSpan span) => span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= Text.Length;

    static int End(Mark mark) => mark.Span.Start + mark.Span.Length;

    static Mark Cut(Mark mark, int start, int end) => mark with { Span = new TextSpan(start, end - start) };

    static string? ElementOf(Mark mark) => mark.Kind switch
    {
        MarkKind.Emphasis => "em",
        MarkKind.Strong => "strong",
        MarkKind.Superscript => "sup",
        MarkKind.Subscript => "sub",
        MarkKind.Link when IsSafe(mark.Target) => "a",
        _ => null,
    };

    static bool IsSafe(string target) => Uri.TryCreate(target, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "mailto"
        && target.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase);
}
