using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Binding;

namespace Writethru.Tests.Formats;

/// <summary>Random takes: text of several scripts, odd spaces, and lines that look like structure.</summary>
static class Takes
{
    static readonly Gen<string> _word = Gen.OneOf(
        Gen.OneOf("harbor", "Saemaru", "ferry", "12", "U.S.", "(KIO)", "state-run", "\"quote\"", "a < b & c", "100%"),
        Gen.OneOf("새마루항", "여객", "港口", "発表",
            "ميناء", "العاصفة", "Größe", "🚢", "👩‍🔬", "e\u0301", "x\u00A0y", "\u200Frtl"));

    static readonly Gen<string> _line = Gen.Select(_word.Array[1, 14], Gen.OneOf(".", "", "?", ".\"", " ", ")"))
        .Select((words, end) => string.Join(' ', words) + end);

    /// <summary>Copy that a reader of lines could take for something else.</summary>
    static readonly Gen<string> _trap = Gen.OneOf(
        "(END)", "///", "(ATTN: UPDATES para 2)", "By Jane Roe", "jane@harbor.example", "Slug: FERRY", "(KILL)",
        "SAEMARU, Nov. 24 (Yonhap) -- Again.", "A photo. (Yonhap)", "EMBARGOED UNTIL Monday", "Layout: labelled",
        "Paragraph: no", @"back\slash \n", "  indented", "two\nlines", "two\n\nparagraphs", "tab\there",
        "[Picture withheld: territory]",
        "(Reporting by Jane Roe)", "# Notizblock", "&amp; <p>tag</p>", "ends (END)", "* bullet", "\u3000全角",
        "bell\u0007", "FLASH", "US-vote-debate", "bdt0123 3 pl 250 dpa 0123", "___", "end", "(c) 2026 AFP",
        "# dpa-Notizblock", "2026/11/24 15:45 송고", "Nov 20 (Reuters) - Again.", "【東京＝共同】再び。（了）",
        "Content-Disposition: form-data", "--f00d",
        "- Sub-head -", "• item", "> quotation", "| a | b |", "1. One", "2. Two", "Picture-Caption: A ship",
        "Editor-Note: a | b", "Subject-Name: x", "Add 1", "CORRECTED-Again", "Signal: add");

    static readonly Gen<string> _text = Gen.Frequency((8, _line), (2, _trap));

    static readonly Gen<string> _short = Gen.Frequency((5, Gen.Const("")), (3, _line), (1, _trap));

    static readonly Gen<Dateline?> _dateline = Gen.OneOf(
        Gen.Const(() => (Dateline?)null),
        Gen.OneOf(
            "SAEMARU, Nov. 24 (Yonhap) --", "Berlin (dpa) -", "(서울=한빛통신) 김하늘 기자 =", "MIRADA, Nov. 14, 2026 (Xinhua)")
            .Select(text => (Dateline?)DatelineGrammar.Find(text)!.Dateline));

    static readonly Gen<Picture> _picture = Gen.Select(Gen.Int[0, 4], _line, _short, _short, Gen.Int[0, 3])
        .Select((after, caption, credit, terms, kind) => kind == 0
            ? new Picture { After = after }.Withhold(WithholdReason.Territory)
            : new Picture
            {
                After = after,
                Caption = caption,
                Credit = credit,
                UsageTerms = terms.Length > 0 ? new UsageTerms(terms) : null,
            });

    static readonly Gen<Extra> _extra = Gen.Select(
        Gen.OneOf(ExtraNames.SignOff, ExtraNames.Trailer, ExtraNames.Header, "subjects"), _text)
        .Select((name, text) => new Extra(name, text));

    static readonly Gen<Embargo?> _embargo = Gen.OneOf<Embargo?>(
        null, null, new Embargo("EMBARGOED UNTIL Monday", null),
        new Embargo("2026-11-25T06:00:00Z", new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero)),
        new Embargo("six tomorrow", new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero)));

    static readonly Gen<Take> _head = Gen.Select(_short, _short, _short, _dateline, _embargo, Gen.Int[0, 9])
        .Select((headline, advisory, byline, dateline, embargo, urgency) => new Take
        {
            Headline = headline,
            Advisory = advisory.Length > 0 ? new Advisory(advisory) : null,
            Byline = byline,
            Dateline = dateline,
            Embargo = embargo,
            Urgency = urgency is 0 ? null : urgency,
        });

    /// <summary>Takes of every kind that a reader or a desk can make: each has something to file.</summary>
    public static Gen<Take> Any { get; } = Gen.Select(
        _head, _text.Array[0, 6], _picture.Array[0, 3], _extra.Array[0, 3], _short.Array[7], Gen.Enum<TakeStatus>())
        .Select((head, body, pictures, extras, texts, status) => head with
        {
            Body = [.. body.Select(text => new Paragraph(text))],
            Pictures = [.. pictures],
            Extras = [.. extras],
            Slug = texts[0],
            Series = texts[1],
            Contact = texts[2],
            EndMark = texts[3],
            SenderId = texts[4],
            CreditLine = texts[5],
            UsageTerms = texts[6].Length > 0 ? new UsageTerms(texts[6]) : null,
            Status = status,
            Language = "ko",
        })
        .Select(Settled)
        .Where(take => take.Headline.Length > 0 || take.Advisory is not null || take.Pictures.Length > 0
            || take.Body.Any(paragraph => paragraph.Text.Length > 0) || take.Status != TakeStatus.Usable);

    /// <summary>The take as every reader leaves it: what its words stop or bind is stopped and bound.</summary>
    public static Take Settled(Take take) => Settlement.Settle(take, new Findings());
}
