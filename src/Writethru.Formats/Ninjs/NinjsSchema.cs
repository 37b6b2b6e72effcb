using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// IPTC's schemas of 2.0 to 3.1 as shapes. 3.0 gave names their upper case, so that one table holds both; the schemas of
/// 1.x are in <see cref="NinjsSchema1"/>.
/// </summary>
sealed class NinjsSchema(NinjsVersion version)
{
    static readonly NinjsShape _text = new NinjsShape.Text();
    static readonly NinjsShape _whole = new NinjsShape.Number(IsWhole: true);
    static readonly NinjsShape _number = new NinjsShape.Number();
    static readonly NinjsShape _percent = new NinjsShape.Number(IsWhole: true, 0, 100);

    /// <summary>From 2.1 on the schemas' formats count.</summary>
    NinjsShape Uri => version is { Major: 2, Minor: 0 } ? _text : new NinjsShape.Address();

    NinjsShape Time => version is { Major: 2, Minor: 0 } ? _text : new NinjsShape.Time();

    NinjsShape Count => version.Major == 2 ? _number : _whole;

    NinjsShape Type => version.Major == 2
        ? new NinjsShape.Choice("text", "audio", "video", "picture", "graphic", "composite", "component")
        : new NinjsShape.Choice(
            "text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning");

    /// <summary>The shape of an item of a version.</summary>
    public static NinjsShape.Keys Of(NinjsVersion version) =>
        version.Major == 1 ? NinjsSchema1.Of(version.Minor) : new NinjsSchema(version).Item();

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
        if (version is { Major: 2, Minor: 2 } or { Major: 3, Minor: >= 1 })
            keys.Add(("digitalSourceType", Keys(("name", _text), ("uri", Uri), ("literal", _text))));
        if (version.Major == 3)
            keys.AddRange([("eventDetails", EventDetails()), ("plannedCoverage", PlannedCoverage())]);
        return Keys([.. keys]) with { Required = ["uri"] };
    }

    NinjsShape Associations() => new NinjsShape.List(version switch
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
    ]) with { Required = ["name"] };

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

/// <summary>Strict reading: what IPTC's schema of the item's version forbids is an error.</summary>
static class NinjsStrict
{
    static readonly FrozenDictionary<NinjsVersion, NinjsShape.Keys> _items = new[]
    {
        (1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1),
    }.Select(pair => new NinjsVersion(pair.Item1, pair.Item2)).ToFrozenDictionary(version => version, NinjsSchema.Of);

    public static void Check(System.Text.Json.JsonElement root, RemarkBook remarks)
    {
        var version = NinjsVersion.Of(root);
        var item = _items[version];
        new NinjsShapeCheck(item, (path, expected) => remarks.Add(NinjsRemarks.Forbidden, Severity.Error, -1,
            $"'{path[..Math.Min(120, path.Length)]}': ninjs {version.Major}.{version.Minor} expects {expected}."))
            .Check(root, item, "");
    }
}
