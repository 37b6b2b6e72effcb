using System.Collections.Frozen;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Writes <c>itemMeta</c>, in the order of the standard.</summary>
static class ItemMetaWriter
{
    static readonly FrozenDictionary<string, string> _relations = new Dictionary<string, string>
    {
        [LinkRels.PreviousVersion] = "irel:previousVersion",
        [LinkRels.DerivedFrom] = "irel:derivedFrom",
        [LinkRels.Related] = "irel:seeAlso",
    }.ToFrozenDictionary();

    public static void Write(ItemMarkup item, FiledTake filed, Take take, Channel channel, string identity)
    {
        item.Start("itemMeta")
            .Empty("itemClass", ("qcode", take.Kind == TakeKind.Picture ? "ninat:picture" : "ninat:text"))
            .Start("provider")
            .Line("name", take.Provider.Length > 0 ? take.Provider : channel.Provider, "provider").End("provider")
            .Line("versionCreated", Instant.Write(filed.FiledAt), "");
        if (take.FirstCreated?.At is { } first)
            item.Line("firstCreated", Instant.Write(first), "");
        if (take.Embargo is { } embargo)
            item.Raw(embargo.Until is { } until ? $"<embargoed>{Instant.Write(until)}</embargoed>" : "<embargoed/>");
        item.Empty("pubStatus", ("qcode", $"stat:{Words.Of(take.Status)}"),
            ("uri", $"http://cv.iptc.org/newscodes/pubstatusg2/{Words.Of(take.Status)}"));
        WriteNotes(item, take);
        WriteSignal(item, filed, take);
        if (take.Expiry?.At is { } expiry)
            item.Line("expires", Instant.Write(expiry), "");
        WriteLinks(item, filed, take, identity);
        WriteOurs(item, take);
        item.End("itemMeta");
    }

    static void WriteNotes(ItemMarkup item, Take take)
    {
        item.Block("edNote", take.Advisory?.Text ?? "", "advisory.text", ("role", Roles.Ours(Roles.Advisory)));
        for (var i = 0; i < take.Notes.Length; i++)
        {
            var note = take.Notes[i];
            var role = note.Role;
            if (role == Roles.Advisory)
            {
                item.Omit($"notes[{i}].role", "An item has one advisory.");
                role = "";
            }
            item.Block("edNote", note.Text, $"notes[{i}].text", ("role", Roles.Of(role)),
                ("pubconstraint", note.IsPublic ? null : Roles.Ours(Roles.NonPublic)));
        }
    }

    /// <summary>The signal says why this wire moves the take; a first take carries none.</summary>
    static void WriteSignal(ItemMarkup item, FiledTake filed, Take take)
    {
        var signal = filed.Cause switch
        {
            Cause.Correction => Signal.Correction,
            Cause.Development or Cause.Lead or Cause.WriteThru or Cause.Refile => Signal.Update,
            _ => Signal.None,
        };
        if (signal != Signal.None)
            item.Empty("signal", ("qcode", $"sig:{Words.Of(signal)}"));
        if (take.Signal != Signal.None && take.Signal != signal)
            item.Omit("signal", "The signal says what this wire's own take does.");
    }

    static void WriteLinks(ItemMarkup item, FiledTake filed, Take take, string identity)
    {
        if (filed.Number > 1)
        {
            item.Empty("link", ("rel", "irel:previousVersion"), ("residref", identity),
                ("version", (filed.Number - 1).ToString(CultureInfo.InvariantCulture)));
        }
        for (var i = 0; i < take.Links.Length; i++)
        {
            var link = take.Links[i];
            if (string.IsNullOrWhiteSpace(link.Target))
            {
                item.Omit($"links[{i}]", "A link without a target.");
                continue;
            }
            var target = item.Clean(link.Target, $"links[{i}].target").Trim();
            var isHref = IsHref(target);
            var hasVersion = ulong.TryParse(
                link.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            if (!hasVersion && link.Version.Length > 0)
                item.Omit($"links[{i}].version", "The standard allows positive numbers.");
            item.Empty("link",
                ("rel", link.Rel.Length == 0 ? null : _relations.GetValueOrDefault(link.Rel) ?? Roles.Of(link.Rel)),
                (isHref ? "href" : "residref", target),
                ("version", hasVersion ? link.Version : null),
                ("contenttype", Some(item, link.MediaType, $"links[{i}].mediaType")),
                ("title", Some(item, link.Title, $"links[{i}].title")));
        }
    }

    /// <summary>What <c>href</c> takes; any other identity goes into <c>residref</c>.</summary>
    public static bool IsHref(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public static string? Some(ItemMarkup item, string text, string field) =>
        text.Length == 0 ? null : item.Clean(text, field);

    static void WriteOurs(ItemMarkup item, Take take)
    {
        void Ours(string name, string text, string field)
        {
            if (text.Length > 0)
                item.Ours("itemMetaExtProperty", name, text, field);
        }
        Ours(Roles.Series, take.Series, "series");
        Ours(Roles.EndMark, take.EndMark, "endMark");
        Ours(Roles.Contact, take.Contact, "contact");
        WriteEmbargoWords(item, take);
        WriteTime(item, take.FirstCreated, Roles.FirstCreated, hasElement: true);
        WriteTime(item, take.VersionCreated, Roles.VersionCreated, hasElement: false);
        WriteTime(item, take.Expiry, Roles.Expiry, hasElement: true);
        for (var i = 0; i < take.Extras.Length; i++)
        {
            var extra = take.Extras[i];
            if (Roles.CarriesExtra(extra.Name) && !XmlText.IsClean(extra.Text))
                item.Omit($"extras[{i}]", "Control characters, which XML cannot carry.");
            else if (Roles.CarriesExtra(extra.Name))
                item.Ours("itemMetaExtProperty", Roles.Extra + extra.Name, extra.Text, $"extras[{i}].text");
            else
                item.Omit($"extras[{i}]", $"'{extra.Name}' is kept and does not go out.");
        }
    }

    /// <summary>The words of an embargo, where its element does not say the same.</summary>
    static void WriteEmbargoWords(ItemMarkup item, Take take)
    {
        if (take.Embargo is { } embargo && (embargo.Until is not { } until || embargo.Text != Instant.Write(until)))
            item.Ours("itemMetaExtProperty", Roles.Embargo, embargo.Text, "embargo.text");
    }

    /// <summary>A sender's time as it wrote it, where the standard's element does not already say the same.</summary>
    static void WriteTime(ItemMarkup item, SenderTime? time, string name, bool hasElement)
    {
        if (time is null || hasElement && time.At is { } at && time.Text == Instant.Write(at))
            return;
        var text = time.Text;
        if (!(hasElement && time.At is not null) && SenderTimes.Read(text, "")?.At != time.At)
        {
            item.Omit(time.At is null ? name : $"{name}.text", "Its text does not say the instant that it stands for.");
            text = time.At is { } instant ? Instant.Write(instant) : text;
        }
        item.Ours("itemMetaExtProperty", name, text, $"{name}.text");
    }
}
