using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Writethru.Formats;

/// <summary>Bytes that are UTF-8 but for a few: each that is not becomes U+FFFD, and its place is known.</summary>
/// <param name="Content">The text.</param>
/// <param name="Replaced">What stands for broken bytes, in the order of the text.</param>
sealed record Utf8Text(string Content, ImmutableArray<ReplacedBytes> Replaced)
{
    /// <summary>
    /// Of so many bytes beyond ASCII one may be broken. Copy in another charset is far from it: its bytes seldom form
    /// a character of UTF-8, and half of them at the very most.
    /// </summary>
    const int WholeForEachBroken = 4;

    /// <summary>The text; null when the bytes are another charset's.</summary>
    public static Utf8Text? Read(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? new Utf8Text(Encoding.UTF8.GetString(bytes), []) : Repair(bytes);

    static Utf8Text? Repair(ReadOnlySpan<byte> bytes)
    {
        var mostBroken = BeyondAscii(bytes) / WholeForEachBroken;
        var text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var replaced = ImmutableArray.CreateBuilder<ReplacedBytes>();
            var rest = bytes;
            var (length, broken) = (0, 0);
            while (Utf8.ToUtf16(rest, text.AsSpan(length), out var read, out var written, false)
                is OperationStatus.InvalidData)
            {
                length += written;
                rest = rest[read..];
                Rune.DecodeFromUtf8(rest, out _, out var count);
                broken += count;
                if (broken > mostBroken)
                    return null;
                replaced.Add(new ReplacedBytes(length, count));
                text[length++] = '\uFFFD';
                rest = rest[count..];
            }
            length += Encoding.UTF8.GetChars(rest, text.AsSpan(length));
            return new Utf8Text(new string(text, 0, length), replaced.ToImmutable());
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    static int BeyondAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
            count += value >> 7;
        return count;
    }
}

/// <summary>A U+FFFD that stands for bytes that are no character.</summary>
/// <param name="At">Its place in the text.</param>
/// <param name="Bytes">How many bytes it stands for.</param>
readonly record struct ReplacedBytes(int At, int Bytes);
