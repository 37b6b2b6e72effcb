using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>
/// Words of a kill, a hold or an embargo where a sender writes them beside the fields that are made for it: what they
/// do follows from where they stand, in every format alike.
/// </summary>
static class StoppingWords
{
    /// <summary>The stricter of the status and the words; the embargo of the words when the item names none.</summary>
    public static Take Read(Take take, Findings findings)
    {
        foreach (var (text, place) in PlacesOf(take))
        {
            if (StatusWords.Read(text, place) is not { } status || status <= take.Status)
                continue;
            take = take with { Status = status };
            findings.Add(BindingRemarks.Status, Severity.Warning,
                $"\"{Quoted.Short(text)}\": taken as {Words.Of(status)}.");
        }
        if (take.Embargo is { Until: not null } field && NotedIn(take).Where(
            noted => noted.Until is not null && noted.Until != field.Until).ToList() is { Count: > 0 } others)
        {
            take = take with { Embargo = Around.Join([field, .. others]) };
            findings.Add(BindingRemarks.Embargo, Severity.Warning,
                $"\"{Quoted.Short(others[0].Text)}\": another instant than that of the embargo; waits for a person.");
        }
        else if (take.Embargo is null && EmbargoOf(take) is { } embargo)
        {
            take = take with { Embargo = embargo };
            findings.Add(BindingRemarks.Embargo, Severity.Warning, $"\"{Quoted.Short(embargo.Text)}\": "
                + (embargo.Until is null ? "no instant beyond doubt; waits for a person." : "taken as an embargo."));
        }
        return take;
    }

    static IEnumerable<(string Text, WordsPlace Place)> PlacesOf(Take take) =>
        NotesOf(take).Append(take.Series).Append(take.Headline).Concat(take.Headlines.Select(further => further.Text))
            .Select(text => (text, WordsPlace.Note))
            .Concat(HeadOf(take).Concat(take.Body.Take(1).Select(first => first.Text))
                .Select(text => (text, WordsPlace.Opening)))
            .Concat(CopyOf(take).Select(text => (text, WordsPlace.Copy)));

    /// <summary>What opens the copy in a field of its own: a reader may have taken words of a notice for it.</summary>
    static IEnumerable<string> HeadOf(Take take)
    {
        if (take.Dateline is { } dateline)
            yield return dateline.Text;
        yield return take.Byline;
        yield return take.Contact;
    }

    /// <summary>All that is printed as copy, each line, row and cell of it by itself.</summary>
    static IEnumerable<string> CopyOf(Take take)
    {
        foreach (var paragraph in take.Body)
        {
            foreach (var subhead in paragraph.Subheads)
                yield return subhead.Text;
            yield return paragraph.Text;
            if (paragraph.Text.AsSpan().ContainsAny('\t', '\n'))
            {
                foreach (var cell in paragraph.Text.Split(['\t', '\n']))
                    yield return cell;
            }
        }
        foreach (var summary in take.Descriptions)
            yield return summary.Text;
        foreach (var picture in take.Pictures)
            yield return picture.Caption;
    }

    /// <summary>The embargoes that notes speak of, by their words or by their role.</summary>
    static IEnumerable<Embargo> NotedIn(Take take) => (take.Advisory is { } advisory ? [new Note("", advisory.Text)]
            : Enumerable.Empty<Note>()).Concat(take.Notes)
        .Select(note => EmbargoWords.OfNote(note.Text) ?? (FieldNames.IsEmbargo(note.Role)
            ? new Embargo(note.Text, EmbargoInstant.Find(note.Text))
            : null)).OfType<Embargo>();

    static Embargo? EmbargoOf(Take take) => Around.Join([.. NotedIn(take)]) ?? take.Headlines
            .Select(further => further.Text).Prepend(take.Headline)
            .Select(EmbargoOfHeadline)
            .Concat(take.Descriptions.Select(summary => summary.Text)
                .Concat(take.Body.Take(1).Select(first => first.Text))
                .Select(EmbargoWords.OfCopy))
            .Concat(HeadOf(take).Concat(CopyOf(take)).Select(EmbargoWords.OfLine))
            .FirstOrDefault(embargo => embargo is not null);

    /// <summary>The embargo of a headline: all of it, or a bracket of it; null when there is none.</summary>
    public static Embargo? EmbargoOfHeadline(string headline) =>
        EmbargoWords.OfHeadline(headline) ?? EmbargoWords.OfLine(headline)
        ?? (headline.EndsWith(')') && EmbargoWords.OfLine(headline[(headline.LastIndexOf('(') + 1)..^1]) is { } bracket
            ? bracket with { Text = headline }
            : null);

    static IEnumerable<string> NotesOf(Take take)
    {
        if (take.Advisory is { } advisory)
            yield return advisory.Text;
        foreach (var note in take.Notes)
            yield return note.Text;
    }
}
