using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>The fields of a take that stand in labelled lines, in both layouts, in the order of writing.</summary>
static class TakeFields
{
    public static ImmutableArray<TakeField> All { get; } =
    [
        TakeField.OfText(Labels.Slug, take => take.Slug, (take, value) => take with { Slug = value }),
        TakeField.OfNumber(Labels.Urgency, 1, 9, take => take.Urgency, (take, value) => take with { Urgency = value }),
        TakeField.OfNumber(
            Labels.Priority, 1, 9, take => take.Priority, (take, value) => take with { Priority = value }),
        TakeField.OfText(Labels.Language, take => take.Language, (take, value) => take with { Language = value }),
        TakeField.OfText(Labels.Keywords, take => WriteKeywords(take.Keywords),
            (take, value) => take with { Keywords = ReadKeywords(value) }),
        TakeField.OfText(Labels.SenderId, take => take.SenderId, (take, value) => take with { SenderId = value }),
        TakeField.OfText(
            Labels.SenderVersion, take => take.SenderVersion, (take, value) => take with { SenderVersion = value }),
        TakeField.OfText(Labels.Sequence, take => take.Sequence, (take, value) => take with { Sequence = value }),
        TakeField.OfTime(
            Labels.FirstCreated, take => take.FirstCreated, (take, value) => take with { FirstCreated = value }),
        TakeField.OfTime(
            Labels.VersionCreated, take => take.VersionCreated, (take, value) => take with { VersionCreated = value }),
        TakeField.OfTime(Labels.Expiry, take => take.Expiry, (take, value) => take with { Expiry = value }),
        TakeField.OfText(Labels.Provider, take => take.Provider, (take, value) => take with { Provider = value }),
        TakeField.OfText(Labels.Source, take => take.Source, (take, value) => take with { Source = value }),
        TakeField.OfText(Labels.UsageTerms, take => take.UsageTerms?.Text ?? "",
            (take, value) => take with { UsageTerms = new UsageTerms(value) }),
        TakeField.OfText(Labels.CreditLine, take => take.CreditLine, (take, value) => take with { CreditLine = value }),
        TakeField.OfText(Labels.CopyrightNotice, take => take.CopyrightNotice,
            (take, value) => take with { CopyrightNotice = value }),
        TakeField.OfText(Labels.CopyrightHolder, take => take.CopyrightHolder,
            (take, value) => take with { CopyrightHolder = value }),
        TakeField.OfNumber(Labels.WordCount, 0, int.MaxValue, take => take.WordCount,
            (take, value) => take with { WordCount = value }),
        OfLabelled(Labels.OtherHeadline, take => take.Headlines, draft => draft.Headlines),
        OfLabelled(Labels.Summary, take => take.Descriptions, draft => draft.Descriptions),
        OfConcepts(Labels.Subject, take => take.Subjects, draft => draft.Subjects),
        OfConcepts(Labels.Genre, take => take.Genres, draft => draft.Genres),
        OfConcepts(Labels.Place, take => take.Places, draft => draft.Places),
        OfConcepts(Labels.Person, take => take.People, draft => draft.People),
        OfConcepts(Labels.Organisation, take => take.Organisations, draft => draft.Organisations),
        TakeField.OfList(
            Labels.Link, take => take.Links, WriteLink, (draft, value) => draft.Links.Add(ReadLink(value))),
        TakeField.OfText(Labels.Signal, take => take.Signal == Signal.None ? "" : Words.Of(take.Signal),
            (take, value) => Words.Read<Signal>(value) is { } signal ? take with { Signal = signal } : null),
        TakeField.OfText(Labels.ItemType, take => take.Kind == TakeKind.Text ? "" : Words.Of(take.Kind),
            (take, value) => Words.Read<TakeKind>(value) is { } kind ? take with { Kind = kind } : null),
    ];

    static readonly FrozenDictionary<string, TakeField> _byLabel =
        All.ToFrozenDictionary(field => field.Label, StringComparer.Ordinal);

    public static TakeField? Find(string label) => _byLabel.GetValueOrDefault(label);

    /// <summary>What stands behind the label of a note.</summary>
    public static string WriteNote(Note note) => LabelParts.Join(note.Text, note.Role);

    public static Note ReadNote(string value, bool isPublic) =>
        LabelParts.Split(value, least: 2) is [var text, var role, ..]
            ? new Note(role, text, isPublic)
            : new Note("", value);

    static TakeField OfLabelled(string label, Func<Take, ImmutableArray<Labelled>> get,
        Func<TakeDraft, ImmutableArray<Labelled>.Builder> to) => TakeField.OfList(
        label, take => get(take), text => LabelParts.Join(text.Text, text.Role), (draft, value) =>
        {
            var parts = LabelParts.Split(value, least: 2);
            to(draft).Add(new Labelled(parts[1], parts[0]));
        });

    static TakeField OfConcepts(string label, Func<Take, ImmutableArray<Concept>> get,
        Func<TakeDraft, ImmutableArray<Concept>.Builder> to) => TakeField.OfList(
        label, take => get(take), concept => LabelParts.Join(concept.Name, concept.Code, concept.Scheme),
        (draft, value) =>
        {
            var parts = LabelParts.Split(value, least: 3);
            to(draft).Add(new Concept(parts[2], parts[1], parts[0]));
        });

    static string WriteLink(Link link) =>
        LabelParts.Join(link.Target, link.Rel, link.Version, link.Title, link.MediaType);

    static Link ReadLink(string value)
    {
        var parts = LabelParts.Split(value, least: 5);
        return new Link(parts[1], parts[0]) { Version = parts[2], Title = parts[3], MediaType = parts[4] };
    }

    /// <summary>Parted by commas, as people do, where none of them has one itself.</summary>
    static string WriteKeywords(ImmutableArray<string> keywords)
    {
        if (keywords.All(word => word.Length > 0 && word.AsSpan().IndexOfAny(",|\\") < 0 && word == word.Trim()))
            return string.Join(", ", keywords);
        var joined = LabelParts.Join([.. keywords]);
        return keywords.Length == 1 ? joined + " |" : joined;
    }

    static ImmutableArray<string> ReadKeywords(string value) => value.Contains('|')
        ? [.. LabelParts.Split(value).Where(word => word.Length > 0)]
        : [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
