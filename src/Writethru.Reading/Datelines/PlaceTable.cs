namespace Writethru.Reading.Datelines;

/// <summary>What the shipped lists hold: a code of ISO 3166-1, a space, names that lie in that country.</summary>
static class PlaceTable
{
    /// <summary>
    /// Capitals and the towns that datelines carry without a country. Where several towns share a name, the one is
    /// meant that agencies leave without a country.
    /// </summary>
    internal const string Towns = """
        AD Andorra la Vella
        AE Abu Dhabi; Dubai; Sharjah; 아부다비; 두바이; أبوظبي; أبو ظبي; دبي
        AF Kabul; Kandahar; Herat; Jalalabad; 카불; كابول; كابل
        AL Tirana
        AM Yerevan; Eriwan
        AO Luanda
        AR Buenos Aires; Rosario; Mar del Plata; 부에노스아이레스
        AT Vienna; Wien; Salzburg; Graz; Linz; Innsbruck; 빈; 비엔나; فيينا
        AU Canberra; Sydney; Melbourne; Brisbane; Perth; Adelaide; Darwin; Hobart; 시드니; 캔버라; 멜버른; سيدني; كانبرا
        AZ Baku; Nagorno-Karabakh
        BA Sarajevo; Banja Luka; Srebrenica
        BB Bridgetown
        BD Dhaka; Chittagong; Chattogram; Cox's Bazar; 다카
        BE Brussels; Brüssel; Antwerp; Antwerpen; Bruges; Ghent; Liege; 브뤼셀; بروكسل
        BF Ouagadougou
        BG Sofia; Varna; Plovdiv; 소피아
        BH Manama; المنامة
        BI Bujumbura; Gitega
        BJ Cotonou; Porto-Novo
        BN Bandar Seri Begawan
        BO La Paz; Sucre; Santa Cruz de la Sierra
        BR Brasilia; Sao Paulo; Rio de Janeiro; Belo Horizonte; Manaus; Recife; 브라질리아; 상파울루; 리우데자네이루
        BS Nassau
        BT Thimphu
        BW Gaborone
        BY Minsk; 민스크; مينسك
        BZ Belmopan
        CA Ottawa; Toronto; Montreal; Vancouver; Calgary; Edmonton; Quebec City; Winnipeg; Halifax; 오타와; 토론토; 밴쿠버
        CA أوتاوا
        CD Kinshasa; Goma; Lubumbashi; Bukavu; Bunia
        CF Bangui
        CG Brazzaville
        CH Bern; Berne; Geneva; Genf; Zurich; Zürich; Basel; Lausanne; Davos; Lucerne; 제네바; 베른; 취리히; جنيف
        CI Abidjan; Yamoussoukro
        CL Santiago; Valparaiso; 산티아고
        CM Yaounde; Douala
        CN Beijing; Peking; Shanghai; Shenzhen; Guangzhou; Chengdu; Chongqing; Wuhan; Tianjin; Nanjing; Hangzhou
        CN Xi'an; Xian; Shenyang; Dalian; Harbin; Urumqi; Lhasa; Kunming; Taiyuan; Jinan; Qingdao; Changsha
        CN Zhengzhou; Xiamen; Hefei; Nanning; Guiyang; Lanzhou; Xining; Yinchuan; Hohhot; Changchun; Shijiazhuang
        CN Fuzhou; Nanchang; Haikou; Dandong; 베이징; 상하이; 선양; 단둥; 광저우; بكين; شنغهاي
        CO Bogota; Medellin; Cali; Cartagena; 보고타
        CR San Jose
        CU Havana; Havanna; Guantanamo; 아바나; هافانا
        CV Praia
        CY Nicosia; Nikosia; Limassol; Larnaca; نيقوسيا
        CZ Prague; Prag; Brno; Ostrava; 프라하; براغ
        DE Berlin; Hamburg; Munich; München; Cologne; Köln; Frankfurt; Frankfurt am Main; Stuttgart; Düsseldorf
        DE Duesseldorf; Leipzig; Dresden; Hannover; Hanover; Nuremberg; Nürnberg; Bremen; Bonn; Karlsruhe; Mainz
        DE Wiesbaden; Potsdam; Magdeburg; Erfurt; Schwerin; Kiel; Saarbrücken; Dortmund; Essen; Rostock; Mannheim
        DE Freiburg; Halle; 베를린; 프랑크푸르트; 뮌헨; برلين; ميونيخ; فرانكفورت
        DJ Djibouti; Dschibuti
        DK Copenhagen; Kopenhagen; Aarhus; 코펜하겐; كوبنهاغن
        DO Santo Domingo
        DZ Algiers; Algier; Oran; 알제; الجزائر العاصمة
        EC Quito; Guayaquil
        EE Tallinn; 탈린
        EG Cairo; Kairo; Alexandria; Sharm el-Sheikh; Suez; Luxor; Aswan; Port Said; El-Arish; 카이로; القاهرة
        EG الإسكندرية; شرم الشيخ
        ER Asmara
        ES Madrid; Barcelona; Seville; Sevilla; Bilbao; Malaga; Zaragoza; Palma de Mallorca; 마드리드; 바르셀로나; مدريد
        ES برشلونة
        ET Addis Ababa; Addis Abeba; Mekele; أديس أبابا
        FI Helsinki; Espoo; Tampere; Turku; 헬싱키; هلسنكي
        FJ Suva
        FR Paris; Marseille; Marseilles; Lyon; Strasbourg; Straßburg; Nice; Nizza; Toulouse; Bordeaux; Lille
        FR Cannes; Calais; Nantes; Rennes; Montpellier; 파리; 스트라스부르; باريس; مرسيليا
        GA Libreville
        GB London; Manchester; Birmingham; Liverpool; Edinburgh; Glasgow; Belfast; Cardiff; Leeds; Bristol
        GB Wimbledon; 런던; 에든버러; لندن
        GE Tbilisi; Tiflis; Batumi; 트빌리시; تبليسي
        GH Accra
        GM Banjul
        GN Conakry
        GQ Malabo
        GR Athens; Athen; Thessaloniki; Heraklion; 아테네; أثينا
        GT Guatemala City
        GW Bissau
        GY Georgetown
        HK Hong Kong; Hongkong; 홍콩; هونغ كونغ
        HN Tegucigalpa; San Pedro Sula
        HR Zagreb; Split; Dubrovnik; زغرب
        HT Port-au-Prince
        HU Budapest; 부다페스트; بودابست
        ID Jakarta; Bali; Denpasar; Surabaya; Bandung; Banda Aceh; Medan; Yogyakarta; Nusantara; 자카르타; 발리; جاكرتا
        IE Dublin; Cork; 더블린; دبلن
        IL Jerusalem; Tel Aviv; Haifa; Ashkelon; Beersheba; Sderot; Eilat; 예루살렘; 텔아비브; تل أبيب; حيفا
        IN New Delhi; Neu-Delhi; Delhi; Mumbai; Bombay; Kolkata; Calcutta; Chennai; Madras; Bengaluru; Bangalore
        IN Hyderabad; Ahmedabad; Srinagar; Lucknow; Guwahati; Bhopal; Jaipur; Amritsar; 뉴델리; 뭄바이; نيودلهي; مومباي
        IQ Baghdad; Bagdad; Basra; Mosul; Erbil; Arbil; Kirkuk; Fallujah; Najaf; Karbala; 바그다드; 아르빌; بغداد
        IQ البصرة; الموصل; أربيل
        IR Tehran; Teheran; Isfahan; Mashhad; Qom; Tabriz; Shiraz; 테헤란; طهران
        IS Reykjavik; 레이캬비크
        IT Rome; Rom; Milan; Mailand; Naples; Neapel; Turin; Venice; Venedig; Florence; Florenz; Palermo; Genoa
        IT Genua; Bologna; Lampedusa; Bari; Trieste; Verona; 로마; 밀라노; روما; ميلانو
        JM Kingston
        JO Amman; Aqaba; 암만; عمان; عمّان
        JP Tokyo; Tokio; Osaka; Kyoto; Nagoya; Hiroshima; Nagasaki; Fukuoka; Fukushima; Sapporo; Yokohama; Kobe
        JP Sendai; Okinawa; Naha; Niigata; 도쿄; 오사카; 교토; 후쿠오카; 히로시마; طوكيو; أوساكا
        KE Nairobi; Mombasa; Kisumu; 나이로비; نيروبي
        KG Bishkek; Bischkek
        KH Phnom Penh; Siem Reap; 프놈펜
        KM Moroni
        KP Pyongyang; Pjöngjang; Kaesong; Sinuiju; Wonsan; Rason; Mount Kumgang; 평양; 개성; 신의주; بيونغ يانغ
        KR Seoul; Busan; Pusan; Incheon; Daegu; Daejeon; Gwangju; Ulsan; Sejong; Suwon; Jeju; Pyeongchang
        KR Gangneung; Panmunjom; Paju; Pyeongtaek; Osan; Pohang; Cheongju; Jeonju; Changwon; Chuncheon; Yongin
        KR Seongnam; Goyang; Gimpo; 서울; 부산; 인천; 대구; 대전; 광주; 울산; 세종; 수원; 제주; 평창; 강릉; 판문점; 파주; 평택; 포항; 청주; 전주; 창원
        KR 춘천; سول; سيول; سيئول; بوسان
        KW Kuwait City; 쿠웨이트시티; مدينة الكويت
        KZ Astana; Nur-Sultan; Almaty; Aktau; 아스타나; 알마티; أستانا
        LA Vientiane; 비엔티안
        LB Beirut; Tyre; Sidon; Baalbek; 베이루트; بيروت; صيدا
        LI Vaduz
        LK Colombo; Kandy; Jaffna; 콜롬보
        LR Monrovia
        LS Maseru
        LT Vilnius; Wilna; Kaunas; 빌뉴스
        LU Luxembourg; Luxemburg; لوكسمبورغ
        LV Riga; 리가
        LY Tripoli; Tripolis; Benghazi; Bengasi; Misrata; Derna; Sirte; Tobruk; طرابلس; بنغازي
        MA Rabat; Casablanca; Marrakech; Marrakesh; Tangier; Fez; الرباط; الدار البيضاء; مراكش
        MC Monaco; Monte Carlo
        MD Chisinau; 키시나우
        ME Podgorica
        MG Antananarivo
        MK Skopje
        ML Bamako; Timbuktu; Gao
        MM Yangon; Rangoon; Naypyitaw; Naypyidaw; Mandalay; 양곤; 네피도
        MN Ulaanbaatar; Ulan Bator; 울란바토르
        MO Macau; Macao; 마카오
        MR Nouakchott; نواكشوط
        MT Valletta
        MU Port Louis
        MV Male
        MW Lilongwe; Blantyre
        MX Mexico City; Mexiko-Stadt; Guadalajara; Monterrey; Tijuana; Ciudad Juarez; Acapulco; Cancun; 멕시코시티
        MX مكسيكو
        MY Kuala Lumpur; Putrajaya; Penang; Langkawi; Kota Kinabalu; 쿠알라룸푸르; كوالالمبور
        MZ Maputo; Beira
        NA Windhoek
        NE Niamey; Agadez
        NG Abuja; Lagos; Kano; Maiduguri; Port Harcourt; Kaduna; 아부자; 라고스; أبوجا
        NI Managua
        NL Amsterdam; The Hague; Den Haag; Rotterdam; Utrecht; Eindhoven; Maastricht; 암스테르담; 헤이그; أمستردام; لاهاي
        NO Oslo; Bergen; Trondheim; Stavanger; Tromso; 오슬로; أوسلو
        NP Kathmandu; Pokhara; 카트만두
        NZ Wellington; Auckland; Christchurch; Queenstown; 웰링턴; 오클랜드
        OM Muscat; Maskat; مسقط
        PA Panama City; Panama-Stadt
        PE Lima; Cusco; Arequipa; 리마
        PG Port Moresby
        PH Manila; Quezon City; Cebu; Davao; Davao City; Zamboanga; Baguio; 마닐라; 세부; مانيلا
        PK Islamabad; Karachi; Karatschi; Lahore; Peshawar; Quetta; Rawalpindi; Multan; 이슬라마바드; إسلام آباد
        PK كراتشي
        PL Warsaw; Warschau; Krakow; Cracow; Krakau; Gdansk; Danzig; Katowice; Wroclaw; Lodz; Poznan; 바르샤바; وارسو
        PS Ramallah; Gaza; Gaza City; Gaza-Stadt; Bethlehem; Hebron; Nablus; Jenin; Khan Younis; Khan Yunis
        PS Rafah; Jericho; Deir al-Balah; 라말라; 가자; رام الله; غزة; نابلس; جنين; الخليل; خان يونس; رفح
        PT Lisbon; Lissabon; Porto; Faro; 리스본; لشبونة
        PY Asuncion
        QA Doha; 도하; الدوحة
        RO Bucharest; Bukarest; Timisoara; Cluj-Napoca; 부쿠레슈티; بوخارست
        RS Belgrade; Belgrad; Novi Sad; 베오그라드; بلغراد
        RU Moscow; Moskau; St. Petersburg; Saint Petersburg; Sankt Petersburg; Vladivostok; Wladiwostok
        RU Khabarovsk; Sochi; Kazan; Rostov-on-Don; Novosibirsk; Yekaterinburg; Grozny; Murmansk; Kaliningrad
        RU Irkutsk; Yuzhno-Sakhalinsk; 모스크바; 블라디보스토크; 상트페테르부르크; 하바롭스크; موسكو; سان بطرسبرغ
        RW Kigali; كيغالي
        SA Riyadh; Riad; Jeddah; Jiddah; Mecca; Mekka; Medina; Dhahran; Dammam; 리야드; 제다; الرياض; جدة; مكة
        SA مكة المكرمة
        SB Honiara
        SC Victoria
        SD Khartoum; Khartum; Port Sudan; El Fasher; 하르툼; الخرطوم; بورتسودان
        SE Stockholm; Gothenburg; Göteborg; Malmo; Malmö; Uppsala; 스톡홀름; ستوكهولم
        SG Singapore; Singapur; 싱가포르; سنغافورة
        SI Ljubljana; Maribor; Bled
        SK Bratislava; Kosice; 브라티슬라바
        SL Freetown
        SN Dakar; داكار
        SO Mogadishu; Mogadischu; Kismayo; 모가디슈; مقديشو
        SR Paramaribo
        SS Juba; جوبا
        SV San Salvador
        SY Damascus; Damaskus; Aleppo; Homs; Latakia; Idlib; Raqqa; Daraa; Palmyra; 다마스쿠스; دمشق; حلب; حمص
        SY اللاذقية; إدلب
        SZ Mbabane
        TD N'Djamena; Ndjamena; نجامينا
        TG Lome
        TH Bangkok; Chiang Mai; Phuket; Pattaya; 방콕; بانكوك
        TJ Dushanbe; Duschanbe
        TL Dili
        TM Ashgabat
        TN Tunis; Sfax; Sousse; تونس العاصمة
        TR Ankara; Istanbul; Izmir; Antalya; Diyarbakir; Gaziantep; 앙카라; 이스탄불; أنقرة; إسطنبول
        TT Port of Spain
        TW Taipei; Taipeh; Kaohsiung; Taichung; 타이베이; تايبيه
        TZ Dar es Salaam; Daressalam; Dodoma; Arusha; Zanzibar
        UA Kyiv; Kiev; Kiew; Kharkiv; Charkiw; Odesa; Odessa; Lviv; Lwiw; Dnipro; Donetsk; Mariupol; Zaporizhzhia
        UA Kherson; Luhansk; Kramatorsk; Sevastopol; Simferopol; 키이우; 하르키우; 오데사; كييف; خاركيف; أوديسا
        UG Kampala; Entebbe; كمبالا
        US Washington; New York; Los Angeles; Chicago; Houston; San Francisco; Boston; Seattle; Atlanta; Dallas
        US Miami; Denver; Detroit; Philadelphia; Phoenix; Las Vegas; San Diego; Minneapolis; St. Louis
        US New Orleans; Cleveland; Pittsburgh; Baltimore; Salt Lake City; Cincinnati; Indianapolis; Milwaukee
        US Oklahoma City; Honolulu; United Nations; San Antonio; Kansas City; Nashville; Sacramento; Anchorage
        US Orlando; Tampa; Charlotte; Buffalo; Silicon Valley; Cape Canaveral; Washington D.C.; Washington DC
        US New York City; Vereinte Nationen; 워싱턴; 뉴욕; 로스앤젤레스; 샌프란시스코; 시카고; 유엔본부; واشنطن; نيويورك; لوس أنجلوس
        US الأمم المتحدة
        UY Montevideo; Punta del Este; 몬테비데오
        UZ Tashkent; Taschkent; Samarkand; 타슈켄트; طشقند
        VA Vatican City; Vatikanstadt; Vatican; Holy See; 바티칸; الفاتيكان
        VE Caracas; Maracaibo; 카라카스; كاراكاس
        VN Hanoi; Ho Chi Minh City; Ho-Chi-Minh-Stadt; Danang; Da Nang; Haiphong; Hue; 하노이; 호찌민; هانوي
        VU Port Vila
        WS Apia
        YE Sanaa; Sana; Aden; Hodeidah; Taiz; 사나; صنعاء; عدن; الحديدة
        ZA Johannesburg; Cape Town; Kapstadt; Pretoria; Durban; Soweto; 요하네스버그; 케이프타운; جوهانسبرغ
        ZM Lusaka; Livingstone
        ZW Harare; Bulawayo; هراري
        """;

