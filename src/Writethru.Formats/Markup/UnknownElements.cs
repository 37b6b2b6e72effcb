namespace Writethru.Formats.Markup;

/// <summary>
/// Decides of elements that nobody knows whether they stand in a line or part paragraphs: those with a prefix and those
/// in running text stand in it, all others are blocks.
/// </summary>
sealed class UnknownElements
{
    readonly Stack<(string Name, bool IsInline)> _open = [];

    /// <summary>Whether an element that holds one line of text is open.</summary>
    public bool IsInLine { get; set; }

    /// <summary>
    /// Whether an element with a prefix is open: blanks alone in it (<c>&lt;o:p&gt;&amp;nbsp;&lt;/o:p&gt;</c>) hold
    /// an office program's place and are no text.
    /// </summary>
    public bool HoldsPlace =>
        _open.TryPeek(out var last) && last.Name.Contains(':', StringComparison.Ordinal);

    /// <summary>Begins one; true when it stands in a line.</summary>
    public bool Start(string name, bool isInText)
    {
        var isInline = IsInline(name, isInText);
        _open.Push((name, isInline));
        return isInline;
    }

    /// <summary>Ends one; true when it stood in a line.</summary>
    public bool End(string name, bool isInText)
    {
        if (!_open.TryPeek(out var last) || last.Name != name)
            return IsInline(name, isInText);
        _open.Pop();
        return last.IsInline;
    }

    /// <summary>Whether it is the namespace of an office program, whose markup is left behind in pasted copy.</summary>
    public static bool IsOfOffice(string ns) => ns.StartsWith("urn:schemas-microsoft-com:", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal);

    bool IsInline(string name, bool isInText) =>
        IsInLine || isInText || name.Contains(':', StringComparison.Ordinal);
}
