using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>The associations of an object that are pictures.</summary>
/// <remarks>
/// Nothing of a picture is kept outside <see cref="Copy.Take.Pictures"/>: what is kept raw would pass the gate even
/// where the picture is withheld. Fields without a home are named in a remark instead.
/// </remarks>
sealed class NinjsPictures(RemarkBook remarks)
{
    readonly List<Picture> _pictures = [];

    /// <summary>Takes an array (2.0 and later) or an object of named associations (1.x).</summary>
    public bool Take(JsonElement value, List<Extra> kept)
    {
        var items = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().ToList(),
            JsonValueKind.Object => [.. value.EnumerateObject().Select(property => property.Value)],
            JsonValueKind.Null => [],
            _ => null,
        };
        if (items is null)
            return false;
        var others = new List<string>();
        foreach (var item in items.Where(item => item.ValueKind != JsonValueKind.Null))
        {
            if (JsonText.Member(item, "type") is "picture" or "graphic")
                _pictures.Add(ReadPicture(item));
            else
                others.Add(item.GetRawText());
        }
        if (others.Count > 0)
            kept.Add(new Extra("associations", $"[{string.Join(',', others)}]"));
        return true;
    }

    /// <summary>The pictures; those whose place nobody named stand after the last paragraph.</summary>
    public ImmutableArray<Picture> Read(int paragraphs) =>
        [.. _pictures.Select(picture => picture.After < 0 ? picture with { After = paragraphs } : picture)];

    Picture ReadPicture(JsonElement item)
    {
        var fields = new NinjsPictureFields(item);
        Note(fields);
        var picture = new Picture { After = After(JsonText.Member(item, "rel")) };
        if (fields.Withheld is { } reason)
            return picture.Withhold(reason);
        return picture with
        {
            Caption = Described(item) ?? JsonText.Member(item, "description_caption")
                ?? JsonText.Member(item, "description_text") ?? "",
            Credit = SourceOf(item, NinjsRoles.Credit) ?? JsonText.Member(item, "creditline")
                ?? JsonText.Member(item, "by") ?? JsonText.Member(item, "byline") ?? "",
            Source = SourceOf(item, NinjsRoles.Source) ?? "",
            UsageTerms = fields.Terms,
        };
    }

    void Note(NinjsPictureFields fields)
    {
        if (fields.Dropped.Count > 0)
        {
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                $"Fields of a picture that a take has no place for: {Names(fields.Dropped)}.");
        }
        if (fields.UnknownStatus is { } status)
        {
            remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
                $"Status {status} of a picture: expected usable, withheld or canceled; taken as withheld.");
        }
        if (fields.Binding.Count > 0 && fields.Withheld is null)
        {
            remarks.Add(NinjsRemarks.PictureBound, Severity.Warning, -1,
                $"Fields that may bind a picture: {Names(fields.Binding)}; among its usage terms, to be cleared.");
        }
        else if (fields.Binding.Count > 0)
        {
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                $"Fields of a withheld picture, not kept: {Names(fields.Binding)}.");
        }
    }

    static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(name => name[..Math.Min(60, name.Length)]));

    static int After(string? rel) => rel is not null
        && rel.StartsWith(NinjsRoles.AfterParagraph, StringComparison.Ordinal)
        && int.TryParse(rel[NinjsRoles.AfterParagraph.Length..], NumberStyles.None,
            CultureInfo.InvariantCulture, out var after)
            ? after
            : -1;

    static string? Described(JsonElement item) => Items(item, "descriptions")
        .OrderBy(part => JsonText.Member(part, "role") is NinjsRoles.Caption ? 0 : 1)
        .Select(part => JsonText.Member(part, "value")).FirstOrDefault();

    static string? SourceOf(JsonElement item, string role) => Items(item, "infoSources")
        .Where(part => JsonText.Member(part, "role") == role)
        .Select(part => JsonText.Member(part, "name")).FirstOrDefault();

    static List<JsonElement> Items(JsonElement item, string key)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name.Equals(key, StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind == JsonValueKind.Array)
                return [.. property.Value.EnumerateArray()];
        }
        return [];
    }
}