    /// <summary>
    /// States, provinces and parts of countries that follow a town, the abbreviations of the AP Stylebook among them.
    /// </summary>
    internal const string Regions = """
        US Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii
        US Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan
        US Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico
        US New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island
        US South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; Washington; West Virginia
        US Wisconsin; Wyoming; District of Columbia; D.C.; Ala.; Ariz.; Ark.; Calif.; Colo.; Conn.; Del.; Fla.
        US Ga.; Ill.; Ind.; Kan.; Ky.; La.; Md.; Mass.; Mich.; Minn.; Miss.; Mo.; Mont.; Neb.; Nev.; N.H.; N.J.
        US N.M.; N.Y.; N.C.; N.D.; Okla.; Ore.; Pa.; R.I.; S.C.; S.D.; Tenn.; Tex.; Vt.; Va.; Wash.; W.Va.; Wis.
        US Wyo.
        CA Alberta; British Columbia; Manitoba; New Brunswick; Newfoundland; Newfoundland and Labrador
        CA Nova Scotia; Ontario; Prince Edward Island; Quebec; Saskatchewan; Yukon; Nunavut
        CA Northwest Territories
        AU New South Wales; Victoria; Queensland; South Australia; Western Australia; Tasmania
        AU Northern Territory
        GB England; Scotland; Wales; Northern Ireland; Schottland; Nordirland
        DE Bavaria; Bayern; Saxony; Sachsen; Hesse; Hessen; Brandenburg; Saxony-Anhalt; Thuringia; Lower Saxony
        PS West Bank; Gaza Strip; Gaza; Westjordanland; Gazastreifen; Palestinian Territory; الضفة الغربية
        PS قطاع غزة
        ES Catalonia; Basque Country; Canary Islands; Balearic Islands
        IT Sicily; Sardinia; Tuscany
        RU Chechnya; Dagestan; Siberia; Russian Far East
        CN Tibet; Xinjiang; Sichuan; Guangdong; Yunnan; Hebei; Shanxi; Shandong
        IN Kerala; Tamil Nadu; Maharashtra; Gujarat; West Bengal; Uttar Pradesh; Assam; Bihar
        UA Crimea; Krim
        IQ Iraqi Kurdistan
        """;
}
