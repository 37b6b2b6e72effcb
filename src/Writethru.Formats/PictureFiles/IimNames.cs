using System.Collections.Frozen;

namespace Writethru.Formats.PictureFiles;

/// <summary>Names of datasets (IIM, chapters 5 and 6).</summary>
static class IimNames
{
    static readonly FrozenDictionary<(int Record, int Number), string> _names = new Dictionary<(int, int), string>
    {
        [(1, 0)] = "envelope version", [(1, 5)] = "destination", [(1, 20)] = "file format",
        [(1, 22)] = "file format version", [(1, 30)] = "service", [(1, 40)] = "envelope number",
        [(1, 50)] = "product", [(1, 60)] = "envelope priority", [(1, 70)] = "date sent", [(1, 80)] = "time sent",
        [(1, 90)] = "charset", [(1, 100)] = "unique name", [(2, 0)] = "version", [(2, 3)] = "object type",
        [(2, 4)] = "genre", [(2, 5)] = "title", [(2, 7)] = "edit status", [(2, 8)] = "editorial update",
        [(2, 10)] = "urgency", [(2, 12)] = "subject", [(2, 15)] = "category", [(2, 20)] = "further category",
        [(2, 22)] = "fixture", [(2, 25)] = "keyword", [(2, 26)] = "location code", [(2, 27)] = "location name",
        [(2, 30)] = "release date", [(2, 35)] = "release time", [(2, 37)] = "expiry date", [(2, 38)] = "expiry time",
        [(2, 40)] = "instructions", [(2, 42)] = "action advised", [(2, 55)] = "date taken", [(2, 60)] = "time taken",
        [(2, 62)] = "date digitised", [(2, 63)] = "time digitised", [(2, 65)] = "program",
        [(2, 70)] = "program version", [(2, 75)] = "object cycle", [(2, 80)] = "creator", [(2, 85)] = "creator's title",
        [(2, 90)] = "city", [(2, 92)] = "location", [(2, 95)] = "state", [(2, 100)] = "country code",
        [(2, 101)] = "country", [(2, 103)] = "transmission reference", [(2, 105)] = "headline", [(2, 110)] = "credit",
        [(2, 115)] = "source", [(2, 116)] = "copyright", [(2, 118)] = "contact", [(2, 120)] = "caption",
        [(2, 122)] = "caption writer", [(2, 130)] = "image type", [(2, 131)] = "orientation",
        [(2, 135)] = "language",
    }.ToFrozenDictionary();

    /// <summary>The name; empty when it has none here.</summary>
    public static string Of(IimDataset dataset) => _names.GetValueOrDefault((dataset.Record, dataset.Number), "");
}
