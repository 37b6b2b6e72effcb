using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Feeds;

/// <summary>What has been read of one item, from XML or JSON, until it is whole.</summary>
sealed class FeedItem(FeedHead head, ReadOptions options, ItemNotes notes)
{
    readonly List<Content> _contents = [];
    readonly List<Extra> _extras = [];
    readonly Gathered<string> _terms = new();
    readonly SortedSet<string> _keptNames = new(StringComparer.Ordinal);
    string _notice = "";
    bool _hasRights;

    /// <summary>Remarks about the item.</summary>
    public ItemNotes Notes => notes;

    /// <summary>Limits and defaults.</summary>
    public ReadOptions Options => options;

    /// <summary>What says whether and when the item may be used.</summary>
    public Evidence Evidence { get; } = new(FeedRemarks.EmbargoUnreadable,
        (code, severity, _, message) => notes.Add(code, severity, message));

    /// <summary>The fields that need no second look.</summary>
    public Take Take { get; set; } = new();

    /// <summary>Where the item stands on the web; becomes its identity when it has none.</summary>
    public string Address { get; set; } = "";

    /// <summary>Names of its authors, as printed.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>An address that its id names; its link when it has no other.</summary>
    public string Permalink { get; set; } = "";

    /// <summary>Further headlines.</summary>
    public Gathered<Labelled> Headlines { get; } = new();

    /// <summary>Summaries.</summary>
    public Gathered<Labelled> Descriptions { get; } = new();

    /// <summary>What it is about, by code.</summary>
    public Gathered<Concept> Subjects { get; } = new();

    /// <summary>What it is about, in words.</summary>
    public Gathered<string> Keywords { get; } = new();

    /// <summary>Places that it names.</summary>
    public Gathered<Concept> Places { get; } = new();

    /// <summary>What it points to.</summary>
    public Gathered<Link> Links { get; } = new();

    /// <summary>The pictures that stand beside the copy.</summary>
    public List<Picture> Pictures { get; } = [];

    /// <summary>When it was last changed; empty when not said.</summary>
    public string Updated { get; set; } = "";

    /// <summary>When it was published, in a format that has one time for everything; empty when not said.</summary>
    public string Dated { get; set; } = "";

    /// <summary>When it was first published; empty when not said.</summary>
    public string Published { get; set; } = "";

    /// <summary>When it was made; empty when not said.</summary>
    public string Created { get; set; } = "";

    /// <summary>Our own extension, when the item came out of our writer; null otherwise.</summary>
    public Take? Ours { get; set; }

    /// <summary>What the feed says of its pictures.</summary>
    public ImmutableArray<XmlPart> FeedMedia => head.Media;

    /// <summary>What is said of all pictures of the item, also of those in its copy.</summary>
    public Func<Picture, Picture> OnPictures { get; set; } = picture => picture;

    /// <summary>Keeps text that has no home of its own, and says so.</summary>
    public void Keep(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        _keptNames.Add(name);
        _extras.Add(new Extra(name, text));
    }

    /// <summary>Takes somebody who wrote the item. A place on the web or for mail is nobody's name.</summary>
    public void AddAuthor(string role, Person person)
    {
        if (person.Name.Length > 0)
            Authors.Add(person.Name);
        KeepAddresses(role, person);
    }

    /// <summary>Keeps where somebody is reached.</summary>
    public void KeepAddresses(string role, Person person)
    {
        Keep($"{role}/email", person.Mail);
        Keep($"{role}/uri", person.Address);
    }

    /// <summary>Sets a field once; another value for it is kept beside.</summary>
    public void Set(string name, string value, Func<Take, string> get, Func<Take, string, Take> set)
    {
        var held = get(Take);
        if (held.Length == 0)
            Take = set(Take, value);
        else if (held != value)
            Keep(name, value);
    }

    /// <summary>Takes a candidate for the copy. The fullest wins; a description beside it is a description.</summary>
    /// <param name="role">The sender's name for it.</param>
    /// <param name="text">The paragraphs.</param>
    /// <param name="rank">
    /// 2 or more for the copy itself, 1 for a description that is the copy only when nothing else is.
    /// </param>
    /// <param name="at">Base of its references.</param>
    public void AddContent(string role, FeedText text, int rank, string at) => _contents.Add(new Content(role,
        new FeedText(References.Resolve(at, text.Paragraphs),
            [.. text.Pictures.Select(picture => References.Resolve(at, picture))]),
        rank));

    /// <summary>Takes a text about rights: a notice, terms, or both.</summary>
    public void AddRights(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        _hasRights = true;
        var isNotice = Ownership.IsNotice(text);
        if (_notice.Length == 0 && (isNotice || Ownership.HasSign(text)))
            _notice = text;
        if (!isNotice)
            _terms.Add(text);
    }

    /// <summary>
    /// Takes what limits use and is not evaluated: it stands among the terms, where a person must clear it.
    /// </summary>
    public void AddLicence(string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        _terms.Add(words);
        notes.Add(FeedRemarks.LicenceAmongTerms, Severity.Warning,
            "A licence that is not evaluated: it stands among the usage terms, so that a person must clear it.");
    }

