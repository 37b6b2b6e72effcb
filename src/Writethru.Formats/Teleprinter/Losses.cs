using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>What of a take a message does not bring back, each named with the reason.</summary>
/// <remarks>The message is read as its receiver will read it: only so does every kind of loss show.</remarks>
sealed class Losses(Func<string, bool> isTransliterated)
{
    const string Default = "It has no place of its own in running text.";
    const string Lacking = "The channel's charset lacks characters of it: they were transliterated.";
    const string Spaces = "White space, or a character that steers lines, is not carried as it was.";

    static readonly FrozenDictionary<string, string> _reasons = new Dictionary<string, string>
    {
        ["urgency"] = "The header has one sign of few for it, and cannot be without it.",
        ["priority"] = "The header has one sign for it, and that is the urgency.",
        ["wordCount"] = "The header has the words that were counted when it was written.",
        ["senderId"] = "The reference names the story of this wire.",
        ["senderVersion"] = "The reference has this wire's take number.",
        ["sequence"] = "The header has the number of the channel.",
        ["provider"] = "The header names who moves the message.",
        ["versionCreated"] = "The trailer has the time of this wire.",
        ["signal"] = "The heading says what this wire's take does.",
        ["language"] = "A message does not name its language.",
        ["subjects"] = "The header has one category of at most three letters, and cannot be without it.",
        ["notes"] = "A note to editors is a line in brackets; one that is not public does not leave.",
        ["extras"] = "A field of the sender's own format.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly (string Path, Func<Take, object?> Value)[] _fields =
    [
        ("headline", take => take.Headline), ("slug", take => take.Slug), ("urgency", take => take.Urgency),
        ("series", take => take.Series), ("advisory", take => take.Advisory), ("byline", take => take.Byline),
        ("contact", take => take.Contact), ("endMark", take => take.EndMark), ("senderId", take => take.SenderId),
        ("senderVersion", take => take.SenderVersion), ("status", take => take.Status),
        ("embargo", take => take.Embargo?.Until), ("embargoText", take => take.Embargo?.Text ?? ""),
        ("language", take => take.Language), ("creditLine", take => take.CreditLine),
        ("usageTerms", take => take.UsageTerms), ("sequence", take => take.Sequence), ("signal", take => take.Signal),
        ("priority", take => take.Priority), ("firstCreated", take => take.FirstCreated),
        ("versionCreated", take => take.VersionCreated), ("expiry", take => take.Expiry),
        ("provider", take => take.Provider), ("source", take => take.Source),
        ("copyrightNotice", take => take.CopyrightNotice), ("copyrightHolder", take => take.CopyrightHolder),
        ("wordCount", take => take.WordCount),
    ];

    /// <summary>What a writer adds of its own and no take need have: its absence is no loss.</summary>
    static readonly FrozenSet<string> _ours =
        new[] { "sequence", "provider", "versionCreated", "signal", "senderId", "senderVersion" }
            .ToFrozenSet(StringComparer.Ordinal);

    readonly ImmutableArray<Omission>.Builder _found = ImmutableArray.CreateBuilder<Omission>();

    /// <summary>The losses, from the take that was to be written to the one that was read.</summary>
    public ImmutableArray<Omission> Between(Take written, Take back)
    {
        foreach (var (path, value) in _fields)
        {
            var had = value(written);
            if (!Equals(had, value(back)) && !(_ours.Contains(path) && had is null or "" or Signal.None))
                Add(path, had is string text ? text : "");
        }
        if (!AreEqual(written.Dateline, back.Dateline))
            Add("dateline", written.Dateline?.Text ?? "");
        List("headlines", written.Headlines, back.Headlines);
        List("descriptions", written.Descriptions, back.Descriptions);
        List("subjects", written.Subjects, back.Subjects);
        List("genres", written.Genres, back.Genres);
        List("places", written.Places, back.Places);
        List("people", written.People, back.People);
        List("organisations", written.Organisations, back.Organisations);
        List("keywords", written.Keywords, back.Keywords);
        List("notes", written.Notes, back.Notes);
        List("links", written.Links, back.Links);
        List("extras", written.Extras, back.Extras);
        Body(written.Body, back.Body);
        Pictures(written.Pictures, back.Pictures);
        return _found.ToImmutable();
    }

    /// <summary>
    /// Items that did not come back. Where the reader found items that the take has not, the list as a whole is named.
    /// </summary>
    void List<T>(string path, ImmutableArray<T> written, ImmutableArray<T> back) where T : notnull
    {
        var at = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (at < back.Length && written[i].Equals(back[at]))
                at++;
            else
                Add($"{path}[{i}]", "");
        }
        if (at < back.Length)
            Add(path, "");
    }

