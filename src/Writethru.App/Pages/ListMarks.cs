using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>What stands before an item of a list.</summary>
static class ListMarks
{
    /// <summary>A bullet, or the item's number in its own list; never the number of the paragraph.</summary>
    public static string Of(ImmutableArray<Paragraph> body, int index)
    {
        var item = body[index];
        if (!item.IsOrdered)
            return "\u2022";
        var number = 1;
        for (var i = index - 1; i >= 0 && body[i].Kind == ParagraphKind.Item && body[i].Level >= item.Level; i--)
        {
            if (body[i].Level > item.Level)
                continue;
            if (!body[i].IsOrdered)
                break;
            number++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{number}.");
    }
}
