using System.Security.Cryptography;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>Puts extended XMP together from its parts (XMP specification, part 3, 1.1.3.1).</summary>
static class ExtendedXmp
{
    /// <summary>The whole of that name; null when parts are missing, overlap or are of another whole.</summary>
    public static byte[]? Join(IReadOnlyList<ExtendedXmpPart> parts, string guid, Findings findings)
    {
        var mine = parts.Where(part => part.Guid.Equals(guid, StringComparison.OrdinalIgnoreCase))
            .OrderBy(part => part.Offset).ToList();
        if (mine.Count < parts.Count)
            Say("parts of another whole than the packet names", findings);
        if (mine.Count == 0)
            return null;
        if (mine[0].Whole > XmpPacket.Limits.MaxBytes)
            return Refuse($"{mine[0].Whole} bytes, more than are read", findings);
        var whole = new List<byte>();
        foreach (var part in mine)
        {
            if (part.Whole != mine[0].Whole || part.Offset != whole.Count)
                return Refuse($"a part at {part.Offset} where {whole.Count} was expected", findings);
            whole.AddRange(part.Bytes);
        }
        if (whole.Count != mine[0].Whole)
            return Refuse($"{whole.Count} bytes of {mine[0].Whole}", findings);
        byte[] joined = [.. whole];
        if (!GuidOf(joined).Equals(guid, StringComparison.OrdinalIgnoreCase))
            Say("its bytes are not those of its name", findings);
        return joined;
    }

    /// <summary>The name of a whole: MD5 in hexadecimal digits. It tells of a change, and guards nothing.</summary>
#pragma warning disable CA5351 // the format says MD5
    public static string GuidOf(ReadOnlySpan<byte> whole) => Convert.ToHexString(MD5.HashData(whole));
#pragma warning restore CA5351

    static byte[]? Refuse(string what, Findings findings)
    {
        Say(what, findings);
        return null;
    }

    static void Say(string what, Findings findings) =>
        findings.Add(MetadataRemarks.Extended, Severity.Warning, $"Extended XMP: {what}.");
}
