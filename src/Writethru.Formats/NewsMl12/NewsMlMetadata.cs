using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Reads where copy comes from and what it is about: AdministrativeMetadata, DescriptiveMetadata, Metadata.
/// </summary>
static class NewsMlMetadata
{
    const string CountryCodes = "http://cvx.iptc.org/iso3166-1a3/";

    /// <summary>Reads who provided the copy.</summary>
    public static void ReadAdministrative(XmlPart metadata, NewsMlDraft draft)
    {
        foreach (var part in metadata.Children)
        {
            switch (part.Name)
            {
                case "Provider":
                    foreach (var name in Parties(part))
                        draft.Take = draft.Take with { Provider = name };
                    break;
                case "Source":
                    foreach (var name in Parties(part))
                    {
                        draft.SetOrKeep("AdministrativeMetadata/Source", name,
                            take => take.Source, (take, text) => take with { Source = text });
                    }
                    break;
                case "Property":
                    ReadProperty("AdministrativeMetadata/Property", part, draft);
                    break;
                case "Creator" or "Contributor":
                    foreach (var name in Parties(part))
                        draft.Keep($"AdministrativeMetadata/{part.Name}", name);
                    draft.Keep($"AdministrativeMetadata/{part.Name}/Comment", part.TextOnOneLine);
                    break;
                case not ("Catalog" or "Status" or "StatusWillChange"):
                    draft.ReadField($"AdministrativeMetadata/{part.Name}", part.Name, part.TextOnOneLine, part);
                    break;
            }
        }
    }

