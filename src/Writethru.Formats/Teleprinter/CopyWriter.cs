using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>Lines of one block of a message's text.</summary>
/// <param name="Lines">The lines, as wide as the format allows.</param>
/// <param name="IsRunning">Whether it is running text, which a format may indent, and no columns.</param>
readonly record struct WrittenBlock(List<string> Lines, bool IsRunning);

/// <summary>The body of a take as blocks that <see cref="CopyReader"/> reads alike.</summary>
/// <remarks>
/// Each block is proved by reading it: copy that would be taken for a caption, a mark or a notice gets the guard before
/// it, and a picture that would not be taken for one gets labels.
/// </remarks>
/// <param name="indent">Columns before the first line of running text.</param>
sealed class CopyWriter(int indent)
{
    const int MostItemLevel = 6;

    readonly List<WrittenBlock> _blocks = [];

    /// <summary>Where running text is indented, a line may need one space before it.</summary>
    readonly int _width = indent > 0 ? TextColumns.Most - 1 : TextColumns.Most;

    /// <summary>Whether all copy is guarded, because without it a paragraph did not come back as one.</summary>
    public bool GuardsAll { get; init; }

    /// <summary>The letters of the channel's charset.</summary>
    public required Transliteration Letters { get; init; }

    public List<WrittenBlock> Write(Take take)
    {
        WriteDateline(take, out var opening);
        var pictures = new Queue<Picture>(take.Pictures);
        for (var number = 0; number <= take.Body.Length; number++)
        {
            if (number > 0)
                number = WriteParagraphs(take.Body, number, number == 1 ? opening : "", pictures);
            while (pictures.TryPeek(out var picture) && picture.After <= number)
                WritePicture(pictures.Dequeue());
        }
        foreach (var picture in pictures)
            WritePicture(picture);
        WriteTail(take);
        return _blocks;
    }

    /// <summary>
    /// A dateline opens the first paragraph where it reads as one there; elsewhere it stands alone, with a label where
    /// it would not be read.
    /// </summary>
    void WriteDateline(Take take, out string opening)
    {
        opening = "";
        if (take.Dateline is not { Text.Length: > 0 } dateline)
            return;
        var text = Clean(dateline.Text);
        foreach (var teaser in take.Descriptions.Where(description => description.Role == "teaser").Take(2))
        {
            var lines = Wrap(Clean(teaser.Text), 0);
            if (IsProse(lines, Clean(teaser.Text)))
                Add(lines);
        }
        var first = take.Body.FirstOrDefault();
        if (first is { Kind: ParagraphKind.Prose, Subheads.IsEmpty: true }
            && $"{text} {Clean(first.Text)}" is var both && DatelineGrammar.Find(both) is { } found
            && found.Dateline.Text == text && both[found.Length..] == Clean(first.Text))
            opening = text + " ";
        else
            Add(Wrap(DatelineGrammar.Find(text)?.Dateline.Text == text ? text : $"{CopyLabels.Dateline} {text}", 0));
    }

    /// <summary>
    /// Writes one paragraph, or all the items of a list from it on; returns the number of the last one.
    /// </summary>
    int WriteParagraphs(ImmutableArray<Paragraph> body, int number, string opening, Queue<Picture> pictures)
    {
        var paragraph = body[number - 1];
        foreach (var subhead in paragraph.Subheads)
        {
            if (!TailLines.IsNotebook($"# {Clean(subhead.Text)}"))
                Add(Wrap($"{new string('#', Math.Clamp(subhead.Level, 1, 6))} {Clean(subhead.Text).Replace('\n', ' ')}",
                    0));
        }
        switch (paragraph.Kind)
        {
            case ParagraphKind.Item:
                return WriteItems(body, number, pictures);
            case ParagraphKind.Table when paragraph.Table is { } table:
                WriteColumns(TableLines(table), paragraph.Text);
                break;
            case ParagraphKind.Preformatted:
                WriteColumns([.. Clean(paragraph.Text).Split('\n').Select(line => line.TrimEnd())
                    .Where(line => line.Length > 0)], paragraph.Text);
                break;
            default:
                WriteProse(Clean(paragraph.Text), opening);
                break;
        }
        return number;
    }

