using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Ninjs;

/// <summary>A take as one ninjs object of an edition.</summary>
sealed class NinjsWriter(Utf8JsonWriter json, NinjsEdition edition, FiledTake filed, TakeReading? reading)
{
    readonly NinjsJson _to = new(json, edition);
    readonly Take _take = Notice.Of(filed);

    /// <summary>Writes it, and says what of the take it does not carry.</summary>
    public ImmutableArray<Omission> Write()
    {
        json.WriteStartObject();
        WriteIdentity();
        _to.Number("urgency", _take.Urgency is >= 1 and <= 9 ? _take.Urgency : null);
        _to.Omit(_take.Urgency is < 1 or > 9, "urgency", "Urgencies are 1 to 9.");
        if (_take.Embargo?.Until is { } until)
            _to.Text("embargoedUntil", Instant.Write(until));
        _to.Time("expires", "expiry", _take.Expiry);
        _to.Text("language", _take.Language);
        _to.Text("slugline", _take.Slug);
        _to.Text("by", _take.Byline);
        _to.Text("located", string.Join('/', _take.Dateline?.Places ?? []));
        _to.Text("edNote", _take.Advisory?.Text ?? "");
        NinjsRights.Write(_to, _take.UsageTerms, reading?.Terms, NinjsRoles.OurUri + filed.Story.Value);
        _to.Text("copyrightHolder", _take.CopyrightHolder);
        _to.Text("copyrightNotice", _take.CopyrightNotice);
        WriteHeadlines();
        new NinjsDescriptions(_to, filed.Cause, _take).Write();
        WriteBody();
        new NinjsConceptWriter(_to).Write(_take);
        WriteInfoSources();
        var associations = new NinjsAssociations(_to, filed, reading?.PictureTerms ?? []);
        associations.WriteOwnFiles();
        associations.Write();
        json.WriteEndObject();
        OmitTheRest();
        return [.. PictureOmissions.Of(_take, "type"), .. _to.Omissions];
    }

    void WriteIdentity()
    {
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", edition.Version);
        json.WriteString("schema", $"http://www.iptc.org/std/ninjs/ninjs-schema_{edition.Version}.json#");
        json.WriteEndObject();
        json.WriteString("uri", NinjsRoles.OurUri + filed.Story.Value);
        json.WriteString("version", NinjsJson.Digits(filed.Number));
        json.WriteString("type", _take.Kind == TakeKind.Picture ? "picture" : "text");
        _to.Time("firstCreated", "firstCreated", _take.FirstCreated);
        _to.Text("versionCreated", Instant.Write(filed.FiledAt));
        _to.Text("pubStatus", Words.Of(_take.Status));
    }

    /// <summary>
    /// Without a headline of its own, an empty one stands first: else a further one would be taken for it.
    /// </summary>
    void WriteHeadlines()
    {
        var isFirst = _take.Headline.Length > 0 || !_take.Headlines.IsEmpty;
        _to.List<Labelled>(
            "headlines", isFirst ? [new Labelled("main", _take.Headline), .. _take.Headlines] : [], _to.Part);
    }

    /// <summary>Plain text, parted by empty lines; HTML where a paragraph holds what that cannot carry.</summary>
    void WriteBody()
    {
        for (var i = 0; i < _take.Body.Length; i++)
            _to.Omit(string.IsNullOrWhiteSpace(_take.Body[i].Text), $"body[{i}]", "An empty paragraph.");
        ImmutableArray<Paragraph> body = [.. _take.Body.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text))];
        _to.Omit(body.IsEmpty && _take.WordCount is not null, "wordCount",
            "It stands with the body, and there is none.");
        if (body.IsEmpty)
            return;
        var opening = _take.Dateline?.Text ?? "";
        var plain = AsPlain(body, opening);
        if (plain is null)
        {
            foreach (var omission in XmlText.OmissionsOf(_take.Body, MarkupDialect.Html))
                _to.Omit(!string.IsNullOrWhiteSpace(_take.Body[IndexOf(omission)].Text),
                    omission.Field, omission.Reason);
        }
        json.WriteStartArray("bodies");
        json.WriteStartObject();
        json.WriteString("role", "main");
        _to.Text("contentType", plain is null ? "text/html" : "text/plain");
        _to.Number("wordCount", _take.WordCount);
        json.WriteString("value", plain ?? new MarkupWriter(MarkupDialect.Html).Write(body, opening));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The body as plain text; null where that does not say all.</summary>
    static string? AsPlain(ImmutableArray<Paragraph> body, string opening)
    {
        if (!body.All(paragraph => paragraph is
            { Kind: ParagraphKind.Prose, Marks.IsEmpty: true, Subheads.IsEmpty: true }))
            return null;
        string[] texts = [.. body.Select(paragraph => paragraph.Text)];
        if (opening.Length > 0)
            texts[0] = $"{opening} {texts[0]}";
        var plain = string.Join("\n\n", texts);
        var read = PlainBody.Read(plain);
        return EscapedHtml.In(plain) is null && read.All(paragraph => paragraph.Kind == ParagraphKind.Prose)
            && read.Select(paragraph => paragraph.Text).SequenceEqual(texts) ? plain : null;
    }

    static int IndexOf(Omission omission) =>
        int.Parse(omission.Field.AsSpan(5, omission.Field.IndexOf(']', StringComparison.Ordinal) - 5), null);

    void WriteInfoSources()
    {
        var sources = new[]
        {
            (NinjsRoles.CreditLine, _take.CreditLine), (NinjsRoles.Provider, _take.Provider),
            (NinjsRoles.Source, _take.Source), (NinjsRoles.Contact, _take.Contact),
        }.Where(source => source.Item2.Length > 0).ToArray();
        _to.List("infoSources", sources, source =>
        {
            if (source.Item1 != NinjsRoles.Contact)
            {
                _to.Source(source);
                return;
            }
            json.WriteStartObject();
            json.WriteString("role", source.Item1);
            _to.List("contactInfo", [source.Item2], contact =>
            {
                json.WriteStartObject();
                json.WriteString("value", contact);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }

    void OmitTheRest()
    {
        _to.Omit(_take.SenderId.Length > 0, "senderId", "The item's uri names the story of this wire.");
        _to.Omit(_take.SenderVersion.Length > 0, "senderVersion", "The item's version is this wire's take number.");
        _to.Omit(_take.VersionCreated is not null, "versionCreated", "The item's time is when this wire filed it.");
        _to.Omit(_take.Sequence.Length > 0, "sequence", "There are no numbers of transmissions.");
        _to.Omit(_take.Priority is not null, "priority", "There is no priority beside the urgency.");
        _to.Omit(_take.Dateline is { } dateline && !IsReadable(dateline), "dateline",
            "Its parts do not follow from its text; only that is carried.");
        for (var i = 0; i < _take.Extras.Length; i++)
        {
            _to.Omit(!NinjsRoles.CarriesExtra(_take.Extras[i].Name), $"extras[{i}]",
                $"'{_take.Extras[i].Name}' is a field of the sender's own format.");
        }
    }

    static bool IsReadable(Dateline dateline)
    {
        var read = NinjsBody.DatelineOf(dateline.Text);
        return dateline.Text.Length > 0 && read.Places.SequenceEqual(dateline.Places) && read.Region == dateline.Region
            && read.Date == dateline.Date && read.Agency == dateline.Agency;
    }
}
