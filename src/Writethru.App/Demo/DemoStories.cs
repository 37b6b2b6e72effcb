using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Writethru.App.Demo;

/// <summary>The demo's own dispatches, with the day filled in on which the demo was first started.</summary>
static class DemoStories
{
    const string Folder = "Demo/Stories/";

    /// <summary>As English-language wires abbreviate them.</summary>
    static readonly string[] _months =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary>All names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(DemoStories).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The dispatch as it goes over the wire, in UTF-8.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static byte[] Read(string name, DateOnly day)
    {
        using var stream = typeof(DemoStories).Assembly.GetManifestResourceStream($"{Folder}{name}.txt")
            ?? throw new ArgumentException(
                $"Found '{name}', expected one of {string.Join(", ", Names)}.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(Fill(reader.ReadToEnd(), day));
    }

    /// <summary>The file of a photo, which was drawn for the demo.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static byte[] ReadPhoto(string name)
    {
        using var stream = typeof(DemoStories).Assembly.GetManifestResourceStream($"Demo/Photos/{name}")
            ?? throw new ArgumentException($"Found '{name}', expected the name of a photo of the demo.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static string Fill(string text, DateOnly day) => text
        .Replace("{weekday}", Weekday(day), StringComparison.Ordinal)
        .Replace("{date}", $"{_months[day.Month - 1]} {day.Day}", StringComparison.Ordinal)
        .Replace("{day}", day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    static string Weekday(DateOnly day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day.DayOfWeek);
}