    void WriteProse(string text, string opening)
    {
        if (text.AsSpan().Trim(" \n").IsEmpty && opening.Length == 0)
            return;
        var lines = Wrap(opening + text, indent);
        if (opening.Length > 0 || !GuardsAll && IsProse(lines, text))
            Add(lines);
        else
            Add(Guarded(text));
    }

    List<string> Guarded(string text) => Prefixed(Wrap(text, indent + 2), $"{CopyLabels.Guard} ", "");

    /// <summary>Items that follow each other are one block, up to a picture or a sub-head.</summary>
    int WriteItems(ImmutableArray<Paragraph> body, int number, Queue<Picture> pictures)
    {
        var lines = new List<string>();
        var order = 1;
        while (true)
        {
            AddItem(body[number - 1], order++, lines);
            var isLast = number >= body.Length
                || body[number] is not { Kind: ParagraphKind.Item, Subheads.IsEmpty: true }
                || pictures.TryPeek(out var picture) && picture.After <= number;
            if (isLast)
                break;
            number++;
        }
        if (lines.Count > 0)
            _blocks.Add(new WrittenBlock(lines, IsRunning: false));
        return number;
    }

    void AddItem(Paragraph item, int order, List<string> lines)
    {
        var text = Clean(item.Text);
        if (text.AsSpan().Trim(" \n").IsEmpty)
            return;
        var bullet = item.IsOrdered ? $"{Math.Min(order, 99).ToString(CultureInfo.InvariantCulture)}) " : "- ";
        var margin = new string(' ', 2 * (Math.Clamp(item.Level, 1, MostItemLevel) - 1));
        var plain = ItemLines(text);
        lines.AddRange(!GuardsAll
            && Read(plain) is { Body: [{ Kind: ParagraphKind.Item } read] } alone && HoldsOnlyBody(alone)
            && Same(read.Text, text) ? plain : ItemLines($"{CopyLabels.Guard} {text}"));

        List<string> ItemLines(string words) => Prefixed(
            Wrap(words, 0, TextColumns.Most - margin.Length - bullet.Length), margin + bullet, margin + "  ");
    }

    /// <summary>Columns where they read back as one paragraph, else running text.</summary>
    void WriteColumns(List<string>? columns, string text)
    {
        if (!GuardsAll && columns is { Count: > 0 }
            && columns.All(line => line[0] != '^' && TextColumns.Of(line) <= TextColumns.Most)
            && Read(columns) is { Body.Length: 1 } alone && HoldsOnlyBody(alone) && Same(alone.Body[0].Text, text))
            _blocks.Add(new WrittenBlock(columns, IsRunning: false));
        else
            WriteProse(string.Join('\n', Clean(text).Split('\n').Select(line => line.Trim())), "");
    }

    List<string> TableLines(Table table)
    {
        var clean = new Table([.. table.Rows.Select(row => new TableRow(
            [.. row.Cells.Select(cell => cell with { Text = Clean(cell.Text).Replace('\n', ' ') })]))]);
        return ColumnTable.Write(clean)
            ?? [.. clean.Rows.Select(row => ColumnTable.Line(row.Cells)).Where(line => line.Length > 0)];
    }

    void WritePicture(Picture picture)
    {
        if (picture.Withheld is { } reason)
        {
            Add(Wrap(Withheld.Line(reason), indent));
            return;
        }
        var caption = Clean(picture.Caption);
        var (credit, terms) = (Clean(picture.Credit), Clean(picture.UsageTerms?.Text ?? ""));
        var printed = Wrap(PrintedCaption(caption, credit, terms), indent);
        if (Read(printed) is { Pictures: [var read], Body.IsEmpty: true, UsageTerms: null,
            Embargo: null, Notes.IsEmpty: true,
            Status: TakeStatus.Usable, Extras.IsEmpty: true }
            && read.Caption == caption && read.Credit == credit && (read.UsageTerms?.Text ?? "") == terms)
        {
            Add(printed);
            return;
        }
        AddLabelled(CopyLabels.Picture, caption);
        if (terms.Length > 0)
            AddLabelled(CopyLabels.PictureTerms, terms);
        if (credit.Length > 0)
            AddLabelled(CopyLabels.PictureCredit, credit);
    }

