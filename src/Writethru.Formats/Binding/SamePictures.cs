using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Binding;

/// <summary>
/// A picture that is named twice has the terms of both; one of which nothing is printed has those of the pictures whose
/// files are named like its own (<c>pier-small.jpg</c> beside <c>pier.jpg</c>).
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
        var ofName = new Dictionary<string, Limits>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            if (take.Pictures[i].UsageTerms is not { } terms)
                continue;
            if (terms.Whole.Length > LongestShared)
                terms = new UsageTerms(Limits.Further);
            Add(ofGroup[groups[i]] ??= new Limits(null), terms);
            foreach (var name in take.Pictures[i].Renditions.Select(NameOf).Distinct())
            {
                if (!ofName.TryGetValue(name, out var named))
                    ofName[name] = named = new Limits(null);
                Add(named, terms);
            }
        }
        return take with
        {
            Pictures =
            [
                .. take.Pictures.Select((picture, i) =>
                    Bound(picture, i + 1, IsBare(picture) ? OfBare(picture) : ofGroup[groups[i]], findings)),
            ],
        };

        static void Add(Limits limits, UsageTerms terms)
        {
            limits.Add(terms.Text);
            limits.AddPolicy(terms.Policy);
        }

        Limits? OfBare(Picture picture) => picture.Renditions
            .Select(file => ofName.GetValueOrDefault(NameOf(file))).FirstOrDefault(named => named is not null);
    }

    static Picture Bound(Picture picture, int number, Limits? shared, Findings findings)
    {
        if (picture.Withheld is not null || shared?.Terms is not { } terms || terms == picture.UsageTerms
            || picture.UsageTerms?.Whole.Length > LongestShared)
            return picture;
        findings.Add(BindingRemarks.SharedTerms, Severity.Note,
            $"Picture {number} has the terms that stand beside another mention of it, or beside the other pictures.");
        return picture with { UsageTerms = terms };
    }

    /// <summary>What a server is asked beside the path, such as a width, makes no other picture.</summary>
    static string PathOf(Rendition file) => file.Href.IndexOfAny(['?', '#']) is > 0 and var end
        ? file.Href[..end]
        : file.Href;

    /// <summary>
    /// The file's name as far as its first sign: what <c>pier-small.jpg</c> shares with <c>pier.jpg</c>.
    /// </summary>
    static string NameOf(Rendition file)
    {
        var path = PathOf(file);
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.IndexOfAny(['-', '_', '.', '@']) is > 0 and var end ? name[..end] : name;
    }

    static bool IsBare(Picture picture) => picture is
    {
        Caption: "", Credit: "", Source: "", Headline: "", CopyrightNotice: "", SenderId: "", UsageTerms: null,
    };

    /// <summary>
    /// For each picture the number of the first one that is the same: by the sender's id, or by a file.
    /// </summary>
    static int[] GroupsOf(ImmutableArray<Picture> pictures)
    {
        var leaders = Enumerable.Range(0, pictures.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pictures.Length; i++)
        {
            foreach (var key in pictures[i].Renditions.Select(PathOf).Append(pictures[i].SenderId))
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
