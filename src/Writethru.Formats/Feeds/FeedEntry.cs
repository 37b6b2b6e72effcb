using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>A filed take as an entry of a feed: what all three formats say of it, each in its own elements.</summary>
sealed class FeedEntry
{
    /// <summary>Longest part of a language tag (RFC 5646, 2.1).</summary>
    const int LongestSubtag = 8;

    public FeedEntry(FiledTake filed, Channel channel)
    {
        Filed = filed;
        Take = Notice.Of(filed);
        Provider = channel.Provider.Length > 0 ? channel.Provider : Channel.Default.Provider;
        Label = LabelOf(filed, Take);
        Sent = Take.Status == TakeStatus.Canceled ? Dead() : Alive();
        Links = LinksOf(Sent);
        Extension = TakeExtension.Of(Sent with { Links = Links });
    }

    /// <summary>The take in its place.</summary>
    public FiledTake Filed { get; }

    /// <summary>The take with the status that its cause gives it.</summary>
    public Take Take { get; }

    /// <summary>What of it goes out in the extension: of a canceled one, that it is dead.</summary>
    public Take Sent { get; }

    /// <summary>Links that go out: the take's own, and one to the take before.</summary>
    public ImmutableArray<Link> Links { get; }

    /// <summary>The take as our extension.</summary>
    public JsonElement Extension { get; }

    /// <summary>The agency that moves the copy.</summary>
    public string Provider { get; }

    /// <summary>What stands before the headline so that a reader sees it; empty when nothing does.</summary>
    public string Label { get; }

    /// <summary>Whether nothing of the copy may go out.</summary>
    public bool IsCanceled => Take.Status == TakeStatus.Canceled;

    /// <summary>Identity: the same for every take of the story.</summary>
    public string Id => $"urn:writethru:{Filed.Story.Value}";

    /// <summary>When this take was filed (RFC 3339).</summary>
    public string Updated => Instant.Write(Filed.FiledAt);

    /// <summary>When the sender first made it (RFC 3339); null when nobody knows.</summary>
    public string? Published => Take.FirstCreated?.At is { } at ? Instant.Write(at) : null;

    /// <summary>Label and headline; the slug where there is no headline, and of a canceled one.</summary>
    public string Title => string.Join(' ', ((string[])
        [Label, IsCanceled || Take.Headline.Length == 0 ? Take.Slug : Take.Headline]).Where(part => part.Length > 0));

    /// <summary>Who wrote it; who moves it, when nobody is named.</summary>
    public string Author => !IsCanceled && Take.Byline.Length > 0 ? Take.Byline : Provider;

    /// <summary>The words of a canceled item.</summary>
    public string Withdrawal => Take.Advisory?.Text ?? "(KILL)";

    /// <summary>The copy as HTML.</summary>
    public string Html => IsCanceled ? "" : FeedHtml.Of(Take);

    /// <summary>Notice and terms, as one text for those who show it.</summary>
    public string Rights => string.Join(" ", ((string?[])[Take.CopyrightNotice, Take.UsageTerms?.Text])
        .Where(text => !string.IsNullOrEmpty(text)).Distinct());

    /// <summary>The language, where it has the shape of a tag; empty otherwise.</summary>
    public string Language => Take.Language.Split('-').All(part => part.Length is > 0 and <= LongestSubtag
        && part.All(char.IsAsciiLetterOrDigit)) ? Take.Language : "";

    /// <summary>Pictures with a file on the web that this receiver may have.</summary>
    public IEnumerable<Picture> Shown => IsCanceled ? [] : Take.Pictures.Where(picture => picture.Withheld is null
        && picture.Renditions.Any(file => References.IsWeb(file.Href)));

    /// <summary>What keeps it back, and that it corrects: no reader of feeds knows fields for either.</summary>
    static string LabelOf(FiledTake filed, Take take) =>
        $"{StandingOf(filed, take)} {(filed.Cause == Cause.Correction ? "CORRECTION:" : "")}".Trim();

    /// <summary>An embargo that is over says when it ended.</summary>
    static string StandingOf(FiledTake filed, Take take) => take switch
    {
        { Status: TakeStatus.Canceled } => "WITHDRAWN:",
        { Status: TakeStatus.Withheld } => "HOLD:",
        { Embargo.Until: { } until } when until > filed.FiledAt => $"EMBARGOED UNTIL {Instant.Write(until)}:",
        { Embargo: { Until: null } } when filed.Cause != Cause.Release => "EMBARGOED:",
        _ => "",
    };

    /// <summary>First takes carry no signal.</summary>
    public static Signal SignalOf(Cause cause) => cause switch
    {
        Cause.Correction => Signal.Correction,
        Cause.Refile => Signal.Refile,
        Cause.Development or Cause.Lead or Cause.WriteThru => Signal.Update,
        _ => Signal.None,
    };

    Take Dead() => new()
    {
        Slug = Take.Slug,
        Advisory = Take.Advisory,
        Status = TakeStatus.Canceled,
        SenderVersion = Filed.Number.ToString(CultureInfo.InvariantCulture),
    };

    Take Alive() => Take with
    {
        SenderId = "",
        SenderVersion = Filed.Number.ToString(CultureInfo.InvariantCulture),
        VersionCreated = null,
        Signal = SignalOf(Filed.Cause),
        Notes = [.. Take.Notes.Where(note => note.IsPublic)],
        Extras = [.. Take.Extras.Where(extra => ExtraNames.GoesOut(extra.Name))],
    };

    ImmutableArray<Link> LinksOf(Take sent) => Filed.Number < 2 || IsCanceled ? sent.Links : sent.Links.Add(
        new Link(LinkRels.PreviousVersion, Id)
        {
            Version = (Filed.Number - 1).ToString(CultureInfo.InvariantCulture),
        });
}
