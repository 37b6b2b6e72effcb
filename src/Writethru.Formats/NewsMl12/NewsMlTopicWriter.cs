using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Writes what a take is about. NewsML gives codes alone; their names, and people, organisations and places, are topics
/// that the component brings itself.
/// </summary>
sealed class NewsMlTopicWriter(XmlWriter xml, Take take, NewsMlText text)
{
    static readonly (string Field, string Type, Func<Take, ImmutableArray<Concept>> Get)[] _kinds =
    [
        ("genres", "Genre", take => take.Genres),
        ("subjects", "Subject", take => take.Subjects),
        ("places", "Location", take => take.Places),
        ("people", "Person", take => take.People),
        ("organisations", "Organisation", take => take.Organisations),
    ];

    /// <summary>Writes one set for each concept, so that the same code may have two names.</summary>
    public void WriteSets()
    {
        foreach (var (field, type, get) in _kinds)
        {
            var concepts = get(take);
            for (var i = 0; i < concepts.Length; i++)
            {
                if (concepts[i].Name.Length > 0 || type is not ("Genre" or "Subject"))
                    WriteSet(concepts[i], field, type, i);
            }
        }
    }

    /// <summary>Writes the concepts where the metadata want them.</summary>
    public void WriteConcepts()
    {
        Each("genres", take.Genres, (concept, field, i) => WriteCode("Genre", concept, field, i));
        Each("subjects", take.Subjects, (concept, field, i) =>
        {
            xml.WriteStartElement("SubjectCode");
            WriteCode(LevelOf(concept), concept, field, i);
            xml.WriteEndElement();
        });
        foreach (var place in Origins())
        {
            xml.WriteStartElement("Location");
            xml.WriteAttributeString("HowPresent", "Origin");
            NewsMlXml.Property(xml, "City", Markup.XmlText.Clean(place));
            xml.WriteEndElement();
        }
        Each("places", take.Places, (_, field, i) => WritePointer("Location", field, i));
        Each("people", take.People, (_, field, i) => WritePointer("TopicOccurrence", field, i));
        Each("organisations", take.Organisations, (_, field, i) => WritePointer("TopicOccurrence", field, i));
    }

    static void Each(string field, ImmutableArray<Concept> concepts, Action<Concept, string, int> write)
    {
        for (var i = 0; i < concepts.Length; i++)
            write(concepts[i], field, i);
    }

    void WriteSet(Concept concept, string field, string type, int i)
    {
        xml.WriteStartElement("TopicSet");
        xml.WriteAttributeString("Duid", Duid(field, i, "-set"));
        xml.WriteAttributeString("FormalName", type);
        xml.WriteStartElement("Topic");
        xml.WriteAttributeString("Duid", Duid(field, i, ""));
        NewsMlXml.Name(xml, "TopicType", type);
        xml.WriteStartElement("FormalName");
        WriteScheme(concept, field, i);
        xml.WriteString(text.Of($"{field}[{i}].code", concept.Code));
        xml.WriteEndElement();
        NewsMlXml.Text(xml, "Description", text.Of($"{field}[{i}].name", concept.Name));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteCode(string element, Concept concept, string field, int i)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("FormalName", Markup.XmlText.Clean(concept.Code));
        WriteScheme(concept, field, i);
        if (concept.Name.Length > 0)
            xml.WriteAttributeString("Vocabulary", $"#{Duid(field, i, "-set")}");
        xml.WriteEndElement();
    }

    /// <summary>An empty scheme says that there is none, where eight digits would imply one.</summary>
    void WriteScheme(Concept concept, string field, int i) => xml.WriteAttributeString(
        "Scheme", NewsMlNames.VocabularyOf(concept.Scheme) ?? text.Of($"{field}[{i}].scheme", concept.Scheme));

    void WritePointer(string element, string field, int i)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("Topic", $"#{Duid(field, i, "")}");
        xml.WriteEndElement();
    }

    static string Duid(string field, int i, string end) =>
        string.Create(CultureInfo.InvariantCulture, $"{field}-{i + 1}{end}");

    /// <summary>How deep a subject code lies: <c>04000000</c>, <c>04005000</c>, <c>04005002</c>.</summary>
    static string LevelOf(Concept concept) => !NewsMlNames.IsSubjectCode(concept.Code)
        || concept.Code.EndsWith("000000", StringComparison.Ordinal) ? "Subject"
        : concept.Code.EndsWith("000", StringComparison.Ordinal) ? "SubjectMatter" : "SubjectDetail";

    /// <summary>
    /// The places of the dateline as a reader finds them in its text: another would come back as a place.
    /// </summary>
    IEnumerable<string> Origins() => take.Dateline is { Text.Length: > 0 } dateline
        ? NewsMlDateline.Of(dateline.Text, dateline.Places).Places.Distinct()
        : [];
}
