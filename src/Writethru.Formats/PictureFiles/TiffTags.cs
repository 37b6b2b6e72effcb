using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>One entry of a directory of TIFF or Exif.</summary>
/// <param name="Directory"><c>IFD0</c>, <c>IFD1</c>, <c>Exif</c>, <c>GPS</c>, <c>Interop</c>.</param>
/// <param name="Tag">Its number.</param>
/// <param name="Type">Its type, 1 to 12.</param>
/// <param name="Bytes">Its value, in the byte order of the whole.</param>
readonly record struct TiffTag(string Directory, int Tag, int Type, ReadOnlyMemory<byte> Bytes);

/// <summary>The directories of a TIFF, or of Exif, which is one (TIFF 6.0; CIPA DC-008).</summary>
/// <remarks>
/// Read by our own code, which follows a chain of directories step by step: a library that calls itself for each one
/// ends the process on a long chain. Notes of makers are shown as their length.
/// </remarks>
sealed class TiffTags
{
    const int MostDirectories = 32;
    const int MostEntries = 1_000;
    const int ShortestHead = 8;

    readonly List<TiffTag> _tags = [];
    readonly bool _isLittle;
    long _budget;

    TiffTags(byte[] bytes) => (_isLittle, _budget) = (bytes is [(byte)'I', ..], 4L * bytes.Length);

    /// <summary>Every entry that lies whole in the bytes.</summary>
    public IReadOnlyList<TiffTag> All => _tags;

    /// <summary>Whether the bytes open as a TIFF.</summary>
    public static bool AreIn(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    /// <summary>Reads the directories.</summary>
    public static TiffTags Read(byte[] bytes, Findings findings)
    {
        var tags = new TiffTags(bytes);
        if (bytes.Length < ShortestHead || !AreIn(bytes))
        {
            findings.Add(MetadataRemarks.Directory, Severity.Warning, "Exif that does not open as TIFF.");
            return tags;
        }
        var seen = new HashSet<uint>();
        var open = new Queue<(string Name, uint At)>([("IFD0", tags.Number4(bytes, 4))]);
        while (open.TryDequeue(out var next))
        {
            if (next.At == 0)
                continue;
            if (!seen.Add(next.At) || seen.Count > MostDirectories || next.At > bytes.Length - 2)
            {
                findings.Add(MetadataRemarks.Directory, Severity.Warning,
                    $"The directory {next.Name} at {next.At} is one of those before it, or none.");
                continue;
            }
            tags.ReadDirectory(bytes, next.Name, (int)next.At, open, findings);
        }
        return tags;
    }

    /// <summary>The bytes of an entry; null when there is none.</summary>
    public byte[]? Raw(string directory, int tag) => Find(directory, tag) is { Type: > 0 } found
        ? found.Bytes.ToArray()
        : null;

    /// <summary>Text of an entry; empty when there is none.</summary>
    public string Text(string directory, int tag) => Raw(directory, tag) is { } bytes ? Text(bytes) : "";

    /// <summary>A number of an entry; null when there is none.</summary>
    public int? Number(string directory, int tag) =>
        Find(directory, tag) is { Type: 3, Bytes.Length: >= 2 } found ? Number2(found.Bytes.Span, 0) : null;

    /// <summary>Everything, for people.</summary>
    public IEnumerable<PictureProperty> Properties =>
        _tags.Select(tag => new PictureProperty(tag.Directory, TiffNames.Of(tag.Directory, tag.Tag), Shown(tag)));

    TiffTag Find(string directory, int tag) =>
        _tags.FirstOrDefault(entry => entry.Directory == directory && entry.Tag == tag);

    void ReadDirectory(byte[] bytes, string name, int at, Queue<(string, uint)> open, Findings findings)
    {
        var count = Number2(bytes, at);
        var fitting = Math.Min(Math.Min(count, (bytes.Length - at - 2) / 12), MostEntries);
        if (fitting < count)
            findings.Add(MetadataRemarks.Directory, Severity.Warning,
                $"{name}: {count} entries, of which {fitting} are read.");
        for (var i = 0; i < fitting; i++)
        {
            var entry = at + 2 + i * 12;
            var (tag, type, values) = (Number2(bytes, entry), Number2(bytes, entry + 2), Number4(bytes, entry + 4));
            var length = values * SizeOf(type);
            long valueAt = length <= 4 ? (uint)entry + 8 : Number4(bytes, entry + 8);
            if (length == 0 || valueAt > bytes.Length || length > bytes.Length - valueAt)
            {
                if (values > 0)
                    findings.Add(MetadataRemarks.Directory, Severity.Warning,
                        $"{name}: 0x{tag:X4} lies outside of the bytes.");
                continue;
            }
            if ((_budget -= length) < 0)
            {
                findings.Add(MetadataRemarks.TooMany, Severity.Warning, $"{name}: entries that share their bytes.");
                return;
            }
            _tags.Add(new TiffTag(name, tag, type, bytes.AsMemory((int)valueAt, (int)length)));
            if (Inner(name, tag) is { } inner && length == 4)
                open.Enqueue((inner, Number4(bytes, (int)valueAt)));
        }
        var follower = at + 2 + count * 12;
        if (name == "IFD0" && follower + 4 <= bytes.Length)
            open.Enqueue(("IFD1", Number4(bytes, follower)));
    }

    static string? Inner(string directory, int tag) => (directory, tag) switch
    {
        ("IFD0", 0x8769) => "Exif",
        ("IFD0", 0x8825) => "GPS",
        ("Exif", 0xA005) => "Interop",
        _ => null,
    };

    static long SizeOf(int type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 => 8,
        _ => 0,
    };

    static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : Charsets.Find("windows-1252")!.GetString(bytes);
        return CleanText.Of(text.TrimEnd('\0', ' ').Replace("\0", "; ", StringComparison.Ordinal));
    }

    string Shown(TiffTag tag)
    {
        if (tag.Type == 2)
            return Text(tag.Bytes.Span);
        var size = (int)SizeOf(tag.Type);
        if (tag.Type is 7 or 11 or 12 || tag.Bytes.Length / size > 16)
            return Binary.Shown(tag.Bytes.Span);
        return string.Join(' ', Enumerable.Range(0, tag.Bytes.Length / size).Select(i => Shown(tag, i * size)));
    }

    string Shown(TiffTag tag, int at) => tag.Type switch
    {
        1 => tag.Bytes.Span[at].ToString(CultureInfo.InvariantCulture),
        6 => ((sbyte)tag.Bytes.Span[at]).ToString(CultureInfo.InvariantCulture),
        3 => Number2(tag.Bytes.Span, at).ToString(CultureInfo.InvariantCulture),
        8 => ((short)Number2(tag.Bytes.Span, at)).ToString(CultureInfo.InvariantCulture),
        9 => ((int)Number4(tag.Bytes.Span, at)).ToString(CultureInfo.InvariantCulture),
        5 => $"{Number4(tag.Bytes.Span, at)}/{Number4(tag.Bytes.Span, at + 4)}",
        10 => $"{(int)Number4(tag.Bytes.Span, at)}/{(int)Number4(tag.Bytes.Span, at + 4)}",
        _ => Number4(tag.Bytes.Span, at).ToString(CultureInfo.InvariantCulture),
    };

    int Number2(ReadOnlySpan<byte> bytes, int at) => _isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    uint Number4(ReadOnlySpan<byte> bytes, int at) => _isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
