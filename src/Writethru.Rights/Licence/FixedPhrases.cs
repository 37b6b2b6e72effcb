using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>Clauses that are always printed in the same words, and the rule that each of them is.</summary>
static class FixedPhrases
{
    static readonly PhraseTable<UsageRule> _rules = new(
    [
        ("all rights reserved;alle rechte vorbehalten;tous droits réservés;todos los derechos reservados;" +
            "reservados todos los derechos", Rule(UsageKinds.Copyright)),
        ("pool photo;pool picture;pool image;pool;pool-foto;poolfoto;풀 사진;공동취재", Rule(UsageKinds.Pool)),
        (
            "file photo;file photograph;file picture;file image;file;archivfoto;archivbild;photo d'archives;" +
            "foto de archivo;자료사진;자료 사진;資料写真",
            Rule(UsageKinds.FilePhoto)),
        (
            "handout photo;handout picture;handout image;handout;hand-out;photo handout;handout-foto;" +
            "photo fournie;foto cedida;제공 사진",
            Rule(UsageKinds.Handout)),
        (
            "editorial use only;editorial only;for editorial use only;for editorial purposes only;" +
            "editorial purposes only;" +
            "only for editorial use;restricted to editorial use;limited to editorial use;" +
            "intended for editorial use only;" +
            "use is restricted to editorial use;to be used for editorial purposes only;" +
            "nur redaktionelle nutzung;nur redaktionelle verwendung;nur für redaktionelle zwecke;" +
            "nur zur redaktionellen verwendung;nur zur redaktionellen nutzung;nur für redaktionelle verwendung;" +
            "nur für redaktionelle nutzung;ausschließlich redaktionelle nutzung;" +
            "ausschließlich für redaktionelle zwecke;" +
            "ausschließlich zur redaktionellen verwendung;" +
            "usage éditorial uniquement;usage éditorial seulement;usage éditorial exclusivement;" +
            "utilisation éditoriale uniquement;pour usage éditorial uniquement;uniquement pour usage éditorial;" +
            "solo para uso editorial;sólo para uso editorial;uso editorial solamente;uso editorial únicamente;" +
            "uso editorial exclusivamente;solo uso editorial;sólo uso editorial;exclusivamente para uso editorial;" +
            "보도용으로만 사용;보도용으로만 사용 가능;편집용으로만 사용;편집 목적으로만 사용;보도 목적으로만 사용;" +
            "報道目的のみ;報道目的でのみ使用可;編集用途のみ;編集目的のみ;エディトリアル使用のみ",
            Rule(UsageKinds.Editorial, "only")),
        (
            "free for non-commercial use;for non-commercial use;for non-commercial use only;non-commercial use only;" +
            "for noncommercial use only;non-commercial purposes only;for non-commercial purposes only;" +
            "non-commercial only;" +
            "nur für nichtkommerzielle zwecke;nur für nicht-kommerzielle zwecke;nur zur nichtkommerziellen nutzung;" +
            "keine kommerzielle nutzung;usage non commercial uniquement;uso no comercial solamente;" +
            "solo uso no comercial;" +
            "비상업적 용도로만 사용;商用利用禁止;商用利用不可;商業利用禁止;商業利用不可;商用使用不可;営利目的の使用禁止",
            Rule(UsageKinds.Commercial, "none")),
        (
            "one-time use;one-time use only;one time use;one time use only;single use;single use only;one use only;" +
            "for one-time use only;for one time use only;for single use only;may be used once only;" +
            "may only be used once;" +
            "may be used only once;einmalige verwendung;einmalige nutzung;nur einmalige verwendung;" +
            "nur einmalige nutzung;" +
            "nur zur einmaligen verwendung;nur zur einmaligen nutzung;usage unique;utilisation unique;uso único;" +
            "un solo uso;" +
            "1회 사용;1회만 사용 가능;1회에 한해 사용;一回限り使用可",
            Rule(UsageKinds.OneTime)),
        (
            "faces must be pixelated;faces must be blurred;faces must be obscured;faces must be pixellated;" +
            "faces to be pixelated;faces to be pixellated;faces to be blurred;faces to be obscured;pixelate faces;" +
            "blur faces;faces must be made unrecognisable;all faces must be pixelated;all faces must be blurred;" +
            "gesichter müssen verpixelt werden;gesichter verpixeln;gesichter sind zu verpixeln;" +
            "gesichter unkenntlich machen;" +
            "gesichter müssen unkenntlich gemacht werden;visages floutés;les visages doivent être floutés;" +
            "flouter les visages;visages à flouter;rostros pixelados;los rostros deben ser pixelados;" +
            "pixelar los rostros;" +
            "얼굴 모자이크 처리;얼굴 모자이크 필수;얼굴을 모자이크 처리해야 함;顔にモザイク必須;顔はモザイク処理のこと",
            Rule(UsageKinds.People, "faces")),
        (
            "no identification of minors;minors must not be identified;minors may not be identified;" +
            "do not identify minors;" +
            "children must not be identified;children may not be identified;no identification of children;" +
            "faces of minors must be pixelated;faces of minors must be blurred;faces of children must be pixelated;" +
            "faces of children must be blurred;children's faces must be pixelated;children's faces must be blurred;" +
            "minors' faces must be pixelated;minors' faces must be blurred;" +
            "minderjährige dürfen nicht erkennbar sein;kinder dürfen nicht erkennbar sein;" +
            "minderjährige unkenntlich machen;" +
            "gesichter von kindern verpixeln;gesichter minderjähriger verpixeln;" +
            "les mineurs ne doivent pas être identifiables;visages des mineurs floutés;menores no identificables;" +
            "no identificar a menores;미성년자 신원 노출 금지;未成年者の特定禁止",
            Rule(UsageKinds.People, "minors")),
        (
            "no ai training;not for ai training;not for training ai;not for machine learning;" +
            "no machine learning;no use for ai training;not to be used for ai training;not to be used to train ai;" +
            "may not be used to train ai;may not be used for ai training;no training of ai models;" +
            "no training of ai systems;no generative ai training;ai training prohibited;" +
            "use for ai training prohibited;use for training ai is prohibited;not for model training;" +
            "kein ki-training;keine nutzung für ki-training;keine nutzung zum training von ki;" +
            "nicht für ki-training;training von ki nicht gestattet;ki-training untersagt;ki-training nicht gestattet;" +
            "entraînement d'ia interdit;pas d'entraînement d'ia;entraînement de l'ia interdit;" +
            "interdit pour l'entraînement d'ia;" +
            "no usar para entrenar ia;prohibido entrenar ia;prohibido el entrenamiento de ia;" +
            "entrenamiento de ia prohibido;" +
            "ai 학습 금지;인공지능 학습 금지;ai 학습 이용 금지;ai 학습 및 활용 금지;" +
            "ai学習禁止;ai学習利用禁止;機械学習禁止;ai学習への利用禁止",
            DenyPurpose(UsagePurposes.Train)),
        (
            "no text and data mining;no data mining;no tdm;tdm reserved;text and data mining reserved;" +
            "no use for text and data mining;not for text and data mining;text and data mining prohibited;" +
            "no ai use;no use by ai;no use in generative ai;no generative ai;no generative ai use;not for ai use;" +
            "ai use prohibited;use by ai prohibited;" +
            "nutzung für text und data mining vorbehalten;text und data mining vorbehalten;" +
            "kein text und data mining;keine nutzung durch ki;" +
            "fouille de textes et de données interdite;fouille de textes et de données réservée;" +
            "pas d'utilisation par l'ia;" +
            "minería de textos y datos prohibida;prohibida la minería de textos y datos;" +
            "텍스트 및 데이터 마이닝 금지;ai 이용 금지;テキストおよびデータマイニング禁止;ai利用禁止",
            DenyPurpose(UsagePurposes.AiInput, UsagePurposes.Train)),
        (
            "no data mining of any kind;no indexing, no data mining",
            DenyPurpose(UsagePurposes.Index, UsagePurposes.AiInput, UsagePurposes.Train)),
        (
            "ai training permitted;ai training allowed;may be used for ai training;may be used to train ai;" +
            "data mining allowed;text and data mining allowed;text and data mining permitted;" +
            "ki-training gestattet;ki-training erlaubt;entraînement d'ia autorisé;entrenamiento de ia permitido;" +
            "ai 학습 허용;ai学習可",
            new UsageRule { Kind = UsageKinds.Purpose, Allow = UsagePurposes.All }),
        ("転載禁止;再配布禁止;再配信禁止;転載不可;再配布不可;再配信不可", Rule(UsageKinds.Redistribution, "none")),
        ("販売禁止;転売禁止;再販禁止;販売不可;転売不可;再販不可", Rule(UsageKinds.Sale, "none")),
        ("保存禁止;保管禁止;アーカイブ禁止;アーカイブ不可;アーカイブ使用禁止;保存不可", Rule(UsageKinds.Archive, "none")),
        ("加工禁止;改変禁止;加工不可;改変不可", Rule(UsageKinds.Modification, "none")),
        ("トリミング禁止;トリミング不可", Rule(UsageKinds.Modification, "noCropping")),
        ("インターネット使用禁止;ネット使用禁止;ネット使用不可;インターネット使用不可;ウェブ使用不可", Deny("internet")),
        ("放送使用禁止;放送使用不可", Deny("broadcast")),
        ("紙面のみ;新聞のみ", Allow(UsageMedia.Newspaper)),
        ("雑誌使用禁止;雑誌使用不可", Deny(UsageMedia.Magazine)),
    ]);

    public static ClauseMatch? Read(Clause clause, int at) =>
        _rules.Find(clause, at, out var rule) is > 0 and var end && clause.Ends(end)
            ? new ClauseMatch(end, rule) : null;

    static UsageRule Rule(string kind, string value = "") => new() { Kind = kind, Value = value };

    static UsageRule Deny(string media) => new() { Kind = UsageKinds.Medium, Deny = UsageMedia.Named(media) };

    static UsageRule DenyPurpose(params string[] purposes) => new() { Kind = UsageKinds.Purpose, Deny = [.. purposes] };

    static UsageRule Allow(string media) => new() { Kind = UsageKinds.Medium, Allow = UsageMedia.Named(media) };
}
