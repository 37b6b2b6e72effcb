using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// The figures that are open. All that a figure says about its pictures, in however many blocks and on whichever side
/// of them, is the caption of each of them: words that limit use may stand in any block.
/// </summary>
sealed class OpenFigures(
    ImmutableArray<Picture>.Builder pictures, ImmutableArray<Paragraph>.Builder paragraphs)
{
    readonly Stack<Figure> _open = [];
    readonly HashSet<int> _captioned = [];

    /// <summary>Whether what comes is a caption. Without a figure around it, it is a paragraph.</summary>
    public bool IsCaption { get; private set; }

    /// <summary>Begins a figure; what stood open as a caption is that of the figure around it.</summary>
    public void Start() => _open.Push(new Figure(pictures.Count, paragraphs.Count));

    /// <summary>Begins a caption.</summary>
    public void StartCaption() => IsCaption = _open.Count > 0;

    /// <summary>Ends a caption.</summary>
    public void EndCaption() => IsCaption = false;

    /// <summary>Takes a block of the caption.</summary>
    public void Add(string block) => _open.Peek().Blocks.Add(block);

    /// <summary>Ends the innermost figure. A caption without a picture is text of the body.</summary>
    public void End()
    {
        IsCaption = false;
        if (!_open.TryPop(out var figure))
            return;
        if (pictures.Count == figure.FirstPicture)
        {
            paragraphs.AddRange(figure.Blocks.Select(block => new Paragraph(block)));
            return;
        }
        if (figure.Blocks.Count == 0)
            TakeText(figure);
        if (figure.Blocks.Count == 0)
            return;
        var caption = string.Join('\n', figure.Blocks);
        for (var i = figure.FirstPicture; i < pictures.Count; i++)
        {
            pictures[i] = pictures[i] with
            {
                Caption = _captioned.Add(i) ? caption : $"{pictures[i].Caption}\n{caption}",
            };
        }
    }

    /// <summary>
    /// Ends what nothing ended. Of a caption that goes on to the end of the body only the first block is believed to be
    /// one: the others are copy.
    /// </summary>
    public void Finish()
    {
        while (_open.TryPeek(out var figure))
        {
            var rest = figure.Blocks.Skip(1).Select(block => new Paragraph(block)).ToList();
            figure.Blocks.RemoveRange(Math.Min(1, figure.Blocks.Count), rest.Count);
            if (figure.Blocks.Count > 0)
                End();
            else
                _open.Pop();
            paragraphs.AddRange(rest);
        }
    }

    /// <summary>Plain text beside the pictures of a figure without a caption is their caption.</summary>
    void TakeText(Figure figure)
    {
        var first = figure.FirstParagraph;
        if (paragraphs.Skip(first).Any(paragraph => paragraph.Kind != ParagraphKind.Prose
            || !paragraph.Subheads.IsEmpty))
            return;
        figure.Blocks.AddRange(paragraphs.Skip(first).Select(paragraph => paragraph.Text));
        while (paragraphs.Count > first)
            paragraphs.RemoveAt(paragraphs.Count - 1);
        for (var i = figure.FirstPicture; i < pictures.Count; i++)
            pictures[i] = pictures[i] with { After = Math.Min(pictures[i].After, first) };
    }

    sealed record Figure(int FirstPicture, int FirstParagraph)
    {
        public List<string> Blocks { get; } = [];
    }
}
