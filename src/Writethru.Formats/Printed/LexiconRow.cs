using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>Where in a text a phrase binds; <c>docs/guide/words.md</c> says it for those who write lexicons.</summary>
enum PhraseRole
{
    /// <summary>What stands for a name in braces.</summary>
    Slot,

    /// <summary>The line by itself, once or again and again, or its opening before a sign.</summary>
    Label,

    /// <summary>The line by itself, once or again and again.</summary>
    Line,

    /// <summary>The opening of what is said to an addressee, whatever follows.</summary>
    Told,

    /// <summary>The opening, whatever follows.</summary>
    Opening,

    /// <summary>The first sentence.</summary>
    Sentence,

    /// <summary>Any sentence of a note; the first one of copy.</summary>
    Clause,

    /// <summary>Anywhere in a note.</summary>
    Anywhere,

    /// <summary>To whom a notice speaks, before a sign.</summary>
    Addressee,

    /// <summary>What may follow a sentence that binds, beside a sign.</summary>
    After,

    /// <summary>A verb of telling: a sentence with it is prose.</summary>
    Report,

    /// <summary>A word with which a notice says why it stops, or what comes instead.</summary>
    Reason,
}

/// <summary>A phrase, where it binds and what it does.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Role">Where it binds.</param>
/// <param name="Does">The status that it sets; null for words that help others.</param>
/// <param name="Table">The table that it is of: what helps it is in the same one.</param>
sealed record LexiconRow(Phrase Phrase, PhraseRole Role, TakeStatus? Does, string Table);
