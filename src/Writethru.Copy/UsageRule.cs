using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>One thing that usage terms allow or deny.</summary>
public sealed record UsageRule
{
    /// <summary>What it is about: a name from <see cref="UsageKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The only ones allowed: countries for a territory, names of <see cref="UsageMedia"/> for a medium, names of
    /// services for clients. A country is ISO 3166-1 alpha-2, a part of one ISO 3166-2 (<c>CA-QC</c>). Empty: not
    /// limited to any.
    /// </summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>The ones denied, as in <see cref="Allow"/>.</summary>
    public ImmutableArray<string> Deny { get; init; } = [];

    /// <summary>
    /// For the other kinds: <c>none</c> where it forbids, else the words it names; empty where it has none.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>No use before this instant; null: from the first.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>No use at and after this instant; null: without end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The words that say so, in <see cref="UsageTerms.Whole"/>.</summary>
    public TextSpan Span { get; init; }

    /// <summary>How sure the reading is, 0 to 1.</summary>
    public double Sure { get; init; } = 1;
}

/// <summary>The kinds of usage rule.</summary>
public static class UsageKinds
{
    /// <summary>Where it may be shown, by lists of countries.</summary>
    public const string Territory = "territory";

    /// <summary>In what it may be shown, by lists of <see cref="UsageMedia"/>.</summary>
    public const string Medium = "medium";

    /// <summary>For clients of which services, by lists of names.</summary>
    public const string Clients = "clients";

    /// <summary>
    /// For what it may be used, by lists of <see cref="UsagePurposes"/>: those denied, and those granted. What is not
    /// granted is not denied by it; but training is never allowed where nothing grants it.
    /// </summary>
    public const string Purpose = "purpose";

    /// <summary>Whether a customer may pass it on.</summary>
    public const string Redistribution = "redistribution";

    /// <summary>Whether a customer may sell it on.</summary>
    public const string Sale = "sale";

    /// <summary>Whether a customer may keep it to use it again.</summary>
    public const string Archive = "archive";

    /// <summary>For the editorial part alone: <c>only</c>.</summary>
    public const string Editorial = "editorial";

    /// <summary>Whether it may advertise or sell something.</summary>
    public const string Commercial = "commercial";

    /// <summary>
    /// Whether it may be changed: <c>none</c>, or <c>noCropping</c>. Binds whoever prints it; keeps it from nobody.
    /// </summary>
    public const string Modification = "modification";

    /// <summary>
    /// Who must not be recognised: <c>faces</c>, <c>minors</c>. Binds whoever prints it; keeps it from nobody.
    /// </summary>
    public const string People = "people";

    /// <summary>That it may be used once. Binds whoever prints it; keeps it from nobody.</summary>
    public const string OneTime = "oneTime";

    /// <summary>When it may be used, by <see cref="UsageRule.From"/> and <see cref="UsageRule.Until"/>.</summary>
    public const string Window = "window";

    /// <summary>
    /// Not before an instant: <see cref="UsageRule.From"/>. Without one the words name a time whose instant is not
    /// known, in <see cref="UsageRule.Value"/>, and a person has to clear them.
    /// </summary>
    public const string Embargo = "embargo";

    /// <summary>Whom to credit when it is shown.</summary>
    public const string MandatoryCredit = "mandatoryCredit";

    /// <summary>It is a photo handed out by its subject; says nothing about use.</summary>
    public const string Handout = "handout";

    /// <summary>It was taken for a pool; says nothing about use.</summary>
    public const string Pool = "pool";

    /// <summary>It is from the files; says nothing about use.</summary>
    public const string FilePhoto = "filePhoto";

    /// <summary>"All rights reserved": understood, adds no restriction.</summary>
    public const string Copyright = "copyright";

    /// <summary>
    /// Whether a rule of this kind speaks by <see cref="UsageRule.Allow"/> and <see cref="UsageRule.Deny"/>.
    /// </summary>
    public static bool IsByLists(string kind) => kind is Territory or Medium or Clients or Purpose;
}

/// <summary>What a customer does with copy: the words of rules, of contracts and of the command line.</summary>
/// <remarks>The four that IPTC's data mining values and the reservations for text and data mining tell apart.</remarks>
public static class UsagePurposes
{
    /// <summary>Shown to people.</summary>
    public const string Display = "display";

    /// <summary>Found by search, with a few of its words.</summary>
    public const string Index = "index";

    /// <summary>Given to a model that answers with it.</summary>
    public const string AiInput = "ai-input";

    /// <summary>Used to make or better a model.</summary>
    public const string Train = "train";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Display, Index, AiInput, Train];

    /// <summary>Those of a contract that names none.</summary>
    public static ImmutableArray<string> Usual { get; } = [Display, Index];

    /// <summary>Whether they are those of a contract that names none, in any order.</summary>
    public static bool AreUsual(ImmutableArray<string> purposes) =>
        purposes.Length == Usual.Length && Usual.All(purposes.Contains);
}

/// <summary>What copy and pictures are shown in: the words of rules, of contracts and of the command line.</summary>
public static class UsageMedia
{
    /// <summary>Newspapers.</summary>
    public const string Newspaper = "newspaper";

    /// <summary>Magazines.</summary>
    public const string Magazine = "magazine";

    /// <summary>Books.</summary>
    public const string Book = "book";

    /// <summary>Sites in the web.</summary>
    public const string Web = "web";

    /// <summary>Applications and messages on telephones.</summary>
    public const string Mobile = "mobile";

    /// <summary>Television.</summary>
    public const string Tv = "tv";

    /// <summary>Radio.</summary>
    public const string Radio = "radio";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Newspaper, Magazine, Book, Web, Mobile, Tv, Radio];

    /// <summary>
    /// The media that a word names, itself one of <see cref="All"/> or a name of several: <c>print</c> is newspaper,
    /// magazine and book, <c>internet</c> is web and mobile, <c>broadcast</c> is tv and radio. Empty for any other
    /// word.
    /// </summary>
    public static ImmutableArray<string> Named(string word) => word switch
    {
        "print" => [Newspaper, Magazine, Book],
        "internet" => [Web, Mobile],
        "broadcast" => [Tv, Radio],
        _ => All.Contains(word) ? [word] : [],
    };
}
