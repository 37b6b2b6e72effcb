using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>What of a take an entry does not carry.</summary>
static class FeedOmissions
{
    public static ImmutableArray<Omission> Of(FeedEntry entry)
    {
        var omissions = ImmutableArray.CreateBuilder<Omission>();
        if (entry.IsCanceled)
            AddDead(entry, omissions);
        else
            AddAlive(entry, omissions);
        return omissions.ToImmutable();
    }

    /// <summary>A canceled take leaves its slug, its notice and nothing of its copy.</summary>
    static void AddDead(FeedEntry entry, ImmutableArray<Omission>.Builder omissions)
    {
        using var whole = JsonDocument.Parse(CanonicalJson.ToUtf8(entry.Filed.Take));
        using var sent = JsonDocument.Parse(CanonicalJson.ToUtf8(entry.Sent));
        foreach (var field in whole.RootElement.EnumerateObject().Where(field => !IsEmpty(field.Value)))
        {
            if (!sent.RootElement.TryGetProperty(field.Name, out var there)
                || there.GetRawText() != field.Value.GetRawText())
                omissions.Add(new Omission(field.Name, "Of a canceled take only its slug and its notice go out."));
        }
    }

    static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    static void AddAlive(FeedEntry entry, ImmutableArray<Omission>.Builder omissions)
    {
        var take = entry.Filed.Take;
        if (take.SenderId.Length > 0)
            omissions.Add(new Omission("senderId", "The entry's id names the story of this wire."));
        if (take.SenderVersion.Length > 0)
            omissions.Add(new Omission("senderVersion", "The entry's version is this wire's take number."));
        if (take.VersionCreated is not null)
            omissions.Add(new Omission("versionCreated", "The entry's instant is when this wire moved it."));
        if (take.Signal != entry.Sent.Signal && take.Signal != Signal.None)
            omissions.Add(new Omission("signal", "The entry says what this wire's take does, not the sender's."));
        var isNoteLeft = take.Notes.Any(note => note.IsPublic);
        if (!take.Notes.IsEmpty && !isNoteLeft)
            omissions.Add(new Omission("notes", "Not for subscribers."));
        for (var i = 0; isNoteLeft && i < take.Notes.Length; i++)
        {
            if (!take.Notes[i].IsPublic)
                omissions.Add(new Omission($"notes[{i}]", "Not for subscribers."));
        }
        for (var i = 0; i < take.Extras.Length; i++)
        {
            if (!ExtraNames.GoesOut(take.Extras[i].Name))
            {
                omissions.Add(new Omission($"extras[{i}]",
                    $"'{take.Extras[i].Name}' is a field of the sender's own format, or not for subscribers."));
            }
        }
        AddBody(take.Body, omissions);
    }

    static void AddBody(ImmutableArray<Paragraph> body, ImmutableArray<Omission>.Builder omissions)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(body[i].Text))
                omissions.Add(new Omission($"body[{i}]", "An empty paragraph."));
            else if (FeedHtml.HasUnsafeLink(body[i]))
                omissions.Add(new Omission($"body[{i}].marks", "A link that could run a script does not go out."));
        }
        omissions.AddRange(XmlText.OmissionsOf(body, MarkupDialect.Html));
    }
}
