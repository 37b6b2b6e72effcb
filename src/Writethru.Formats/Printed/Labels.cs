using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// Names of labelled head lines, <c>Slug: KOREA-FERRY</c>: what a dispatch has no printed convention for.
/// </summary>
/// <remarks>
/// Most have a hyphen, so that no headline ("Source: port to close") is taken for one.
/// </remarks>
static class Labels
{
    public const string Slug = "Slug";
    public const string Headline = "Headline";
    public const string Urgency = "Urgency";
    public const string Priority = "Priority";
    public const string Language = "Language";
    public const string Keywords = "Keywords";
    public const string SenderId = "Sender-Id";
    public const string SenderVersion = "Sender-Version";
    public const string Sequence = "Sequence";
    public const string Signal = "Signal";
    public const string Status = "Status";
    public const string NotBefore = "Not-Before";
    public const string FirstCreated = "First-Created";
    public const string VersionCreated = "Version-Created";
    public const string Expiry = "Offered-Until";
    public const string Provider = "Provider";
    public const string Source = "Copy-Source";
    public const string CreditLine = "Credit-Line";
    public const string UsageTerms = "Usage-Terms";
    public const string CopyrightNotice = "Copyright-Notice";
    public const string CopyrightHolder = "Copyright-Holder";
    public const string WordCount = "Word-Count";
    public const string OtherHeadline = "Other-Headline";
    public const string Summary = "Copy-Summary";
    public const string Subject = "Subject-Name";
    public const string Genre = "Genre-Name";
    public const string Place = "Place-Name";
    public const string Person = "Person-Name";
    public const string Organisation = "Organisation-Name";
    public const string Note = "Editor-Note";
    public const string PrivateNote = "Private-Note";
    public const string Link = "Link-To";
    public const string ItemType = "Item-Type";

    const int Longest = 20;

    static readonly FrozenSet<string> _all = new[]
    {
        Slug, Headline, Urgency, Priority, Language, Keywords, SenderId, SenderVersion, Sequence, Signal, Status,
        NotBefore, FirstCreated, VersionCreated, Expiry, Provider, Source, CreditLine, UsageTerms, CopyrightNotice,
        CopyrightHolder, WordCount, OtherHeadline, Summary, Subject, Genre, Place, Person, Organisation, Note,
        PrivateNote, Link,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts a head line at its colon when a label of this table stands before it.</summary>
    public static bool TryPart(string text, out string label, out string value)
    {
        (label, value) = ("", "");
        var colon = text.AsSpan(0, Math.Min(text.Length, Longest)).IndexOf(':');
        if (colon < 4 || !_all.Contains(text[..colon]))
            return false;
        (label, value) = (text[..colon], text[(colon + 1)..].Trim(' '));
        return value.Length > 0;
    }
}
