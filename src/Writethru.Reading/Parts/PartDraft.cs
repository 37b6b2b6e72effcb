using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Reading.Parts;

/// <summary>
/// A take with a part worked into it, as the part says. Made by machine and marked so: a person reads and files it.
/// </summary>
public static class PartDraft
{
    /// <summary>The take as it would be; null when it cannot be told where the part belongs.</summary>
    /// <param name="before">The take that the part was written for.</param>
    /// <param name="number">Its number, for the note.</param>
    /// <param name="part">The part.</param>
    public static Take? Of(Take before, int number, Take part)
    {
        if (PartPlace.Of(part) is not { } place)
            return null;
        var after = place.After ?? before.Body.Length;
        if (part.Body.IsEmpty || after + place.Instead > before.Body.Length)
            return null;
        return before with
        {
            Body =
            [
                .. before.Body.AsSpan()[..after], .. part.Body.AsSpan(),
                .. before.Body.AsSpan()[(after + place.Instead)..],
            ],
            Pictures = Pictures(before, part, after, place.Instead),
            Advisory = new Advisory(string.Create(CultureInfo.InvariantCulture,
                $"(DRAFT made by machine: {Words.Of(part.Signal)} worked into take {number}, {place}. "
                + $"Read it before use.)")),
            UsageTerms = Both(before.UsageTerms, part.UsageTerms),
            Embargo = part.Embargo ?? before.Embargo,
            Status = part.Status == TakeStatus.Usable ? before.Status : part.Status,
            WordCount = null,
            // What the sender said of its own transmission is not true of this one.
            Series = "",
            Signal = Signal.None,
            Sequence = "",
            SenderVersion = "",
            VersionCreated = null,
        };
    }

    static ImmutableArray<Picture> Pictures(Take before, Take part, int after, int instead) =>
    [
        .. before.Pictures.Select(picture => picture with
        {
            After = picture.After <= after ? picture.After
                : Math.Max(picture.After - instead, after) + part.Body.Length,
        }).Concat(part.Pictures.Select(picture => picture with { After = picture.After + after }))
            .OrderBy(picture => picture.After),
    ];

    /// <summary>Terms of either bind the whole.</summary>
    static UsageTerms? Both(UsageTerms? before, UsageTerms? part) =>
        UsageTerms.Join(before, part, between: " ");
}
