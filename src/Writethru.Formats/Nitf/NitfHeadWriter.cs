using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>The head: what the document is, when and how it may be used, what it is about.</summary>
sealed class NitfHeadWriter(NitfOutput xml, FiledTake filed, Channel channel)
{
    readonly Take _take = filed.Take;
    readonly string _number = filed.Number.ToString(CultureInfo.InvariantCulture);

    string Identity => $"urn:writethru:{filed.Story.Value}";

    public void Write()
    {
        xml.Start("head");
        if (OneLine.Of(_take.Headline).Length > 0)
        {
            xml.Start("title");
            xml.Line(_take.Headline, "");
            xml.End();
        }
        WriteMetas();
        WriteSubjects();
        WriteDocdata();
        if (_take.WordCount is { } words)
        {
            xml.Start("pubdata");
            xml.Attribute("item-length", words.ToString(CultureInfo.InvariantCulture));
            xml.Attribute("unit-of-measure", "word");
            xml.End();
        }
        xml.End();
    }

    void WriteMetas()
    {
        foreach (var meta in NitfMeta.All)
        {
            if (meta.Of(_take) is { Length: > 0 } text)
                WriteMeta(NitfRoles.Prefix + meta.Name, text);
        }
        WriteEmbargoWords();
        foreach (var extra in _take.Extras.Where(extra => ExtraNames.GoesOut(extra.Name)))
            WriteMeta(NitfMeta.Extra + extra.Name, extra.Text);
    }

    /// <summary>
    /// The words where date and status do not say them; none, where notes look as if there were an embargo.
    /// </summary>
    void WriteEmbargoWords()
    {
        if (_take.Embargo is not { } embargo)
            return;
        if (embargo.Text.Length == 0)
            xml.Omit("embargoText", "An embargo without words has those of its status or its date.");
        else if (Status != TakeStatus.Usable || embargo.Until is not { } until || embargo.Text != Instant.Write(until))
            WriteMeta(NitfMeta.Embargo, embargo.Text);
    }

    TakeStatus Status => Notice.Of(filed).Status;

    void WriteMeta(string name, string content)
    {
        xml.Start("meta");
        xml.Attribute("name", name);
        if (content.Length > 0)
            xml.Attribute("content", NitfMeta.Escape(content));
        else
            xml.EmptyAttribute("content");
        xml.End();
    }

    /// <summary>
    /// IPTC's subject codes where the standard has them; a list that holds others stands whole, in its order, under
    /// <c>identified-content</c> as well.
    /// </summary>
    void WriteSubjects()
    {
        var coded = _take.Subjects.Where(IsSubjectCode).ToList();
        var genres = HasPlainGenres ? _take.Genres.Length : 0;
        if (coded.Count + genres == 0)
            return;
        xml.Start("tobject");
        for (var i = 0; i < genres; i++)
            xml.Empty("tobject.property", "tobject.property.type", _take.Genres[i].Name, $"genres[{i}].name");
        foreach (var subject in coded)
        {
            xml.Start("tobject.subject");
            xml.Attribute("tobject.subject.refnum", subject.Code);
            var level = NitfSubjects.LevelOf(subject.Code);
            xml.Attribute($"tobject.subject.{(level == 0 ? "type" : level == 1 ? "matter" : "detail")}", subject.Name,
                $"subjects[{_take.Subjects.IndexOf(subject)}].name");
            xml.End();
        }
        xml.End();
    }

    bool HasPlainGenres => _take.Genres.All(genre => genre is { Scheme: "", Code: "", Name.Length: > 0 });

    static bool IsSubjectCode(Concept concept) => concept.Scheme == Schemes.SubjectCode && concept.Code.Length == 8
        && concept.Code.All(char.IsAsciiDigit) && concept.Code != "00000000";

