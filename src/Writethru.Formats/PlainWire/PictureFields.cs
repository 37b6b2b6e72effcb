using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>The fields of a picture that stand in labelled lines, in both layouts.</summary>
static class PictureFields
{
    public const string Caption = "Picture-Caption";
    public const string Terms = "Picture-Terms";
    const string Prefix = "Picture-";
    const string File = "Picture-File";
    const int MostFiles = 100;

    /// <summary>Fields of text, in the order of writing: what a caption line can say, then what it cannot.</summary>
    static readonly (string Label, bool IsInCaption, Func<Picture, string> Get, Func<Picture, string, Picture> Set)[]
        _texts =
        [
            (Caption, true, p => p.Caption, (p, v) => p with { Caption = v }),
            ("Picture-Credit", true, p => p.Credit, (p, v) => p with { Credit = v }),
            ("Picture-Source", true, p => p.Source, (p, v) => p with { Source = v }),
            (Terms, true, p => p.UsageTerms?.Text ?? "", (p, v) => p with { UsageTerms = new UsageTerms(v) }),
            ("Picture-Headline", false, p => p.Headline, (p, v) => p with { Headline = v }),
            ("Picture-Copyright", false, p => p.CopyrightNotice, (p, v) => p with { CopyrightNotice = v }),
            ("Picture-Id", false, p => p.SenderId, (p, v) => p with { SenderId = v }),
            ("Picture-Creator", false, p => p.Creator, (p, v) => p with { Creator = v }),
            ("Picture-Instructions", false, p => p.Instructions, (p, v) => p with { Instructions = v }),
            ("Picture-City", false, p => p.City, (p, v) => p with { City = v }),
            ("Picture-Country", false, p => p.Country, (p, v) => p with { Country = v }),
            ("Picture-Country-Code", false, p => p.CountryCode, (p, v) => p with { CountryCode = v }),
            ("Picture-Taken", false, p => p.Taken is { } at ? TakeField.WriteTime(at) : "",
                (p, v) => TakeField.ReadTime(v) is { } at ? p with { Taken = at } : p),
            ("Picture-Keywords", false, p => WriteList(p.Keywords), (p, v) => p with { Keywords = ReadList(v) }),
            ("Picture-Subject-Codes", false, p => WriteList(p.SubjectCodes),
                (p, v) => p with { SubjectCodes = ReadList(v) }),
            ("Picture-Licensor", false, p => p.Licensor, (p, v) => p with { Licensor = v }),
            ("Picture-Data-Mining", false, p => p.DataMining, (p, v) => p with { DataMining = v }),
            ("Picture-Source-Type", false, p => p.DigitalSourceType, (p, v) => p with { DigitalSourceType = v }),
        ];

    /// <summary>Parts a line at its colon when a label of a picture stands before it.</summary>
    public static bool TryPart(string text, out string label, out string value)
    {
        (label, value) = ("", "");
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var colon = text.IndexOf(':');
        if (colon < 0 || text[..colon] is var name && name != File && !_texts.Any(field => field.Label == name))
            return false;
        (label, value) = (text[..colon], text[(colon + 1)..].Trim(' '));
        return value.Length > 0 || label == Caption;
    }

    /// <summary>The labelled lines of a picture.</summary>
    /// <param name="picture">The picture; never a withheld one.</param>
    /// <param name="hasCaption">Whether a caption line says what one can.</param>
    public static IEnumerable<(string Label, string Value)> LinesOf(Picture picture, bool hasCaption)
    {
        foreach (var (label, isInCaption, get, _) in _texts)
        {
            if (!(isInCaption && hasCaption) && (get(picture).Length > 0 || label == Caption))
                yield return (label, get(picture));
        }
        foreach (var rendition in picture.Renditions)
        {
            yield return (File, LabelParts.Join(rendition.Href, rendition.Name, rendition.MediaType,
                Number(rendition.Width), Number(rendition.Height), Number(rendition.Bytes), rendition.Sha256));
        }
    }

    /// <summary>The picture with one more field; null when label or value is none of a picture.</summary>
    public static Picture? Read(Picture picture, string label, string value)
    {
        if (picture.Withheld is not null)
            return null;
        if (label == File && picture.Renditions.Length < MostFiles)
            return picture with { Renditions = picture.Renditions.Add(ReadFile(value)) };
        foreach (var (name, _, _, set) in _texts)
        {
            if (name == label)
                return set(picture, value);
        }
        return null;
    }

    static Rendition ReadFile(string value)
    {
        var parts = LabelParts.Split(value, least: 7);
        return new Rendition(parts[1], parts[0])
        {
            MediaType = parts[2],
            Width = TakeField.ReadNumber(parts[3], 0, int.MaxValue),
            Height = TakeField.ReadNumber(parts[4], 0, int.MaxValue),
            Bytes = long.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                ? bytes
                : null,
            Sha256 = FileHash.Read(parts[6]),
        };
    }

    static string WriteList(ImmutableArray<string> words) => LabelParts.Join([.. words.Where(word => word.Length > 0)]);

    static ImmutableArray<string> ReadList(string value) => [.. LabelParts.Split(value).Where(word => word.Length > 0)];

    static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