    void Body(ImmutableArray<Paragraph> written, ImmutableArray<Paragraph> back)
    {
        var at = 0;
        for (var i = 0; i < written.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(written[i].Text) || at >= back.Length)
            {
                Add($"body[{i}]", written[i].Text);
                continue;
            }
            Paragraphs($"body[{i}]", written[i], back[at++]);
        }
    }

    void Paragraphs(string path, Paragraph written, Paragraph back)
    {
        If(written.Text != back.Text, $"{path}.text", written.Text, Spaces);
        If(written.Kind != back.Kind, $"{path}.kind");
        If(written.Level != back.Level, $"{path}.level");
        If(written.IsOrdered != back.IsOrdered, $"{path}.ordered");
        If(!written.Subheads.SequenceEqual(back.Subheads), $"{path}.subheads");
        If(!written.Marks.SequenceEqual(back.Marks), $"{path}.marks", reason: "Copy for a teleprinter has no markup.");
        If(!AreEqual(written.Table, back.Table), $"{path}.rows");
    }

    void Pictures(ImmutableArray<Picture> written, ImmutableArray<Picture> back)
    {
        for (var i = 0; i < written.Length; i++)
        {
            var path = $"pictures[{i}]";
            if (i >= back.Length)
            {
                Add(path, written[i].Caption);
                continue;
            }
            var (had, has) = (written[i], back[i]);
            If(had.After != has.After, $"{path}.after", reason: "Pictures stand in reading order.");
            If(had.Caption != has.Caption, $"{path}.caption", had.Caption, Spaces);
            If(had.Credit != has.Credit, $"{path}.credit", had.Credit);
            If(had.Source != has.Source, $"{path}.source");
            If(had.UsageTerms != has.UsageTerms, $"{path}.usageTerms", had.UsageTerms?.Text ?? "");
            If(had.Headline != has.Headline, $"{path}.headline");
            If(had.CopyrightNotice != has.CopyrightNotice, $"{path}.copyrightNotice");
            If(had.SenderId != has.SenderId, $"{path}.senderId");
            If(!had.Renditions.SequenceEqual(has.Renditions), $"{path}.renditions",
                reason: "A message carries no files.");
        }
    }

    static bool AreEqual(Dateline? a, Dateline? b) => a is null || b is null
        ? a is null && b is null
        : a.Text == b.Text && a.Places.SequenceEqual(b.Places) && a.Region == b.Region && a.Date == b.Date
            && a.Agency == b.Agency;

    static bool AreEqual(Table? a, Table? b) => a is null || b is null
        ? a is null && b is null
        : a.Rows.Length == b.Rows.Length
            && a.Rows.Zip(b.Rows).All(pair => pair.First.Cells.SequenceEqual(pair.Second.Cells));

    void If(bool isLost, string path, string text = "", string reason = Default)
    {
        if (isLost)
            _found.Add(new Omission(path, text.Length > 0 && isTransliterated(text) ? Lacking : reason));
    }

    void Add(string path, string text)
    {
        var end = path.AsSpan().IndexOf('[');
        var reason = _reasons.GetValueOrDefault(end < 0 ? path : path[..end], Default);
        If(true, path, text, reason);
    }
}
