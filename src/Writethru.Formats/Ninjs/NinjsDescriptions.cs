using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Writes <c>descriptions</c>: the take's own, and with roles of this program what ninjs has no property for.
/// </summary>
sealed class NinjsDescriptions(NinjsJson to, Cause cause, Take take)
{
    readonly List<Labelled> _parts = [];

    public void Write()
    {
        AddSome(NinjsRoles.Series, take.Series);
        AddDateline();
        AddEmbargo();
        AddSome(NinjsRoles.EndMark, take.EndMark);
        AddSignal();
        for (var i = 0; i < take.Notes.Length; i++)
        {
            to.Omit(!take.Notes[i].IsPublic, $"notes[{i}]", "Not for subscribers.");
            if (take.Notes[i].IsPublic)
                Add(NinjsRoles.Note + take.Notes[i].Role, take.Notes[i].Text);
        }
        foreach (var extra in take.Extras.Where(extra => NinjsRoles.CarriesExtra(extra.Name)))
            Add(NinjsRoles.Prefix + extra.Name, extra.Text);
        for (var i = 0; i < take.Descriptions.Length; i++)
        {
            var isTaken = take.Descriptions[i].Role.StartsWith(NinjsRoles.Prefix, StringComparison.Ordinal);
            to.Omit(isTaken, $"descriptions[{i}]", "Its role is one that this program writes with another meaning.");
            if (!isTaken)
                _parts.Add(take.Descriptions[i]);
        }
        if (take is { Kind: TakeKind.Picture, Pictures: [{ Withheld: null } picture] })
            AddSome(NinjsRoles.Caption, picture.Caption);
        to.List("descriptions", _parts, to.Part);
    }

    /// <summary>The dateline's own text; empty, that there is none, where the copy opens as if with one.</summary>
    void AddDateline()
    {
        if (take.Dateline is { } dateline)
            Add(NinjsRoles.Dateline, dateline.Text);
        else if (take.Body.FirstOrDefault(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text)) is { } first
            && DatelineGrammar.Find(first.Text) is not null)
            Add(NinjsRoles.Dateline, "");
    }

    void AddEmbargo()
    {
        if (take.Embargo is { } embargo && (embargo.Until is not { } until || embargo.Text != Instant.Write(until)))
            Add(NinjsRoles.Embargo, embargo.Text);
    }

    /// <summary>Why this take came; a first take says what its sender said, which is most often nothing.</summary>
    void AddSignal()
    {
        var signal = cause switch
        {
            Cause.Correction => Signal.Correction,
            Cause.Development or Cause.Lead or Cause.WriteThru or Cause.Refile => Signal.Update,
            _ => take.Signal,
        };
        if (signal != Signal.None)
            Add(NinjsRoles.Signal, Words.Of(signal));
        to.Omit(take.Signal != Signal.None && take.Signal != signal, "signal",
            "The signal says why this wire filed it.");
    }

    void AddSome(string role, string text)
    {
        if (text.Length > 0)
            Add(role, text);
    }

    void Add(string role, string text) => _parts.Add(new Labelled(role, text));
}
