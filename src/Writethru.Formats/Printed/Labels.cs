using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// Names of labelled head lines, <c>Slug: KOREA-FERRY</c>: what a dispatch has no printed convention for.
/// </summary>
static class Labels
{
    public const string Slug = "Slug";
    public const string Headline = "Headline";
    public const string Urgency = "Urgency";
    public const string Language = "Language";
    public const string SenderId = "Sender-Id";
    public const string SenderVersion = "Sender-Version";
    public const string Status = "Status";
    public const string NotBefore = "Not-Before";
    public const string CreditLine = "Credit-Line";
    public const string UsageTerms = "Usage-Terms";

    static readonly FrozenSet<string> _all = new[]
    {
        Slug, Headline, Urgency, Language, SenderId, SenderVersion, Status, NotBefore, CreditLine, UsageTerms,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts a head line at its colon when a label of this table stands before it.</summary>
    public static bool TryPart(string text, out string label, out string value)
    {
        (label, value) = ("", "");
        var colon = text.AsSpan(0, Math.Min(text.Length, 20)).IndexOf(':');
        if (colon < 4 || !_all.Contains(text[..colon]))
            return false;
        (label, value) = (text[..colon], text[(colon + 1)..].Trim(' '));
        return value.Length > 0;
    }
}
