using System.Collections.Frozen;

namespace Writethru.Formats.Nitf;

/// <summary>Which elements NITF 3.6 allows where, in which order, and which attributes must or may say what.</summary>
/// <remarks>
/// Written from the published schema, smaller than it: attributes that may hold any text are not in it. <c>#</c> allows
/// text; <c>?</c>, <c>*</c> and <c>+</c> as in a DTD; <c>(a|b)</c> is a choice.
/// </remarks>
static class NitfModel
{
    const string Enriched =
        "(chron|classifier|copyrite|event|function|location|money|num|object.title|org|person|postaddr"
        + "|virtloc|a|br|em|lang|pronounce|q)";

    const string Blocks = "p|hl2|table|nitf-table|media|ol|ul|dl|bq|fn|note|pre|hr";

    const string Flow = "(chron|classifier|copyrite|event|function|location|money|num|object.title|org|person|postaddr"
        + "|virtloc|a|br|em|lang|pronounce|q|" + Blocks + ")";

    const string Docdata = "correction|evloc|doc-id|del-list|urgency|fixture|date.issue|date.release|date.expire"
        + "|doc-scope|series|ed-msg|du-key|doc.copyright|doc.rights|key-list|identified-content";

    const string Definition = "chron|classifier|copyrite|event|function|location|money|num|object.title|org|person"
        + "|postaddr|virtloc|a|br|em|lang|pronounce|q";

    const string Rights = "rights.owner|rights.startdate|rights.enddate|rights.agent|rights.geography|rights.type"
        + "|rights.limitations";

    const string Functions = "writer-author|editor|producer|archivist|videographer|graphic-artist|photographer"
        + "|statistician|other";

    const string Elements = $"""
        nitf: head? body
        head: title? meta* tobject? iim? docdata? pubdata* revision-history*
        tobject: tobject.property* tobject.subject*
        iim: ds*
        docdata: ({Docdata})*
        del-list: from-src*
        key-list: keyword*
        identified-content: (person|org|location|event|function|object.title|virtloc|classifier)*
        meta tobject.property tobject.subject ds correction evloc doc-id from-src urgency fixture date.issue: -
        date.release date.expire doc-scope series ed-msg du-key doc.copyright doc.rights keyword pubdata: -
        revision-history media-metadata hr col alt-code br table-reference nitf-col: -
        body: body.head? body.content* body.end?
        body.head: hedline* note* rights? byline* distributor? dateline* abstract* series?
        hedline: hl1 hl2*
        hl1 hl2 p em lang pronounce q a tagline credit media-producer dt: # {Enriched}*
        li caption td th media-caption: # {Flow}*
        dd: ({Blocks}|block|{Definition})*
        note fn: body.content+
        rights: # ({Rights})*
        title: #
        rights.owner rights.startdate rights.enddate rights.agent rights.geography rights.type rights.limitations: #
        story.date copyrite.year copyrite.holder media-reference media-object pre datasource chron money: #
        numer frac-sep denom sub sup name.given name.family care.of postcode bibliography custom-table rb rt rp: #
        byline: # (person|byttl|location|virtloc)*
        byttl distributor: # org*
        dateline: # (location|story.date)*
        abstract: ({Blocks})+
        copyrite: # (copyrite.year|copyrite.holder)*
        body.content: ({Blocks}|block)*
        block: tobject? key-list? classifier* byline? dateline? copyrite? abstract* ({Blocks})* datasource?
        table: caption? (col|colgroup)? thead? tfoot? (tbody|tr)*
        colgroup: col+
        thead tbody tfoot: tr+
        tr: (th|td)+
        media: media-metadata* media-reference (media-reference|media-object)* media-caption* media-producer*
        ol ul: li+
        dl: (dt|dd)+
        bq: (block|credit)*
        event function sublocation city state region country object.title org virtloc classifier: # alt-code*
        location: # (sublocation|city|state|region|country|alt-code)*
        num: # (frac|sub|sup)*
        frac: numer frac-sep? denom
        person: # (name.given|name.family|function|alt-code)*
        postaddr: addressee delivery.point? (postcode|delivery.office|region|country)*
        addressee: person function? care.of?
        delivery.point delivery.office: # br*
        body.end: tagline? bibliography?
        nitf-table: nitf-table-metadata (table|custom-table|table-reference)
        nitf-table-metadata: nitf-table-summary? (nitf-colgroup|nitf-col)+
        nitf-table-summary: p*
        nitf-colgroup: nitf-col+
        ruby: (rb|rt|rp|rbc|rtc)+
        rbc: rb+
        rtc: rt+
        """;

