using System.Collections.Frozen;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// IPTC's schemas of 2.0 to 3.1 as shapes. 3.0 gave names their upper case, so that one table holds both; the schemas
/// of 1.x are in <see cref="NinjsSchema1"/>.
/// </summary>
sealed class NinjsSchema(NinjsVersion version, bool hasFormats)
{
    static readonly NinjsShape _text = new NinjsShape.Text();
    static readonly NinjsShape _whole = new NinjsShape.Number(IsWhole: true);
    static readonly NinjsShape _number = new NinjsShape.Number();
    static readonly NinjsShape _percent = new NinjsShape.Number(IsWhole: true, 0, 100);

    NinjsShape Uri => hasFormats ? new NinjsShape.Address() : _text;

    NinjsShape Time => hasFormats ? new NinjsShape.Time() : _text;

    NinjsShape Count => version.Major == 2 ? _number : _whole;

    NinjsShape Type => version.Major == 2
        ? new NinjsShape.Choice("text", "audio", "video", "picture", "graphic", "composite", "component")
        : new NinjsShape.Choice(
            "text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning");

    /// <summary>The shape of an item of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="hasFormats">
    /// Whether URIs and times must be such: from 2.1 on. IPTC's own examples of earlier versions have others.
    /// </param>
    public static NinjsShape.Keys Of(NinjsVersion version, bool hasFormats) => version.Major == 1
        ? NinjsSchema1.Of(version.Minor)
        : new NinjsSchema(version, hasFormats && version is not { Major: 2, Minor: 0 }).Item();

    NinjsShape.Keys Item()
    {
        List<(string, NinjsShape)> keys =
        [
            ("uri", Uri), ("type", Type), ("representationType", new NinjsShape.Choice("full", "partial")),
            ("profile", _text), ("version", _text), ("firstCreated", Time), ("versionCreated", Time),
            ("contentCreated", Time), (version.Major == 2 ? "embargoed" : "embargoedUntil", Time),
            ("pubStatus", new NinjsShape.Choice("usable", "withheld", "canceled")),
            ("urgency", version.Major == 2 ? _number : new NinjsShape.Number(IsWhole: true, 1, 9)),
            ("copyrightHolder", _text), ("copyrightNotice", _text), ("usageTerms", _text), ("edNote", _text),
            ("language", _text), ("descriptions", Labelled()), ("headlines", Labelled()),
            ("bodies", Labelled(("charCount", Count), ("wordCount", Count))),
            ("people", Named(Contacts())), ("organisations", new NinjsShape.List(Organisation())),
            ("places", Named(Contacts(), ("geoJSON", new NinjsShape.AnyObject()))),
            ("subjects", Named(("creator", _text), ("relevance", _percent), ("confidence", _percent))),
            ("events", Named(("id", _text))), ("objects", Named()),
            ("infoSources", new NinjsShape.List(Keys(
                ("name", _text), ("role", _text), ("uri", Uri), ("literal", _text), Contacts()))),
            ("title", _text), ("by", _text), ("slugline", _text), ("located", _text),
            ("renditions", new NinjsShape.List(Rendition())), ("associations", Associations()),
            ("altIds", new NinjsShape.List(Keys(("role", _text), ("value", _text)))),
            ("trustIndicators", new NinjsShape.List(Keys(("role", Uri), ("title", _text), ("href", Uri)))),
            ("standard", Keys(("name", _text), ("version", _text), ("schema", Uri))),
            ("genres", new NinjsShape.List(Keys(("name", _text), ("uri", _text), ("literal", _text)))),
            ("rightsInfo", Keys(("langId", Uri), ("linkedRights", Uri), ("encodedRights", _text)) with
            {
                ExactlyOne = [Key("linkedRights"), Key("encodedRights")],
                Others = version.Major == 2 ? new NinjsShape.Anything() : null,
            }),
        ];
        if (version is not { Major: 2, Minor: 0 })
            keys.Add(("expires", Time));
        if (version is { Major: 2, Minor: >= 2 } or { Major: 3, Minor: >= 1 })
            keys.Add(("digitalSourceType", Keys(("name", _text), ("uri", Uri), ("literal", _text))));
        if (version.Major == 3)
            keys.AddRange([("eventDetails", EventDetails()), ("plannedCoverage", PlannedCoverage())]);
        return Keys([.. keys]) with
        {
            Required = ["uri"],
            Others = version.IsProved ? null : new NinjsShape.Anything(),
        };
    }

