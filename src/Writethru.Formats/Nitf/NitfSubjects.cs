using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>What a document is about: <c>tobject</c>, <c>identified-content</c> and <c>evloc</c>.</summary>
sealed class NitfSubjects(XmlSource source)
{
    /// <summary>The type of a classifier that is a genre.</summary>
    public const string Genre = "genre";

    /// <summary>The type of a classifier that is a subject.</summary>
    public const string Subject = "subject";

    readonly List<Concept> _subjects = [], _identified = [], _genres = [], _places = [],
        _people = [], _organisations = [];

    public Take Into(Take take) => take with
    {
        Subjects = [.. _identified, .. _subjects.Where(subject => !_identified.Exists(
            other => other.Scheme == subject.Scheme && other.Code == subject.Code && subject.Code.Length > 0))],
        Genres = [.. _genres],
        Places = [.. _places],
        People = [.. _people],
        Organisations = [.. _organisations],
    };

    public void Read(XmlPart tobject, List<Extra> extras)
    {
        if (tobject.Attribute("tobject.type") is { Length: > 0 } type
            && !type.Equals("news", StringComparison.OrdinalIgnoreCase))
            extras.Add(new Extra("tobject/tobject.type", type));
        foreach (var part in tobject.Children)
        {
            if (part.Name == "tobject.property" && part.Attribute("tobject.property.type") is { Length: > 0 } property)
                _genres.Add(new Concept("", "", property));
            else if (part.Name == "tobject.subject")
                ReadSubject(part, extras);
            else if (part.Name != "tobject.property" && NitfText.WholeOf(part) is { Length: > 0 } whole)
                extras.Add(new Extra($"tobject/{part.Name}", whole));
        }
    }

    void ReadSubject(XmlPart part, List<Extra> extras)
    {
        var code = (part.Attribute("tobject.subject.refnum") ?? "").Trim();
        var owner = part.Attribute("tobject.subject.ipr") ?? "IPTC";
        string[] names =
        [
            part.Attribute("tobject.subject.type") ?? "", part.Attribute("tobject.subject.matter") ?? "",
            part.Attribute("tobject.subject.detail") ?? "",
        ];
        var name = names[LevelOf(code)] is { Length: > 0 } own
            ? own
            : names.LastOrDefault(text => text.Length > 0) ?? "";
        var isOfIptc = owner.Equals("IPTC", StringComparison.OrdinalIgnoreCase) || owner.Length == 0;
        if (code.Length == 0 || code.All(digit => digit == '0'))
        {
            source.Remarks.Add(NitfRemarks.NoSubject, Severity.Note, source.At(part),
                $"Found the subject '{code[..Math.Min(20, code.Length)]}', which is none: only a name is kept.");
            if (name.Length > 0)
                _subjects.Add(new Concept("", "", name));
        }
        else
            _subjects.Add(new Concept(isOfIptc ? Schemes.SubjectCode : "", isOfIptc ? code : $"{owner}:{code}", name));
        var broader = names.Where(text => text.Length > 0 && text != name).ToList();
        if (broader.Count > 0)
            extras.Add(new Extra("tobject/tobject.subject", string.Join(" / ", broader)));
        if (part.Attribute("tobject.subject.code") is { Length: > 0 } letters)
            extras.Add(new Extra("tobject/tobject.subject.code", letters));
    }

    /// <summary>0 for a subject, 1 for a subject matter, 2 for a detail, as the zeros at its end say.</summary>
    public static int LevelOf(string code) =>
        code.EndsWith("000000", StringComparison.Ordinal) ? 0 : code.EndsWith("000", StringComparison.Ordinal) ? 1 : 2;

    public void ReadIdentified(XmlPart identified, List<Extra> extras)
    {
        foreach (var part in identified.Children)
        {
            var named = Named(part);
            if (named is { Code: "", Name: "" })
                continue;
            switch (part.Name)
            {
                case "person":
                    _people.Add(named);
                    break;
                case "org":
                    _organisations.Add(named);
                    break;
                case "location":
                    _places.Add(named);
                    break;
                case "classifier" when part.Attribute("type") == Genre:
                    _genres.Add(named);
                    break;
                case "classifier" when part.Attribute("type") == Subject:
                    _identified.Add(named);
                    break;
                default:
                    extras.Add(new Extra($"docdata/identified-content/{part.Name}", NitfText.WholeOf(part)));
                    break;
            }
        }
    }

    /// <summary>The code that stands beside the name: its own, or the first of its <c>alt-code</c>.</summary>
    static Concept Named(XmlPart part)
    {
        var (scheme, code) = part.Name == "location"
            ? (part.Attribute("code-source"), part.Attribute("location-code"))
            : (part.Attribute("idsrc"), part.Attribute("value"));
        if (code is not { Length: > 0 } && part.Child("alt-code") is { } other)
            (scheme, code) = (other.Attribute("idsrc"), other.Attribute("value"));
        return new Concept(scheme ?? "", code ?? "", NitfText.OneLineOf(part));
    }

    /// <summary>Where it happened, from the city outward.</summary>
    public void ReadPlace(XmlPart evloc)
    {
        string?[] parts =
        [
            evloc.Attribute("city"), evloc.Attribute("county-dist"), evloc.Attribute("state-prov"),
            evloc.Attribute("iso-cc"),
        ];
        if (string.Join(", ", parts.Where(part => part is { Length: > 0 })) is { Length: > 0 } name)
            _places.Add(new Concept("", "", name));
    }
}
