using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Writes pictures into the item of their story: their files are remote contents, what is printed about them a part of
/// the metadata, and their terms rights of that part. A withheld picture leaves its place and the reason.
/// </summary>
sealed class PictureWriter(ItemMarkup item, Take take)
{
    public static void WriteRights(
        ItemMarkup item, Take take, ImmutableArray<TermsReading?> readings, string identity)
    {
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            var picture = take.Pictures[i];
            if (picture.Withheld is not null || picture.UsageTerms is null && picture.CopyrightNotice.Length == 0)
                continue;
            item.Start("rightsInfo", ("idrefs", string.Join(' ', Files(picture, i).Prepend(Id(i)))))
                .Block("copyrightNotice", picture.CopyrightNotice, $"pictures[{i}].copyrightNotice");
            RightsWriter.Write(item, picture.UsageTerms, readings.ElementAtOrDefault(i), $"pictures[{i}].usageTerms",
                $"{identity}:{Id(i)}");
            item.End("rightsInfo");
        }
    }

    public void WriteParts()
    {
        for (var i = 0; i < take.Pictures.Length; i++)
            WritePart(take.Pictures[i], i);
    }

    public bool HasFiles => take.Pictures.Any(picture => picture.Withheld is null && !picture.Renditions.IsEmpty);

    public void WriteFiles()
    {
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            if (take.Pictures[i].Withheld is not null)
                continue;
            for (var j = 0; j < take.Pictures[i].Renditions.Length; j++)
                WriteFile(take.Pictures[i].Renditions[j], FileId(i, j), $"pictures[{i}].renditions[{j}]");
        }
    }

    void WritePart(Picture picture, int i)
    {
        var field = $"pictures[{i}]";
        var files = picture.Withheld is null ? string.Join(' ', Files(picture, i)) : "";
        item.Start("partMeta", ("partid", Id(i)), ("contentrefs", files.Length > 0 ? files : null))
            .Empty("role", ("qcode", Roles.Ours(Roles.Picture)));
        if (picture.Withheld is null)
        {
            item.Line("altId", picture.SenderId, $"{field}.senderId");
            if (picture.Source.Length > 0)
                item.Start("infoSource").Line("name", picture.Source, $"{field}.source").End("infoSource");
            item.Block("headline", picture.Headline, $"{field}.headline")
                .Line("creditline", picture.Credit, $"{field}.credit")
                .Block("description", picture.Caption, $"{field}.caption", ("role", "drol:caption"));
        }
        item.Ours("partMetaExtProperty", Roles.AfterParagraph,
            picture.After.ToString(CultureInfo.InvariantCulture), $"{field}.after");
        if (picture.Withheld is { } reason)
        {
            item.Block("edNote", Roles.WithheldNote + Words.Of(reason), $"{field}.withheld",
                ("role", Roles.Ours(Roles.Withheld)));
        }
        item.End("partMeta");
    }

    void WriteFile(Rendition file, string id, string field)
    {
        var href = item.Clean(file.Href, $"{field}.href").Trim();
        item.Start("remoteContent", ("id", id),
            ("rendition", file.Name.Length > 0 ? Roles.Of(file.Name) : null),
            (Uri.TryCreate(href, UriKind.RelativeOrAbsolute, out _) ? "href" : "residref", href),
            ("size", file.Bytes?.ToString(CultureInfo.InvariantCulture)),
            ("contenttype", file.MediaType.Length > 0 ? item.Clean(file.MediaType, $"{field}.mediaType") : null),
            ("width", file.Width?.ToString(CultureInfo.InvariantCulture)),
            ("height", file.Height?.ToString(CultureInfo.InvariantCulture)));
        if (file.Sha256.Length > 0)
            item.Line("hash", file.Sha256, $"{field}.sha256", ("hashtypeuri", Roles.Sha256));
        item.End("remoteContent");
    }

    static string Id(int picture) => string.Create(CultureInfo.InvariantCulture, $"picture{picture + 1}");

    static string FileId(int picture, int file) =>
        string.Create(CultureInfo.InvariantCulture, $"{Id(picture)}-file{file + 1}");

    static IEnumerable<string> Files(Picture picture, int i) =>
        Enumerable.Range(0, picture.Renditions.Length).Select(j => FileId(i, j));
}
