using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>A field of a take under its label.</summary>
/// <param name="Label">The label, without its colon.</param>
/// <param name="IsOnce">Whether an item has it once; else each line of it adds one.</param>
/// <param name="Values">What stands behind the label, one value a line; none when the take has nothing to say.</param>
/// <param name="Read">Reads such a value; false when it does not fit.</param>
sealed record TakeField(
    string Label, bool IsOnce, Func<Take, IEnumerable<string>> Values, Func<TakeDraft, string, bool> Read)
{
    /// <summary>A field of text, as it is.</summary>
    public static TakeField OfText(string label, Func<Take, string> get, Func<Take, string, Take?> set) => new(
        label, IsOnce: true, take => Some(get(take)), (draft, value) => Set(draft, set(draft.Head, value)));

    /// <summary>A field with a number.</summary>
    public static TakeField OfNumber(
        string label, int least, int most, Func<Take, int?> get, Func<Take, int, Take> set) => OfText(
        label, take => get(take)?.ToString(CultureInfo.InvariantCulture) ?? "",
        (take, value) => ReadNumber(value, least, most) is { } number ? set(take, number) : null);

    /// <summary>
    /// A field with a time: as the sender wrote it, and behind a bar its instant where that is another.
    /// </summary>
    public static TakeField OfTime(
        string label, Func<Take, SenderTime?> get, Func<Take, SenderTime, Take> set) => OfText(
        label, take => get(take) is { } time ? WriteTime(time) : "",
        (take, value) => ReadTime(value) is { } time ? set(take, time) : null);

    /// <summary>A field with a list; a line each.</summary>
    public static TakeField OfList<T>(
        string label, Func<Take, IEnumerable<T>> get, Func<T, string> write, Action<TakeDraft, string> add) => new(
        label, IsOnce: false, take => get(take).Select(write), (draft, value) =>
        {
            add(draft, value);
            return true;
        });

    /// <summary>The number, when it is one within the limits.</summary>
    public static int? ReadNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : null;

    /// <summary>A time as <see cref="OfTime"/> writes it.</summary>
    public static string WriteTime(SenderTime time) => SenderTimes.Read(time.Text, "") == time
        ? LabelParts.Join(time.Text)
        : LabelParts.Join(time.Text, time.At is { } at ? Instant.Write(at) : "no zone");

    /// <summary>Reads what <see cref="WriteTime"/> wrote.</summary>
    public static SenderTime? ReadTime(string value)
    {
        var parts = LabelParts.Split(value);
        return parts.Count > 1 ? new SenderTime(parts[0], Instant.Parse(parts[1])) : SenderTimes.Read(parts[0], "");
    }

    static IEnumerable<string> Some(string value) => value.Length > 0 ? [value] : [];

    static bool Set(TakeDraft draft, Take? read)
    {
        draft.Head = read ?? draft.Head;
        return read is not null;
    }
}
