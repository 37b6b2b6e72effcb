using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// Recognises what printed words say that a transmission does: <c>CORRECTED</c>, <c>REFILE</c>, <c>RPT</c>,
/// <c>Add 1</c>, <c>1st Ld-Writethru</c>.
/// </summary>
static class SignalWords
{
    const int LongestLabel = 60;

    /// <summary>
    /// The words of a series label, in capitals. The first signal in this order that a label has holds.
    /// </summary>
    static readonly (Signal Signal, string[] Words)[] _ofLabels =
    [
        (Signal.Correction,
        [
            "CORRECTED", "CORRECTION", "CORRECTS", "CORRECTIVE", "KORREKTUR", "BERICHTIGUNG", "KORJATTU", "KORJAUS",
            "RECTIFICATIF", "CORRECTIF", "CORRECCIÓN", "CORRECCION", "RETTELSE", "RÄTTELSE", "RETTIFICA", "訂正",
            "정정", "수정", "تصحيح",
        ]),
        (Signal.Refile, ["REFILE", "REFILED", "REFILING", "RESEND", "RESENDING"]),
        (Signal.Repeat, ["RPT", "RPTS", "REPEAT", "REPEATS", "REPEATED", "REPEATING", "WIEDERHOLUNG", "再送", "재송"]),
        (Signal.Add, ["ADD", "ADDS"]),
        (Signal.Insert, ["INSERT", "INSERTS"]),
        (Signal.Sub, ["SUB", "SUBS"]),
        (Signal.Update, ["WRITETHRU", "THRU", "UPDATE", "UPDATED", "UPDATES"]),
    ];

    /// <summary>
    /// What may open a note to editors and names no part of the copy: "(ADDS details)" is a whole take.
    /// </summary>
    static readonly Signal[] _ofNotes = [Signal.Correction, Signal.Refile, Signal.Repeat];

    static readonly string[] _wrappers = ["ATTENTION", "ATTN", "EDS", "EDITORS", "EDITOR'S", "NOTE", "TO"];

    static readonly string[] _subjects = ["THIS STORY", "THIS VERSION OF THE STORY", "THIS ITEM"];

    /// <summary>What the printed words of a take say: its series label, else its note to editors.</summary>
    public static Signal Of(Take take) => OfLabel(take.Series) is not Signal.None and var signal ? signal
        : take.Advisory is { } advisory ? OfNote(advisory.Text) : Signal.None;

    /// <summary>What a series label says; <see cref="Signal.None"/> when it says nothing of the kind.</summary>
    public static Signal OfLabel(string label)
    {
        if (label.Length is 0 or > LongestLabel)
            return Signal.None;
        var words = WordsOf(label);
        return _ofLabels.FirstOrDefault(row => row.Words.Any(words.Contains)).Signal;
    }

    /// <summary>
    /// What a note to editors opens with: <c>(Corrects …)</c>, <c>///KORJATTU …</c>, <c>ATTENTION - REFILING …</c>,
    /// "This story was refiled to …".
    /// </summary>
    public static Signal OfNote(string note)
    {
        var start = note[..Math.Min(note.Length, LongestLabel)].ToUpperInvariant();
        var words = WordsOf(start);
        var opening = start.TrimStart('(', ' ');
        var about = Array.Exists(_subjects, subject => opening.StartsWith(subject, StringComparison.Ordinal));
        var first = words.SkipWhile(_wrappers.Contains).Take(about ? 9 : 1).ToArray();
        foreach (var (signal, of) in _ofLabels)
        {
            if (_ofNotes.Contains(signal) && first.Any(word => of.Contains(word)
                || about && signal == Signal.Correction && word == "CORRECT"))
                return signal == Signal.Correction && about && first.Any(IsRefile) ? Signal.Refile : signal;
        }
        return Signal.None;
    }

    static bool IsRefile(string word) => word is "REFILED" or "REFILES";

    /// <summary>
    /// Runs of letters in capitals: of <c>7thWritethru</c> and <c>Add1</c> the letters behind the number.
    /// </summary>
    static List<string> WordsOf(string label)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= label.Length; i++)
        {
            var isLetter = i < label.Length && (char.IsLetter(label[i]) || label[i] == '\'');
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            var word = label[start..i].ToUpperInvariant();
            var isOrdinal = start > 0 && char.IsDigit(label[start - 1]) && word.Length > 2
                && word[..2] is "ST" or "ND" or "RD" or "TH";
            words.Add(isOrdinal ? word[2..] : word);
            start = -1;
        }
        return words;
    }
}
