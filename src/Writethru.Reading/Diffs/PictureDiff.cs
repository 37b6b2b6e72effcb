using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>
/// Which pictures are the same: by the sender's id or a file, then by the caption, then by captions alike.
/// </summary>
static class PictureDiff
{
    public static ImmutableArray<PictureChange> Of(ImmutableArray<Picture> old, ImmutableArray<Picture> @new)
    {
        if (old.IsEmpty && @new.IsEmpty)
            return [];
        var oldOf = new int[@new.Length];
        var newOf = new int[old.Length];
        Array.Fill(oldOf, -1);
        Array.Fill(newOf, -1);
        MatchBy(picture => picture.Renditions.Select(file => file.Href).Prepend(picture.SenderId));
        MatchBy(picture => [picture.Caption]);
        MatchBy(picture => picture.Withheld is { } reason ? [Words.Of(reason)] : []);
        MatchAlike();
        return
        [
            .. @new.Select((picture, n) => oldOf[n] < 0
                ? new PictureChange { Kind = ChangeKind.Added, New = n + 1 }
                : Compare(old[oldOf[n]], picture) with { Old = oldOf[n] + 1, New = n + 1 }),
            .. Enumerable.Range(0, old.Length).Where(o => newOf[o] < 0)
                .Select(o => new PictureChange { Kind = ChangeKind.Removed, Old = o + 1 }),
        ];

        void MatchBy(Func<Picture, IEnumerable<string>> keys)
        {
            var left = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
            for (var o = 0; o < old.Length; o++)
            {
                foreach (var key in newOf[o] < 0 ? keys(old[o]).Where(key => key.Length > 0).Distinct() : [])
                {
                    if (!left.TryGetValue(key, out var same))
                        left[key] = same = new Queue<int>();
                    same.Enqueue(o);
                }
            }
            for (var n = 0; n < @new.Length; n++)
            {
                foreach (var key in oldOf[n] < 0 ? keys(@new[n]) : [])
                {
                    if (!left.TryGetValue(key, out var same))
                        continue;
                    while (same.TryDequeue(out var o))
                    {
                        if (newOf[o] >= 0)
                            continue;
                        (oldOf[n], newOf[o]) = (o, n);
                        break;
                    }
                    if (oldOf[n] >= 0)
                        break;
                }
            }
        }

        void MatchAlike()
        {
            var alike = ParagraphAlignment.Align(
                [.. Enumerable.Range(0, old.Length).Where(o => newOf[o] < 0).Select(o => old[o].Caption)],
                [.. Enumerable.Range(0, @new.Length).Where(n => oldOf[n] < 0).Select(n => @new[n].Caption)]);
            int[] olds = [.. Enumerable.Range(0, old.Length).Where(o => newOf[o] < 0)];
            int[] news = [.. Enumerable.Range(0, @new.Length).Where(n => oldOf[n] < 0)];
            for (var i = 0; i < news.Length; i++)
            {
                if (alike.OldOf[i] >= 0 && @new[news[i]].Caption.Length > 0)
                    (oldOf[news[i]], newOf[olds[alike.OldOf[i]]]) = (olds[alike.OldOf[i]], news[i]);
            }
        }
    }

    static PictureChange Compare(Picture old, Picture @new)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        Add("caption", old.Caption != @new.Caption || old.Headline != @new.Headline);
        Add("credit", old.Credit != @new.Credit || old.Source != @new.Source
            || old.CopyrightNotice != @new.CopyrightNotice);
        Add("usageTerms", old.UsageTerms?.Text != @new.UsageTerms?.Text || old.Withheld != @new.Withheld);
        Add("file", !old.Renditions.SequenceEqual(@new.Renditions));
        return new PictureChange
        {
            Kind = fields.Count == 0 ? ChangeKind.Same : ChangeKind.Edited,
            Fields = fields.DrainToImmutable(),
        };

        void Add(string name, bool differs)
        {
            if (differs)
                fields.Add(name);
        }
    }
}
