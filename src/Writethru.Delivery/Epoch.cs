using System.Security.Cryptography;

namespace Writethru.Delivery;

/// <summary>
/// Which life of the log this is: a random id, made anew when a cursor shows that the log was put back. Thread-safe.
/// </summary>
/// <param name="id">The id that was kept: <see cref="Length"/> bytes.</param>
/// <param name="keep">Keeps a new one durably.</param>
public sealed class Epoch(byte[] id, Action<byte[]> keep)
{
    /// <summary>Bytes of an id.</summary>
    public const int Length = 8;

    readonly Lock _changing = new();
    byte[] _id = id;

    /// <summary>The id, as it is told: lower-case hex.</summary>
    public string Name => Convert.ToHexStringLower(Id);

    internal ReadOnlySpan<byte> Id => Volatile.Read(ref _id);

    /// <summary>
    /// A cursor of some epoch did not fit the log. One of an epoch that is over shows nothing new: many come after each
    /// restore, and it is one epoch for all.
    /// </summary>
    internal void NoticeRestore(ReadOnlySpan<byte> epochOfCursor)
    {
        lock (_changing)
        {
            if (!epochOfCursor.SequenceEqual(_id))
                return;
            var next = RandomNumberGenerator.GetBytes(Length);
            keep(next);
            Volatile.Write(ref _id, next);
        }
    }
}