    NinjsShape.List Associations() => new(version switch
    {
        { Major: 2, Minor: 0 } => new NinjsShape.AnyObject(),
        { Major: 2 } => new NinjsShape.Item(["name"], ["name", "uri"]),
        _ => new NinjsShape.Item(["name", "rel"], ["name", "uri"]),
    });

    NinjsShape.List Labelled(params ReadOnlySpan<(string, NinjsShape)> more) => new(
        Keys([("role", _text), ("contentType", _text), ("value", _text), .. more]) with { Required = ["value"] });

    NinjsShape.List Named(params ReadOnlySpan<(string, NinjsShape)> more) => new(
        Keys([("name", _text), ("rel", _text), ("uri", Uri), ("literal", _text), .. more]));

    NinjsShape.Keys Organisation() => Keys(
        ("name", _text), ("rel", _text), ("uri", Uri), ("literal", _text), Contacts(),
        ("symbols", new NinjsShape.List(version.Major == 2
            ? Keys(("ticker", _text), ("exchange", _text), ("symbolType", Uri), ("symbol", _text))
            : Keys(("exchange", _text), ("symbolType", Uri), ("symbol", _text)))));

    (string, NinjsShape) Contacts() => ("contactInfo", new NinjsShape.List(Keys(
        ("type", _text), ("role", _text), ("lang", _text), ("name", _text), ("value", _text),
        ("address", Keys(("lines", new NinjsShape.List(_text)), ("locality", _text), ("area", _text),
            ("postalCode", _text), ("country", _text)))) with
    { ExactlyOne = ["value", "address"] }));

    NinjsShape.Keys Rendition() => Keys([
        ("name", _text), ("href", Uri), ("contentType", _text), ("title", _text), ("width", Count), ("height", Count),
        ("sizeInBytes", Count), ("duration", _number), ("format", _text),
        .. version.Major == 2 ? [] : ((string, NinjsShape)[])[
            ("aspectRatio", _text), ("videoCodec", _text), ("frameRate", _number), ("transportProtocol", _text),
            ("scanType", new NinjsShape.Choice("progressive", "interlaced")), ("bitrate", _text),
            ("poi", Keys(("x", _whole), ("y", _whole)))],
    ]) with
    {
        Required = ["name"],
        Others = version.IsProved ? null : new NinjsShape.Anything(),
    };

    NinjsShape.Keys EventDetails() => Keys(
        ("eventStatus", Uri), ("plannedCoverageStatus", Uri), ("dates", Dates()), ("organiser", Organisation()));

    NinjsShape.Keys Dates() => Keys(
        ("startDate", Time), ("endDate", Time), ("expectedStartDate", _text), ("expectedEndDate", _text),
        ("expectedDuration", _text), ("recurrence", new NinjsShape.AnyObject()));

    NinjsShape.List PlannedCoverage() => new(Keys(
        ("uri", Uri), ("title", _text), ("pubStatus", new NinjsShape.Choice("usable", "withheld", "canceled")),
        ("type", Type), ("commissioned", Keys(("by", _text), ("on", Time),
            ("references", new NinjsShape.List(Keys(("name", _text), ("value", _text)))))),
        ("dates", Dates()),
        ("audiences", new NinjsShape.List(Keys(("audience", _text), ("significance", _whole)))),
        ("exclAudience", new NinjsShape.List(_text)), ("edNote", _text),
        ("urgency", new NinjsShape.Number(IsWhole: true, 1, 9)), ("language", _text),
        ("itemCount", Keys(("rangeFrom", _whole), ("rangeTo", _whole))), ("wordCount", _whole),
        ("renditions", new NinjsShape.List(Rendition()))));

    NinjsShape.Keys Keys(params ReadOnlySpan<(string Name, NinjsShape Shape)> keys)
    {
        var known = new Dictionary<string, NinjsShape>();
        foreach (var (name, shape) in keys)
            known.Add(Key(name), shape);
        return new NinjsShape.Keys(known.ToFrozenDictionary());
    }

    string Key(string name) => version.Major == 2 ? name.ToLowerInvariant() : name;
}
