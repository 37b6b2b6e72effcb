using Writethru.Archive;
using Writethru.Archive.Disk;

namespace Writethru.Tests.Archive;

public sealed class BlobTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bytes_put_twice_lie_once_under_their_hash()
    {
        var store = new BlobStore(_folder.Path);
        byte[] bytes = [1, 2, 3];

        var names = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.PutAsync(bytes, Cancel)));

        var name = Assert.Single(names.Distinct());
        Assert.Equal("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", name);
        Assert.Equal(Path.Combine(_folder.Path, "03", "90", name),
            Assert.Single(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public async Task A_damaged_blob_is_not_served_and_is_healed_by_the_same_bytes()
    {
        var store = new BlobStore(_folder.Path);
        byte[] bytes = [1, 2, 3];
        var name = await store.PutAsync(bytes, Cancel);
        var file = Directory.GetFiles(_folder.Path, name, SearchOption.AllDirectories)[0];
        await File.WriteAllBytesAsync(file, [1, 2, 4], Cancel);

        Assert.Equal(name, Assert.Throws<LogDamagedException>(() => store.Read(name)).Damage.Blob);
        await store.PutAsync(bytes, Cancel);
        Assert.Equal(bytes, store.Read(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../wire.db")]
    [InlineData("039058C6F2C0CB492C533B0A4D14EF77CC0F78ABCCCED5287D84A1A2011CFB81")]
    [InlineData("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81")]
    public void A_name_that_stands_for_nothing_reads_as_nothing(string name)
    {
        var store = new BlobStore(_folder.Path);

        Assert.False(store.Contains(name));
        Assert.Null(store.Read(name));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_gone_after_opening()
    {
        await _folder.Open().DisposeAsync();
        var incoming = Directory.CreateDirectory(Path.Combine(_folder.Path, "blobs", "incoming"));
        await File.WriteAllBytesAsync(Path.Combine(incoming.FullName, "half"), [1], Cancel);

        await _folder.Open().DisposeAsync();

        Assert.False(incoming.Exists && Directory.Exists(incoming.FullName));
    }

    [Fact]
    public async Task A_put_that_is_cancelled_leaves_nothing()
    {
        var store = new BlobStore(_folder.Path);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.PutAsync(new byte[1000], new CancellationToken(true)));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }
}
