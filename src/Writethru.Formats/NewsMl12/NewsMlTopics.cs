using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>The topics that a document brings itself, by which formal names have names and people are named.</summary>
/// <remarks>A pointer out of the document is never followed.</remarks>
sealed class NewsMlTopics
{
    readonly Dictionary<string, XmlPart> _byDuid = new(StringComparer.Ordinal);

    public NewsMlTopics(XmlPart root)
    {
        foreach (var part in root.SelfAndDescendants())
        {
            if (part.Name is "Topic" or "TopicSet" && part.Attribute("Duid") is { Length: > 0 } duid)
                _byDuid.TryAdd(duid, part);
        }
    }

    /// <summary>
    /// The topic that a pointer such as <c>#t1</c> names, and its type; null when the document has none.
    /// </summary>
    public (Concept Concept, string Type)? Find(string? pointer)
    {
        if (Local(pointer) is not { Name: "Topic" } topic)
            return null;
        var name = topic.Child("FormalName");
        var code = name?.Text.Trim() ?? "";
        return (
            new Concept(NewsMlNames.SchemeOf(name?.Attribute("Scheme"), code, null), code, NameOf(topic)),
            topic.Child("TopicType")?.Attribute("FormalName") ?? "");
    }

    /// <summary>What the vocabulary that a pointer names calls a code; empty when it does not say.</summary>
    public string NameIn(string? vocabulary, string code)
    {
        if (Local(vocabulary) is not { Name: "TopicSet" } set)
            return "";
        var topic = set.All("Topic").FirstOrDefault(topic =>
            topic.All("FormalName").Any(name => name.Text.Trim() == code));
        return topic is null ? "" : NameOf(topic);
    }

    static string NameOf(XmlPart topic) => topic.Child("Description")?.Text ?? "";

    XmlPart? Local(string? pointer) =>
        pointer is { Length: > 1 } && pointer[0] == '#' ? _byDuid.GetValueOrDefault(pointer[1..]) : null;
}
