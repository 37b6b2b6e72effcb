using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Writethru.Archive.Sqlite;
using Writethru.Delivery;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Delivery;

public sealed class CursorTests : IAsyncLifetime
{
    static readonly byte[] _key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    readonly LogFolder _folder = new();
    SqliteLog _log = null!;
    Cursors _cursors = null!;

    public async ValueTask InitializeAsync()
    {
        _log = _folder.Open();
        await FillAsync(_log, "told", 200);
        _cursors = CursorsOf(_log);
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void A_cursor_opens_for_its_subscriber_and_for_nobody_else() =>
        Gen.Select(Gen.Long[0, 200], Gen.Long[-1, 200], Gen.String[1, 20], Gen.String[1, 20])
            .Sample((position, missed, name, other) =>
            {
                var place = new StreamPlace(position, missed < 0 ? null : missed);
                var cursor = _cursors.Seal(name, place);
                return _cursors.Open(name, cursor) == new OpenedCursor(place, IsRestored: false)
                    && (name == other || _cursors.Open(other, cursor) is null);
            });

    [Fact]
    public void Any_change_to_a_cursor_voids_it()
    {
        var cursor = Seal(42);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.Null(_cursors.Open("kr", changed));
        }
    }

    [Fact]
    public void No_text_makes_opening_throw() =>
        Gen.OneOf(Gen.String, Gen.Char["ABCxyz019-_="].Array[48].Select(chars => new string(chars)),
            Gen.Char["ABCxyz019-_="].Array[144].Select(chars => new string(chars)))
            .Sample(text => _cursors.Open("kr", text) is null);

    [Fact]
    public void Two_cursors_of_one_place_do_not_look_alike_and_all_are_of_one_length()
    {
        Assert.NotEqual(Seal(7), Seal(7));
        Assert.Equal(["144"], new[] { Seal(0), Seal(1), Seal(200), _cursors.Seal("kr", new StreamPlace(9, 3)) }
            .Select(cursor => $"{cursor.Length}").Distinct());
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        Assert.Null(new Cursors([.. _key.Reverse()], _log, EpochOf(1)).Open("kr", Seal(7)));
        Assert.Throws<ArgumentException>(() => new Cursors(new byte[16], _log, EpochOf(1)));
    }

    [Theory]
    [InlineData(150, 0, 200, 128)]
    [InlineData(150, 60, 200, 128)]
    [InlineData(150, 0, 150, 150)]
    [InlineData(150, 60, 151, 128)]
    [InlineData(64, 200, 65, 64)]
    [InlineData(64, 200, 130, 64)]
    [InlineData(63, 200, 130, 0)]
    [InlineData(3, 0, 7, 0)]
    [InlineData(3, 6, 7, 0)]
    [InlineData(3, 6, 3, 3)]
    public async Task A_log_that_was_put_back_is_noticed_and_nothing_that_it_has_is_passed_over(
        int kept, int wentOn, long at, long common)
    {
        using var copy = new LogFolder();
        await using var restored = copy.Open();
        await FillAsync(restored, "told", kept);
        await FillAsync(restored, "other", wentOn);

        var opened = CursorsOf(restored).Open("kr", Seal(at));

        Assert.Equal(new OpenedCursor(new StreamPlace(common), IsRestored: common != at), opened);
    }

    [Theory]
    [InlineData(7, 7, false)]
    [InlineData(200, 200, false)]
    [InlineData(201, 0, true)]
    public void A_cursor_of_the_form_of_before_is_believed_as_far_as_the_log_goes(
        long position, long expected, bool isRestored)
    {
        var opened = _cursors.Open("kr", OldForm("kr", position));

        Assert.Equal(new OpenedCursor(new StreamPlace(expected), isRestored), opened);
    }

    [Fact]
    public async Task The_epoch_is_made_anew_once_for_all_cursors_that_one_restore_voids()
    {
        using var copy = new LogFolder();
        await using var restored = copy.Open();
        await FillAsync(restored, "told", 3);
        List<byte[]> kept = [];
        var epoch = new Epoch([1, 1, 1, 1, 1, 1, 1, 1], kept.Add);
        var cursors = new Cursors(_key, restored, epoch);

        foreach (var at in new[] { 3, 7, 9, 150 })
            cursors.Open("kr", Seal(at));

        Assert.Equal([epoch.Name], kept.Select(Convert.ToHexStringLower));
        Assert.NotEqual("0101010101010101", epoch.Name);
        Assert.False(cursors.Open("kr", cursors.Seal("kr", new StreamPlace(3)))!.Value.IsRestored);
    }

    string Seal(long position) => _cursors.Seal("kr", new StreamPlace(position));

    static Cursors CursorsOf(SqliteLog log) => new(_key, log, EpochOf(1));

    static Epoch EpochOf(byte one) => new([one, one, one, one, one, one, one, one], _ => { });

    static Task<int> FillAsync(SqliteLog log, string story, int takes) => log.WriteAsync(transaction =>
    {
        for (var i = 0; i < takes; i++)
            transaction.FileNext(story);
        return takes;
    }, TestContext.Current.CancellationToken);

    /// <summary>As version 0.1.0 sealed a position until 2026-12: without hashes, 48 characters.</summary>
    static string OldForm(string principal, long position)
    {
        var plain = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(plain, position);
        var (nonce, content, tag) = (new byte[12], new byte[8], new byte[16]);
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, plain, content, tag, Encoding.UTF8.GetBytes("cursor/1\n" + principal));
        return Base64Url.EncodeToString([.. nonce, .. content, .. tag]);
    }
}
