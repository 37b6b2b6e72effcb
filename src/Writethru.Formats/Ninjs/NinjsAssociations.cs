using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Writes <c>associations</c>: the pictures, the links, and the take before.</summary>
sealed class NinjsAssociations(NinjsJson to, FiledTake filed, ImmutableArray<TermsReading?> readings)
{
    readonly Utf8JsonWriter _json = to.Json;

    string OurUri => NinjsRoles.OurUri + filed.Story.Value;

    string PictureUri(int index) => $"{OurUri}:picture:{NinjsJson.Digits(index + 1)}";

    public void Write()
    {
        var take = filed.Take;
        var links = to.Carried("links", take.Links, link => NinjsUri.IsUri(link.Target), "Its target is no URI.");
        if (filed.Number > 1)
            links.Add(new Link(LinkRels.PreviousVersion, OurUri) { Version = NinjsJson.Digits(filed.Number - 1) });
        if (take.Pictures.IsEmpty && links.Count == 0)
            return;
        _json.WriteStartArray("associations");
        for (var i = 0; i < take.Pictures.Length; i++)
            WritePicture(take.Pictures[i], i);
        foreach (var link in links)
            WriteLink(link);
        _json.WriteEndArray();
    }

    /// <summary>Of an item that is a picture: its files and its caption, where readers of such items look.</summary>
    public void WriteOwnFiles()
    {
        if (filed.Take is { Kind: TakeKind.Picture, Pictures: [{ Withheld: null } picture] })
            to.List("renditions", [.. picture.Renditions.Where(IsCarried)], WriteRendition);
    }

    static bool IsCarried(Rendition rendition) => NinjsUri.IsUri(rendition.Href);

    void WriteLink(Link link)
    {
        _json.WriteStartObject();
        _json.WriteString("uri", link.Target);
        _json.WriteString("name", NinjsRoles.Link + link.Rel);
        if (to.Edition.HasRel)
            to.Text("rel", link.Rel);
        to.Text("version", link.Version);
        to.Text("title", link.Title);
        to.List("renditions", (Link[])(link.MediaType.Length > 0 ? [link] : []), it =>
        {
            _json.WriteStartObject();
            _json.WriteString("name", "link");
            _json.WriteString("href", it.Target);
            to.Text("contentType", it.MediaType);
            _json.WriteEndObject();
        });
        _json.WriteEndObject();
    }

    void WritePicture(Picture picture, int index)
    {
        var after = NinjsJson.Digits(picture.After);
        _json.WriteStartObject();
        _json.WriteString("uri", PictureUri(index));
        _json.WriteString("name", $"picture-{NinjsJson.Digits(index + 1)}");
        if (to.Edition.HasRel)
            _json.WriteString("rel", NinjsRoles.AfterParagraph + after);
        _json.WriteString("type", "picture");
        Labelled[] place = to.Edition.HasRel ? [] : [new(NinjsRoles.After, after)];
        if (picture.Withheld is { } reason)
        {
            to.Text("pubStatus", "withheld");
            to.Text("edNote", NinjsRoles.Withheld + Words.Of(reason));
            to.List("descriptions", place, to.Part);
        }
        else
            WriteShown(picture, index, place);
        _json.WriteEndObject();
    }

    void WriteShown(Picture picture, int index, Labelled[] place)
    {
        NinjsRights.Write(to, picture.UsageTerms, readings.ElementAtOrDefault(index), PictureUri(index));
        to.Text("copyrightNotice", picture.CopyrightNotice);
        to.List("headlines", Some("main", picture.Headline), to.Part);
        to.List("descriptions", [.. place, new(NinjsRoles.Caption, picture.Caption)], to.Part);
        (string, string)[] sources = [(NinjsRoles.Credit, picture.Credit), (NinjsRoles.Source, picture.Source)];
        to.List("infoSources", [.. sources.Where(source => source.Item2.Length > 0)], to.Source);
        to.List("altIds", Some(NinjsRoles.SenderId, picture.SenderId), to.Part);
        to.List("renditions", to.Carried($"pictures[{index}].renditions", picture.Renditions,
            IsCarried, "Its place is no URI."), WriteRendition);
    }

    void WriteRendition(Rendition rendition)
    {
        _json.WriteStartObject();
        _json.WriteString("name", rendition.Name);
        _json.WriteString("href", rendition.Href);
        to.Text("contentType", rendition.MediaType);
        to.Number("width", rendition.Width);
        to.Number("height", rendition.Height);
        to.Number("sizeInBytes", rendition.Bytes);
        _json.WriteEndObject();
    }

    static Labelled[] Some(string role, string text) => text.Length > 0 ? [new Labelled(role, text)] : [];
}