    static string PrintedCaption(string caption, string credit, string terms)
    {
        var limits = terms.Length > 0 ? $" ({terms})" : "";
        var by = credit.Length == 0 ? ""
            : credit.Contains(':') || credit.StartsWith("REUTERS/", StringComparison.Ordinal)
                ? $" {credit}"
                : $" ({credit})";
        return (caption + limits + by).Trim(' ');
    }

    void WriteTail(Take take)
    {
        foreach (var extra in take.Extras.Where(extra => extra.Name == ExtraNames.SignOff))
            AddIf(extra.Text, read => read.Extras is [{ Name: ExtraNames.SignOff }]);
        AddIf(take.Contact, read => read.Contact.Length > 0);
        if (take.UsageTerms is { } terms && Clean(terms.Text).Length > 0)
            AddLabelled(CopyLabels.UsageTerms, Clean(terms.Text));
        if (Clean(take.CreditLine).Length > 0)
            AddLabelled(CopyLabels.CreditLine, Clean(take.CreditLine));
        AddIf(take.EndMark, read => read.EndMark.Length > 0);
    }

    /// <summary>Writes a line only where it will be read for what it is; else it is left out, and listed.</summary>
    void AddIf(string text, Func<Take, bool> isRight)
    {
        var lines = Wrap(Clean(text), indent);
        if (lines[0].Length > 0 && Read(lines) is { Body.IsEmpty: true, Pictures.IsEmpty: true } read && isRight(read))
            Add(lines);
    }

    void AddLabelled(string label, string text) => Add(Wrap($"{label} {text}", indent));

    void Add(List<string> lines) => _blocks.Add(new WrittenBlock(lines, IsRunning: true));

    bool IsProse(List<string> lines, string text) => Read(lines) is { Body: [{ Kind: ParagraphKind.Prose } read] } alone
        && HoldsOnlyBody(alone) && Same(read.Text, text);

    static bool HoldsOnlyBody(Take take) => take is
    {
        Pictures.IsEmpty: true, Notes.IsEmpty: true, Extras.IsEmpty: true, Dateline: null,
        Embargo: null, Advisory: null,
        UsageTerms: null, Status: TakeStatus.Usable, Contact: "", EndMark: "", CreditLine: "",
        Descriptions.IsEmpty: true,
    } && take.Body.All(paragraph => paragraph.Subheads.IsEmpty);

    /// <summary>What the reader makes of the lines alone.</summary>
    Take Read(List<string> lines)
    {
        List<CopyLine> read = [.. lines.Select((line, i) => CopyText.Line(line, i))];
        var parts = new TakeParts(new RemarkBook());
        var blocks = CopyBlock.Split(read, indentOpens: indent > 0);
        var end = CopyTail.Find(blocks);
        if (end >= 0)
            parts.Add(new Note(NoteRoles.Notebook, "", IsPublic: false));
        new CopyReader(parts, TextColumns.Most).Read(blocks, int.MaxValue);
        return parts.Build();
    }

    static bool Same(string a, string b) => Words(a).SequenceEqual(Words(b));

    static string[] Words(string text) =>
        text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

    List<string> Wrap(string text, int first, int width = 0) =>
        LineWrapper.Wrap(text, width > 0 ? width : _width, first, MayStart);

    /// <summary>A further line must not look like an item, a sub-head, a heading of ANPA or the guard.</summary>
    static bool MayStart(string word) => word[0] is not ('-' or '*' or '•' or '#' or '^' or '>')
        && !(word.Length <= 3 && word[^1] == ')' && char.IsAsciiDigit(word[0]));

    static List<string> Prefixed(List<string> lines, string first, string further) =>
        [.. lines.Select((line, i) => i == 0 ? first + line : further + line)];

    string Clean(string text) => Letters.Apply(CopyText.Clean(text));
}
