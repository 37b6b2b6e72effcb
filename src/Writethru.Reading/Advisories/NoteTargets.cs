using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>The nouns of notes to editors, and what they stand for.</summary>
static class NoteTargets
{
    static readonly (ClaimTarget Target, string Nouns)[] _nouns =
    [
        (ClaimTarget.Story, """
            story version item article copy report dispatch previous meldung bericht juttu jutun juttua versio
            versiota uutisen aiemman edellisen zusammenfassung 기사 본문 dépêche
            """),
        (ClaimTarget.Headline, """
            headline headlines hed head heading header headine headlne subhead subheadline überschrift
            titelzeile schlagzeile otsikko otsikkoa otsikossa otsikon väliotsikko titre titular título titulo
            tittel rubrik 제목 부제
            """),
        (ClaimTarget.Lead, """
            lead lede intro leadpara vorspann einstieg kärki kärkeä ingressi ingressiä ingressissä ingress
            chapeau entradilla 리드 전문
            """),
        (ClaimTarget.Para, """
            para paras paragraph paragraphs graf grafs graph graphs text sentence reference references wording
            language day weekday month error errors mistake edits editing changes change passage section absatz
            kpl kappale virke virkkeen virkettä lause sanamuoto sanamuotoa
            """),
        (ClaimTarget.Details, """
            detail details info information reporting material specifics facts dateils detials developments
            einzelheiten angaben tietoja tietoa détails précisions detalles información datos 내용 상보
            """),
        (ClaimTarget.Quotes, """
            quote quotes quotation quotations comment comments commment remark remarks statement statements
            interview interviews soundbite soundbites zitat zitate zitaten stimmen sitaatti sitaatteja kommentti
            kommentteja citation citations déclaration déclarations cita citas declaraciones 발언 코멘트
            """),
        (ClaimTarget.Background, """
            background backgrounder context history chronology timeline recap factfile factbox atmosphere mood
            scene-setter profile profiles color colour analysis explanation perspective bio biography backgound
            hintergrund kontext taustaa tausta contexte contexto antecedentes 배경
            """),
        (ClaimTarget.Reaction, """
            reaction reactions reax reacts response responses reacion reaktion reaktionen reaktioita réaction
            réactions reacción reacciones 반응
            """),
        (ClaimTarget.Figures, """
            figure figures number numbers toll tolls price prices result results tally tallies score cost costs
            budget salary ranking temperature length width height magnitude population attendance capacity
            output growth inflation gdp income loss losses debt deficit surplus fee fees fine fines equivalent
            tonnage dollars euros stake quantity dose speed duration timeframe deadline decade century
            anniversary hour math arithmetic exchange opening openings trading currencies dollar euro yen medal
            medals votes seats yield yields level levels closing closings closes data rate rates size amount
            value revenue revenues percentage percent total totals scores stat stats statistic statistics count
            counts cases activity volume volumes conversion conversions casualties fatalities timing date dates
            year years age ages time times earnings profit profits sales share shares stock stocks index indices
            unit units currency estimate estimates forecast forecasts valuation market markets standings odds
            calculation comparison distance weight turnover dividend eps margin margins ratio period quarter
            zahl zahlen altersangabe zahlenangabe uhrzeit datum alter jahreszahl betrag kurse kurs ergebnis
            ergebnisse opferzahl summe luku luvut luvun lukua lukuja summa päivä päivämäärä vuosi vuosiluku ikä
            kellonaika prosentti chiffre chiffres bilan cifra cifras balance 수치 날짜 숫자 종가
            """),
        (ClaimTarget.Spelling, """
            spelling spellings misspelling typo typos typographical name names surname surnames firstname
            lastname word words punctuation grammar grammatical character characters letter letters ric rics
            ticker tickers initials syntax style formatting format garble garbles spacing comma hyphen
            apostrophe symbol acronym acronyms pronoun pronouns abbreviation accent accents capitalisation
            capitalization tense literal literals misspellings spellng schreibfehler ortsname schreibweise tippfehler
            vorname nachname familienname kirjoitusasu kirjoitusvirhe nimi nimen nimeä nimet etunimi sukunimi
            orthographe nom prénom ortografía nombre apellido errata 오타 오탈자 이름 표기 맞춤법
            """),
        (ClaimTarget.Title, """
            title titles rank jobtitle job-title titteli nimike amtsbezeichnung funktion cargo 직함 직책
            """),
        (ClaimTarget.Attribution, """
            attribution attributions source sources sourcing attribute affiliation quelle quellen lähde lähteen
            출처
            """),
        (ClaimTarget.Photo, """
            photo photos photograph photographs picture pictures pix pics pic image images foto fotos bild
            bilder bildern kuva kuvia photofile bilde 사진
            """),
        (ClaimTarget.Graphic, """
            graphic graphics chart charts map maps infographic infographics table tables grafik grafiken
            grafiikka infographie gráfico 그래픽
            """),
        (ClaimTarget.Video, """
            video videos footage clip clips vidéo vidéos vídeo 영상 동영상
            """),
        (ClaimTarget.Caption, """
            caption captions cutline cutlines bildunterschrift bildtext kuvateksti légende 사진설명
            """),
        (ClaimTarget.Byline, """
            byline bylines by-line by-lines autorenzeile 바이라인
            """),
        (ClaimTarget.Dateline, """
            dateline datelines date-line ortsmarke spitzmarke 발신지
            """),
        (ClaimTarget.Slug, """
            slug slugs slugline keyword keywords stichwort
            """),
        (ClaimTarget.Bullet, """
            bullet bullets bulletpoint bulletpoints bullet-point bullet-points
            """),
        (ClaimTarget.Link, """
            link links url urls hyperlink hyperlinks weblink enlace lien
            """),
        (ClaimTarget.Signoff, """
            signoff sign-off sign-offs trailer tagline tag-line shirttail
            """),
        (ClaimTarget.Embargo, """
            embargo embargos sperrfrist
            """),
    ];

