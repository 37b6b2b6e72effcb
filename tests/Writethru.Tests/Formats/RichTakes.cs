using System.Collections.Immutable;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Tests.Formats;

/// <summary>Random takes with every field that copy can carry: markup, tables, lists, subjects, notes, links.</summary>
static class RichTakes
{
    static readonly string[] _words =
    [
        "harbor", "Saemaru", "ferry", "12", "U.S.", "state-run", "a < b & c", "100%", "새마루항", "여객", "港口", "発表", "ميناء",
        "العاصفة", "Größe", "🚢", "👩‍🔬", "e\u0301", "x\u00A0y", "\u200Frtl", "“quote”", "(KIO)",
    ];

    static readonly Gen<string> _word = Gen.Int[0, _words.Length - 1].Select(i => _words[i]);

    static readonly Gen<string> _line = _word.Array[1, 10].Select(words => string.Join(' ', words) + ".");

    static readonly Gen<string> _some = Gen.Frequency((2, Gen.Const("")), (1, _line));

    static readonly Gen<string> _code = Gen.OneOf("01000000", "20000002", "dpatextgenre:5", "i", "N1234");

    static readonly Gen<string> _uri = Gen.OneOf(
        "https://harbor.example/a?b=1&c=2", "urn:kio:20261124:7", "tag:harbor.example,2026:7");

    static readonly Gen<Concept> _concept = Gen.Select(
        Gen.OneOf(Schemes.MediaTopic, Schemes.SubjectCode, "https://harbor.example/scheme/", ""), _code, _word,
        (scheme, code, name) => new Concept(scheme, code, name));

