using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>The associations of an object that are pictures.</summary>
/// <remarks>
/// Nothing of a picture is kept outside <see cref="Copy.Take.Pictures"/>: what is kept raw would pass the gate even
/// where
/// the picture is withheld. Fields without a home are named in a remark instead.
/// </remarks>
sealed class NinjsPictures(RemarkBook remarks)
{
    static readonly FrozenSet<string> _read = new[]
    {
        "uri", "name", "rel", "type", "pubstatus", "ednote", "descriptions", "description_text", "description_caption",
        "infosources", "creditline", "by", "byline", "usageterms",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
        var dropped = item.EnumerateObject().Select(property => property.Name)
            .Where(name => !_read.Contains(name)).ToList();
        if (dropped.Count > 0)
        {
            var names = dropped.Take(20).Select(name => name[..Math.Min(60, name.Length)]);
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                $"Fields of a picture that a take has no place for: {string.Join(", ", names)}.");
        }
        var picture = new Picture { After = After(JsonText.Member(item, "rel")) };
        if (Withheld(item) is { } reason)
            return picture.Withhold(reason);
        return picture with
        {
            Caption = Described(item) ?? JsonText.Member(item, "description_caption")
                ?? JsonText.Member(item, "description_text") ?? "",
            Credit = SourceOf(item, NinjsRoles.Credit) ?? JsonText.Member(item, "creditline")
                ?? JsonText.Member(item, "by") ?? JsonText.Member(item, "byline") ?? "",
            Source = SourceOf(item, NinjsRoles.Source) ?? "",
            UsageTerms = JsonText.Member(item, "usageTerms") is { Length: > 0 } terms ? new UsageTerms(terms) : null,
        };
    }

    static int After(string? rel) => rel is not null
        && rel.StartsWith(NinjsRoles.AfterParagraph, StringComparison.Ordinal)
        && int.TryParse(rel[NinjsRoles.AfterParagraph.Length..], NumberStyles.None,
            CultureInfo.InvariantCulture, out var after)
            ? after
            : -1;

    static WithholdReason? Withheld(JsonElement item)
    {
        var status = Words.Read<TakeStatus>(JsonText.Member(item, "pubStatus"));
        var note = JsonText.Member(item, "edNote") ?? "";
        if (status is null or TakeStatus.Usable)
            return null;
        return note.StartsWith(NinjsRoles.Withheld, StringComparison.Ordinal)
            && Words.Read<WithholdReason>(note[NinjsRoles.Withheld.Length..]) is { } reason
            ? reason
            : status == TakeStatus.Canceled ? WithholdReason.Killed : WithholdReason.Waiting;
    }

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
