using System.Text;

namespace Writethru.Tests.Formats;

/// <summary>
/// Damage as it comes over a line, and as somebody would make it on purpose; the same for the same seed.
/// </summary>
sealed class Mutations(int seed, byte[][] files)
{
    const int MostBytes = 256 * 1024;

    static readonly byte[][] _pieces =
    [
        .. new[]
        {
            "\0", "\u0001", "\u0002", "\u0003", "\u0004", "\u001b[2J", "\u007f", "\r", "\n\n", "\r\r\n\n", "\ufeff",
            "\ufffe", "\u202e", "\u2028", "<", ">", "&", "&amp;", "&#0;", "&#x110000;", "&xxe;", "]]>", "<![CDATA[",
            "<!--", "-->", "<?xml version=\"1.1\"?>", "<!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>",
            "<a:b xmlns:a=\"\">", "</", "/>", "<p>", "</p>", "<table><tr><td>", "\"", "\\", "\\u0000", "\\ud800", "{",
            "}", "[", "]", ",", ":", "null", "true", "1e999", "-", "(", ")", "(END)",
            "EMBARGOED ", "2026-13-45T99:99:99",
            "9999-12-31T23:59:59+14:00", "99999999999999999999", " ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xfe, 0xff], [0xff, 0xfe], [0x80], [0xe2, 0x80],
    ];

    readonly Random _random = new(seed);

    /// <summary>One of the files with one to eight changes.</summary>
    public byte[] Next()
    {
        var bytes = Pick(files);
        for (var changes = _random.Next(1, 9); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes.Length <= MostBytes ? bytes : bytes[..MostBytes];
    }

    byte[] Change(byte[] bytes)
    {
        var (at, length) = Span(bytes);
        return _random.Next(8) switch
        {
            0 => Flip(bytes, at),
            1 => bytes[..at],
            2 => [.. bytes[..at], .. bytes[(at + length)..]],
            3 => [.. bytes[..(at + length)], .. bytes[at..]],
            4 => [.. bytes[..at], .. Slice(Pick(files)), .. bytes[at..]],
            5 => [.. bytes[..at], .. Slice(Pick(files)), .. bytes[(at + length)..]],
            6 => [.. bytes[..at], .. Repeat(Pick(_pieces)), .. bytes[at..]],
            _ => [.. bytes[..at], .. Pick(_pieces), .. bytes[(at + length)..]],
        };
    }

    byte[] Flip(byte[] bytes, int at)
    {
        if (bytes.Length == 0)
            return bytes;
        var flipped = (byte[])bytes.Clone();
        flipped[at % bytes.Length] ^= (byte)(1 << _random.Next(8));
        return flipped;
    }

    byte[] Slice(byte[] bytes)
    {
        var (at, length) = Span(bytes);
        return bytes[at..(at + length)];
    }

    /// <summary>Mostly once; now and then so often that whatever nests or grows with it is put to the test.</summary>
    IEnumerable<byte> Repeat(byte[] piece) =>
        Enumerable.Repeat(piece, _random.Next(50) == 0 ? _random.Next(1, 2_000) : 1).SelectMany(copy => copy);

    (int At, int Length) Span(byte[] bytes)
    {
        var at = _random.Next(bytes.Length + 1);
        return (at, Math.Min(_random.Next(200), bytes.Length - at));
    }

    T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
