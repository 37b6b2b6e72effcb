using CsCheck;
using Writethru.Delivery;

namespace Writethru.Tests.Delivery;

public class CursorTests
{
    static readonly byte[] _key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_cursor_opens_for_its_subscriber_and_for_nobody_else() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.String[1, 20], Gen.String[1, 20]).Sample((position, name, other) =>
        {
            var cursors = new Cursors(_key);
            var cursor = cursors.Seal(name, position);
            return cursors.Open(name, cursor) == position && (name == other || cursors.Open(other, cursor) is null);
        });

    [Fact]
    public void Any_change_to_a_cursor_voids_it()
    {
        var cursors = new Cursors(_key);
        var cursor = cursors.Seal("kr", 42);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.Null(cursors.Open("kr", changed));
        }
    }

    [Fact]
    public void No_text_makes_opening_throw() =>
        Gen.OneOf(Gen.String, Gen.Char["ABCxyz019-_="].Array[48].Select(chars => new string(chars)))
            .Sample(text => new Cursors(_key).Open("kr", text) is null);

    [Fact]
    public void Two_cursors_of_one_place_do_not_look_alike_and_all_are_of_one_length()
    {
        var cursors = new Cursors(_key);

        Assert.NotEqual(cursors.Seal("kr", 7), cursors.Seal("kr", 7));
        Assert.Equal(cursors.Seal("kr", 1).Length, cursors.Seal("kr", long.MaxValue).Length);
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        var cursor = new Cursors(_key).Seal("kr", 7);

        Assert.Null(new Cursors([.. _key.Reverse()]).Open("kr", cursor));
        Assert.Throws<ArgumentException>(() => new Cursors(new byte[16]));
    }
}
