using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Writethru.Delivery;

/// <summary>
/// A subscriber's place in its own stream, sealed: AES-256-GCM over the position, bound to the subscriber. From the
/// outside nothing can be read from a cursor, not even whether two of them are the same place; another subscriber's is
/// not accepted. Thread-safe.
/// </summary>
public sealed class Cursors
{
    const int NonceLength = 12, TagLength = 16, PositionLength = 8,
        SealedLength = NonceLength + PositionLength + TagLength;

    readonly byte[] _key;

    /// <summary>Cursors sealed with this key.</summary>
    /// <param name="key">32 random bytes, kept in the data folder and its backup.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public Cursors(byte[] key)
    {
        if (key.Length != 32)
            throw new ArgumentException($"Found a key of {key.Length} bytes, expected 32.", nameof(key));
        _key = key;
    }

    /// <summary>Seals a position for one subscriber: 48 characters of base64url, each time others.</summary>
    public string Seal(string principal, long position)
    {
        Span<byte> sealedBytes = stackalloc byte[SealedLength];
        Span<byte> plain = stackalloc byte[PositionLength];
        BinaryPrimitives.WriteInt64BigEndian(plain, position);
        var nonce = sealedBytes[..NonceLength];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.Slice(NonceLength, PositionLength), sealedBytes[^TagLength..],
            Binding(principal));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>The position in a cursor; null when it is not one of ours, or not this subscriber's.</summary>
    public long? Open(string principal, string cursor)
    {
        Span<byte> sealedBytes = stackalloc byte[SealedLength];
        if (cursor.Length != Base64Url.GetEncodedLength(SealedLength) || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, sealedBytes, out var length) || length != SealedLength)
            return null;
        Span<byte> plain = stackalloc byte[PositionLength];
        using var aes = new AesGcm(_key, TagLength);
        try
        {
            aes.Decrypt(sealedBytes[..NonceLength], sealedBytes.Slice(NonceLength, PositionLength),
                sealedBytes[^TagLength..], plain, Binding(principal));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return BinaryPrimitives.ReadInt64BigEndian(plain);
    }

    static byte[] Binding(string principal) => Encoding.UTF8.GetBytes("cursor/1\n" + principal);
}
