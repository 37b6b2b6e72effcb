using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Joins what a content in NITF says to what its item says. The item comes first; what limits use is joined, and the
/// stricter status holds.
/// </summary>
static class NitfMerging
{
    public static void Merge(ItemReading item, NitfContent content)
    {
        var (take, copy) = (item.Take, content.Copy);
        item.Take = take with
        {
            Headline = Or(take.Headline, copy.Headline),
            Headlines = [.. take.Headlines, .. Other(take.Headline, copy.Headline), .. copy.Headlines],
            Byline = Or(take.Byline, copy.Byline),
            Provider = Or(take.Provider, copy.Provider),
            Contact = Or(take.Contact, copy.Contact),
            CopyrightHolder = Or(take.CopyrightHolder, copy.CopyrightHolder),
            CopyrightNotice = Or(take.CopyrightNotice, copy.CopyrightNotice),
            Advisory = take.Advisory ?? copy.Advisory,
        };
        item.Lists.Descriptions.AddRange(copy.Descriptions.Except(item.Lists.Descriptions));
        item.Lists.Keywords.AddRange(copy.Keywords.Except(item.Lists.Keywords));
        item.Lists.Links.AddRange(copy.Links);
        item.Lists.Notes.AddRange([.. AdvisoryAsNote(take, copy), .. copy.Notes]);
        item.Extras.AddRange(copy.Extras);
        Beside(item, "nitf/byline", take.Byline, copy.Byline);
        Beside(item, "nitf/distributor", take.Provider, copy.Provider);
        Beside(item, "nitf/copyright", take.CopyrightNotice, copy.CopyrightNotice);
        Beside(item, "nitf/copyrightHolder", take.CopyrightHolder, copy.CopyrightHolder);
        if (copy.UsageTerms is { } terms && !item.Terms.Contains(terms.Text))
            item.Terms.Add(terms.Text);
        if (content.Head is { } head)
            ReadHead(item, head);
    }

    /// <summary>The item speaks for itself; a head inside it is kept, and can only make it stricter.</summary>
    static void ReadHead(ItemReading item, XmlPart head)
    {
        item.Keep("nitf/head", head);
        var docdata = head.Child("docdata");
        var word = docdata?.Attribute("management-status")?.Trim() ?? "";
        item.Evidence.Stop(Words.Read<TakeStatus>(word));
        foreach (var message in docdata?.Children.Where(part => part.Name is "ed-msg" or "note") ?? [])
            ReadMessage(item, message);
        foreach (var rights in docdata?.All("doc.rights") ?? [])
            ReadRights(item, rights);
        var release = docdata?.Child("date.release");
        var time = release is null ? null : NitfRelease.Read(release, item.Zone);
        if (!word.Equals("embargoed", StringComparison.OrdinalIgnoreCase) && (time is null || !NitfRelease.Binds(time,
            item.Take.VersionCreated, word.Equals("usable", StringComparison.OrdinalIgnoreCase))))
            return;
        item.Evidence.Add(new Embargo(time?.Text ?? word, time?.At), item.Source.At(head));
    }

    /// <summary>A message to editors goes with the notes of the item; what it stops is stopped.</summary>
    static void ReadMessage(ItemReading item, XmlPart message)
    {
        var kind = (message.Attribute("msg-type") ?? message.Attribute("noteclass") ?? "").Trim();
        var text = OneLine.Of($"{message.Attribute("info")} {message.Text}");
        if (text.Length == 0)
            return;
        if (!item.Codes.AreOurs)
            item.Evidence.AddMessage(kind, text);
        item.Lists.Notes.Add(new Note(kind, text, !NitfRoles.IsPrivate(kind, message.Attribute("type"))));
    }

    /// <summary>The owner binds nobody; everything else that stands among the rights does.</summary>
    static void ReadRights(ItemReading item, XmlPart rights)
    {
        var limits = string.Join("; ", rights.Attributes
            .Where(attribute => attribute.Value.Length > 0 && attribute.Name is not ("owner" or "id"))
            .Select(attribute => attribute.Name == "limitations"
                ? attribute.Value
                : $"{attribute.Name}: {attribute.Value}"));
        if (limits.Length > 0 && !item.Terms.Contains(limits))
            item.Terms.Add(limits);
    }

    static string Or(string first, string second) => first.Length > 0 ? first : second;

    static ImmutableArray<Labelled> Other(string headline, string inContent) =>
        headline.Length > 0 && inContent.Length > 0 && OneLine.Of(headline) != OneLine.Of(inContent)
            ? [new Labelled("hl1", inContent)]
            : [];

    static ImmutableArray<Note> AdvisoryAsNote(Take take, Take copy) =>
        take.Advisory is { } first && copy.Advisory is { } second && first.Text != second.Text
            ? [new Note("", second.Text)]
            : [];

    static void Beside(ItemReading item, string place, string first, string second)
    {
        if (first.Length > 0 && second.Length > 0 && OneLine.Of(first) != OneLine.Of(second)
            && Bylines.WithoutBy(second) != first)
            item.Extras.Add(new Extra(place, second));
    }
}
