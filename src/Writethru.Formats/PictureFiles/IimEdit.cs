using System.Collections.Immutable;
using System.Text;

namespace Writethru.Formats.PictureFiles;

/// <summary>Writes IIM anew: what the file has, in UTF-8, with the fields of the story in their places.</summary>
static class IimEdit
{
    /// <summary>Version 4 of the model.</summary>
    static readonly byte[] _version = [0, 4];

    /// <summary>
    /// The block. A value longer than the model allows is written whole: readers take it, and words about rights must
    /// not be cut.
    /// </summary>
    public static byte[] Write(IimBlock before, ImmutableArray<WrittenField> fields)
    {
        var replaced = fields.Where(field => field is { Iim: > 0, Replaces: true })
            .Select(field => field.Iim).ToHashSet();
        var datasets = before.InUtf8.Where(dataset => dataset is not { Record: 1, Number: 90 }
            && !(dataset.Record == 2 && replaced.Contains(dataset.Number))).ToList();
        datasets.Add(new IimDataset(1, 90, IimCharset.Utf8Mark.ToArray()));
        if (!datasets.Any(dataset => dataset is { Record: 2, Number: 0 }))
            datasets.Add(new IimDataset(2, 0, _version));
        datasets.AddRange(
            from field in fields
            where field.Iim > 0
            from value in field.Values
            select new IimDataset(2, field.Iim, Encoding.UTF8.GetBytes(value)));
        var block = new List<byte>();
        foreach (var dataset in datasets.OrderBy(dataset => dataset.Record).ThenBy(dataset => dataset.Number))
            dataset.Write(block);
        return [.. block];
    }
}
