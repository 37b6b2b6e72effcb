using Writethru.Formats;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;
using Writethru.Formats.Registry;

namespace Writethru.Tests.House;

/// <summary>Words that stop are looked up by settlement, and by the readers of printed lines.</summary>
public class WordHouseTests
{
    static readonly Type[] _words = [typeof(StatusWords), typeof(EmbargoWords), typeof(NotForPublication)];

    /// <summary>Where they may be asked. Printed lines alone must be told from copy before there is a take.</summary>
    static readonly string[] _mayAsk = ["Binding", "Printed", "PlainWire", "Teleprinter", "Iptc7901", "Anpa1312"];

    [Fact]
    public void Nobody_else_asks_a_list_of_words()
    {
        var asked = TypeUses.Within(typeof(WireFormats).Assembly).Where(use => _words.Contains(use.To))
            .Where(use => !_words.Contains(use.From)).ToList();

        Assert.Contains((typeof(StoppingWords), typeof(EmbargoWords)), asked);
        Assert.DoesNotContain(asked, use => !_mayAsk.Contains(use.From.Namespace!.Split('.')[^1]));
    }

    [Fact]
    public void What_each_format_reads_is_settled() =>
        Assert.All(WireFormats.All, format => Assert.IsType<WireFormat>(format, exactMatch: false));
}
