using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Writes the small pieces of an edition, and keeps what it had no place for.</summary>
/// <param name="json">Where to.</param>
/// <param name="edition">Which names.</param>
sealed class NinjsJson(Utf8JsonWriter json, NinjsEdition edition)
{
    readonly ImmutableArray<Omission>.Builder _omissions = ImmutableArray.CreateBuilder<Omission>();

    /// <summary>Where to.</summary>
    public Utf8JsonWriter Json => json;

    /// <summary>The edition.</summary>
    public NinjsEdition Edition => edition;

    /// <summary>What was not written.</summary>
    public ImmutableArray<Omission> Omissions => _omissions.ToImmutable();

    /// <summary>Says that a field is not written; nothing is said of a field that has nothing.</summary>
    public void Omit(bool isThere, string field, string reason)
    {
        if (isThere)
            _omissions.Add(new Omission(field, reason));
    }

    /// <summary>
    /// Those of a list that are carried. The others are said by their places; where none is carried, the list as one.
    /// </summary>
    public List<T> Carried<T>(string field, ImmutableArray<T> items, Func<T, bool> isCarried, string reason)
    {
        var carried = items.Where(isCarried).ToList();
        Omit(carried.Count == 0 && !items.IsEmpty, field, reason);
        for (var i = 0; i < items.Length && carried.Count > 0; i++)
            Omit(!isCarried(items[i]), $"{field}[{i}]", reason);
        return carried;
    }

    /// <summary>Text; nothing when it is empty.</summary>
    public void Text(string key, string value)
    {
        if (value.Length > 0)
            json.WriteString(edition.Key(key), value);
    }

    /// <summary>A number; nothing when there is none.</summary>
    public void Number(string key, long? value)
    {
        if (value is { } number)
            json.WriteNumber(edition.Key(key), number);
    }

    /// <summary>A list; nothing when it is empty.</summary>
    public void List<T>(string key, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(edition.Key(key));
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    /// <summary>An element with a role and a value.</summary>
    public void Part(Labelled part)
    {
        json.WriteStartObject();
        Text("role", part.Role);
        json.WriteString("value", part.Text);
        json.WriteEndObject();
    }

    /// <summary>A source with its role.</summary>
    public void Source((string Role, string Name) source)
    {
        json.WriteStartObject();
        json.WriteString("role", source.Role);
        json.WriteString("name", source.Name);
        json.WriteEndObject();
    }

    /// <summary>A time of the sender's: the instant, where there is one.</summary>
    public void Time(string key, string field, SenderTime? time)
    {
        if (time is null)
            return;
        if (time.At is not { } at)
        {
            Omit(true, field, "No instant: a time without a zone would be a guess.");
            return;
        }
        json.WriteString(edition.Key(key), Instant.Write(at));
        Omit(time.Text != Instant.Write(at), $"{field}.text", "Times are written in one form, in UTC.");
    }

    /// <summary>A number as text, the same in every country.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