    /// <summary>
    /// Values: <c>!</c> the attribute must be there, <c>token</c> a name token, <c>date</c> as ISO 8601 has it.
    /// </summary>
    const string Attributes = $"""
        title type main|subtitle|parttitle|alternate|abbrev|other
        meta content !
        meta name token
        tobject.subject tobject.subject.refnum !
        tobject.subject tobject.subject.refnum token
        ds num !
        docdata management-status usable|embargoed|withheld|canceled
        urgency ed-urg 1|2|3|4|5|6|7|8
        du-key version token
        du-key generation token
        du-key part token
        doc.copyright year token
        date.issue norm date
        date.release norm date
        date.expire norm date
        story.date norm date
        revision-history norm date
        pubdata date.publication date
        pubdata type print|audio|video|web|appliance|other
        revision-history function {Functions}
        note noteclass cpyrt|end|hd|editorsnote|trademk|undef
        note type std|pa|npa
        tagline type std|pa|npa
        media media-type !
        media-metadata name !
        media-object encoding !
        media-reference height token
        media-reference width token
        media-reference units pixels
        alt-code idsrc !
        alt-code value !
        table-reference idref !
        table align left|center|right
        caption align top|bottom|left|right
        td align left|center|right|justify|char
        th align left|center|right|justify|char
        td valign top|middle|bottom|baseline
        th valign top|middle|bottom|baseline
        td colspan token
        td rowspan token
        th colspan token
        th rowspan token
        person gender male|female
        nitf-table-metadata status pre|snap-shot|interim|final|official
        nitf-col data-type text|number|graphic|other
        """;

    /// <summary>What may stand in each element.</summary>
    public static FrozenDictionary<string, NitfElementModel> ByElement { get; } = Lines(Elements)
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[0].Split(' ').Select(name => (Name: name, Model: NitfElementModel.Parse(parts[1]))))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Model);

    /// <summary>What the attributes of each element must say: name and rule.</summary>
    public static FrozenDictionary<string, (string Name, string Rule)[]> AttributesOf { get; } = Lines(Attributes)
        .Select(line => line.Split(' '))
        .GroupBy(parts => parts[0])
        .ToFrozenDictionary(group => group.Key, group => group.Select(parts => (parts[1], parts[2])).ToArray());

    static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What may stand in an element.</summary>
/// <param name="HasText">Whether text may.</param>
/// <param name="Particles">The elements, in order.</param>
sealed record NitfElementModel(bool HasText, NitfParticle[] Particles)
{
    public static NitfElementModel Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new NitfElementModel(parts is ["#", ..],
            [.. parts.Where(part => part is not ("#" or "-")).Select(Particle)]);
    }

    static NitfParticle Particle(string text)
    {
        var sign = text[^1] is '?' or '*' or '+' ? text[^1] : ' ';
        var names = text.TrimEnd('?', '*', '+').Trim('(', ')').Split('|').ToFrozenSet();
        return new NitfParticle(names, sign is ' ' or '+', sign is '*' or '+');
    }
}

/// <summary>One place in the order of elements.</summary>
/// <param name="Names">Which may stand there.</param>
/// <param name="IsNeeded">Whether one must.</param>
/// <param name="IsRepeated">Whether several may.</param>
sealed record NitfParticle(FrozenSet<string> Names, bool IsNeeded, bool IsRepeated);
