using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>An item that is a picture: its own metadata is what is printed about the picture.</summary>
static class PictureItem
{
    /// <summary>Role of the caption among the descriptions of an item.</summary>
    public const string CaptionRole = "drol:caption";

    /// <summary>The take of a picture item: one picture, which bears what the item says of it.</summary>
    /// <param name="take">The take so far.</param>
    /// <param name="isOurs">Whether this program wrote the item: then its picture says all about itself.</param>
    public static Take Shape(Take take, bool isOurs)
    {
        var shaped = isOurs && !take.Pictures.IsEmpty ? WithoutCaption(take) : Shape(take);
        return shaped is { Body.IsEmpty: true, Pictures: [_] } ? shaped with { Kind = TakeKind.Picture } : shaped;
    }

    /// <summary>The caption, which stands with the item as well.</summary>
    static Take WithoutCaption(Take take) => take.Descriptions is [.., { } last] && PictureReader.IsCaption(last.Role)
        && last.Text == take.Pictures[0].Caption
            ? take with { Descriptions = take.Descriptions[..^1] } : take;

    static Take Shape(Take take)
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
            UsageTerms = Join([take.UsageTerms, first.UsageTerms, .. Notes(take)]),
        };
        picture = take.Descriptions.Select(text => text.Text).Where(Restrictions.AreIn).Append(first.Caption)
            .Aggregate(picture, LooseText.On);
        return take with
        {
            Pictures = take.Pictures.IsEmpty ? [picture] : take.Pictures.SetItem(0, picture),
            Descriptions = [.. take.Descriptions.Where(text => !ReferenceEquals(text, caption))],
        };
    }

    /// <summary>A note about a picture may bind it: it stands among its terms, unless it is not public.</summary>
    static IEnumerable<UsageTerms> Notes(Take take) => take.Notes.Where(note => note.IsPublic).Select(note => note.Text)
        .Prepend(take.Advisory?.Text ?? "").Select(text => new UsageTerms(text));

    static UsageTerms? Join(params ReadOnlySpan<UsageTerms?> all)
    {
        var (texts, policies) = (new List<string>(), new List<string>());
        foreach (var terms in all)
        {
            if (terms is { Text: var text } && text.Length > 0 && !texts.Contains(text))
                texts.Add(text);
            if (terms is { Policy: var policy } && policy.Length > 0 && !policies.Contains(policy))
                policies.Add(policy);
        }
        return RightsReader.Join(texts, policies);
    }
}