    /// <summary>People who are asked: heads only where no noun before says what of them.</summary>
    static readonly FrozenSet<string> _people =
        ("analyst analysts expert experts economist economists trader traders ceo spokesman spokeswoman " +
        "minister official officials witness witnesses lawyer lawyers diplomat diplomats activist activists " +
        "critics observers")
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, ClaimTarget> _targets = Build();

    /// <summary>What the noun stands for; null when it is not known.</summary>
    public static ClaimTarget? Find(string key) => _targets.TryGetValue(key, out var target) ? target : null;

    public static bool IsPerson(string key) => _people.Contains(key);

    /// <summary>What a correction may be about, and an addition not: "adds names of victims" brings details.</summary>
    static readonly FrozenSet<string> _corrected =
        ("opening openings exchange trading deadline anniversary hour century decade source sources name names " +
        "surname surnames firstname lastname style initials syntax ric rics date dates year years age ages " +
        "time times period")
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsOnlyCorrected(string key) => _corrected.Contains(key);

    /// <summary>Whether it is a part of an item of its own, and no text that paragraphs hold.</summary>
    public static bool IsPart(ClaimTarget target) => target is ClaimTarget.Headline or ClaimTarget.Lead
        or ClaimTarget.Photo or ClaimTarget.Graphic or ClaimTarget.Video or ClaimTarget.Caption or ClaimTarget.Byline
        or ClaimTarget.Dateline or ClaimTarget.Slug or ClaimTarget.Bullet or ClaimTarget.Link or ClaimTarget.Signoff
        or ClaimTarget.Embargo or ClaimTarget.Story;

    /// <summary>Whether an error may be said to be in it: <c>typo in headline</c>.</summary>
    public static bool IsPlace(ClaimTarget target) => IsPart(target)
        && target is not (ClaimTarget.Story or ClaimTarget.Photo or ClaimTarget.Video or ClaimTarget.Embargo);

    static FrozenDictionary<string, ClaimTarget> Build()
    {
        var targets = new Dictionary<string, ClaimTarget>(StringComparer.Ordinal);
        foreach (var (target, nouns) in _nouns)
        {
            foreach (var noun in nouns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                targets.TryAdd(noun, target);
        }
        return targets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
