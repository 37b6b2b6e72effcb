using System.Globalization;
using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>The closed choices and instants of the wire, in the words that a page shows.</summary>
static class InWords
{
    static readonly string[] _months =
        ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

    /// <summary>IPTC urgency: 1 is the most urgent, 5 routine, 8 the least, 9 has the sender's own meaning.</summary>
    public static string Of(int urgency) => urgency switch
    {
        1 => "flash",
        2 => "urgent",
        3 => "urgency 3",
        4 => "urgency 4",
        5 => "routine",
        6 or 7 => $"low ({urgency})",
        8 => "lowest",
        _ => $"sender's own ({urgency})",
    };

    public static string Of(Cause cause) => cause switch
    {
        Cause.First => "first take",
        Cause.WriteThru => "write-thru",
        _ => Words.Of(cause),
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.NotAsked => "not asked yet",
        DeliveryState.Received => "went on behind it",
        DeliveryState.Begun => "begun, may not have arrived",
        _ => Words.Of(state),
    };

    /// <summary>What an editor must do at a notice.</summary>
    public static string WhatToDo(Cause cause) => cause == Cause.Hold
        ? "Do not use it until it is released."
        : "Do not use it. Remove it everywhere, with every picture that came with it.";

    /// <summary><c>19 Sept 2023</c></summary>
    public static string Of(DateOnly date) => $"{Day(date.Day, date.Month)} {date.Year}";

    /// <summary><c>19 Sept 2023, 04:05 UTC</c></summary>
    public static string Of(DateTimeOffset instant) =>
        $"{Of(DateOnly.FromDateTime(instant.UtcDateTime))}, {Clock(instant)} UTC";

    /// <summary><c>04:05</c>, UTC.</summary>
    public static string Clock(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>19 Sept</c>, UTC.</summary>
    public static string Day(DateTimeOffset instant) => Day(instant.UtcDateTime.Day, instant.UtcDateTime.Month);

    /// <summary>What a dateline was resolved to, and how the year is known; empty when nothing could be told.</summary>
    public static string Of(Located located)
    {
        var basis = located.Basis switch
        {
            DateBasis.Printed => "year as printed",
            DateBasis.Sender => "year from the item's own time",
            DateBasis.Received => "year from the day of receipt",
            DateBasis.Copy => "year from the copy",
            _ => "",
        };
        var places = located.Places.Select(place => $"{place.Name} in {Countries.NameOf(place.Country)}");
        var date = located.Date is { } day ? [Of(day), basis] : Array.Empty<string>();
        return string.Join(", ", places.Concat(date).Where(part => part.Length > 0));
    }

    /// <summary><c>3 pictures, 1 withheld</c>; empty without pictures.</summary>
    public static string Pictures(Take take)
    {
        var withheld = take.Pictures.Count(picture => picture.Withheld is not null);
        var count = take.Pictures.Length switch { 0 => "", 1 => "1 picture", var n => $"{n} pictures" };
        return withheld == 0 ? count : $"{count}, {withheld} withheld";
    }

    static string Day(int day, int month) => $"{day} {_months[month - 1]}";
}
