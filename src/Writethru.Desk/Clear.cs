using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// A person clears usage terms that hold words nobody could read: the rules that were read stand. Thread-safe.
/// </summary>
public sealed class Clear(SqliteLog log, Gate gate)
{
    /// <summary>Clears terms.</summary>
    /// <param name="terms">The terms, verbatim.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>Whether there were such terms to clear.</returns>
    public async Task<bool> RunAsync(string terms, string by, CancellationToken cancel)
    {
        if (!gate.Now.UnclearTerms.Contains(terms))
            return false;
        await log.WriteAsync(transaction => Run(transaction, terms, by), cancel).ConfigureAwait(false);
        return true;
    }

    long Run(LogTransaction transaction, string terms, string by)
    {
        var last = transaction.Append(new LogEntry.TermsCleared(terms, by));
        foreach (var (story, number) in gate.In(transaction).FindByTerms(terms))
            last = transaction.Append(new LogEntry.TakeCleared(story, number));
        return last;
    }
}
