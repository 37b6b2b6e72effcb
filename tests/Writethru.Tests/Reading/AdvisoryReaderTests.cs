using System.Diagnostics;
using System.Text;
using CsCheck;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Reading.Advisories;

namespace Writethru.Tests.Reading;

public sealed class AdvisoryReaderTests
{
    /// <summary>Lines that are understood whole, and their claims.</summary>
    public static TheoryData<string, string> Understood => new()
    {
        // Capitals for verbs, "in paras": the style of Yonhap.
        { "(ATTN: UPDATES with more details in paras 2, 6-10; ADDS photo)", "updates details 2,6-10; adds photo" },
        { "(ATTN: UPDATES with mayor's remarks, more details in paras 3-4, 9)",
            "updates quotes 3-4,9; updates details 3-4,9" },
        { "(ATTN: ADDS details in paras 3, 8, 12-14, photo)", "adds details 3,8,12-14; adds photo" },
        { "(ATTN: RECASTS headline, lead paras; ADDS more info in paras 3-6)",
            "recasts headline; recasts lead; adds details 3-6" },
        { "(ATTN: UPDATES lead, paras 2-5, 8)", "updates lead; updates para 2-5,8" },
        { "(ATTN: UPDATES with outcome of harbor talks, minor changes in paras 4-9)",
            "updates para 4-9; changes para 4-9" },
        { "(ATTN: UPDATES throughout with ferry's arrival, passengers' accounts)", "updates para throughout" },
        { "(ATTN: UPDATES with ferry leaving port, full story to follow)", "updates para; advises story" },
        { "(ATTN: ADDS harbor office's response in last 3 paras)", "adds reaction last 3" },
        { "(ATTN: ADDS comments from 7th para; REPLACES photo)", "adds quotes from 7; replaces photo" },
        { "(ATTN: UPDATES with latest info in first three paras)", "updates details first 3" },
        { "(ATTN: ADDS ferry fares at bottom)", "adds details end 1" },
        { "(ATTN: ADDS details in bottom two paras, photo)", "adds details last 2; adds photo" },
        { "(ATTN: ADDS remarks from third-last para)", "adds quotes end 3" },
        { "(ATTN: ADDS comments in para 3 and last para)", "adds quotes 3; adds quotes end 1" },
        { "(ATTN: UPDATES with Westland's reaction in 2nd, 4th-6th paras)", "updates reaction 2,4-6" },
        { "(ATTN: ADDS ministry's comments in paras 7-8, Westland's reaction in paras 11-12)",
            "adds quotes 7-8; adds reaction 11-12" },
        { "(ATTN: TRIMS throughout; RESTRUCTURES paras 4-6; DELETES last 2 paras)",
            "trims para throughout; restructures para 4-6; deletes para last 2" },
        { "(ATTN: EDITS headline; REWRITES lead; CHANGES slug)", "changes headline; recasts lead; changes slug" },
        { "(ATTN: CORRECTS typo in headline)", "corrects headline" },
        // The first words alone: AFP.
        { "ATTENTION - ADDS details, quotes, background ///", "adds details; adds quotes; adds background" },
        { "ATTENTION - RECASTS, UPDATES with rescue, ADDS quotes ///", "recasts story; updates para; adds quotes" },
        { "ATTENTION - RECASTS with ferry's return ///", "recasts story" },
        { "ATTENTION - UPDATES toll, ADDS witness accounts ///", "updates figures; adds details" },
        { "ATTENTION - ADDS Eastport, Westport reax ///", "adds reaction" },
        { "ATTENTION - ADDS reax from mayor, harbor pilots ///", "adds reaction" },
        { "ATTENTION - ADDS three more wounded ///", "adds figures" },
        { "ATTENTION - ADDS names of passengers ///", "adds details" },
        { "ATTENTION - ADDS quotes, updates toll, changes dateline ///",
            "adds quotes; updates figures; changes dateline" },
        { "ATTENTION - ADDS quotes, background, trims ///", "adds quotes; adds background; trims story" },
        { "ATTENTION - REFILES adding byline ///", "refiles story; adds byline" },
        { "ATTENTION - WITHDRAWS previous ///", "kills story" },
        { "ATTENTION - CORRECTS typo. In fifth, should read Roe ///", "corrects spelling 5 {Roe<-}" },
        { "ATTENTION - CORRECTS figure in second para ///", "corrects figures 2" },
        { "ATTENTION - corrects typo in para four ///", "corrects spelling 4" },
        { "ATTENTION - ADDS keywords ///", "changes slug" },
        { "ATTENTION - ADDS quotes on \"ferry of shame, again\", fares ///", "adds quotes" },
        { "ATTENTION - EMBARGOED until 2300 GMT ///", "advises embargo" },
        { "corrected repetition ///", "corrects story; repeats story" },
        // A bracket with sentences: Reuters.
        { "(Adds details on ferry, harbor office comment, fares)", "adds details; adds quotes; adds details" },
        { "(Recasts first sentence; updates shares; adds byline, dateline)",
            "recasts lead; updates figures; adds byline; adds dateline" },
        { "(New throughout, updates prices, adds dateline EASTPORT)",
            "replaces para throughout; updates figures; adds dateline" },
        { "(Corrects name of ferry in paragraph 4)", "corrects spelling 4" },
        { "(Corrects spelling of Roe in headline, lead and third paragraph)",
            "corrects headline; corrects lead; corrects spelling 3" },
        { "(Corrects date in first paragraph to May 3 from May 2)", "corrects figures 1 {May 3<-May 2}" },
        { "(Corrects to 5 percent from 6 percent in paragraph 7)", "corrects figures 7 {5 percent<-6 percent}" },
        { "(Corrects paragraph 3 to read \"ferry\" sted \"fairy\")", "corrects para 3 {\"ferry\"<-\"fairy\"}" },
        { "(Corrects attribution of quote in paragraph 9 to mayor, not spokesman)",
            "corrects attribution 9 {mayor<-spokesman}" },
        { "(Corrects third bullet point to billion from million)", "corrects bullet {billion<-million}" },
        { "(Corrects spelling of Roe in paragraph 3 and Doe in paragraph 5)",
            "corrects spelling 3; corrects spelling 5" },
        { "(Corrects Doe to Roe in paragraph 3 and Poe to Moe in paragraph 5)",
            "corrects spelling 3 {Roe<-Doe}; corrects spelling 5 {Moe<-Poe}" },
        { "(Corrects spelling of Roe in paragraphs 3-5, 9 to 11 and 13 through 15)",
            "corrects spelling 3-5,9-11,13-15" },
        { "(Corrects spelling of Roe in the eighth, tenth and 22nd paragraphs)", "corrects spelling 8,10,22" },
        { "(Corrects spelling of Roe in paragraphs two-four)", "corrects spelling 2-4" },
        { "(Corrects spelling of Roe in paragraph thirty-two)", "corrects spelling 32" },
        { "(Corrects spelling of Roe in penultimate pargraph)", "corrects spelling end 2" },
        { "(Corrects spelling of Roe in fourth paragraph from the bottom)", "corrects spelling end 4" },
        { "(Corrects spelling of Roe in second to last paragraph)", "corrects spelling end 2" },
        { "(Corrects spelling of Roe, last paragraph)", "corrects spelling end 1" },
        { "(Corrects fare in fifth)", "corrects para 5" },
        { "(In 4th paragraph, corrects figure to 12 million from 21 million)",
            "corrects figures 4 {12 million<-21 million}" },
        { "(Corrects second sentence of paragraph four to say port was closed)",
            "corrects para 4 {port was closed<-}" },
        { "(This story was corrected to fix name of ferry in paragraph 3, to add dropped word in paragraph 5 and to "
            + "remove reference to Doe in paragraph 7)",
            "corrects spelling 3; corrects spelling 5; corrects para 7" },
        { "(This version of the story was corrected to show profit rose, not fell, in headline and first paragraph)",
            "corrects headline {profit rose<-fell}; corrects para 1 {profit rose<-fell}" },
        { "(This story was corrected to remove paragraph 12)", "deletes para 12" },
        { "(This May 4 story has been corrected to fix the year in paragraph 3)", "corrects figures 3" },
        { "(This story was refiled to correct typo in headline)", "refiles story; corrects headline" },
        { "(This story was refiled to remove extra word in third paragraph)", "refiles story; deletes spelling 3" },
        { "(Repeats to widen distribution)", "repeats story" },
        { "(Fixes typo in headline, no changes to text)", "corrects headline; advises story" },
        { "(Clarifies timing of vote in paragraph 6)", "changes figures 6" },
        { "(Corrects figure in paragraph 2 to 12 percent, not 21 percent)",
            "corrects figures 2 {12 percent<-21 percent}" },
        { "(Corrects figure in fourth bullet and paragraph 5 to 12, not 21)",
            "corrects bullet {12<-21}; corrects figures 5 {12<-21}" },
        { "(Corrects in paragraph 3 spelling of Roe)", "corrects spelling 3" },
        { "(Corrects spelling in para-3 of Roe and Doe)", "corrects spelling 3" },
        { "(Corrects spelling of Roe in paragraph No. 3)", "corrects spelling 3" },
        { "(Corrects spelling of Roe. Paragraph 3)", "corrects spelling 3" },
        { "(Corrects name and ticker in paragraphs 2, 9 and last)", "corrects spelling 2,9; corrects spelling end 1" },
        { "(Corrects sales, profit figures in third and last paragraphs)",
            "corrects figures 3; corrects figures end 1" },
        { "(This story was refiled to inserts dropped word in third paragraph)", "refiles story; corrects spelling 3" },
        // "Eds:", grafs, sentences: AP and others.
        { "Eds: UPDATES with details, quotes. With AP Photos.", "updates details; updates quotes; adds photo" },
        { "Eds: Updates photos. With AP Photos.", "updates photo" },
        { "Eds: CORRECTS 4th graf to drop stray comma", "corrects para 4" },
        { "Eds: AMs. CORRECTS that Roe is 42, sted 24, in graf 5.", "corrects figures 5 {that Roe is 42<-24}" },
        { "Eds: UPDATES lead with verdict; adds reaction in grafs 5-7.", "updates lead; adds reaction 5-7" },
        { "Eds: RECASTS throughout with pilot freed; court quotes", "recasts para throughout; adds quotes" },
        { "Eds: UPDATES: This story was updated to add a dropped word, and context from port hearing.",
            "updates story; corrects spelling; adds background" },
        { "Note to editors: Updates previous version, adding more passengers' accounts.",
            "updates story; adds details" },
        { "REMOVES REFERENCE TO WIND - A ferry lies in the harbor of Eastport", "deletes caption" },
        { "Please kill the story Ferry-Sinks, V12. A kill is mandatory. Nothing of it may be used.", "kills story" },
        { "The story slugged Ferry has been killed.", "kills story" },
        { "MANDATORY KILL: the story Ferry-Sinks is wrong", "kills story" },
        { "The item must not be used and is taken down.", "kills story" },
        { "(ATTN: UPDATES with story of sailor who was killed)", "updates para" },
        { "(Adds details on three killed in ferry accident)", "adds details" },
        // Finnish: STT.
        { "///KORJATTU OTSIKKO///", "corrects headline" },
        { "///KORJATTU 3. KPL: PO. 12 VENETTÄ, EI 21 VENETTÄ///", "corrects para 3 {12 VENETTÄ<-21 VENETTÄ}" },
        { "///KORJATTU TOISEKSI VIIM. KPL, PO. 100, EI 1000///", "corrects para end 2 {100<-1000}" },
        { "///KORJATTU LUVUT 2.-4. KPL///", "corrects figures 2-4" },
        { "///KORJATTU VIIM. KPL KIRJOITUSVIRHE///", "corrects spelling end 1" },
        { "///LISÄTTY KOMMENTTI 5. KPL, MUUTETTU OTSIKKOA///", "adds quotes 5; changes headline" },
        { "///KORJATTU VERKKOVERSIO OTSIKKO MUUTETTU JA MUOKATTU 2. KPL: LISÄTTY EU:N KOMMENTTI///",
            "changes headline; changes para 2; adds quotes 2" },
        { "///TÄYDENNETTY KAUTTAALTAAN///", "adds details throughout" },
        // German.
        { "Überschrift geändert", "changes headline" },
        { "(Mit Bildern)", "adds photo" },
        { "Name im dritten Absatz korrigiert", "corrects spelling 3" },
        { "(Neu: Details, Zitate)", "adds details; adds quotes" },
        { "(Ergänzt: Hintergrund im 4. und 5. Absatz)", "adds background 4-5" },
        { "(Korrektur im 2. Absatz: Funktion berichtigt)", "corrects title 2" },
        { "Aktualisiert durchgehend", "updates para throughout" },
        // Korean, French, Spanish.
        { "(내용 추가, 제목 변경)", "adds details; changes headline" },
        { "(수정: 제목, 3번째 문단 수정)", "corrects headline; corrects para 3" },
        { "(마지막 문단 정정)", "corrects para end 1" },
        { "CORRIGE le titre, AJOUTE des réactions au 3e paragraphe ///", "corrects headline; adds reaction 3" },
        { "ACTUALIZA con más detalles, AÑADE declaraciones en el párrafo 4 ///", "updates details; adds quotes 4" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_note_is_read_into_its_claims(string raw, string expected)
    {
        var reading = AdvisoryReader.Read(raw);

        Assert.Equal(expected, string.Join("; ", reading.Claims.Select(Printed)));
        Assert.Empty(reading.NotUnderstood);
    }

    /// <summary>Words that are listed as not understood, and what is read beside them.</summary>
    [Theory]
    [InlineData("Eds: Gulls 3, Terns 1. Updates.", "updates story", "Gulls 3, Terns 1")]
    [InlineData("(ATTN: ADDS details in paras 99999999999, 2)", "adds details", "in paras 99999999999, 2")]
    [InlineData("(ATTN: QUUXES paras 2-4)", "", "QUUXES paras 2-4")]
    [InlineData("The ferry sank on Tuesday", "", "The ferry sank on Tuesday")]
    [InlineData("(Bid withdrawn, adds quotes)", "adds quotes", "Bid withdrawn")]
    [InlineData("ATTENTION - KILLS three, ADDS toll ///", "adds figures", "KILLS three")]
    [InlineData("Company withdraws bid, adds quotes", "", "Company withdraws bid, adds quotes")]
    [InlineData("ARCHIVFOTO - Ortsname korrigiert", "corrects spelling", "ARCHIVFOTO")]
    public void What_is_not_understood_is_said_and_not_guessed(string raw, string expected, string lost)
    {
        var reading = AdvisoryReader.Read(raw);

        Assert.Equal(expected, string.Join("; ", reading.Claims.Select(Printed)));
        Assert.Equal(lost,
            string.Join('|', reading.NotUnderstood.Select(span => raw.Substring(span.Start, span.Length))));
    }

    [Theory]
    [InlineData("(LEAD) Ferry sinks off Westland", "LEAD")]
    [InlineData("(2nd LD) Ferry sinks off Westland", "2nd LD")]
    [InlineData("(News Focus) Ferries old and new", "NEWS FOCUS")]
    [InlineData("1st Ld Writethru: ferry sinks off Westland", "1st LD-WRITETHRU")]
    [InlineData("3rd LD-Writethru: ferry sinks off Westland", "3rd LD-WRITETHRU")]
    [InlineData("2nd lead: ferry sinks off Westland", "2nd LD")]
    [InlineData("Urgent: ferry sinks", "URGENT")]
    [InlineData("URGENT Ferry sinks off Westland", "URGENT")]
    [InlineData("UPDATE 2-Ferry sinks off Westland", "UPDATE 2")]
    [InlineData("CORRECTED-UPDATE 1-Ferry sinks off Westland", "CORRECTED")]
    [InlineData("REFILE-Ferry sinks off Westland", "REFILE")]
    [InlineData("Ferry sinks off Westland (updated 2)", "UPDATE 2")]
    [InlineData("*****FERRY SINKS OFF WESTLAND", "FLASH")]
    public void A_label_before_a_headline_is_the_series_and_the_headline_claims_nothing(string raw, string series)
    {
        var reading = AdvisoryReader.Read(raw);

        Assert.Equal(series, reading.Series);
        Assert.Empty(reading.Claims);
        Assert.Empty(reading.NotUnderstood);
    }

    [Theory]
    [InlineData("(Corrects typo in headline)", "CORRECTED")]
    [InlineData("(This story was refiled to correct typo in headline)", "REFILE")]
    [InlineData("(This version of the story adds a dropped word in paragraph 3)", "")]
    [InlineData("Please kill the story Ferry-Sinks.", "KILL")]
    [InlineData("///KORJATTU OTSIKKO///", "CORRECTED")]
    [InlineData("(ATTN: CORRECTS typo in headline)", "")]
    [InlineData("(Leading pilots killed in ferry accident)", "")]
    public void The_verb_labels_a_note_that_has_no_other_label(string raw, string series) =>
        Assert.Equal(series, AdvisoryReader.Read(raw).Series);

    [Fact]
    public void A_claim_carries_its_words_its_rule_and_its_note()
    {
        const string Line = "(ATTN: UPDATES with outcome of harbor talks in paras 2-3; ADDS photo)";

        var claims = AdvisoryReader.Read(Line).Claims;

        Assert.Equal(["outcome of harbor talks in paras 2-3", "photo"],
            claims.Select(claim => Line.Substring(claim.Span.Start, claim.Span.Length)));
        Assert.Equal(["verb.object.paras", "verb.object"], claims.Select(claim => claim.Rule));
        Assert.Equal(["outcome of harbor talks", ""], claims.Select(claim => claim.Note));
    }

    [Fact]
    public void The_advisory_of_a_take_is_read_beside_it()
    {
        Assert.Equal("adds photo", string.Join("; ",
            TakeReader.Read(new Take { Advisory = new Advisory("(ATTN: ADDS photo)") }, null).Advisory!
                .Claims.Select(Printed)));
        Assert.Null(TakeReader.Read(new Take(), null).Advisory);
    }

    /// <summary>Lines made to take long, or to break the reader.</summary>
    public static TheoryData<string, int> Hostile => new()
    {
        { "(", 10_000_000 },
        { "1,", 5_000_000 },
        { "in paras 1,", 1_000_000 },
        { "ADDS in paras 1-", 1_000_000 },
        { "\"", 4_000 },
        { "“", 4_000 },
        { "corrects to ", 400 },
        { "UPDATES with ", 400 },
        { "first ", 800 },
        { "last sentence of ", 300 },
        { "a,", 2_000 },
        { "2nd ", 1_000 },
        { "\ud800", 4_000 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_lines_are_read_in_no_time(string part, int times)
    {
        var line = new StringBuilder("(ATTN: ADDS details in paras ").Insert(29, part, times).ToString();
        AdvisoryReader.Read(line);
        var started = Stopwatch.GetTimestamp();

        var reading = AdvisoryReader.Read(line);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
        if (line.Length > AdvisoryReader.MaxLength)
        {
            Assert.Equal(line.Length, reading.NotUnderstood[^1].Start + reading.NotUnderstood[^1].Length);
        }
    }

    static readonly string[] _pieces =
    [
        "ADDS", "updates", "with", "in", "paras", "2", "6-10", ",", ";", ".", "and", "headline",
        "(", ")", "\"", "to", "from",
        "corrects", "last", "third", "paragraph", "999999999999", "KORJATTU", "KPL", ":", "///", "kill", "the", "story",
        "not", "수정", "문단", "throughout", "-", "bottom", "at", "been", "refiled", "penultimate",
        "of", "sentence", "before",
    ];

    [Fact]
    public void Any_words_in_any_order_are_read_without_harm() =>
        Gen.Int[0, _pieces.Length - 1].Array[0, 30].Sample(picks =>
        {
            var raw = string.Join(' ', picks.Select(pick => _pieces[pick]));
            var reading = AdvisoryReader.Read(raw);
            return reading.Claims.All(
                claim => IsInside(claim.Span, raw) && claim.Rule.Length > 0 && IsSound(claim.Where))
                && reading.NotUnderstood.All(span => span.Length > 0 && IsInside(span, raw));
        });

    static bool IsInside(TextSpan span, string raw) =>
        span is { Start: >= 0, Length: >= 0 } && span.Start + span.Length <= raw.Length;

    static bool IsSound(ParagraphReference? where) => where switch
    {
        ParagraphReference.Listed listed =>
            !listed.Ranges.IsEmpty && listed.Ranges.All(range => range.From >= 1 && range.To >= range.From),
        ParagraphReference.First first => first.Count >= 1,
        ParagraphReference.Last last => last.Count >= 1,
        ParagraphReference.From from => from.Number >= 1,
        ParagraphReference.FromEnd fromEnd => fromEnd.Number >= 1,
        _ => true,
    };

    static string Printed(Claim claim)
    {
        var words = claim.ToWords.Length + claim.FromWords.Length == 0
            ? ""
            : $" {{{claim.ToWords}<-{claim.FromWords}}}";
        return $"{Words.Of(claim.Action)} {Words.Of(claim.Target)}{Printed(claim.Where)}{words}";
    }

    static string Printed(ParagraphReference? where) => where switch
    {
        ParagraphReference.Listed listed => " " + string.Join(',', listed.Ranges.Select(range =>
            range.From == range.To ? $"{range.From}" : $"{range.From}-{range.To}")),
        ParagraphReference.First first => $" first {first.Count}",
        ParagraphReference.Last last => $" last {last.Count}",
        ParagraphReference.From from => $" from {from.Number}",
        ParagraphReference.FromEnd fromEnd => $" end {fromEnd.Number}",
        ParagraphReference.Throughout => " throughout",
        _ => "",
    };
}
