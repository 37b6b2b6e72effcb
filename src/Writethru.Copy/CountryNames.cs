namespace Writethru.Copy;

/// <summary>The names that <see cref="Countries"/> knows: a code of ISO 3166-1, a space, its names.</summary>
static class CountryNames
{
    /// <summary>
    /// All codes of ISO 3166-1 with their common English names; German, Korean, Arabic, French, Spanish and Japanese
    /// ones where wire copy in those languages is likely to print them. Names of two countries ("Congo") and names of
    /// a part of a country ("England") are left out on purpose: a licence line that prints one must not be read as if
    /// it named the whole.
    /// </summary>
    internal const string Table = """
        AD Andorra
        AE United Arab Emirates; UAE; U.A.E.; Emirates; Vereinigte Arabische Emirate; 아랍에미리트; الإمارات
        AE الإمارات العربية المتحدة
        AF Afghanistan
        AG Antigua and Barbuda
        AI Anguilla
        AL Albania
        AM Armenia
        AO Angola
        AQ Antarctica
        AR Argentina; Argentinien; 아르헨티나; الأرجنتين
        AS American Samoa
        AT Austria; Republic of Austria; Österreich; 오스트리아; النمسا
        AT Autriche
        AU Australia; Australien; 호주; أستراليا
        AU オーストラリア
        AW Aruba
        AX Aland Islands
        AZ Azerbaijan
        BA Bosnia and Herzegovina; Bosnia-Herzegovina; Bosnia
        BB Barbados
        BD Bangladesh
        BE Belgium; Belgien; 벨기에; بلجيكا
        BE Belgique; Bélgica
        BF Burkina Faso
        BG Bulgaria; Bulgarien; 불가리아; بلغاريا
        BH Bahrain; 바레인; البحرين
        BI Burundi
        BJ Benin
        BL Saint Barthelemy; St Barthelemy
        BM Bermuda
        BN Brunei; Brunei Darussalam
        BO Bolivia; Plurinational State of Bolivia
        BQ Caribbean Netherlands; Bonaire
        BR Brazil; Brasilien; 브라질; البرازيل
        BR Brésil
        BS Bahamas
        BT Bhutan
        BV Bouvet Island
        BW Botswana
        BY Belarus; Republic of Belarus
        BZ Belize
        CA Canada; Kanada; 캐나다; كندا
        CA カナダ
        CC Cocos Islands; Keeling Islands
        CD Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; DRC; Congo-Kinshasa
        CF Central African Republic
        CG Republic of the Congo; Republic of Congo; Congo-Brazzaville
        CH Switzerland; Swiss Confederation; Schweiz; 스위스; سويسرا
        CH Suisse; Suiza; スイス
        CI Ivory Coast; Cote d'Ivoire; Republic of Côte d'Ivoire
        CK Cook Islands
        CL Chile
        CM Cameroon
        CN China; People's Republic of China; PRC; Mainland China; Volksrepublik China; 중국; الصين
        CN Chine; 中国
        CO Colombia
        CR Costa Rica
        CU Cuba
        CV Cape Verde; Cabo Verde
        CW Curacao
        CX Christmas Island
        CY Cyprus
        CZ Czech Republic; Czechia; Tschechien; Tschechische Republik; 체코; التشيك
        DE Germany; Federal Republic of Germany; Deutschland; Bundesrepublik Deutschland; 독일; ألمانيا
        DE Allemagne; Alemania; ドイツ
        DJ Djibouti
        DK Denmark; Dänemark; 덴마크; الدنمارك
        DM Dominica
        DO Dominican Republic
        DZ Algeria; Algerien; 알제리; الجزائر
        EC Ecuador
        EE Estonia
        EG Egypt; Arab Republic of Egypt; Ägypten; 이집트; مصر
        EH Western Sahara
        ER Eritrea
        ES Spain; Kingdom of Spain; Spanien; 스페인; إسبانيا
        ES Espagne; España; スペイン
        ET Ethiopia
        FI Finland; Finnland; 핀란드; فنلندا
        FJ Fiji
        FK Falkland Islands; Falklands
        FM Micronesia; Federated States of Micronesia
        FO Faroe Islands; Faeroe Islands
        FR France; French Republic; Frankreich; 프랑스; فرنسا
        FR Francia; フランス
        GA Gabon
        GB United Kingdom; UK; U.K.; Britain; Great Britain
        GB United Kingdom of Great Britain and Northern Ireland; Großbritannien; Vereinigtes Königreich; 영국
        GB بريطانيا; المملكة المتحدة
        GB Royaume-Uni; Reino Unido; 英国; イギリス
        GD Grenada
        GE Georgia
        GF French Guiana
        GG Guernsey
        GH Ghana
        GI Gibraltar
        GL Greenland
        GM Gambia
        GN Guinea
        GP Guadeloupe
        GQ Equatorial Guinea
        GR Greece; Hellenic Republic; Griechenland; 그리스; اليونان
        GS South Georgia and the South Sandwich Islands
        GT Guatemala
        GU Guam
        GW Guinea-Bissau
        GY Guyana
        HK Hong Kong; Hongkong
        HM Heard Island and McDonald Islands
        HN Honduras
        HR Croatia; Kroatien; 크로아티아; كرواتيا
        HT Haiti
        HU Hungary; Ungarn; 헝가리; المجر
        ID Indonesia; Republic of Indonesia; Indonesien; 인도네시아; إندونيسيا
        IE Ireland; Republic of Ireland; Irish Republic; Irland; 아일랜드; أيرلندا
        IE Irlande; Irlanda
        IL Israel; 이스라엘; إسرائيل
        IM Isle of Man
        IN India; Republic of India; Indien; 인도; الهند
        IO British Indian Ocean Territory
        IQ Iraq; Irak; 이라크; العراق
        IR Iran; Islamic Republic of Iran; 이란; إيران
        IS Iceland
        IT Italy; Italian Republic; Italien; 이탈리아; إيطاليا
        IT Italie; Italia; イタリア
        JE Jersey
        JM Jamaica
        JO Jordan; Jordanien; 요르단; الأردن
        JP Japan; 일본; اليابان
        JP Japon; Japón; 日本
        KE Kenya
        KG Kyrgyzstan; Kyrgyz Republic
        KH Cambodia
        KI Kiribati
        KM Comoros
        KN Saint Kitts and Nevis; St. Kitts and Nevis
        KP North Korea; Democratic People's Republic of Korea; N. Korea; DPRK; Nordkorea; 북한; كوريا الشمالية
        KR South Korea; Republic of Korea; S. Korea; Rep. of Korea; Korea; ROK; Südkorea; Republik Korea
        KR 대한민국; 한국; 남한; كوريا الجنوبية; جمهورية كوريا
        KR Corée du Sud; Corea del Sur; 韓国
        KW Kuwait; 쿠웨이트; الكويت
        KY Cayman Islands
        KZ Kazakhstan
        LA Laos; Lao People's Democratic Republic
        LB Lebanon; Libanon; 레바논; لبنان
        LC Saint Lucia; St. Lucia
        LI Liechtenstein
        LK Sri Lanka
        LR Liberia
        LS Lesotho
        LT Lithuania
        LU Luxembourg; Luxemburg; 룩셈부르크; لوكسمبورغ
        LV Latvia
        LY Libya; Libyen; 리비아; ليبيا
        MA Morocco; Kingdom of Morocco; Marokko; 모로코; المغرب
        MC Monaco
        MD Moldova; Republic of Moldova
        ME Montenegro
        MF Saint Martin; St Martin; Saint-Martin
        MG Madagascar
        MH Marshall Islands
        MK North Macedonia; Macedonia
        ML Mali
        MM Myanmar; Burma
        MN Mongolia
        MO Macau; Macao
        MP Northern Mariana Islands
        MQ Martinique
        MR Mauritania
        MS Montserrat
        MT Malta
        MU Mauritius
        MV Maldives
        MW Malawi
        MX Mexico; Mexiko; 멕시코; المكسيك
        MX México
        MY Malaysia
        MZ Mozambique
        NA Namibia
        NC New Caledonia
        NE Niger
        NF Norfolk Island
        NG Nigeria
        NI Nicaragua
        NL Netherlands; Holland; Niederlande; Niederlanden; 네덜란드; هولندا
        NL Pays-Bas; Países Bajos
        NO Norway; Norwegen; 노르웨이; النرويج
        NP Nepal
        NR Nauru
        NU Niue
        NZ New Zealand; Aotearoa; Neuseeland; 뉴질랜드; نيوزيلندا
        OM Oman; 오만; سلطنة عمان
        PA Panama
        PE Peru
        PF French Polynesia
        PG Papua New Guinea
        PH Philippines; Republic of the Philippines; Philippinen; 필리핀; الفلبين
        PK Pakistan; 파키스탄; باكستان
        PL Poland; Republic of Poland; Polen; 폴란드; بولندا
        PM Saint Pierre and Miquelon
        PN Pitcairn; Pitcairn Islands
        PR Puerto Rico
        PS Palestine; Palestinian Territories; State of Palestine; Palästina; 팔레스타인; فلسطين
        PT Portugal; 포르투갈; البرتغال
        PW Palau
        PY Paraguay
        QA Qatar; Katar; 카타르; قطر
        RE Reunion
        RO Romania; Rumänien; 루마니아; رومانيا
        RS Serbia; Republic of Serbia; Serbien; 세르비아; صربيا
        RU Russia; Russian Federation; Russland; Rußland; 러시아; روسيا
        RU Russie; Rusia; ロシア
        RW Rwanda
        SA Saudi Arabia; Kingdom of Saudi Arabia; KSA; Saudi-Arabien; 사우디아라비아; السعودية
        SA المملكة العربية السعودية
        SB Solomon Islands
        SC Seychelles
        SD Sudan; 수단; السودان
        SE Sweden; Schweden; 스웨덴; السويد
        SG Singapore; Republic of Singapore; Singapur; 싱가포르; سنغافورة
        SH Saint Helena; St. Helena
        SI Slovenia; Slowenien; 슬로베니아; سلوفينيا
        SJ Svalbard and Jan Mayen; Svalbard
        SK Slovakia; Slovak Republic; Slowakei; 슬로바키아; سلوفاكيا
        SL Sierra Leone
        SM San Marino
        SN Senegal
        SO Somalia
        SR Suriname
        SS South Sudan; S. Sudan
        ST Sao Tome and Principe
        SV El Salvador
        SX Sint Maarten
        SY Syria; Syrian Arab Republic; Syrien; 시리아; سوريا
        SZ Eswatini; Swaziland
        TC Turks and Caicos Islands; Turks and Caicos
        TD Chad
        TF French Southern Territories
        TG Togo
        TH Thailand; 태국; تايلاند
        TJ Tajikistan
        TK Tokelau
        TL East Timor; Timor-Leste
        TM Turkmenistan
        TN Tunisia; Tunesien; 튀니지; تونس
        TO Tonga
        TR Turkey; Turkiye; Republic of Türkiye; Türkei; 튀르키예; 터키; تركيا
        TR Turquie; Turquía
        TT Trinidad and Tobago
        TV Tuvalu
        TW Taiwan; 대만; تايوان
        TW 台湾
        TZ Tanzania; United Republic of Tanzania
        UA Ukraine; 우크라이나; أوكرانيا
        UG Uganda
        UM United States Minor Outlying Islands
        US United States; United States of America; US; USA; U.S.; U.S.A.; Vereinigte Staaten
        US Vereinigten Staaten; 미국; الولايات المتحدة; أمريكا
        US États-Unis; Estados Unidos; 米国; アメリカ
        UY Uruguay
        UZ Uzbekistan
        VA Vatican; Vatican City; Holy See; Vatican City State
        VC Saint Vincent and the Grenadines; St. Vincent and the Grenadines
        VE Venezuela; Bolivarian Republic of Venezuela
        VG British Virgin Islands
        VI US Virgin Islands; United States Virgin Islands
        VN Vietnam; Viet Nam; 베트남; فيتنام
        VU Vanuatu
        WF Wallis and Futuna
        WS Samoa; Western Samoa
        YE Yemen; Jemen; 예멘; اليمن
        YT Mayotte
        ZA South Africa; Republic of South Africa; S. Africa; Südafrika; 남아프리카공화국; جنوب أفريقيا
        ZM Zambia
        ZW Zimbabwe
        """;
}
