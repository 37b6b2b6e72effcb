using System.Collections.Frozen;

namespace Writethru.Copy;

/// <summary>Countries by their codes where those are printed for their names: <c>USA OUT</c>, <c>KR only</c>.</summary>
public static class CountryCodes
{
    /// <summary>ISO 3166-1: each code of three letters with that of two behind it.</summary>
    const string Table = """
        ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI
        BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT
        BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU
        CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET
        FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR
        GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR
        IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB
        LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH
        MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE
        NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL
        PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ
        SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC
        TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY
        USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW
        """;

    /// <summary>Codes of the sports federations that no country has as its own in ISO 3166-1.</summary>
    const string OfSport = "GERDE SUICH NEDNL GREGR CROHR";

    /// <summary>
    /// Codes of two letters that are words, media or the postal codes of states and territories of the United States
    /// too:
    /// <c>IN</c>, <c>TV</c>, <c>CA</c>.
    /// </summary>
    static readonly FrozenSet<string> _ambiguous = Words(
        "AD AL AM AN AR AS AT AU AX AZ BE BY CA CO DE DO ES ET GA GO GU HE ID IE IF IL IM IN IO IS IT LA LE MA MD "
        + "ME MN MO MP MS MT MY NC NE NO NU OF OK OM ON OR PA PM PR RE SC SD SE SI SO SU TN TO TV UM UN UP VA VI WE");

    /// <summary>Codes of three letters that are words too: <c>AND</c> is Andorra, and <c>CAN</c> is Canada.</summary>
    static readonly FrozenSet<string> _words = Words(
        "AND ARE BEN BES CAN COM DOM EST FIN GIN GUM LIE MAC MAR NOR PAN PER SUR TON");

    static readonly FrozenDictionary<string, string> _ofThree = Table.ReplaceLineEndings(" ").Split(' ')
        .Concat(OfSport.Split(' ')).Where(pair => !_words.Contains(pair[..3]))
        .ToFrozenDictionary(pair => pair[..3], pair => pair[3..], StringComparer.Ordinal);

    /// <summary>
    /// The alpha-2 code of a code of three letters in capitals; null for any other text. A code that ISO 3166-1 does
    /// not know, but sport does, counts where it can be no other: <c>GER</c>.
    /// </summary>
    public static string? OfThree(string code) => _ofThree.GetValueOrDefault(code);

    /// <summary>
    /// Whether a code of two letters can be taken for something else than a country where it stands alone.
    /// </summary>
    public static bool IsAmbiguous(string code) => _ambiguous.Contains(code);

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
