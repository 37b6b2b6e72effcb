using System.Security.Cryptography;

namespace Writethru.Archive.Disk;

/// <summary>
/// Bytes by their SHA-256, two folders deep: <c>ab/cd/abcd…</c>. A blob never changes and is durable when
/// <see cref="PutAsync"/> returns. Safe to use from many threads.
/// </summary>
public sealed class BlobStore
{
    const string IncomingName = "incoming";

    readonly string _folder;
    readonly string _incoming;

    /// <summary>Uses a folder, which must be there.</summary>
    public BlobStore(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, IncomingName);
    }

    /// <summary>The name that bytes have here: their SHA-256 in lower-case hex.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => ContentHash.Of(bytes);

    /// <summary>
    /// Keeps bytes and returns their name. When it returns they are on disk: written under a temporary name, synced,
    /// renamed, the folder synced. Bytes already here are compared and, when damaged, replaced.
    /// </summary>
    /// <exception cref="IOException">
    /// The disk failed or is full; the name does not then stand for anything new.
    /// </exception>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var name = NameOf(bytes.Span);
        var path = PathOf(name);
        if (Holds(name))
        {
            // Another caller may have renamed it a moment ago and not yet synced the folder.
            Durably.SyncFolder(Path.GetDirectoryName(path)!);
            return name;
        }
        Durably.MakeFolder(_incoming);
        Durably.MakeFolder(Path.Combine(_folder, name[..2]));
        Durably.MakeFolder(Path.GetDirectoryName(path)!);
        var temporary = Path.Combine(_incoming, $"{name}.{Guid.NewGuid():N}");
        await Durably.WriteAsync(bytes, temporary, path, cancel).ConfigureAwait(false);
        return name;
    }

    /// <summary>
    /// The bytes of a stream, which wait on the disk and not in memory until the last has come; null when there are
    /// more than <paramref name="most"/>. Nothing of them is kept.
    /// </summary>
    /// <exception cref="IOException">The stream broke, or the disk failed or is full.</exception>
    internal async Task<byte[]?> SpoolAsync(Stream stream, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Durably.MakeFolder(_incoming);
        var spool = new FileStream(Path.Combine(_incoming, $"spool.{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await using (spool.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            for (int read; (read = await stream.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
            {
                if (spool.Length + read > most)
                    return null;
                await spool.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            }
            var bytes = new byte[spool.Length];
            spool.Position = 0;
            await spool.ReadExactlyAsync(bytes, cancel).ConfigureAwait(false);
            return bytes;
        }
    }

    /// <summary>Whether there is a blob of that name. Does not look inside.</summary>
    public bool Contains(string name) => IsName(name) && File.Exists(PathOf(name));

    /// <summary>The bytes of that name; null when there are none. Never bytes that do not hash to it.</summary>
    /// <exception cref="LogDamagedException">The bytes there are not the ones that were put.</exception>
    public byte[]? Read(string name)
    {
        if (!Contains(name))
            return null;
        var bytes = File.ReadAllBytes(PathOf(name));
        var found = NameOf(bytes);
        return found == name ? bytes : throw new LogDamagedException(new Damage(0, name, "bytes", found, name));
    }

    /// <summary>What is wrong with the blob of that name; null when it is sound.</summary>
    internal Damage? Inspect(string name)
    {
        if (!Contains(name))
            return new Damage(0, name, "bytes", "no file", name);
        using var file = File.OpenRead(PathOf(name));
        var found = Convert.ToHexStringLower(SHA256.HashData(file));
        return found == name ? null : new Damage(0, name, "bytes", found, name);
    }

    /// <summary>
    /// Every file among the blobs, relative to the folder and with <c>/</c>, but for those still coming in.
    /// </summary>
    internal IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith(IncomingName + "/", StringComparison.Ordinal));

    /// <summary>Where a blob of that name lies, relative to the folder and with <c>/</c>.</summary>
    internal static string PlaceOf(string name) => $"{name[..2]}/{name[2..4]}/{name}";

    /// <summary>Whether text has the form of a name: 64 digits of lower-case hex.</summary>
    internal static bool IsName(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Removes what a crash left half written. Only for the holder of the folder's lock.</summary>
    internal void ClearIncoming()
    {
        if (Directory.Exists(_incoming))
            Directory.Delete(_incoming, recursive: true);
    }

    bool Holds(string name) => Contains(name) && Inspect(name) is null;

    string PathOf(string name) => Path.Combine(_folder, name[..2], name[2..4], name);
}
