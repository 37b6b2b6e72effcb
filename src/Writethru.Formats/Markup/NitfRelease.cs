using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>The element <c>date.release</c> of NITF: whether it is an embargo.</summary>
static class NitfRelease
{
    /// <summary>A clock without a zone may be of any place: none is further from UTC than this.</summary>
    static readonly TimeSpan _furthest = TimeSpan.FromHours(14);

    static readonly string[] _clocks =
        ["yyyyMMdd'T'HHmmss", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd'T'HHmm", "yyyy-MM-dd'T'HH:mm"];

    static readonly string[] _days = ["yyyyMMdd", "yyyy-MM-dd"];

    /// <summary>What it says, as an instant or in words; null when it says nothing.</summary>
    public static SenderTime? Read(XmlPart part, string zone)
    {
        var text = part.Attribute("norm") is { Length: > 0 } norm ? norm : part.TextOnOneLine;
        return SenderTimes.Read(text, zone) is { } time
            ? time with { At = time.At ?? EmbargoInstant.Find(time.Text) }
            : null;
    }

    /// <summary>
    /// Whether a release that nobody calls an embargo is one: it lies behind the issue, or may do so. One that repeats
    /// the issue, or its day, is none.
    /// </summary>
    /// <param name="release">The release.</param>
    /// <param name="issue">When the item was issued; null when it does not say.</param>
    /// <param name="isUsable">Whether its status says in so many words that it may be used.</param>
    public static bool Binds(SenderTime release, SenderTime? issue, bool isUsable)
    {
        if (release.At is { } at)
            return issue?.At is not { } issued || at > issued;
        if (Clock(release.Text, _clocks) is { } clock)
        {
            if (issue is null)
                return !isUsable;
            if (Clock(issue.Text, _clocks) is { } printed && printed == clock)
                return false;
            if (issue.At is { } issued)
                return clock + _furthest > issued.UtcDateTime;
            return Clock(issue.Text, _clocks) is { } other ? clock > other : clock.Date > Day(issue.Text);
        }
        if (Clock(release.Text, _days) is not { } day)
            return true;
        return issue is null ? !isUsable : day > Day(issue.Text);
    }

    static DateTime Day(string text) => (Clock(text, _clocks) ?? Clock(text, _days))?.Date ?? DateTime.MinValue;

    /// <summary>Date and time as they are printed, whatever zone follows.</summary>
    static DateTime? Clock(string text, string[] forms)
    {
        foreach (var form in forms)
        {
            var length = form.Replace("'", "", StringComparison.Ordinal).Length;
            if (text.Length >= length && (text.Length == length || !char.IsDigit(text[length]) && text[length] != ':')
                && (forms == _clocks || text.Length == length || text[length] is not 'T')
                && DateTime.TryParseExact(
                    text[..length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
                return at;
        }
        return null;
    }
}
