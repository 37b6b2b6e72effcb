using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>A diff in a line: <c>edited 2, 6-9; added 11; removed 4 of the old</c>.</summary>
static class DiffInWords
{
    public static string Of(ParagraphDiff diff)
    {
        List<string> parts = [.. diff.Fields.Select(field => field.Name)];
        Add("edited", ChangeKind.Edited, change => change.New);
        Add("added", ChangeKind.Added, change => change.New);
        Add("moved", ChangeKind.Moved, change => change.New);
        Add("minor", ChangeKind.Minor, change => change.New);
        Add("removed", ChangeKind.Removed, change => change.Old, " of the old");
        if (diff.Pictures.Count(picture => picture.Kind != ChangeKind.Same) is > 0 and var pictures)
            parts.Add(pictures == 1 ? "1 picture" : $"{pictures} pictures");
        return parts.Count == 0 ? "nothing" : string.Join("; ", parts);

        void Add(string word, ChangeKind kind, Func<ParagraphChange, int?> number, string behind = "")
        {
            int[] numbers = [.. diff.Paragraphs.Where(change => change.Kind == kind).Select(number).OfType<int>()];
            if (numbers.Length > 0)
                parts.Add($"{word} {CheckInWords.Ranges(numbers)}{behind}");
        }
    }
}
