using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>An item that is a picture: its own metadata is what is printed about the picture.</summary>
static class PictureItem
{
    /// <summary>The take of a picture item: one picture, which bears what the item says of it.</summary>
    public static Take Shape(Take take)
    {
        var caption = take.Descriptions.FirstOrDefault(text => PictureReader.IsCaption(text.Role))
            ?? take.Descriptions.FirstOrDefault();
        var first = take.Pictures.IsEmpty ? new Picture() : take.Pictures[0];
        var picture = first with
        {
            Caption = caption?.Text ?? first.Caption,
            Headline = take.Headline,
            Credit = take.CreditLine,
            Source = take.Source,
            CopyrightNotice = take.CopyrightNotice.Length > 0 ? take.CopyrightNotice : first.CopyrightNotice,
            SenderId = take.SenderId.Length > 0 ? take.SenderId : first.SenderId,
            UsageTerms = Join(take.UsageTerms?.Text, first.UsageTerms?.Text),
        };
        return take with
        {
            Pictures = take.Pictures.IsEmpty ? [picture] : take.Pictures.SetItem(0, picture),
            Descriptions = [.. take.Descriptions.Where(text => !ReferenceEquals(text, caption))],
        };
    }

    /// <summary>
    /// The picture of such a take, to go with a story: notes about it bind it, so they stand among its terms.
    /// </summary>
    public static Picture For(Take take, int after) => take.Pictures[0] with
    {
        After = after,
        UsageTerms = Join(
            [take.Pictures[0].UsageTerms?.Text, take.Advisory?.Text, .. take.Notes.Select(note => note.Text)]),
    };

    static UsageTerms? Join(params ReadOnlySpan<string?> texts)
    {
        var terms = new List<string>();
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text) && !terms.Contains(text))
                terms.Add(text);
        }
        return terms.Count > 0 ? new UsageTerms(string.Join("; ", terms)) : null;
    }
}
