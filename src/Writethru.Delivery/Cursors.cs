using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Writethru.Archive.Sqlite;

namespace Writethru.Delivery;

/// <summary>
/// A subscriber's place in its own stream, sealed: AES-256-GCM, bound to the subscriber. From the outside nothing can
/// be read from a cursor, not even whether two of them are the same place; another subscriber's is not accepted. It
/// bears some of the log's hashes up to its place, so that it does not fit a log that was put back and went on
/// otherwise. Thread-safe.
/// </summary>
public sealed class Cursors
{
    const int NonceLength = 12, TagLength = 16;

    /// <summary>What is sealed: epoch, position, how far what was missed was brought, the marks.</summary>
    const int PlaceAt = Epoch.Length, MissedAt = PlaceAt + 8, MarksAt = MissedAt + 8,
        PlainLength = MarksAt + ChainMarks.Length, SealedLength = NonceLength + PlainLength + TagLength;

    /// <summary>The form of before bore a position alone.</summary>
    const int OldPlainLength = 8;

    readonly byte[] _key;
    readonly ChainMarks _marks;
    readonly SqliteLog _log;
    readonly Epoch _epoch;

    /// <summary>Cursors sealed with this key.</summary>
    /// <param name="key">32 random bytes, kept in the data folder and its backup.</param>
    /// <param name="log">The log that they are places of.</param>
    /// <param name="epoch">Which life of it this is.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public Cursors(byte[] key, SqliteLog log, Epoch epoch)
    {
        if (key.Length != 32)
            throw new ArgumentException($"Found a key of {key.Length} bytes, expected 32.", nameof(key));
        (_key, _log, _epoch, _marks) = (key, log, epoch, new ChainMarks(log));
    }

    /// <summary>Seals a place for one subscriber: 144 characters of base64url, each time others.</summary>
    public string Seal(string principal, StreamPlace place)
    {
        Span<byte> sealedBytes = stackalloc byte[SealedLength];
        Span<byte> plain = stackalloc byte[PlainLength];
        _epoch.Id.CopyTo(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain[PlaceAt..], place.Position);
        BinaryPrimitives.WriteInt64BigEndian(plain[MissedAt..], place.Missed ?? -1);
        _marks.Write(place.Position, plain[MarksAt..]);
        var nonce = sealedBytes[..NonceLength];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.Slice(NonceLength, PlainLength), sealedBytes[^TagLength..],
            Binding(2, principal));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>The place in a cursor; null when it is not one of ours, or not this subscriber's.</summary>
    public OpenedCursor? Open(string principal, string cursor)
    {
        Span<byte> plain = stackalloc byte[PlainLength];
        if (TryOpen(Binding(2, principal), cursor, plain))
            return Read(plain);
        return TryOpen(Binding(1, principal), cursor, plain[..OldPlainLength])
            ? ReadOld(BinaryPrimitives.ReadInt64BigEndian(plain))
            : null;
    }

    OpenedCursor Read(ReadOnlySpan<byte> plain)
    {
        var position = BinaryPrimitives.ReadInt64BigEndian(plain[PlaceAt..]);
        var missed = BinaryPrimitives.ReadInt64BigEndian(plain[MissedAt..]);
        var common = _marks.LastCommon(position, plain[MarksAt..]);
        if (common == position)
            return new OpenedCursor(new StreamPlace(position, missed < 0 ? null : missed), IsRestored: false);
        _epoch.NoticeRestore(plain[..Epoch.Length]);
        return new OpenedCursor(new StreamPlace(common), IsRestored: true);
    }

    /// <summary>
    /// Nothing but its position says whether it fits; where that shows that it does not, nothing of it is believed.
    /// </summary>
    OpenedCursor ReadOld(long position) => position <= _log.Head
        ? new OpenedCursor(new StreamPlace(position), IsRestored: false)
        : new OpenedCursor(StreamPlace.Start, IsRestored: true);

    bool TryOpen(byte[] binding, string cursor, Span<byte> plain)
    {
        Span<byte> sealedBytes = stackalloc byte[SealedLength];
        sealedBytes = sealedBytes[..(NonceLength + plain.Length + TagLength)];
        if (cursor.Length != Base64Url.GetEncodedLength(sealedBytes.Length) || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, sealedBytes, out var length) || length != sealedBytes.Length)
            return false;
        using var aes = new AesGcm(_key, TagLength);
        try
        {
            aes.Decrypt(sealedBytes[..NonceLength], sealedBytes.Slice(NonceLength, plain.Length),
                sealedBytes[^TagLength..], plain, binding);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    static byte[] Binding(int form, string principal) => Encoding.UTF8.GetBytes($"cursor/{form}\n{principal}");
}

/// <summary>What a cursor opened to.</summary>
/// <param name="Place">
/// The place; where the log was put back, the last that it surely has in common with the cursor's.
/// </param>
/// <param name="IsRestored">Whether the log is not the one that the cursor was a place of: it was put back.</param>
public readonly record struct OpenedCursor(StreamPlace Place, bool IsRestored);
