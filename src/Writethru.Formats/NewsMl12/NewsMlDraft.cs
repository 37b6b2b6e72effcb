using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>What has been read of one item so far.</summary>
sealed class NewsMlDraft(XmlSource source, ReadOptions options, NewsMlTopics topics)
{
    readonly List<Extra> _extras = [];
    readonly List<string> _terms = [];
    readonly Dictionary<string, string> _ours = [];

    /// <summary>The fields that have one value, and the lists that are complete.</summary>
    public Take Take { get; set; } = new();

    public XmlSource Source => source;

    public ReadOptions Options => options;

    public NewsMlTopics Topics => topics;

    public ProviderProfile? Profile { get; set; }

    /// <summary>Written by our own writer: text stands as it is, and nothing is guessed.</summary>
    public bool IsOurs { get; set; }

    /// <summary>The label by which people know the item; empty when none.</summary>
    public string NameLabel { get; set; } = "";

    /// <summary>The dateline as a line of its own; empty when none.</summary>
    public string DateLine { get; set; } = "";

    /// <summary>Places where the item says that it was written.</summary>
    public List<string> Origins { get; } = [];

    /// <summary>Pictures in the order of the document, with the Duid of their component.</summary>
    public List<PlacedPicture> Pictures { get; } = [];

    /// <summary>What says whether and when the item may be used.</summary>
    public Evidence Evidence { get; } = new(NewsMlRemarks.EmbargoUnreadable, source.Remarks.Add);

    /// <summary>Time zone of the sender; empty for none that is known.</summary>
    public string Zone => Profile?.Zone ?? "";

    /// <summary>Whether there is content by reference or content that is no text.</summary>
    public bool HasOtherContent { get; set; }

    /// <summary>Kind of the item or of its content, for an item without copy.</summary>
    public string Kind { get; set; } = "NewsItem";

    public IReadOnlyList<Extra> Extras => _extras;

    public IReadOnlyList<string> Terms => _terms;

    /// <summary>A value that our own writer named; null when it did not.</summary>
    public string? Ours(string name) => _ours.GetValueOrDefault(name);

    public void SetOurs(string name, string value) => _ours[name] = value;

    /// <summary>The words of a line: on one line, but as they are where our own writer wrote them.</summary>
    public string Words(XmlPart part) => IsOurs ? part.Text : part.TextOnOneLine;

    /// <summary>Keeps text that has no home, under its place; empty text is none.</summary>
    public void Keep(string place, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _extras.Add(new Extra(place, text));
    }

    /// <summary>
    /// Reads a field of the sender's own: one whose name speaks of an embargo, of limits or of the status binds, and
    /// any other is kept under its place.
    /// </summary>
    public void ReadField(string place, string name, string value, XmlPart part)
    {
        if (IsOurs || string.IsNullOrWhiteSpace(value) || FieldNames.SaysNone(name, value))
            Keep(place, value);
        else if (FieldNames.IsEmbargo(name))
            Evidence.AddWords(value, Zone);
        else if (name.Equals("Status", StringComparison.OrdinalIgnoreCase))
        {
            NewsMlStatus.ReadField(value, this);
            Keep(place, value);
        }
        else if (FieldNames.MayBind(name))
        {
            AddTerms($"{name}: {value}");
            Say(NewsMlRemarks.FieldBinds, Severity.Warning, part,
                $"'{Quoted.Short(name)}' may limit use: among the usage terms, to be cleared.");
        }
        else
        {
            Keep(place, value);
            Bind(LimitingNames.Of(place, name, value) ?? LimitingNames.OfNote(place, value), value, part);
        }
    }

    /// <summary>
    /// A line of copy may speak of rights: of a field without a name for them only one that says no more binds.
    /// </summary>
    void Bind(Limit? limit, string value, XmlPart part)
    {
        switch (limit)
        {
            case { Kind: Limiting.Status, Status: var status } when Evidence.Stop(status):
                break;
            case { Kind: Limiting.Embargo }:
                Evidence.AddWords(value, Zone);
                break;
            case { Kind: Limiting.Rights } when Restrictions.Alone(value) is { } terms:
                AddTerms(terms);
                break;
            default:
                return;
        }
        Say(NewsMlRemarks.FieldBinds, Severity.Warning, part, $"'{Quoted.Short(value)}' stops or limits the item.");
    }

    /// <summary>
    /// Sets a field that has one value; a second value that says something else is kept under its place.
    /// </summary>
    public void SetOrKeep(string place, string text, Func<Take, string> get, Func<Take, string, Take> set)
    {
        if (string.IsNullOrWhiteSpace(text) || get(Take) == text)
            return;
        if (get(Take).Length == 0)
            Take = set(Take, text);
        else
            Keep(place, text);
    }

    public void AddTerms(string text)
    {
        if (!string.IsNullOrWhiteSpace(text) && !_terms.Contains(text))
            _terms.Add(text);
    }

    public void AddNote(Note note) => Take = Take with { Notes = Take.Notes.Add(note) };

    public void AddLink(Link link) => Take = Take with { Links = Take.Links.Add(link) };

    /// <summary>A time as it was sent; one without an instant is remarked.</summary>
    public SenderTime? Time(XmlPart? part)
    {
        if (part is null || SenderTimes.Read(part.Text, Zone) is not { } time)
            return null;
        if (time.At is null)
        {
            Say(NewsMlRemarks.TimeWithoutZone, Severity.Warning, part,
                $"{part.Name} '{Quoted.Short(time.Text)}': "
                    + "expected a date, a time and a zone; kept without an instant.");
        }
        return time;
    }

    public void Say(string code, Severity severity, XmlPart? at, string message) =>
        source.Remarks.Add(code, severity, at is null ? -1 : source.At(at), message);

    /// <summary>Says that something which the standard wants is missing: an error when strict.</summary>
    public void SayMissing(XmlPart at, string what) => Say(
        NewsMlRemarks.Missing, options.IsStrict ? Severity.Error : Severity.Note, at, $"{at.Name} without {what}.");

    /// <summary>Says which of the elements that the standard wants are missing, where that was asked for.</summary>
    public void SayWanted(XmlPart at, params ReadOnlySpan<string> names)
    {
        if (!options.IsStrict)
            return;
        foreach (var name in names)
        {
            if (at.Child(name) is null)
                SayMissing(at, name);
        }
    }

}

/// <summary>A picture with what says where it stands.</summary>
/// <param name="Picture">The picture; its place may still be open.</param>
/// <param name="Duid">
/// The local identity of its component, which a reference in the copy names; empty when none.
/// </param>
/// <param name="IsPlaced">Whether its place is known.</param>
sealed record PlacedPicture(Picture Picture, string Duid, bool IsPlaced);
