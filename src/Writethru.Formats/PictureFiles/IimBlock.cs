using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PictureFiles;

/// <summary>All IIM of a file, as one.</summary>
sealed class IimBlock
{
    /// <summary>Datasets of record 2 that may repeat (IIM, chapter 6).</summary>
    static readonly int[] _repeatable = [4, 12, 20, 25, 26, 27, 45, 47, 50, 80, 85, 118, 122];

    /// <summary>Datasets of record 2 that are numbers or pictures and no text.</summary>
    static readonly int[] _binary = [0, 125, 200, 201, 202];

    const int Instructions = 40;

    readonly Encoding _encoding;

    IimBlock(ImmutableArray<IimDataset> datasets, Encoding encoding)
    {
        Datasets = datasets;
        _encoding = encoding;
    }

    /// <summary>The datasets; of one that may stand once only the first.</summary>
    public ImmutableArray<IimDataset> Datasets { get; }

    /// <summary>
    /// Reads the blocks. One that does not open as IIM goes on where the one before ended; of a field that may stand
    /// once the first counts.
    /// </summary>
    public static IimBlock Read(IReadOnlyList<byte[]> blocks, Findings findings)
    {
        var datasets = ImmutableArray.CreateBuilder<IimDataset>();
        var first = new Dictionary<(int, int), byte[]>();
        var known = new HashSet<(int, int, string)>();
        foreach (var block in Joined(blocks))
        {
            var read = IimDataset.Read(block, findings);
            foreach (var dataset in read)
            {
                // What an earlier block says too is said again, not twice.
                if (datasets.Count < IimDataset.Most && !known.Contains(KeyOf(dataset))
                    && IsNew(dataset, first, findings))
                    datasets.Add(dataset);
            }
            known.UnionWith(read.Select(KeyOf));
        }
        return new IimBlock(datasets.ToImmutable(), IimCharset.Of(datasets, findings));
    }

    /// <summary>Whether the first block is not the one whose digest that is.</summary>
    public static bool IsOther(IReadOnlyList<byte[]> blocks, byte[] digest) =>
        blocks.Count > 0 && !Joined(blocks).Any(block => DigestOf(block).AsSpan().SequenceEqual(digest));

    /// <summary>MD5 of a block: what 8BIM 0x0425 holds. It tells of a change, and guards nothing.</summary>
#pragma warning disable CA5351 // the format says MD5
    public static byte[] DigestOf(ReadOnlySpan<byte> block) => MD5.HashData(block);
#pragma warning restore CA5351

    /// <summary>Text of a field of record 2; empty when it has none.</summary>
    public string Text(int number) => Texts(number).FirstOrDefault("");

    /// <summary>All texts of a field of record 2, without empty ones.</summary>
    public ImmutableArray<string> Texts(int number) =>
    [
        .. Datasets.Where(dataset => dataset.Record == 2 && dataset.Number == number).Select(TextOf)
            .Where(text => text.Length > 0),
    ];

    /// <summary>Everything, for people.</summary>
    public IEnumerable<PictureProperty> Properties => Datasets.Select(dataset => new PictureProperty("IIM",
        $"{dataset.Key} {IimNames.Of(dataset)}".TrimEnd(),
        IsText(dataset) ? TextOf(dataset) : Binary.Shown(dataset.Bytes)));

    /// <summary>The datasets with every text in UTF-8.</summary>
    public IEnumerable<IimDataset> InUtf8 => Datasets.Select(dataset =>
        IsText(dataset) && dataset.Record == 2 && _encoding is not UTF8Encoding
            ? dataset with { Bytes = Encoding.UTF8.GetBytes(_encoding.GetString(dataset.Bytes)) }
            : dataset);

    /// <summary>Whether a dataset holds text in the charset of the block.</summary>
    public static bool IsText(IimDataset dataset) => dataset.Record switch
    {
        1 => dataset.Number is not (0 or 20 or 22 or 90),
        2 => !_binary.Contains(dataset.Number),
        _ => false,
    };

    string TextOf(IimDataset dataset) => CleanText.Of(_encoding.GetString(dataset.Bytes));

    /// <summary>False for what may stand once and stands already; further instructions bind all the same.</summary>
    static bool IsNew(IimDataset dataset, Dictionary<(int, int), byte[]> first, Findings findings)
    {
        var place = (dataset.Record, dataset.Number);
        if (dataset.Record != 2 || _repeatable.Contains(dataset.Number) || dataset.Bytes.Length == 0
            || first.TryAdd(place, dataset.Bytes))
            return true;
        if (first[place].AsSpan().SequenceEqual(dataset.Bytes))
            return false;
        findings.Add(MetadataRemarks.Twice, Severity.Warning, $"IIM {dataset.Key} twice: "
            + $"\"{Quoted.Short(Encoding.Latin1.GetString(dataset.Bytes))}\" is the further one.");
        return dataset.Number == Instructions;
    }

    static (int, int, string) KeyOf(IimDataset dataset) =>
        (dataset.Record, dataset.Number, Encoding.Latin1.GetString(dataset.Bytes));

    static List<byte[]> Joined(IReadOnlyList<byte[]> blocks)
    {
        var joined = new List<List<byte>>();
        foreach (var block in blocks)
        {
            if (joined.Count > 0 && block is not [0x1C, ..])
                joined[^1].AddRange(block);
            else
                joined.Add([.. block]);
        }
        return joined.ConvertAll(block => block.ToArray());
    }
}