    /// <summary>The names of the parties of an element; a party without a name is none.</summary>
    public static IEnumerable<string> Parties(XmlPart part) => part.All("Party")
        .Select(party => party.Attribute("FormalName") ?? "").Where(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>Reads what the copy is about.</summary>
    public static void ReadDescriptive(XmlPart metadata, NewsMlDraft draft)
    {
        foreach (var part in metadata.Children)
        {
            switch (part.Name)
            {
                case "Language":
                    draft.SetOrKeep("DescriptiveMetadata/Language", part.Attribute("FormalName") ?? "",
                        take => take.Language, (take, text) => take with { Language = text });
                    break;
                case "Genre":
                    draft.Take = draft.Take with { Genres = draft.Take.Genres.Add(ConceptOf(part, null, draft)) };
                    break;
                case "SubjectCode":
                    ReadSubjects(part, draft);
                    break;
                case "Location":
                    ReadLocation(part, draft);
                    break;
                case "TopicOccurrence":
                    ReadTopic(part, draft);
                    break;
                case "Property":
                    ReadProperty(part, draft);
                    break;
                case "OfInterestTo":
                    draft.Keep("DescriptiveMetadata/OfInterestTo", part.Attribute("FormalName") ?? "");
                    break;
                case not "Catalog":
                    draft.Keep($"DescriptiveMetadata/{part.Name}", part.TextOnOneLine);
                    break;
            }
        }
    }

    /// <summary>Reads metadata of the sender's own kind.</summary>
    public static void ReadCustom(XmlPart metadata, NewsMlDraft draft)
    {
        var type = metadata.Child("MetadataType")?.Attribute("FormalName") ?? "";
        foreach (var property in metadata.All("Property"))
            ReadProperty($"Metadata/{type}", property, draft);
    }

    /// <summary>Reads only what may bind: of a component that is not the copy the rest says nothing about it.</summary>
    public static void ReadBinding(XmlPart metadata, NewsMlDraft draft)
    {
        foreach (var property in metadata.All("Property").Where(property =>
            FieldNames.MayBind(property.Attribute("FormalName"))))
            ReadProperty($"{metadata.Name}/Property", property, draft);
    }

    /// <summary>Subject, SubjectMatter and SubjectDetail alike: the code itself says how deep it lies.</summary>
    static void ReadSubjects(XmlPart codes, NewsMlDraft draft)
    {
        foreach (var part in codes.Children)
        {
            if (part.Name == "SubjectQualifier")
            {
                draft.Keep("DescriptiveMetadata/SubjectQualifier", part.Attribute("FormalName") ?? "");
                continue;
            }
            var subjects = draft.Take.Subjects.Add(ConceptOf(part, Schemes.SubjectCode, draft));
            if (part.Attribute("cat") is { Length: > 0 } category
                && !subjects.Contains(new(Schemes.Category, category)))
                subjects = subjects.Add(new Concept(Schemes.Category, category));
            draft.Take = draft.Take with { Subjects = subjects };
        }
    }

    static Concept ConceptOf(XmlPart part, string? usual, NewsMlDraft draft)
    {
        var code = part.Attribute("FormalName") ?? "";
        return new Concept(
            NewsMlNames.SchemeOf(part.Attribute("Scheme"), code, usual),
            code,
            draft.Topics.NameIn(part.Attribute("Vocabulary"), code));
    }

    static void ReadTopic(XmlPart occurrence, NewsMlDraft draft)
    {
        var pointer = occurrence.Attribute("Topic");
        if (draft.Topics.Find(pointer) is not { } topic)
        {
            draft.Keep("DescriptiveMetadata/TopicOccurrence", pointer ?? "");
            draft.Say(NewsMlRemarks.TopicUnknown, Severity.Note, occurrence,
                "A pointer to a topic that is not in this document: not followed, kept as it came.");
            return;
        }
        var take = draft.Take;
        draft.Take = topic.Type.ToLowerInvariant() switch
        {
            "person" or "people" => take with { People = take.People.Add(topic.Concept) },
            "organisation" or "organization" or "company" => take with
            {
                Organisations = take.Organisations.Add(topic.Concept),
            },
            "location" or "place" or "country" or "city" or "state" or "region" => take with
            {
                Places = take.Places.Add(topic.Concept),
            },
            _ => take with { Subjects = take.Subjects.Add(topic.Concept) },
        };
    }

    /// <summary>
    /// Of where the copy was written the town is kept apart, for it is most often in the dateline; the rest are places.
    /// </summary>
    static void ReadLocation(XmlPart location, NewsMlDraft draft)
    {
        if (draft.Topics.Find(location.Attribute("Topic")) is { } topic)
        {
            draft.Take = draft.Take with { Places = draft.Take.Places.Add(topic.Concept) };
            return;
        }
        var isOrigin = "Origin".Equals(location.Attribute("HowPresent"), StringComparison.OrdinalIgnoreCase);
        foreach (var property in location.All("Property"))
        {
            var (name, value) = (property.Attribute("FormalName") ?? "", property.Attribute("Value") ?? "");
            if (string.IsNullOrWhiteSpace(value))
                continue;
            if (name == "City" && isOrigin)
                draft.Origins.Add(value);
            else if (name is "Latitude" or "Longitude")
                draft.Keep($"Location/{name}", value);
            else
                AddPlace(draft, value);
        }
    }

    /// <summary>Adds a place by its name, or a country by its code of three letters.</summary>
    public static void AddPlace(NewsMlDraft draft, string value)
    {
        var place = value.Length == 3 && value.All(char.IsAsciiLetterUpper)
            ? new Concept(CountryCodes, value)
            : new Concept("", "", value);
        if (!draft.Take.Places.Contains(place))
            draft.Take = draft.Take with { Places = draft.Take.Places.Add(place) };
    }

    static void ReadProperty(XmlPart property, NewsMlDraft draft)
    {
        var (name, value) = (property.Attribute("FormalName") ?? "", property.Attribute("Value") ?? "");
        if (name is "Keyword" && (value.Length == 0 || draft.Take.Keywords.Contains(value)))
            return;
        if (name is "Keyword")
            draft.Take = draft.Take with { Keywords = draft.Take.Keywords.Add(value) };
        else
            ReadProperty("DescriptiveMetadata/Property", property, draft);
    }

    static void ReadProperty(string place, XmlPart property, NewsMlDraft draft)
    {
        var name = property.Attribute("FormalName") ?? "";
        draft.ReadField($"{place}/{name}", name, property.Attribute("Value") ?? "", property);
    }

    /// <summary>The number of words that the sender counted, from the characteristics of the content.</summary>
    public static void ReadWords(XmlPart content, NewsMlDraft draft)
    {
        foreach (var property in content.Child("Characteristics")?.All("Property") ?? [])
        {
            if (FieldNames.MayBind(property.Attribute("FormalName")))
                ReadProperty("Characteristics", property, draft);
        }
        var words = content.Child("Characteristics")?.All("Property")
            .FirstOrDefault(property => property.Attribute("FormalName") is "Words" or "WordCount");
        if (int.TryParse(words?.Attribute("Value"), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            draft.Take = draft.Take with { WordCount = count };
    }
}
