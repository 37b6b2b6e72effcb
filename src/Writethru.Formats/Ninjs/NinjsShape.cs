using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>What a value of ninjs may be: the small part of JSON Schema that IPTC's schemas of it use.</summary>
abstract record NinjsShape
{
    NinjsShape() { }

    /// <summary>Text.</summary>
    public sealed record Text : NinjsShape;

    /// <summary>A URI; only text before 2.1, whose own examples have others.</summary>
    public sealed record Address : NinjsShape;

    /// <summary>An instant of RFC 3339; only text before 2.1, whose own examples have others.</summary>
    public sealed record Time : NinjsShape;

    /// <summary>A number within limits.</summary>
    public sealed record Number(bool IsWhole = false, int Least = int.MinValue, int Most = int.MaxValue) : NinjsShape;

    /// <summary>One of some words.</summary>
    public sealed record Choice(params ImmutableArray<string> Words) : NinjsShape;

    /// <summary>A list.</summary>
    public sealed record List(NinjsShape Each) : NinjsShape;

    /// <summary>An object.</summary>
    /// <param name="Known">Its properties.</param>
    public sealed record Keys(FrozenDictionary<string, NinjsShape> Known) : NinjsShape
    {
        /// <summary>Properties that must be there.</summary>
        public ImmutableArray<string> Required { get; init; } = [];

        /// <summary>Properties of which exactly one must be there.</summary>
        public ImmutableArray<string> ExactlyOne { get; init; } = [];

        /// <summary>Starts of names that are allowed beside the known ones: text.</summary>
        public ImmutableArray<string> Starts { get; init; } = [];

        /// <summary>What properties of all other names are; null: there must be none.</summary>
        public NinjsShape? Others { get; init; }
    }

    /// <summary>An item in an item.</summary>
    /// <param name="More">Properties that it has beside those of an item.</param>
    /// <param name="Required">Properties that it must have.</param>
    public sealed record Item(ImmutableArray<string> More, ImmutableArray<string> Required) : NinjsShape;

    /// <summary>Whatever it is.</summary>
    public sealed record Anything : NinjsShape;

    /// <summary>Whether the value is an object, where nothing more is said of it.</summary>
    public sealed record AnyObject : NinjsShape;
}

/// <summary>Holds a value against a shape.</summary>
/// <param name="item">The shape of the whole item.</param>
/// <param name="fault">Hears of each fault: its place, and what was expected there.</param>
sealed class NinjsShapeCheck(NinjsShape.Keys item, Action<string, string> fault)
{
    /// <summary>Checks a value; recursion is as deep as the JSON, which the reader has bounded.</summary>
    public void Check(JsonElement value, NinjsShape shape, string path)
    {
        switch (shape)
        {
            case NinjsShape.Text or NinjsShape.Address or NinjsShape.Time or NinjsShape.Choice:
                CheckText(value, shape, path);
                break;
            case NinjsShape.Number number:
                CheckNumber(value, number, path);
                break;
            case NinjsShape.List list when value.ValueKind == JsonValueKind.Array:
                var at = 0;
                foreach (var element in value.EnumerateArray())
                    Check(element, list.Each, $"{path}[{at++}]");
                break;
            case NinjsShape.List:
                fault(path, "a list");
                break;
            case NinjsShape.Keys keys:
                CheckKeys(value, keys, [], path);
                break;
            case NinjsShape.Item inner:
                CheckKeys(value, item with { Required = inner.Required }, inner.More, path);
                break;
            case NinjsShape.AnyObject when value.ValueKind != JsonValueKind.Object:
                fault(path, "an object");
                break;
        }
    }

    void CheckText(JsonElement value, NinjsShape shape, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            fault(path, "text");
            return;
        }
        var text = value.GetString()!;
        if (shape is NinjsShape.Choice choice && !choice.Words.Contains(text))
            fault(path, $"one of {string.Join(", ", choice.Words)}");
        else if (shape is NinjsShape.Address && !NinjsUri.IsUri(text))
            fault(path, "a URI");
        else if (shape is NinjsShape.Time && Instant.Parse(text) is null)
            fault(path, "an instant of RFC 3339 with its zone");
    }

    void CheckNumber(JsonElement value, NinjsShape.Number shape, string path)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number)
            || shape.IsWhole && number % 1 != 0)
            fault(path, shape.IsWhole ? "a whole number" : "a number");
        else if (number < shape.Least || number > shape.Most)
            fault(path, $"{shape.Least} to {shape.Most}");
    }

    void CheckKeys(JsonElement value, NinjsShape.Keys keys, ImmutableArray<string> more, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            fault(path, "an object");
            return;
        }
        HashSet<string> seen = [];
        foreach (var property in value.EnumerateObject())
        {
            var place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!seen.Add(property.Name))
                fault(place, "it once");
            if (keys.Known.TryGetValue(property.Name, out var shape))
                Check(property.Value, shape, place);
            else if (more.Contains(property.Name) || keys.Starts.Any(start => Begins(property.Name, start)))
                CheckText(property.Value, new NinjsShape.Text(), place);
            else if (keys.Others is { } others)
                Check(property.Value, others, place);
            else
                fault(place, "no such property");
        }
        foreach (var name in keys.Required.Where(name => !seen.Contains(name)))
            fault(path.Length == 0 ? name : $"{path}.{name}", "it to be there");
        if (!keys.ExactlyOne.IsEmpty && keys.ExactlyOne.Count(seen.Contains) != 1)
            fault(path, $"exactly one of {string.Join(", ", keys.ExactlyOne)}");
    }

    /// <summary>
    /// A letter, a digit or '_' follows; what comes after that may be anything, as the schemas' patterns say.
    /// </summary>
    static bool Begins(string name, string start) => name.StartsWith(start, StringComparison.Ordinal)
        && name.Length > start.Length && (char.IsAsciiLetterOrDigit(name[start.Length]) || name[start.Length] == '_');
}
