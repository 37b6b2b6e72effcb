using Writethru.Copy.Datelines;

namespace Writethru.Tests.Formats;

public class DatelineGrammarTests
{
    [Theory]
    [InlineData("ULDO, Nov. 24 (Yonhap) -- Text", "ULDO", "", "--11-24", "Yonhap", "Text")]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) _ Text", "PORT-AU-PRINCE", "Haiti", "", "AP", "Text")]
    [InlineData("ST. LOUIS (Reuters) - Text", "ST. LOUIS", "", "", "Reuters", "Text")]
    [InlineData("WASHINGTON, D.C., Jan. 3, 2024 (UPI) -- Text", "WASHINGTON", "D.C.", "2024-01-03", "UPI", "Text")]
    [InlineData("RIO de JANEIRO, 3 March (AFP) - Text", "RIO de JANEIRO", "", "--03-03", "AFP", "Text")]
    [InlineData("McALLEN, Texas (AP) — Text", "McALLEN", "Texas", "", "AP", "Text")]
    [InlineData("Frankfurt/Main (dpa/lhe) - Text", "Frankfurt/Main", "", "", "dpa/lhe", "Text")]
    [InlineData("Madrid, 19 sep (EFE).- Texto", "Madrid", "", "--09-19", "EFE", "Texto")]
    [InlineData("MOSCOW, September 19. /TASS/. Text", "MOSCOW", "", "--09-19", "TASS", "Text")]
    [InlineData("(ANSA) - ROMA, 19 SET - Testo", "ROMA", "", "--09-19", "ANSA", "Testo")]
    [InlineData("NEW YORK, Nov. 1, 2006 /PRNewswire/ -- Text", "NEW YORK", "", "2006-11-01", "PRNewswire", "Text")]
    [InlineData("PARIS--(BUSINESS WIRE)--Text", "PARIS", "", "", "BUSINESS WIRE", "Text")]
    [InlineData("SYDNEY AAP - Text", "SYDNEY", "", "", "AAP", "Text")]
    [InlineData("서울 11월 24일 (한빛통신) -- 본문", "서울", "", "--11-24", "한빛통신", "본문")]
    [InlineData("(서울·부산=한빛통신) 김하늘 기자 = 본문", "서울,부산", "", "", "한빛통신", "본문")]
    [InlineData("القاهرة 24 نوفمبر (رويترز) - نص", "القاهرة", "", "--11-24", "رويترز", "نص")]
    [InlineData("Nov 20 (Reuters) - Text", "", "", "--11-20", "Reuters", "Text")]
    [InlineData("20 November 2026 (AFP) -- Text", "", "", "2026-11-20", "AFP", "Text")]
    [InlineData("【東京＝共同】本文", "東京", "", "", "共同", "本文")]
    [InlineData("【ワシントン時事】本文", "ワシントン", "", "", "時事", "本文")]
    [InlineData("【東京、大阪＝共同】本文", "東京,大阪", "", "", "共同", "本文")]
    [InlineData("【エルサレムAFP時事】本文", "エルサレム", "", "", "AFP時事", "本文")]
    [InlineData("【새마루=한빛통신】 본문", "새마루", "", "", "한빛통신", "본문")]
    public void A_dateline_is_parted_into_its_slots(
        string line, string places, string region, string date, string agency, string rest)
    {
        var found = DatelineGrammar.Find(line);

        Assert.NotNull(found);
        Assert.Equal(places, string.Join(',', found.Dateline.Places));
        Assert.Equal(region, found.Dateline.Region);
        Assert.Equal(date, found.Dateline.Date?.ToString() ?? "");
        Assert.Equal(agency, found.Dateline.Agency);
        Assert.Equal(rest, line[found.Length..]);
        Assert.Equal(line[..found.Length].TrimEnd(), found.Dateline.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("The minister -- who is ill -- said so.")]
    [InlineData("On Monday, Sept. 19 -- the day of the storm -- he sailed.")]
    [InlineData("FERRY SINKS -- 12 DEAD IN STORM")]
    [InlineData("SEOUL SHARES RISE")]
    [InlineData("Kim Dal-rae (L) and Goh Tae-yun (R) shake hands")]
    [InlineData("(ATTN: ADDS photo)")]
    [InlineData("BC-EU--Harbor Strike, 1st Ld-Writethru,466")]
    [InlineData("Norland to vote Nov. 24")]
    [InlineData("SEOUL, Feb. 30")]
    [InlineData("UPDATE 2-Norland holds rate")]
    [InlineData("Nov 20 (Monday) - a day to remember")]
    [InlineData("Nov 20 (Reuters) reported a storm")]
    [InlineData("【速報】船が戻った")]
    [InlineData("【問い合わせ＝広報】船が戻った")]
    [InlineData("【時事】船が戻った")]
    [InlineData("【20日時事】船が戻った")]
    public void Prose_headlines_and_notes_are_no_datelines(string line) => Assert.Null(DatelineGrammar.Find(line));
}
