using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Writethru.Archive.Disk;

namespace Writethru.Archive.Sqlite;

/// <summary>What a walk over a data folder found.</summary>
/// <param name="Entries">How many entries were walked.</param>
/// <param name="Blobs">How many blobs were hashed, those of no entry included: they are not damage.</param>
/// <param name="Damages">
/// Everything that is not what was written, in the order of the log; empty when all is sound.
/// </param>
public sealed record Verification(long Entries, long Blobs, ImmutableArray<Damage> Damages)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsSound => Damages.IsEmpty;
}

/// <summary>
/// Walks a data folder and names everything that is not what was written. Needs no lock and changes nothing, so it may
/// run beside a server: it looks at what was there when it began.
/// </summary>
/// <remarks>
/// The chain shows every entry that was altered, taken out or put in. It cannot show that the newest entries were cut
/// off together with their traces: compare the number of entries with what was acknowledged, or with a backup.
/// </remarks>
public static class LogVerifier
{
    /// <summary>Walks the log first, then the blobs.</summary>
    /// <exception cref="FileNotFoundException">There is no database in the folder.</exception>
    public static Verification Verify(string folder, CancellationToken cancel = default)
    {
        var database = DataFolder.DatabaseIn(folder);
        if (!File.Exists(database))
            throw new FileNotFoundException($"No database in {folder}: expected wire.db.", database);
        var blobs = new BlobStore(DataFolder.BlobsIn(folder));
        var damages = ImmutableArray.CreateBuilder<Damage>();
        var hashed = new Dictionary<string, Damage?>();
        Damage? Inspect(string blob) =>
            hashed.TryGetValue(blob, out var known) ? known : hashed[blob] = blobs.Inspect(blob);

        var entries = WalkLog(database, Inspect, damages, cancel);
        foreach (var file in Directory.Exists(DataFolder.BlobsIn(folder)) ? blobs.Files() : [])
        {
            cancel.ThrowIfCancellationRequested();
            var name = file[(file.LastIndexOf('/') + 1)..];
            if (!BlobStore.IsName(name) || BlobStore.PlaceOf(name) != file)
                damages.Add(new Damage(0, file, "name", file, "ab/cd/abcd…, 64 digits of lower-case hex"));
            else if (!hashed.ContainsKey(name) && Inspect(name) is { } damage)
                damages.Add(damage);
        }
        return new Verification(entries, hashed.Count, damages.ToImmutable());
    }

    static long WalkLog(string database, Func<string, Damage?> inspect, ImmutableArray<Damage>.Builder damages,
        CancellationToken cancel)
    {
        var entries = 0L;
        try
        {
            using var connection = Connections.OpenReader(database);
            using var walk = new LogWalk(connection, inspect);
            foreach (var found in walk.Entries(cancel))
            {
                entries++;
                damages.AddRange(found);
            }
            damages.AddRange(walk.Whole());
        }
        catch (SqliteException e)
        {
            damages.Add(new Damage(0, "", "database", $"{e.Message} after {entries} entries", "a readable file"));
        }
        return entries;
    }
}