    void WriteDocdata()
    {
        xml.Start("docdata");
        xml.Attribute("management-status", Status == TakeStatus.Usable && _take.Embargo is not null
            ? "embargoed" : Words.Of(Status));
        if (filed.Number > 1)
            xml.Attribute("management-doc-idref", Identity);
        WriteCorrection();
        WriteIdentity();
        if (_take.Source.Length > 0)
        {
            xml.Start("del-list");
            xml.Empty("from-src", "src-name", _take.Source, "source");
            xml.End();
        }
        if (_take.Urgency is { } urgency)
            xml.Empty("urgency", "ed-urg", Math.Min(8, urgency).ToString(CultureInfo.InvariantCulture));
        xml.Empty("date.issue", "norm", Instant.Write(filed.FiledAt));
        if (_take.Embargo?.Until is { } until)
            xml.Empty("date.release", "norm", Instant.Write(until));
        WriteExpiry();
        xml.Empty("ed-msg", "info", _take.Advisory?.Text ?? "", "advisory.text");
        WriteKey();
        xml.Empty("doc.copyright", "holder", _take.CopyrightHolder, "copyrightHolder");
        xml.Empty("doc.rights", "limitations", _take.UsageTerms?.Text ?? "", "usageTerms.text");
        WriteKeywords();
        WriteIdentified();
        xml.End();
    }

    void WriteCorrection()
    {
        if (filed.Cause != Cause.Correction)
            return;
        xml.Start("correction");
        xml.Attribute("id-string", Identity);
        xml.End();
    }

    void WriteIdentity()
    {
        xml.Start("doc-id");
        xml.Attribute("regsrc", NitfWriter.ProviderOf(_take, channel));
        xml.Attribute("id-string", Identity);
        xml.End();
    }

    /// <summary>As it was written where that is a date as NITF has them; else its instant.</summary>
    void WriteExpiry()
    {
        if (_take.Expiry is not { } expiry)
            return;
        var isIso = expiry.Text.Length >= 8 && expiry.Text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isIso)
            xml.Omit("expiry", "Not a date as ISO 8601 has them.");
        xml.Empty("date.expire", "norm",
            isIso ? expiry.Text : expiry.At is { } at ? Instant.Write(at) : "", "expiry.text");
    }

    void WriteKey()
    {
        xml.Start("du-key");
        xml.Attribute("version", _number);
        xml.Attribute("key", _take.Slug, "slug");
        xml.End();
    }

    void WriteKeywords()
    {
        if (_take.Keywords.IsEmpty)
            return;
        xml.Start("key-list");
        for (var i = 0; i < _take.Keywords.Length; i++)
        {
            if (_take.Keywords[i].Length == 0)
                xml.Omit($"keywords[{i}]", "An empty keyword.");
            xml.Empty("keyword", "key", _take.Keywords[i], $"keywords[{i}]");
        }
        xml.End();
    }

    void WriteIdentified()
    {
        var hasOthers = !_take.Subjects.All(IsSubjectCode);
        if (!hasOthers && HasPlainGenres
            && _take is { Places.IsEmpty: true, People.IsEmpty: true, Organisations.IsEmpty: true })
            return;
        xml.Start("identified-content");
        WriteConcepts("person", "people", _take.People);
        WriteConcepts("org", "organisations", _take.Organisations);
        WriteConcepts("location", "places", _take.Places);
        WriteConcepts("classifier", "genres", HasPlainGenres ? [] : _take.Genres, NitfSubjects.Genre);
        WriteConcepts("classifier", "subjects", hasOthers ? _take.Subjects : [], NitfSubjects.Subject);
        xml.End();
    }

    void WriteConcepts(
        string element, string field, System.Collections.Immutable.ImmutableArray<Concept> concepts, string type = "")
    {
        var isPlace = element == "location";
        for (var i = 0; i < concepts.Length; i++)
        {
            if (concepts[i] is { Code: "", Name: "" })
                xml.Omit($"{field}[{i}]", "Neither code nor name.");
            xml.Start(element);
            xml.Attribute("type", type);
            xml.Attribute(isPlace ? "code-source" : "idsrc", concepts[i].Scheme, $"{field}[{i}].scheme");
            xml.Attribute(isPlace ? "location-code" : "value", concepts[i].Code, $"{field}[{i}].code");
            xml.Line(concepts[i].Name, $"{field}[{i}].name");
            xml.End();
        }
    }
}
