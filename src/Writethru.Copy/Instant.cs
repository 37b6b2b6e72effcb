using System.Globalization;

namespace Writethru.Copy;

/// <summary>
/// The one way in which instants are written: RFC 3339, UTC, <c>Z</c>, fractions only where there are any.
/// </summary>
public static class Instant
{
    const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    static readonly string[] _offsetForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
         "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>Writes an instant; one given with another offset is turned to UTC.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads an RFC 3339 instant. Null for anything else, and for a time without a zone: a clock time without a zone is
    /// not an instant.
    /// </summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(text, _offsetForms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
}
