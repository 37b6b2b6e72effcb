using System.Collections.Immutable;
using Writethru.Copy.Json;

namespace Writethru.Copy;

/// <summary>One complete edition of a story, as it moved on the wire.</summary>
/// <remarks>
/// A take is a fact and never changes; a correction or a kill is the next take. It holds only what is printed: what a
/// machine concludes from it lies beside it, in a <see cref="TakeReading"/>. Two takes are equal when their
/// <see cref="CanonicalJson"/> is equal; the record's own equality compares arrays by reference and must not be used.
/// Absent text is <c>""</c>, never null.
/// </remarks>
public sealed record Take
{
    /// <summary>The agency's own headline; empty when the copy brought none. Never made from the lead.</summary>
    public string Headline { get; init; } = "";

    /// <summary>The slug as the sender wrote it; empty when none.</summary>
    public string Slug { get; init; } = "";

    /// <summary>IPTC urgency, 1 (flash) to 9; null when the copy does not say.</summary>
    public int? Urgency { get; init; }

    /// <summary>The series label as printed, without its brackets: <c>URGENT</c>, <c>LEAD</c>, <c>2nd LD</c>.</summary>
    public string Series { get; init; } = "";

    /// <summary>The note to editors that this take opens with; null when there is none.</summary>
    public Advisory? Advisory { get; init; }

    /// <summary>The dateline as printed; null when the lead has none.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>Who wrote it, as printed, without a leading "By".</summary>
    public string Byline { get; init; } = "";

    /// <summary>The address under the copy to which editors may turn.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The mark that ends the copy, verbatim: <c>(END)</c>, <c>///</c>, <c>Enditem</c>.</summary>
    public string EndMark { get; init; } = "";

    /// <summary>The sender's own identity of the story, verbatim; empty when it gave none.</summary>
    public string SenderId { get; init; } = "";

    /// <summary>The sender's own version, verbatim; empty when it gave none. Never our number.</summary>
    public string SenderVersion { get; init; } = "";

    /// <summary>What the sender says may be done with the item. Absent in the copy: usable.</summary>
    public TakeStatus Status { get; init; } = TakeStatus.Usable;

    /// <summary>Not before this instant; null when the copy has no word of an embargo.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>Language of the copy as a BCP 47 tag; empty when the sender does not say.</summary>
    public string Language { get; init; } = "";

    /// <summary>The credit line of the whole item; empty when none.</summary>
    public string CreditLine { get; init; } = "";

    /// <summary>Terms that bind the whole item, verbatim; null when there are none. Pictures carry their own.</summary>
    public UsageTerms? UsageTerms { get; init; }

    /// <summary>
    /// The sender's service and number of the transmission, verbatim: <c>eca062</c>, <c>a0123</c>. Empty when none.
    /// </summary>
    public string Sequence { get; init; } = "";

    /// <summary>What the sender says that this transmission does.</summary>
    public Signal Signal { get; init; } = Signal.None;

    /// <summary>
    /// Whether it holds only a part, to be worked into the take before; kept whole, never filed as a take.
    /// </summary>
    public bool IsPartial => Signal is Signal.Add or Signal.Insert or Signal.Sub or Signal.Delta;

    /// <summary>The sender's priority of delivery, 1 to 9; null when it does not say.</summary>
    public int? Priority { get; init; }

    /// <summary>When the sender first made the item; null when it does not say.</summary>
    public SenderTime? FirstCreated { get; init; }

    /// <summary>When the sender made this version; null when it does not say.</summary>
    public SenderTime? VersionCreated { get; init; }

    /// <summary>
    /// After this instant the sender no longer offers the item; null when it does not say. Never an embargo.
    /// </summary>
    public SenderTime? Expiry { get; init; }

    /// <summary>Who moves the item, as the sender names itself; empty when it does not.</summary>
    public string Provider { get; init; } = "";

    /// <summary>
    /// Whose story it is, as far as the copy says: who moves it, else the agency of the dateline; empty when it does
    /// not.
    /// </summary>
    public string Agency => Provider.Length > 0 ? Provider : Dateline?.Agency ?? "";

    /// <summary>Where the copy comes from, when that is another than who moves it; empty when not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>The copyright notice, verbatim; says who owns the copy, not what may be done with it.</summary>
    public string CopyrightNotice { get; init; } = "";

