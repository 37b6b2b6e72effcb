using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Binding;

/// <summary>
/// A picture that is named twice has the terms of both; one of which nothing is printed has those of all beside it.
/// </summary>
static class SamePictures
{
    /// <summary>Longer terms are not repeated under every picture.</summary>
    const int LongestShared = 4_000;

    /// <summary>The take whose pictures are bound by what stands beside any mention of them.</summary>
    public static Take ShareTerms(Take take, Findings findings)
    {
        if (take.Pictures.Length < 2 || take.Pictures.All(picture => picture.UsageTerms is null))
            return take;
        var groups = GroupsOf(take.Pictures);
        var ofGroup = new Limits?[take.Pictures.Length];
        var ofAll = new Limits(null);
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            if (take.Pictures[i].UsageTerms is not { } terms)
                continue;
            var text = terms.Text.Length > LongestShared ? Limits.Further : terms.Text;
            (ofGroup[groups[i]] ??= new Limits(null)).Add(text);
            ofAll.Add(text);
        }
        return take with
        {
            Pictures =
            [
                .. take.Pictures.Select((picture, i) =>
                    Bound(picture, i + 1, IsBare(picture) ? ofAll : ofGroup[groups[i]], findings)),
            ],
        };
    }

    static Picture Bound(Picture picture, int number, Limits? shared, Findings findings)
    {
        if (picture.Withheld is not null || shared?.Terms is not { } terms || terms == picture.UsageTerms
            || picture.UsageTerms?.Text.Length > LongestShared)
            return picture;
        findings.Add(BindingRemarks.SharedTerms, Severity.Note,
            $"Picture {number} has the terms that stand beside another mention of it, or beside the other pictures.");
        return picture with { UsageTerms = terms };
    }

    static bool IsBare(Picture picture) => picture is
    {
        Caption: "", Credit: "", Source: "", Headline: "", CopyrightNotice: "", SenderId: "", UsageTerms: null,
    };

    /// <summary>For each picture the number of the first one that is the same: by the sender's id, or by a file.</summary>
    static int[] GroupsOf(ImmutableArray<Picture> pictures)
    {
        var leaders = Enumerable.Range(0, pictures.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pictures.Length; i++)
        {
            foreach (var key in pictures[i].Renditions.Select(file => file.Href).Append(pictures[i].SenderId))
            {
                if (key.Length > 0 && !first.TryAdd(key, i))
                    leaders[Leader(i)] = Leader(first[key]);
            }
        }
        return [.. leaders.Select((_, i) => Leader(i))];

        int Leader(int i)
        {
            while (leaders[i] != i)
                i = leaders[i] = leaders[leaders[i]];
            return i;
        }
    }
}
