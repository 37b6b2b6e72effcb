using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>
/// What a reader found of an item, beside its copy and its notes, that says whether and when it may be used. A reader
/// collects it and settles nothing; here it becomes the status and the embargo, by one rule for all formats.
/// </summary>
/// <param name="unclear">Code of the format's remark on an embargo without one instant.</param>
/// <param name="say">Takes remarks, each with its place in the decoded text; -1: the whole item.</param>
/// <remarks>
/// Of two statuses the stricter one holds. An embargo of a field that is made for it goes before one in words; words
/// with another instant beside it, or several that differ, are no instant, and the item waits for a person.
/// Decision: <c>docs/decisions/0029-evidence-and-settlement.md</c>. For one reader, so by one thread at a time.
/// </remarks>
sealed class Evidence(string unclear, Action<string, Severity, int, string> say)
{
    readonly List<Embargo> _fields = [], _words = [];
    string? _embargoed;
    int _at = -1;

    /// <summary>The strictest status so far.</summary>
    public TakeStatus Status { get; private set; }

    /// <summary>Whether a field, or a status, says that there is an embargo.</summary>
    public bool IsEmbargoed => _fields.Count > 0 || _embargoed is not null;

    /// <summary>How many embargoes were found.</summary>
    public int Embargoes => _fields.Count + _words.Count;

    /// <summary>
    /// The words of the embargo where our own writer carried them beside its instant, or had no instant to carry; empty
    /// for none.
    /// </summary>
    public string OwnWords { get; set; } = "";

    /// <summary>A status, of a field or of words that say one.</summary>
    /// <returns>Whether it is stricter than what was known.</returns>
    public bool Stop(TakeStatus? status)
    {
        if (status is not { } stricter || stricter <= Status)
            return false;
        Status = stricter;
        return true;
    }

    /// <summary>An embargo of a field that is made for it.</summary>
    /// <param name="embargo">What the field says.</param>
    /// <param name="at">Its place in the decoded text; -1 where that is not known.</param>
    public void Add(Embargo embargo, int at = -1)
    {
        if (embargo.Until is null && _at < 0)
            _at = at;
        _fields.Add(embargo);
    }

    /// <summary>The status says that the item is embargoed; until when stands elsewhere, or nowhere.</summary>
    public void Embargoed(string words) => _embargoed ??= words;

    /// <summary>
    /// Words under a name that says that they are an embargo: an instant as machines write it, or as people do.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="zone">Time zone of the sender; empty for none that is known.</param>
    public void AddWords(string words, string zone) => _words.Add(new Embargo(
        words, SenderTimes.Read(words, zone)?.At ?? EmbargoInstant.Find(words)));

    /// <summary>A message to editors, of which the kind alone may say that it stops or embargoes the item.</summary>
    public void AddMessage(string kind, string text)
    {
        if (FieldNames.IsEmbargo(kind))
            _words.Add(new Embargo(text, EmbargoInstant.Find(text)));
        else
            Stop(StatusWords.Read(kind.ToUpperInvariant()));
    }

    /// <summary>A title of the item that is no field of its take: what it says holds as in a headline.</summary>
    public void AddTitle(string text)
    {
        Stop(StatusWords.Read(text));
        if (StoppingWords.EmbargoOfHeadline(text) is { } embargo)
            _words.Add(embargo);
    }

    /// <summary>A field of the sender's own that is a status or an embargo; rights are the reader's to place.</summary>
    public void Add(Limit limit, string zone)
    {
        if (limit.Kind == Limiting.Embargo)
            AddWords(limit.Words, zone);
        else if (limit.Kind == Limiting.Status)
            Stop(limit.Status);
    }

    /// <summary>The take with status and embargo.</summary>
    public Take Into(Take take) => take with
    {
        Status = take.Status > Status ? take.Status : Status,
        Embargo = Settled() ?? take.Embargo,
    };

    Embargo? Settled()
    {
        List<Embargo> said =
            _fields.Count > 0 ? [.. _fields, .. _words.Where(words => words.Until is not null)] : _words;
        if (said.Count == 0 && (_embargoed is not null || OwnWords.Length > 0))
            said.Add(new Embargo(_embargoed ?? OwnWords, null));
        var embargo = Around.Join(said);
        if (embargo is { Until: null })
        {
            say(unclear, Severity.Warning, _at, (said.Find(other => other.Until != said[0].Until) is { } other
                ? $"Embargoes that differ, '{Quoted.Short(said[0].Text)}' and '{Quoted.Short(other.Text)}'"
                : $"An embargo without one instant beyond doubt, '{Quoted.Short(said[0].Text)}'")
                + ": the item waits for a person.");
        }
        return embargo is not null && OwnWords.Length > 0 && IsEmbargoed ? embargo with { Text = OwnWords } : embargo;
    }
}
