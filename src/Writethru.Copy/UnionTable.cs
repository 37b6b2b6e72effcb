namespace Writethru.Copy;

/// <summary>
/// The continents and unions that <see cref="Unions"/> knows: names, "=", the members, "+", whom the wide sense adds.
/// </summary>
/// <remarks>
/// Continents are regions of UN M49 (standard country or area codes for statistical use); unions are by their
/// treaties of accession, a member that came later or left with the day. "Middle East" is left out: no two lists
/// agree on it.
/// </remarks>
static class UnionTable
{
    internal const string Text = """
        European Union; EU; UE; Europäische Union; Europäischen Union; Union européenne; Unión Europea; 유럽연합 = BE DE
            FR IT LU NL DK@1973-01-01 IE@1973-01-01 GB@1973-01-01..2020-02-01 GR@1981-01-01 ES@1986-01-01
            PT@1986-01-01 AT@1995-01-01 FI@1995-01-01 SE@1995-01-01 CY@2004-05-01 CZ@2004-05-01 EE@2004-05-01
            HU@2004-05-01 LT@2004-05-01 LV@2004-05-01 MT@2004-05-01 PL@2004-05-01 SI@2004-05-01 SK@2004-05-01
            BG@2007-01-01 RO@2007-01-01 HR@2013-07-01 + AX GF GP MF MQ RE YT
        European Economic Area; EEA; EWR; Europäischer Wirtschaftsraum = BE DE FR IT LU NL DK IE GR ES PT
            GB@1994-01-01..2020-02-01 AT@1994-01-01 FI@1994-01-01 SE@1994-01-01 IS@1994-01-01 NO@1994-01-01
            LI@1995-05-01 CY@2004-05-01 CZ@2004-05-01 EE@2004-05-01 HU@2004-05-01 LT@2004-05-01 LV@2004-05-01
            MT@2004-05-01 PL@2004-05-01 SI@2004-05-01 SK@2004-05-01 BG@2007-08-01 RO@2007-08-01 HR@2014-04-12 + AX
            GF GP MF MQ RE YT
        Schengen Area; Schengen; Schengen countries = BE@1995-03-26 DE@1995-03-26 ES@1995-03-26 FR@1995-03-26
            LU@1995-03-26 NL@1995-03-26 PT@1995-03-26 IT@1997-10-26 AT@1997-12-01 GR@2000-01-01 DK@2001-03-25
            FI@2001-03-25 IS@2001-03-25 NO@2001-03-25 SE@2001-03-25 CZ@2007-12-21 EE@2007-12-21 HU@2007-12-21
            LT@2007-12-21 LV@2007-12-21 MT@2007-12-21 PL@2007-12-21 SI@2007-12-21 SK@2007-12-21 CH@2008-12-12
            LI@2011-12-19 HR@2023-01-01 BG@2025-01-01 RO@2025-01-01 + MC SM VA AX
        Benelux; Benelux countries = BE LU NL
        Nordic countries; Nordics; Nordic region = DK FI IS NO SE + AX FO GL SJ
        Scandinavia; Scandinavian countries; Skandinavien; Scandinavie = DK NO SE + AX FI FO GL IS SJ
        DACH; GSA; DACH countries; DACH-Region = AT CH DE + LI
        Commonwealth of Independent States; CIS; CIS countries; GUS = AM AZ BY KG KZ MD RU TJ UZ
            GE@1993-12-03..2009-08-18 + GE TM UA
        Gulf Cooperation Council; GCC; GCC countries; GCC states = AE BH KW OM QA SA
        Association of Southeast Asian Nations; ASEAN; ASEAN countries = ID MY PH SG TH BN@1984-01-07 VN@1995-07-28
            LA@1997-07-23 MM@1997-07-23 KH@1999-04-30 TL@2025-10-26 + TL
        Baltics; Baltic states; Baltic countries; Baltikum = EE LT LV
        Europe; Europa; 유럽; 欧州; ヨーロッパ = AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM
            IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA + AM AZ CY GE GL KZ TR
        Asia; Asien; Asie; 아시아; アジア = AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA
            LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE + EG RU
        Africa; Afrika; Afrique; África; 아프리카; アフリカ = AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN
            GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG
            YT ZA ZM ZW
        North America; Nordamerika; Northern America; Amérique du Nord; América del Norte; 북미; 北米 = BM CA GL PM US +
            AG AI AW BB BL BQ BS BZ CR CU CW DM DO GD GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PR SV SX TC TT VC VG
            VI
        Central America; Mittelamerika; América Central = BZ CR GT HN NI PA SV + MX
        Caribbean; Karibik = AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI +
            BM BZ GF GY SR
        South America; Südamerika; Amérique du Sud; América del Sur; Sudamérica; 남미; 南米 = AR BO BR BV CL CO EC FK GF
            GS GY PE PY SR UY VE
        Latin America; Lateinamerika; Amérique latine; América Latina; Latinoamérica; 중남미; 中南米 = AG AI AR AW BB BL
            BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR
            PY SR SV SX TC TT UY VC VE VG VI
        Americas = AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS
            GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
        Oceania; Ozeanien; Océanie; Oceanía = AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK
            TO TV UM VU WF WS
        Australasia = AU NZ + CC CX FJ NC NF PG SB VU
        """;
}
