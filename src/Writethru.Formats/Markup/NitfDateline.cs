using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.Markup;

/// <summary>The element <c>dateline</c> of NITF: text with places and a date in it.</summary>
static class NitfDateline
{
    const int LongestPlace = 60;

    /// <summary>
    /// The dateline; null when the element says nothing, or nothing but an instant for machines, as EFE writes it.
    /// </summary>
    public static Dateline? Read(XmlPart part)
    {
        if (OfLine(NitfText.OneLineOf(part)) is not { } dateline)
            return null;
        var places = part.All("location").Select(Place).Where(place => place.Length > 0).ToList();
        if (dateline.Agency.Length > 0 || dateline.Date is not null || places.Count == 0)
            return dateline;
        return dateline with
        {
            Places = [.. places],
            Region = part.All("location").Select(Region).FirstOrDefault(region => region.Length > 0) ?? "",
            Date = part.Child("story.date") is { } date ? Printed(date.TextOnOneLine, date.Attribute("norm")) : null,
        };
    }

    /// <summary>A dateline from its text alone; null when it says nothing to a reader.</summary>
    public static Dateline? OfLine(string text)
    {
        if (text.Length == 0 || IsMachineTime(text))
            return null;
        if (DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text)
            return found.Dateline;
        var isPlace = text.Length <= LongestPlace && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '.');
        return new Dateline { Text = text, Places = isPlace && char.IsLetter(text[^1]) ? [text] : [] };
    }

    /// <summary>What machines read in a <c>story.date</c>; empty when nothing.</summary>
    public static string TimeOf(XmlPart part) => part.Child("story.date")?.Attribute("norm") ?? "";

    static bool IsMachineTime(string text) =>
        text.Length >= 8 && text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0
        || SenderTimes.Read(text, "") is { At: not null };

    static string Place(XmlPart location) =>
        location.Child("city") is { } city ? NitfText.OneLineOf(city)
        : location.Children.Any() ? ""
        : location.TextOnOneLine;

    static string Region(XmlPart location) =>
        (location.Child("country") ?? location.Child("state") ?? location.Child("region")) is { } region
            ? NitfText.OneLineOf(region)
            : "";

    static PrintedDate? Printed(string text, string? norm)
    {
        if (DateGrammar.Find(text) is { } found && found.Length == text.Length)
            return found.Date;
        return norm is { Length: >= 8 } && text.Length > 0
            && DateOnly.TryParseExact(norm[..8], "yyyyMMdd", out var date) && text.Contains(
                date.Day.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? new PrintedDate(null, date.Month, date.Day)
            : null;
    }
}
