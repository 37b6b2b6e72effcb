using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Writes subjects, genres, places, people, organisations and, among the subjects, keywords.</summary>
sealed class NinjsConceptWriter(NinjsJson to)
{
    public void Write(Take take)
    {
        List("subjects", take.Subjects, take.Keywords);
        List("genres", take.Genres, []);
        List("places", take.Places, []);
        List("people", take.People, []);
        List("organisations", take.Organisations, []);
    }

    void List(string field, ImmutableArray<Concept> concepts, ImmutableArray<string> keywords)
    {
        to.Carried(field, concepts, IsCarried, "A concept without name and code.");
        List<Dictionary<string, string>> elements = [];
        for (var i = 0; i < concepts.Length; i++)
        {
            if (IsCarried(concepts[i]))
                elements.Add(Element(concepts[i], $"{field}[{i}]"));
        }
        foreach (var word in keywords)
            elements.Add(new Dictionary<string, string> { ["name"] = word, ["rel"] = NinjsRoles.Keyword });
        to.List(field, elements, element =>
        {
            to.Json.WriteStartObject();
            foreach (var (key, value) in element)
                to.Json.WriteString(key, value);
            to.Json.WriteEndObject();
        });
    }

    static bool IsCarried(Concept concept) => concept.Name.Length + concept.Code.Length > 0;

    Dictionary<string, string> Element(Concept concept, string path)
    {
        var element = new Dictionary<string, string>();
        var uri = NinjsConcepts.UriOf(concept);
        if (concept.Name.Length > 0)
            element["name"] = concept.Name;
        if (uri is not null)
            element["uri"] = uri;
        if (concept.Code.Length > 0)
            element["literal"] = concept.Code;
        to.Omit(uri is null && concept.Scheme.Length > 0, $"{path}.scheme",
            "Scheme and code are one URI, which these do not make.");
        return element;
    }
}
