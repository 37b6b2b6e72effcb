using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>The canonical JSON of a log entry: exactly the bytes that the log keeps and hashes.</summary>
public static class LogEntryJson
{
    /// <summary>The entry as UTF-8.</summary>
    public static byte[] ToUtf8(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.Options))
            Write(json, entry);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToUtf8"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not an entry of a known kind.</exception>
    public static LogEntry Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var json = document.RootElement;
        return Text(json, "kind") switch
        {
            "takeFiled" => ReadTakeFiled(json),
            "itemRefused" => new LogEntry.ItemRefused
            {
                Received = ReadReceived(json.GetProperty("received")),
                Remarks = [.. json.GetProperty("remarks").EnumerateArray().Select(ReadRemark)],
                Repeats = Items(json, "repeats", item => new RepeatedItem(
                    item.GetProperty("item").GetInt32(), Story(item), item.GetProperty("take").GetInt32())
                {
                    SenderId = Text(item, "senderId"),
                }),
                Part = Child(json, "part") is { } part
                    ? new RefusedPart(Place(part), CanonicalJson.ReadTake(part.GetProperty("copy")))
                    : null,
                Notice = Child(json, "notice") is { } notice ? CanonicalJson.ReadTake(notice) : null,
            },
            "embargoLifted" => new LogEntry.EmbargoLifted(Story(json), json.GetProperty("take").GetInt32()),
            "takeReleased" => new LogEntry.TakeReleased(Story(json), json.GetProperty("take").GetInt32(),
                Instant.Parse(Text(json, "embargoedUntil")), Text(json, "by")),
            "embargoSet" => new LogEntry.EmbargoSet(Story(json), json.GetProperty("take").GetInt32(),
                Instant.Parse(Text(json, "until")), Text(json, "reason"), Text(json, "by")),
            "linkRejected" => new LogEntry.LinkRejected(Story(json), json.GetProperty("take").GetInt32(),
                new StoryId(Text(json, "other")), Text(json, "by")),
            "principalChanged" => new LogEntry.PrincipalChanged(PrincipalJson.Read(json))
            {
                OwedAfter = json.TryGetProperty("owedAfter", out var after) ? after.GetInt64() : null,
                By = Text(json, "by"),
            },
            "termsCleared" => new LogEntry.TermsCleared(Text(json, "terms"), Text(json, "by")),
            "takeCleared" => new LogEntry.TakeCleared(Story(json), json.GetProperty("take").GetInt32()),
            "killAsked" => new LogEntry.KillAsked(Story(json),
                json.GetProperty("take").GetInt32(), Text(json, "reason"),
                json.TryGetProperty("substitute", out var comes) ? comes.GetBoolean() : null, Text(json, "by")),
            "storyJoined" => new LogEntry.StoryJoined(Story(json), new StoryId(Text(json, "into")), Text(json, "by")),
            "takeUnlinked" => new LogEntry.TakeUnlinked(Story(json), json.GetProperty("take").GetInt32(),
                json.GetProperty("cameAs").GetInt32(), new StoryId(Text(json, "to")), Text(json, "by"))
            {
                Along = Items(json, "along", take => take.GetInt32()),
            },
            "partRejected" => new LogEntry.PartRejected(json.GetProperty("position").GetInt64(), Text(json, "by")),
            "noticeDismissed" => new LogEntry.NoticeDismissed(
                json.GetProperty("position").GetInt64(), Text(json, "reason"), Text(json, "by")),
            "killedRead" => new LogEntry.KilledRead(
                Story(json), json.GetProperty("take").GetInt32(), Text(json, "reason"), Text(json, "by")),
            "pictureTakenDown" => ReadPictureTakenDown(json),
            "windowReached" => new LogEntry.WindowReached(Story(json), json.GetProperty("take").GetInt32(),
                Instant.Parse(Text(json, "at")) ?? throw new JsonException("Window reached without an instant.")),
            var kind => throw new JsonException($"Log entry of unknown kind '{kind}'."),
        };
    }

    static void Write(Utf8JsonWriter json, LogEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("kind", entry.Kind);
        switch (entry)
        {
            case LogEntry.TakeFiled filed:
                WriteTakeFiled(json, filed);
                break;
            case LogEntry.ItemRefused refused:
                WriteReceived(json, refused.Received);
                json.WriteStartArray("remarks");
                foreach (var remark in refused.Remarks)
                    WriteRemark(json, remark);
                json.WriteEndArray();
                WriteSome(json, "repeats", refused.Repeats, WriteRepeat);
                if (refused.Part is { } part)
                {
                    json.WriteStartObject("part");
                    WritePlace(json, part.Of.Story, part.Of.Number);
                    json.WritePropertyName("copy");
                    CanonicalJson.Write(json, part.Copy);
                    json.WriteEndObject();
                }
                if (refused.Notice is { } notice)
                {
                    json.WritePropertyName("notice");
                    CanonicalJson.Write(json, notice);
                }
                break;
            case LogEntry.EmbargoLifted lifted:
                WritePlace(json, lifted.Story, lifted.Number);
                break;
            case LogEntry.TakeCleared cleared:
                WritePlace(json, cleared.Story, cleared.Number);
                break;
            case LogEntry.TakeReleased released:
                WritePlace(json, released.Story, released.Number);
                json.WriteString("embargoedUntil", released.EmbargoedUntil is { } until ? Instant.Write(until) : "");
                json.WriteString("by", released.By);
                break;
            case LogEntry.EmbargoSet set:
                WritePlace(json, set.Story, set.Number);
                json.WriteString("until", set.Until is { } to ? Instant.Write(to) : "");
                json.WriteString("reason", set.Reason);
                json.WriteString("by", set.By);
                break;
            case LogEntry.LinkRejected rejected:
                WritePlace(json, rejected.Story, rejected.Number);
                json.WriteString("other", rejected.Other.Value);
                json.WriteString("by", rejected.By);
                break;
            case LogEntry.PrincipalChanged changed:
                PrincipalJson.Write(json, changed.Principal);
                if (changed.OwedAfter is { } after)
                    json.WriteNumber("owedAfter", after);
                WriteSome(json, "by", changed.By);
                break;
            case LogEntry.TermsCleared cleared:
                json.WriteString("terms", cleared.Terms);
                json.WriteString("by", cleared.By);
                break;
            case LogEntry.KillAsked asked:
                WritePlace(json, asked.Story, asked.Number);
                json.WriteString("reason", asked.Reason);
                if (asked.Substitute is { } substitute)
                    json.WriteBoolean("substitute", substitute);
                json.WriteString("by", asked.By);
                break;
            case LogEntry.StoryJoined joined:
                json.WriteString("story", joined.Story.Value);
                json.WriteString("into", joined.Into.Value);
                json.WriteString("by", joined.By);
                break;
            case LogEntry.TakeUnlinked unlinked:
                WritePlace(json, unlinked.Story, unlinked.Number);
                json.WriteNumber("cameAs", unlinked.CameAs);
                WriteSome(json, "along", unlinked.Along, (to, take) => to.WriteNumberValue(take));
                json.WriteString("to", unlinked.To.Value);
                json.WriteString("by", unlinked.By);
                break;
            case LogEntry.PictureTakenDown down:
                WritePictureTakenDown(json, down);
                break;
            case LogEntry.WindowReached reached:
                WritePlace(json, reached.Story, reached.Number);
                json.WriteString("at", Instant.Write(reached.At));
                break;
            case LogEntry.NoticeDismissed dismissed:
                json.WriteNumber("position", dismissed.Position);
                json.WriteString("reason", dismissed.Reason);
                json.WriteString("by", dismissed.By);
                break;
            case LogEntry.KilledRead read:
                WritePlace(json, read.Story, read.Number);
                json.WriteString("reason", read.Reason);
                json.WriteString("by", read.By);
                break;
            case LogEntry.PartRejected rejected:
                json.WriteNumber("position", rejected.Position);
                json.WriteString("by", rejected.By);
                break;
            default:
                throw new UnreachableException(entry.Kind);
        }
        json.WriteEndObject();
    }

    static void WriteTakeFiled(Utf8JsonWriter json, LogEntry.TakeFiled entry)
    {
        WritePlace(json, entry.Filed.Story, entry.Filed.Number);
        json.WriteString("cause", Words.Of(entry.Filed.Cause));
        WriteSome(json, "label", entry.Filed.Label);
        json.WriteString("filedAt", Instant.Write(entry.Filed.FiledAt));
        json.WriteString("embargoedUntil", entry.EmbargoedUntil is { } until ? Instant.Write(until) : "");
        json.WriteBoolean("waits", entry.Waits);
        if (entry.Received is { } received)
            WriteReceived(json, received);
        if (entry.Linked is { } linked)
        {
            json.WritePropertyName("linked");
            StoryLinkJson.Write(json, linked);
        }
        WriteSome(json, "proposed", entry.Proposed, StoryLinkJson.Write);
        WriteSome(json, "recipients", entry.Recipients, WriteRecipient);
        if (entry.Provenance is { } provenance)
        {
            json.WriteStartObject("provenance");
            WritePlace(json, provenance.Story, provenance.Number);
            json.WriteEndObject();
        }
        if (entry.HeldBy.Length > 0)
            json.WriteString("heldBy", entry.HeldBy);
        if (entry.NeedsTerms)
            json.WriteBoolean("needsTerms", true);
        json.WritePropertyName("copy");
        CanonicalJson.Write(json, entry.Filed.Take);
    }

    static LogEntry.TakeFiled ReadTakeFiled(JsonElement json) => new()
    {
        Filed = new FiledTake
        {
            Story = Story(json),
            Number = json.GetProperty("take").GetInt32(),
            Cause = Words.Read<Cause>(Text(json, "cause")) ?? throw new JsonException("Take filed without a cause."),
            Label = Text(json, "label"),
            FiledAt = Instant.Parse(Text(json, "filedAt")) ?? throw new JsonException("Take filed without an instant."),
            Take = CanonicalJson.ReadTake(json.GetProperty("copy")),
        },
        EmbargoedUntil = Instant.Parse(Text(json, "embargoedUntil")),
        Waits = json.GetProperty("waits").GetBoolean(),
        Received = json.TryGetProperty("received", out var received) ? ReadReceived(received) : null,
        Linked = Child(json, "linked") is { } linked ? StoryLinkJson.Read(linked) : null,
        Proposed = Items(json, "proposed", StoryLinkJson.Read),
        Recipients = Items(json, "recipients", recipient => new Recipient(Text(recipient, "subscriber"),
            [.. recipient.GetProperty("takes").EnumerateArray().Select(take => take.GetInt32())])),
        // Copy that a person moved to another story named the take there as "from" before every repeat had a
        // provenance.
        Provenance = (Child(json, "provenance") ?? Child(json, "from")) is { } copyOf ? Place(copyOf) : null,
        HeldBy = Text(json, "heldBy"),
        NeedsTerms = IsTrue(json, "needsTerms"),
    };

    static void WriteRecipient(Utf8JsonWriter json, Recipient recipient)
    {
        json.WriteStartObject();
        json.WriteString("subscriber", recipient.Subscriber);
        json.WriteStartArray("takes");
        foreach (var take in recipient.Takes)
            json.WriteNumberValue(take);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WritePictureTakenDown(Utf8JsonWriter json, LogEntry.PictureTakenDown entry)
    {
        json.WriteString("story", entry.Story.Value);
        json.WriteStartObject("picture");
        json.WriteString("senderId", entry.Picture.SenderId);
        json.WriteString("caption", entry.Picture.Caption);
        json.WriteString("credit", entry.Picture.Credit);
        WriteSome(json, "hrefs", entry.Picture.Hrefs, (to, href) => to.WriteStringValue(href));
        json.WriteEndObject();
        WriteSome(json, "seen", entry.Seen, (to, seen) =>
        {
            to.WriteStartObject();
            to.WriteNumber("take", seen.Take);
            to.WriteNumber("picture", seen.Picture);
            to.WriteEndObject();
        });
        json.WriteString("reason", entry.Reason);
        json.WriteString("by", entry.By);
    }

    static LogEntry.PictureTakenDown ReadPictureTakenDown(JsonElement json)
    {
        var picture = json.GetProperty("picture");
        return new LogEntry.PictureTakenDown(
            Story(json),
            new PictureIdentity(Text(picture, "senderId"), Text(picture, "caption"), Text(picture, "credit"),
                Items(picture, "hrefs", href => href.GetString()!)),
            Items(json, "seen", seen =>
                new PicturePlace(seen.GetProperty("take").GetInt32(), seen.GetProperty("picture").GetInt32())),
            Text(json, "reason"), Text(json, "by"));
    }

    static void WritePlace(Utf8JsonWriter json, StoryId story, int take)
    {
        json.WriteString("story", story.Value);
        json.WriteNumber("take", take);
    }

    static void WriteRepeat(Utf8JsonWriter json, RepeatedItem repeat)
    {
        json.WriteStartObject();
        json.WriteNumber("item", repeat.Item);
        WritePlace(json, repeat.Story, repeat.Number);
        WriteSome(json, "senderId", repeat.SenderId);
        json.WriteEndObject();
    }

    static TakePlace Place(JsonElement json) => new(Story(json), json.GetProperty("take").GetInt32());

    static StoryId Story(JsonElement json) => new(Text(json, "story"));

    static void WriteReceived(Utf8JsonWriter json, Received received)
    {
        json.WriteStartObject("received");
        json.WriteString("publisher", received.Publisher);
        json.WriteString("sha256", received.Sha256);
        json.WriteNumber("length", received.Length);
        json.WriteString("format", received.Format);
        json.WriteString("idempotencyKey", received.IdempotencyKey);
        json.WriteString("requestHash", received.RequestHash);
        if (received.Items != 1)
        {
            json.WriteNumber("item", received.Item);
            json.WriteNumber("items", received.Items);
        }
        json.WriteEndObject();
    }

    static Received ReadReceived(JsonElement json) => new()
    {
        Publisher = Text(json, "publisher"),
        Sha256 = Text(json, "sha256"),
        Length = json.GetProperty("length").GetInt32(),
        Format = Text(json, "format"),
        IdempotencyKey = Text(json, "idempotencyKey"),
        RequestHash = Text(json, "requestHash"),
        Item = Number(json, "item") ?? 1,
        Items = Number(json, "items") ?? 1,
    };

    /// <summary>Writes a remark as one object.</summary>
    public static void WriteRemark(Utf8JsonWriter json, Remark remark)
    {
        json.WriteStartObject();
        WriteRemarkFields(json, remark);
        json.WriteEndObject();
    }

    /// <summary>As <see cref="WriteRemark"/>, into an object that the caller has opened and may add to.</summary>
    public static void WriteRemarkFields(Utf8JsonWriter json, Remark remark)
    {
        json.WriteString("code", remark.Code);
        json.WriteString("severity", Words.Of(remark.Severity));
        json.WriteNumber("line", remark.Line);
        json.WriteNumber("column", remark.Column);
        json.WriteNumber("offset", remark.Offset);
        json.WriteString("message", remark.Message);
    }

    static Remark ReadRemark(JsonElement json) => new(
        Text(json, "code"),
        Words.Read<Severity>(Text(json, "severity")) ?? Severity.Error,
        json.GetProperty("line").GetInt32(),
        json.GetProperty("column").GetInt32(),
        json.GetProperty("offset").GetInt32(),
        Text(json, "message"));
}
