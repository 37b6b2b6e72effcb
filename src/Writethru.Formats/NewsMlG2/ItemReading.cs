using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.NewsMlG2;

/// <summary>What the readers of the parts of one item share: the take so far, its codes, what has no home.</summary>
sealed class ItemReading
{
    readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public ItemReading(XmlSource source, ReadOptions options, XmlPart item, XmlPart? header)
    {
        (Source, Options, Item, Header) = (source, options, item, header);
        Evidence = new Evidence(NewsMlG2Remarks.EmbargoUnreadable, source.Remarks.Add);
        Codes = new Codes([header, item], (code, place, message) => Remark(code, Severity.Warning, place, message));
        var provider = item.Child("itemMeta", "provider");
        Profile = options.Profile ?? ProviderProfiles.Recognise(
            provider?.Child("name")?.TextOnOneLine, provider?.Attribute("literal"),
            LocalPart(provider?.Attribute("qcode")),
            header?.Child("sender")?.TextOnOneLine, item.Attribute("guid"));
        Class = item.Child("itemMeta", "itemClass") is { } part && Codes.Of(part) is { } code
            ? code.Code[(code.Code.LastIndexOfAny([':', '/']) + 1)..]
            : "";
    }

    ItemReading(ItemReading of)
    {
        (Source, Options, Item, Header, Codes, Profile, Class) =
            (of.Source, of.Options, of.Item, of.Header, of.Codes, of.Profile, of.Class);
        Evidence = new Evidence(NewsMlG2Remarks.EmbargoUnreadable, Source.Remarks.Add);
    }

    /// <summary>The document.</summary>
    public XmlSource Source { get; }

    public ReadOptions Options { get; }

    public XmlPart Item { get; }

    public XmlPart? Header { get; }

    public Codes Codes { get; }

    public ProviderProfile? Profile { get; }

    /// <summary>The take so far.</summary>
    public Take Take { get; set; } = new();

    /// <summary>What has no home, in reading order.</summary>
    public ImmutableArray<Extra>.Builder Extras { get; } = ImmutableArray.CreateBuilder<Extra>();

    /// <summary>What may come in great numbers is collected apart, so that it costs no more than it is long.</summary>
    public ItemLists Lists { get; } = new();

    /// <summary>All terms of the item, to be joined.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>All policies of the item, to be joined.</summary>
    public List<string> Policies { get; } = [];

    /// <summary>Terms and policies, joined; null when there are none.</summary>
    public UsageTerms? JoinedTerms => RightsReader.Join(Terms, Policies);

    /// <summary>What says whether and when the item may be used.</summary>
    public Evidence Evidence { get; }

    /// <summary>Time zone of the sender; empty for none that is known.</summary>
    public string Zone => Profile?.Zone ?? "";

    /// <summary>What our own writer said that the standard has no property for, by its name.</summary>
    public Dictionary<string, string> Ours { get; } = new(StringComparer.Ordinal);

    /// <summary>The local part of the item's class: text, picture, video; empty when it has none.</summary>
    public string Class { get; }

    /// <summary>Whether the item is a picture by its class.</summary>
    public bool IsPicture => Class is "picture" or "graphic";

    /// <summary>A reading of the same item with nothing read: for what a part of it says by itself.</summary>
    public ItemReading Anew() => new(this);

    /// <summary>Sets the status where it is stricter than what is known.</summary>
    public void Stop(TakeStatus? status, XmlPart part)
    {
        if (Evidence.Stop(status))
        {
            Remark(NewsMlG2Remarks.Stopped, Severity.Warning, part,
                $"'{part.Name}': taken as {Words.Of(Evidence.Status)}.");
        }
    }

    /// <summary>Keeps a part that has no home under the name of its place; one that limits use is a term.</summary>
    public void Keep(string place, XmlPart part)
    {
        foreach (var limit in Limits.Named(part))
        {
            Stop(limit.Kind == Limiting.Status ? limit.Status : null, part);
            if (limit.Kind == Limiting.Embargo)
                Evidence.AddWords(limit.Words, Zone);
        }
        if (Limits.AreIn(part))
        {
            Terms.Add($"{place}: {Texts.Raw(part)}");
            Remark(NewsMlG2Remarks.RightsExpression, Severity.Warning, part,
                $"'{place}' limits use: it stands among the usage terms, so that a person must clear it.");
            return;
        }
        var text = part is { Content.Count: 0 }
            && part.Attributes.Where(attribute => attribute.Name is not ("id" or "rank")).ToList() is [{ } only]
            && only.Name is "qcode" or "uri" or "literal" or "value" or "href" or "residref"
                ? only.Value
                : Texts.Raw(part);
        if (text.Length == 0)
            return;
        Extras.Add(new Extra(place, text));
        if (_kept.Add(place))
        {
            Remark(NewsMlG2Remarks.PartsKept, Severity.Note, part,
                $"'{place}' has no field in a take: kept as an extra.");
        }
    }

    public void Remark(string code, Severity severity, XmlPart place, string message) =>
        Source.Remarks.Add(code, severity, Source.At(place), message);

    /// <summary>A time of the item; one without a zone is kept as it is, and said.</summary>
    public SenderTime? Time(XmlPart part)
    {
        var time = SenderTimes.Read(part.Text, Zone);
        if (time is { At: null })
        {
            Remark(NewsMlG2Remarks.TimeWithoutZone, Severity.Warning, part,
                $"'{part.Name}' is no instant with a zone: kept as it was written.");
        }
        return time;
    }

    static string? LocalPart(string? qcode) => qcode?[(qcode.IndexOf(':') + 1)..];
}
