using System.Collections.Frozen;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// IPTC's schemas of 1.0 to 1.6 as shapes: one table, in which properties say since which minor version they are.
/// </summary>
static class NinjsSchema1
{
    /// <summary>The newest minor version whose schema the table was made from.</summary>
    public const int Proved = 6;

    static readonly NinjsShape _text = new NinjsShape.Text();
    static readonly NinjsShape _number = new NinjsShape.Number();
    static readonly NinjsShape _contacts = new NinjsShape.List(new NinjsShape.AnyObject());

    /// <summary>The shape of an item of 1.<paramref name="minor"/>.</summary>
    public static NinjsShape.Keys Of(int minor)
    {
        (string Name, int Since, NinjsShape Shape)[] keys =
        [
            ("uri", 0, _text), ("type", 0, Type(minor)), ("mimetype", 0, _text),
            ("representationtype", 0, new NinjsShape.Choice("complete", "incomplete")), ("profile", 0, _text),
            ("version", 0, _text), ("versioncreated", 0, _text), ("embargoed", 0, _text),
            ("pubstatus", 0, new NinjsShape.Choice("usable", "withheld", "canceled")), ("copyrightholder", 0, _text),
            ("copyrightnotice", 0, _text), ("language", 0, _text), ("person", 0, Named(("contactinfo", _contacts))),
            ("organisation", 0, Named(("contactinfo", _contacts), ("symbols", new NinjsShape.List(Keys(
                ("ticker", _text), ("exchange", _text), ("symboltype", _text), ("symbol", _text)))))),
            ("place", 0, new NinjsShape.List(Concept(("contactinfo", _contacts)) with
            {
                Others = new NinjsShape.AnyObject(),
            })),
            ("subject", 0, Named(("creator", _text), ("relevance", _number), ("confidence", _number))),
            ("event", 0, Named()), ("object", 0, Named()), ("byline", 0, _text), ("headline", 0, _text),
            ("located", 0, _text), ("renditions", 0, Map(Rendition() with { Others = Unproved(minor) })),
            ("associations", 0, Map(new NinjsShape.Item([], ["uri"]))),
            ("urgency", 1, _number), ("usageterms", 1, _text),
            ("charcount", 2, _number), ("wordcount", 2, _number), ("ednote", 2, _text), ("firstcreated", 2, _text),
            ("infosource", 2, Named(("contactinfo", _contacts))), ("slugline", 2, _text), ("title", 2, _text),
            ("$standard", 3, Keys(("name", _text), ("version", _text), ("schema", _text))),
            ("altids", 3, new NinjsShape.AnyObject()),
            ("genre", 3, new NinjsShape.List(Keys(("name", _text), ("scheme", _text), ("code", _text)))),
            ("trustindicator", 3, new NinjsShape.List(Keys(
                ("scheme", _text), ("code", _text), ("title", _text), ("href", _text)))),
            ("contentcreated", 4, _text), ("expires", 4, _text),
            ("rightsinfo", 4, Keys(("langid", _text), ("linkedrights", _text), ("encodedrights", _text)) with
            {
                ExactlyOne = ["linkedrights", "encodedrights"],
                Others = new NinjsShape.Anything(),
            }),
            ("digitalsourcetype", 6, Keys(("name", _text), ("uri", _text), ("literal", _text))),
        ];
        return Keys([.. keys.Where(key => key.Since <= minor).Select(key => (key.Name, key.Shape))]) with
        {
            Required = ["uri"],
            Others = Unproved(minor),
            Starts = minor >= 3 ? ["body_", "description_", "headline_"] : ["body_", "description_"],
        };
    }

    /// <summary>What stands beside the table: nothing, or of a version whose schema we have not, anything.</summary>
    static NinjsShape.Anything? Unproved(int minor) => minor > Proved ? new NinjsShape.Anything() : null;

    static NinjsShape.Choice Type(int minor) => minor < 2
        ? new NinjsShape.Choice("text", "audio", "video", "picture", "graphic", "composite")
        : new NinjsShape.Choice("text", "audio", "video", "picture", "graphic", "composite", "component");

    static NinjsShape.Keys Rendition() => Keys(
        ("href", _text), ("mimetype", _text), ("title", _text), ("height", _number), ("width", _number),
        ("sizeinbytes", _number), ("duration", _number), ("format", _text));

    static NinjsShape.Keys Concept(params ReadOnlySpan<(string, NinjsShape)> more) =>
        Keys([("name", _text), ("rel", _text), ("scheme", _text), ("code", _text), .. more]);

    static NinjsShape.List Named(params ReadOnlySpan<(string, NinjsShape)> more) => new(Concept(more));

    static NinjsShape.Keys Map(NinjsShape shape) => Keys() with { Others = shape };

    static NinjsShape.Keys Keys(params ReadOnlySpan<(string Name, NinjsShape Shape)> keys)
    {
        var known = new Dictionary<string, NinjsShape>();
        foreach (var (name, shape) in keys)
            known.Add(name, shape);
        return new NinjsShape.Keys(known.ToFrozenDictionary());
    }
}
