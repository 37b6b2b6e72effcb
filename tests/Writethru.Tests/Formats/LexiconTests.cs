using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Tests.Formats;

/// <summary>The words that stop an item, language by language, and prose that has the same words.</summary>
public class LexiconTests
{
    [Theory]
    [InlineData("Notizia annullata"), InlineData("ANNULLATA - Porto chiuso a Norporto")]
    [InlineData("La notizia è stata annullata."), InlineData("Si prega di cancellare la notizia")]
    [InlineData("NOTÍCIA ANULADA"), InlineData("A notícia foi cancelada."), InlineData("ANULADA: Porto fechado")]
    [InlineData("Bericht vervalt"), InlineData("INGETROKKEN - Haven dicht"), InlineData("Dit bericht is ingetrokken.")]
    [InlineData("STRYK"), InlineData("Texten återkallas"), InlineData("Denna artikel är återkallad.")]
    [InlineData("Meldingen annulleres"), InlineData("TREKKES: Havn stengt"), InlineData("Saken er trukket tilbake.")]
    [InlineData("ANNULLERET"), InlineData("Historien er trukket tilbage."), InlineData("Dette telegram udgår.")]
    [InlineData("PERUTTU"), InlineData("Juttu on peruttu"), InlineData("Tämä uutinen on peruutettu.")]
    [InlineData("АННУЛИРОВАНО"), InlineData("Сообщение аннулировано"), InlineData("Просьба удалить это сообщение")]
    [InlineData("撤稿"), InlineData("【撤稿】"), InlineData("本稿已撤销"), InlineData("撤稿 撤稿 撤稿")]
    [InlineData("配信取り消し"), InlineData("Annule la dépêche précédente"), InlineData("ELIMINATION: Harbor photo")]
    [InlineData("STORY WITHDRAWN-Ferry sinks off Norhaven"), InlineData("Please delete this story from your systems")]
    public void A_notice_that_takes_it_back_is_a_kill(string text) =>
        Assert.Equal(TakeStatus.Canceled, StatusWords.Read(text));

    [Theory]
    [InlineData("Si prega di non pubblicare"), InlineData("Non utilizzare la notizia.")]
    [InlineData("Favor não publicar"), InlineData("Não divulgar esta notícia.")]
    [InlineData("Niet publiceren"), InlineData("Nog niet gebruiken!")]
    [InlineData("Publicera inte"), InlineData("Må ikke publiseres"), InlineData("Må ikke offentliggøres")]
    [InlineData("Ei saa julkaista"), InlineData("Не публиковать"), InlineData("Не публиковать это сообщение")]
    [InlineData("暂缓发布"), InlineData("请勿使用本稿"), InlineData("HOLD HOLD HOLD '''''"), InlineData("LEGAL HOLD")]
    [InlineData("Hold story, do not publish"), InlineData("ADVISORY ONLY, NOT FOR PUBLICATION")]
    [InlineData("HOLD HOLD HOLD -- please do not use until further notice")]
    [InlineData("Rogamos no utilicen la noticia anterior")]
    public void A_notice_that_asks_to_wait_is_a_hold(string text) =>
        Assert.Equal(TakeStatus.Withheld, StatusWords.Read(text));

    [Theory]
    [InlineData("La partita è stata annullata per pioggia."), InlineData("Annullata la gita, protestano i genitori")]
    [InlineData("A viagem foi cancelada por causa da chuva."), InlineData("Anulada a multa, diz o tribunal")]
    [InlineData("De wet is ingetrokken, zei de minister."), InlineData("Het bericht van de koning vervalt nooit")]
    [InlineData("Återkallad bil brann i Norrhamn"), InlineData("Ministern återkallar förslaget.")]
    [InlineData("Trukket lodd ga million"), InlineData("Toget annulleres ikke, sa direktøren.")]
    [InlineData("Annulleret rejse koster kommunen dyrt"), InlineData("Loven er trukket tilbage.")]
    [InlineData("Peruttu konsertti siirtyy kesään"), InlineData("Ottelu on peruttu sateen takia.")]
    [InlineData("Выборы аннулированы судом."), InlineData("Рейс отменён, сообщил порт.")]
    [InlineData("政府撤销了该项计划"), InlineData("公司取消航班")]
    [InlineData("The court ordered a hold on the sale."), InlineData("The minister withdrew the bill.")]
    [InlineData("Hold the story of the sea in your hands, the museum says."), InlineData("KILL-SWITCH FOUND IN TRAM")]
    [InlineData("Elimination round ends in Norport"), InlineData("Please delete the app, the ministry told drivers.")]
    public void Prose_with_the_same_words_stops_nothing(string text) => Assert.Null(StatusWords.Read(text));

    [Theory]
    [InlineData("x\tlabel\tkill"), InlineData("x\tnowhere\tkill\thouse"), InlineData("x\tlabel\tdelete\thouse")]
    [InlineData("(x\tlabel\tkill\thouse"), InlineData("x)\tlabel\tkill\thouse"), InlineData("{y}\tlabel\tkill\thouse")]
    public void A_row_that_cannot_be_read_is_named(string row)
    {
        var fault = Assert.Throws<FormatException>(() => Lexicon.Of([("xx.tsv", "# head\n" + row)]));

        Assert.Contains("expected", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_phrase_that_stops_has_a_piece_to_be_found_by()
    {
        foreach (var role in Enum.GetValues<PhraseRole>())
        {
            Assert.All(Lexicon.Own.In(role).Where(row => row.Does is not null),
                row => Assert.All(row.Phrase.Triggers.DefaultIfEmpty(""), piece => Assert.True(piece.Length > 1)));
        }
    }
}