    /// <summary>Who holds the copyright; empty when not said.</summary>
    public string CopyrightHolder { get; init; } = "";

    /// <summary>The words of the copy as the sender counted them; null when it did not.</summary>
    public int? WordCount { get; init; }

    /// <summary>Further headlines, each with the sender's role: short, sub, alternative.</summary>
    public ImmutableArray<Labelled> Headlines { get; init; } = [];

    /// <summary>Summaries and descriptions of the copy that are not part of it.</summary>
    public ImmutableArray<Labelled> Descriptions { get; init; } = [];

    /// <summary>What it is about, by code.</summary>
    public ImmutableArray<Concept> Subjects { get; init; } = [];

    /// <summary>What kind of copy it is.</summary>
    public ImmutableArray<Concept> Genres { get; init; } = [];

    /// <summary>Places that the sender names beside the dateline.</summary>
    public ImmutableArray<Concept> Places { get; init; } = [];

    /// <summary>People whom the sender names.</summary>
    public ImmutableArray<Concept> People { get; init; } = [];

    /// <summary>Organisations that the sender names.</summary>
    public ImmutableArray<Concept> Organisations { get; init; } = [];

    /// <summary>Free keywords.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>
    /// Further notes to editors, public or not; <see cref="Advisory"/> holds the first that is public.
    /// </summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>What the item points to: the take before, related items, its place on the web.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>
    /// The body in reading order. Paragraph 1 of an advisory is <c>Body[0]</c>, without the dateline.
    /// </summary>
    public ImmutableArray<Paragraph> Body { get; init; } = [];

    /// <summary>What kind of item it is.</summary>
    public TakeKind Kind { get; init; } = TakeKind.Text;

    /// <summary>The pictures that belong to the copy, in reading order. They take no paragraph number.</summary>
    public ImmutableArray<Picture> Pictures { get; init; } = [];

    /// <summary>Text that has no home of its own yet, each with the name of its place; nothing is lost.</summary>
    public ImmutableArray<Extra> Extras { get; init; } = [];
}

/// <summary>A note to editors about what this take changed, as printed.</summary>
/// <param name="Text">The whole line, brackets included.</param>
public sealed record Advisory(string Text);

/// <summary>Text of the item that has no field of its own.</summary>
/// <param name="Name">
/// A name from <see cref="ExtraNames"/>, or the sender's own name of the field, such as a key of its JSON.
/// </param>
/// <param name="Text">The text, verbatim.</param>
public sealed record Extra(string Name, string Text);

/// <summary>The names of extras that several formats share.</summary>
public static class ExtraNames
{
    /// <summary>
    /// "(Reporting by …; Editing by …)": who worked on the copy. Stands after the body, never counted.
    /// </summary>
    public const string SignOff = "signOff";

    /// <summary>Whatever follows the end mark: counters, web lists, routing.</summary>
    public const string Trailer = "trailer";

    /// <summary>A header line of the transmission that is neither slug, headline nor byline.</summary>
    public const string Header = "header";

    /// <summary>
    /// Whether such an extra is copy that goes out with its take. A sender's raw field may hold a picture that the gate
    /// withholds, and so may text behind the end mark: those are kept, and leave by no path.
    /// </summary>
    public static bool GoesOut(string name) => name is SignOff or Header;
}

/// <summary>What kind of item a take is.</summary>
public enum TakeKind
{
    /// <summary>Copy, with or without pictures (IPTC <c>ninat:text</c>).</summary>
    Text,

    /// <summary>A picture by itself: no body, and one picture (IPTC <c>ninat:picture</c>).</summary>
    Picture,
}

/// <summary>What the sender says may be done with an item.</summary>
public enum TakeStatus
{
    /// <summary>May be used (IPTC <c>stat:usable</c>).</summary>
    Usable,

    /// <summary>Must wait (IPTC <c>stat:withheld</c>).</summary>
    Withheld,

    /// <summary>Must never be used (IPTC <c>stat:canceled</c>); filed as a kill.</summary>
    Canceled,
}

/// <summary>The words that forbid use before an instant.</summary>
/// <param name="Text">The words as printed, verbatim.</param>
/// <param name="Until">
/// The instant, when the words name one with a date and a zone. Null: it could not be read, and the item waits for a
/// person (law 7).
/// </param>
public sealed record Embargo(string Text, DateTimeOffset? Until);