    static readonly Gen<SenderTime?> _time = Gen.OneOf(
        Gen.Const(() => (SenderTime?)null),
        Gen.Long[1_700_000_000, 1_900_000_000].Select(seconds =>
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return (SenderTime?)new SenderTime(Instant.Write(at), at);
        }));

    static readonly Gen<Note> _note = Gen.Select(
        Gen.OneOf(NoteRoles.Notebook, NoteRoles.Correction, NoteRoles.Closing, "kionoterole:desk", ""), _line, Gen.Bool,
        (role, text, isPublic) => new Note(role, text, isPublic));

    static readonly Gen<Link> _link = Gen.Select(
        Gen.OneOf(LinkRels.PreviousVersion, LinkRels.DerivedFrom, LinkRels.Alternate, LinkRels.Related,
            LinkRels.Enclosure), _uri, Gen.OneOf("", "3"), _some,
        (rel, target, version, title) => new Link(rel, target) { Version = version, Title = title });

    static readonly Gen<Table> _table = Gen.OneOf("", "Saemaru", "12", "여객", "a < b")
        .Array[1, 3].Array[1, 3].Select((cells) => new Table(
            [.. cells.Select((row, i) => new TableRow([.. row.Select(text => new TableCell(text, i == 0))]))]))
        .Where(table => !string.IsNullOrWhiteSpace(table.ToText()));

    static readonly Gen<ImmutableArray<Subhead>> _subheads = Gen.Frequency(
        (6, Gen.Const(ImmutableArray<Subhead>.Empty)),
        (1, _line.Select(text => ImmutableArray.Create(new Subhead(2, text)))));

    static readonly Gen<Paragraph> _prose = Gen.Select(_word.Array[1, 10], Gen.Int[0, 12], Gen.Int[1, 4], Gen.Int[0, 9],
        (words, from, count, kind) =>
        {
            var text = string.Join(' ', words) + ".";
            if (from >= words.Length || kind > (int)MarkKind.Subscript)
                return new Paragraph(text);
            var start = words.Take(from).Sum(word => word.Length + 1);
            var length = words.Skip(from).Take(count).Sum(word => word.Length + 1) - 1;
            return new Paragraph(text)
            {
                Marks = [new Mark(new TextSpan(start, length), (MarkKind)kind,
                    kind == (int)MarkKind.Link ? "https://harbor.example/?a=1&b=\"2\"" : "")],
            };
        });

    /// <summary>Paragraphs of every kind.</summary>
    public static Gen<Paragraph> Paragraph { get; } = Gen.Select(
        _prose, Gen.Int[0, 11], _subheads, _table, Gen.Int[1, 2], Gen.Bool,
        (prose, kind, subheads, table, level, isOrdered) => kind switch
        {
            0 => Writethru.Copy.Paragraph.Of(table) with { Subheads = subheads },
            1 => prose with { Kind = ParagraphKind.Quote, Subheads = subheads },
            2 => new Paragraph("a  b\n  c") { Kind = ParagraphKind.Preformatted, Subheads = subheads },
            3 or 4 => prose with { Kind = ParagraphKind.Item, Level = level, IsOrdered = isOrdered },
            5 => new Paragraph("first line\nsecond line"),
            _ => prose with { Subheads = subheads },
        });

    static readonly Gen<Rendition> _rendition = Gen.Select(
        Gen.OneOf("rnd:highRes", "thumbnail", "original"), Gen.OneOf("https://harbor.example/p.jpg", "p1.jpg"),
        Gen.Int[0, 4000], (name, href, width) => new Rendition(name, href)
        {
            MediaType = "image/jpeg",
            Width = width == 0 ? null : width,
            Height = width == 0 ? null : 100,
            Bytes = width == 0 ? null : 123_456L,
            Sha256 = width % 2 == 0 ? "" : new string('a', 60) + "0123",
        });

    static readonly Gen<Picture> _picture = Gen.Select(
        Gen.Int[0, 3], _line, _some, _some, _some, _rendition.Array[0, 2], Gen.Int[0, 5],
        (after, caption, credit, terms, headline, renditions, kind) => kind == 0
            ? new Picture { After = after }.Withhold(WithholdReason.Territory)
            : new Picture
            {
                After = after,
                Caption = caption,
                Credit = credit,
                UsageTerms = terms.Length > 0 ? new UsageTerms(terms) : null,
                Headline = headline,
                Renditions = [.. renditions.DistinctBy(rendition => rendition.Name)],
                SenderId = kind == 1 ? "urn:kio:photo:1" : "",
                CopyrightNotice = kind == 2 ? "© 2026 KIO" : "",
            });

    /// <summary>What a file says of itself beside what is printed.</summary>
    static readonly Gen<Picture> _metadata = Gen.Select(_some.Array[8], _word.Array[0, 3], _time,
        (texts, words, taken) => new Picture
    {
        Id = texts[0].Length > 0 ? "picture-7" : "",
        Creator = texts[1],
        Instructions = texts[2],
        City = texts[3],
        Country = texts[3].Length > 0 ? "Norland" : "",
        CountryCode = texts[4].Length > 0 ? "NOR" : "",
        Taken = taken,
        Keywords = [.. words],
        SubjectCodes = texts[5].Length > 0 ? ["01000000", "20000002"] : [],
        Licensor = texts[6],
        DataMining = texts[7],
        DigitalSourceType = texts[0].Length > 0 ? "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture" : "",
    });

    static Picture With(Picture picture, Picture metadata) => picture.Withheld is not null ? picture : picture with
    {
        Id = metadata.Id,
        Creator = metadata.Creator,
        Instructions = metadata.Instructions,
        City = metadata.City,
        Country = metadata.Country,
        CountryCode = metadata.CountryCode,
        Taken = metadata.Taken,
        Keywords = metadata.Keywords,
        SubjectCodes = metadata.SubjectCodes,
        Licensor = metadata.Licensor,
        DataMining = metadata.DataMining,
        DigitalSourceType = metadata.DigitalSourceType,
    };

    /// <summary>Items that are a picture: no body, and one picture.</summary>
    public static Gen<Take> Pictures { get; } = Gen.Select(_line, _line, _some, _some,
        _rendition.Array[1, 2], _metadata, _some,
        (headline, caption, credit, terms, files, metadata, credits) => Takes.Settled(new Take
        {
            Kind = TakeKind.Picture,
            Headline = headline,
            Slug = "HARBOR-FERRY",
            Language = "ko",
            CreditLine = credits,
            Pictures =
            [
                With(new Picture
                {
                    Caption = caption,
                    Credit = credit,
                    UsageTerms = terms.Length > 0 ? new UsageTerms(terms) : null,
                    Renditions = [.. files.DistinctBy(rendition => rendition.Name)],
                }, metadata),
            ],
        }));

    static readonly Gen<Dateline?> _dateline = Gen.OneOf(
        Gen.Const(() => (Dateline?)null),
        Gen.OneOf("SAEMARU, Nov. 24 (Yonhap) --", "Berlin (dpa) -", "MIRADA, Nov. 14, 2026 (Xinhua)")
            .Select(text => (Dateline?)DatelineGrammar.Find(text)!.Dateline));

    static readonly Gen<Take> _copy = Gen.Select(
        _line, _some, _dateline, Paragraph.Array[1, 8],
        Gen.Select(_picture, _metadata, With).Array[0, 3], _some, Gen.Int[0, 9],
        (headline, advisory, dateline, body, pictures, byline, urgency) => new Take
        {
            Headline = headline,
            Slug = "HARBOR-FERRY",
            Advisory = advisory.Length > 0 ? new Advisory(advisory) : null,
            Dateline = dateline is not null && body[0].Kind == ParagraphKind.Prose && body[0].Subheads.IsEmpty
                ? dateline : null,
            Byline = byline,
            Body = [.. body],
            Pictures = [.. pictures.OrderBy(picture => picture.After)
                .Select(picture => picture with { After = Math.Min(picture.After, body.Length) })],
            Urgency = urgency == 0 ? null : urgency,
            Language = "ko",
        });

    static readonly Gen<Take> _about = Gen.Select(
        _concept.Array[0, 3], _concept.Array[0, 2], _concept.Array[0, 2], _word.Array[0, 3], _note.Array[0, 2],
        _link.Array[0, 2], _time, _time,
        (subjects, people, places, keywords, notes, links, first, expiry) => new Take
        {
            Subjects = [.. subjects],
            People = [.. people],
            Places = [.. places],
            Organisations = [.. people.Take(1)],
            Genres = [.. subjects.Take(1)],
            Keywords = [.. keywords],
            Notes = [.. notes],
            Links = [.. links],
            FirstCreated = first,
            VersionCreated = first,
            Expiry = expiry,
        });

    /// <summary>Takes with much in them; text is clean, as markup can carry it.</summary>
    public static Gen<Take> Any { get; } = Gen.Select(
        _copy, _about, _some.Array[8], Gen.Enum<TakeStatus>(), Gen.Int[0, 900], Gen.Enum<Signal>(),
        (take, about, texts, status, words, signal) => take with
        {
            Subjects = about.Subjects,
            People = about.People,
            Places = about.Places,
            Organisations = about.Organisations,
            Genres = about.Genres,
            Keywords = about.Keywords,
            Notes = about.Notes,
            Links = about.Links,
            FirstCreated = about.FirstCreated,
            VersionCreated = about.VersionCreated,
            Expiry = about.Expiry,
            CreditLine = texts[0],
            Source = texts[1],
            CopyrightNotice = texts[2],
            CopyrightHolder = texts[3],
            Provider = texts[4],
            UsageTerms = texts[5].Length > 0 ? new UsageTerms(texts[5]) : null,
            Contact = texts[6].Length > 0 ? "desk@harbor.example" : "",
            EndMark = texts[7].Length > 0 ? "(END)" : "",
            Headlines = texts[0].Length > 0 ? [new Labelled("short", texts[0])] : [],
            Descriptions = texts[1].Length > 0 ? [new Labelled("abstract", texts[1])] : [],
            Series = texts[2].Length > 0 ? "2nd LD" : "",
            Status = status,
            WordCount = words == 0 ? null : words,
            Priority = words % 10 == 0 ? null : words % 10,
            Signal = signal,
            SenderId = words > 500 ? "urn:kio:20261124:7" : "",
            SenderVersion = words > 500 ? "3" : "",
            Embargo = words > 800
                ? new Embargo("2026-11-25T06:00:00Z", new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero))
                : null,
        })
        .Select(Takes.Settled);
}