    /// <summary>The take, from all that was found.</summary>
    public Take Finish()
    {
        if (Permalink.Length > 0 && Links.Values.All(link => link.Rel != LinkRels.Alternate))
            Links.Add(new Link(LinkRels.Alternate, Permalink));
        FinishIdentity();
        FinishTimes();
        if (Ours is { } ours)
            return FinishOurs(ours);
        FinishRights();
        var pictures = FinishBody();
        if (_keptNames.Count > 0)
        {
            notes.Add(FeedRemarks.ElementsKept, Severity.Note,
                $"Kept as they came: {string.Join(", ", _keptNames.Take(40))}.");
        }
        return Evidence.Into(Take with
        {
            Byline = Authors.Count > 0 ? string.Join(", ", Authors.Distinct()) : head.Author,
            Language = Take.Language.Length > 0 ? Take.Language : head.Language,
            Provider = head.Title,
            Headlines = Headlines.ToImmutable(),
            Subjects = Subjects.ToImmutable(),
            Keywords = Keywords.ToImmutable(),
            Places = Places.ToImmutable(),
            Links = Links.ToImmutable(),
            Pictures = pictures,
            Extras = [.. Take.Extras, .. _extras],
        });
    }

    void FinishIdentity()
    {
        if (Take.SenderId.Length > 0)
            return;
        notes.AddForbidden(FeedRemarks.NoId, Severity.Warning, Address.Length > 0
            ? "No id: its link stands for it."
            : "No id and no link: expected one.");
        Take = Take with { SenderId = Address };
    }

    void FinishTimes()
    {
        var (first, version) = (Read(Published) ?? Read(Created), Read(Updated));
        if (version is null)
            version = Read(Dated);
        else
            first ??= Read(Dated);
        Take = Take with
        {
            FirstCreated = first,
            VersionCreated = version,
            SenderVersion = Take.SenderVersion.Length > 0 ? Take.SenderVersion : version?.Text ?? "",
        };
    }

    /// <summary>A time; one that is no instant is kept as it was written, and said.</summary>
    public SenderTime? Read(string text)
    {
        var time = SenderTimes.Read(text, head.Zone);
        if (time is { At: null })
        {
            notes.AddForbidden(FeedRemarks.TimeUnreadable, Severity.Warning,
                $"'{time.Text[..Math.Min(60, time.Text.Length)]}' is no instant with a zone: kept as it was written.");
        }
        return time;
    }

    /// <summary>
    /// An item of ours is read from its extension; only copy, identity and instants are read beside it.
    /// </summary>
    Take FinishOurs(Take ours)
    {
        var copy = _contents.Find(content => content.Rank > 1)?.Text.Paragraphs ?? [];
        if (ours.Dateline is { } named)
            copy = Datelines.Remove(copy, named.Text);
        if (ours.Embargo is { } embargo)
        {
            Evidence.Add(embargo);
            Evidence.OwnWords = embargo.Text;
        }
        Evidence.Stop(Take.Status);
        return Evidence.Into(ours with
        {
            SenderId = Take.SenderId,
            VersionCreated = Take.VersionCreated,
            Body = ours.Status == TakeStatus.Canceled ? [] : copy,
            Provider = ours.Provider.Length > 0 ? ours.Provider : head.Title,
            Links = ours.Links.IsEmpty ? Links.ToImmutable() : ours.Links,
        });
    }

    void FinishRights()
    {
        if (!_hasRights)
            AddRights(head.Rights);
        if (head.Licence.Length > 0)
            AddLicence(head.Licence);
        Take = Take with
        {
            CopyrightNotice = _notice,
            UsageTerms = _terms.Values.Count > 0 ? new UsageTerms(string.Join("; ", _terms.Values)) : null,
        };
    }

    ImmutableArray<Picture> FinishBody()
    {
        var chosen = _contents.Where(content => !content.Text.Paragraphs.IsEmpty)
            .OrderByDescending(content => content.Rank).FirstOrDefault()
            ?? _contents.OrderByDescending(content => content.Rank).FirstOrDefault();
        var body = chosen?.Text.Paragraphs ?? [];
        if (body is [{ Text: var opening }, ..] && DatelineGrammar.Find(opening) is { } found)
        {
            Take = Take with { Dateline = found.Dateline };
            if (Authors.Count == 0 && found.Byline.Length > 0)
                Authors.Add(found.Byline);
            body = Datelines.Remove(body, found.Length);
        }
        Take = Take with { Body = body };
        var copy = chosen?.Text.Lines ?? "";
        var inline = chosen is null ? [] : chosen.Text.Pictures.ToList();
        foreach (var other in _contents.Where(content => content != chosen))
        {
            inline.AddRange(other.Text.Pictures.Select(picture => picture with { After = 0 }));
            AddDescription(other, copy);
        }
        Take = Take with { Descriptions = Descriptions.ToImmutable() };
        if (Pictures.Count + inline.Count > options.MaxParagraphs)
        {
            notes.IsTooMuch = true;
            return [];
        }
        return [.. FeedPictures.Merge(NotPictures.LeaveOut(Pictures, notes), NotPictures.LeaveOut(inline, notes))
            .Select(OnPictures)];
    }

    void AddDescription(Content other, string copy)
    {
        var text = other.Text.Lines;
        if (text.Length == 0 || text == copy)
            return;
        if (other.Rank > 1)
            Keep(other.Role, text);
        else
            Descriptions.Add(new Labelled(other.Role, text));
    }

    sealed record Content(string Role, FeedText Text, int Rank);
}
