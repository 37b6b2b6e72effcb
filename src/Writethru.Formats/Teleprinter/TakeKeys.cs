using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>
/// The words above a headline, or on a keyword line, that say which edition of a story a transmission is:
/// <c>REFILE</c>, <c>2ND LEAD 3RD NET</c>, <c>(Eil)</c>, <c>1st Ld-Writethru</c>, <c>Add1</c>.
/// </summary>
static class TakeKeys
{
    const int Longest = 48;

    /// <summary>Each word that may be part of a take key, with what it says.</summary>
    static readonly FrozenDictionary<string, Signal> _words = new Dictionary<string, Signal>
    {
        ["REFILE"] = Signal.Refile, ["REFILED"] = Signal.Refile, ["REFILING"] = Signal.Refile,
        ["RPT"] = Signal.Repeat, ["REPEAT"] = Signal.Repeat, ["REPEATED"] = Signal.Repeat,
        ["REPEATING"] = Signal.Repeat,
        ["WIEDERHOLUNG"] = Signal.Repeat,
        ["CORRECTION"] = Signal.Correction, ["CORRECTED"] = Signal.Correction, ["CORRECTS"] = Signal.Correction,
        ["CORRECTIVE"] = Signal.Correction, ["BERICHTIGUNG"] = Signal.Correction, ["KORREKTUR"] = Signal.Correction,
        ["RECTIFICATIF"] = Signal.Correction, ["CORRECCIÓN"] = Signal.Correction,
        ["UPDATE"] = Signal.Update, ["UPDATES"] = Signal.Update, ["UPDATED"] = Signal.Update, ["LEAD"] = Signal.Update,
        ["LD"] = Signal.Update, ["WRITETHRU"] = Signal.Update, ["WRITE-THRU"] = Signal.Update,
        ["LD-WRITETHRU"] = Signal.Update, ["ZUSAMMENFASSUNG"] = Signal.Update, ["NEU"] = Signal.Update,
        ["ADD"] = Signal.Add, ["ADDS"] = Signal.Add, ["INSERT"] = Signal.Insert, ["INS"] = Signal.Insert,
        ["SUB"] = Signal.Sub, ["SUBS"] = Signal.Sub,
        ["EXTRA"] = Signal.None, ["NET"] = Signal.None, ["SNAP"] = Signal.None, ["FLASH"] = Signal.None,
        ["BULLETIN"] = Signal.None, ["URGENT"] = Signal.None, ["ALERT"] = Signal.None, ["EIL"] = Signal.None,
        ["BLITZ"] = Signal.None, ["EILMELDUNG"] = Signal.None, ["VORSCHAU"] = Signal.None, ["ACHTUNG"] = Signal.None,
        ["ADVISORY"] = Signal.None, ["APNEWSALERT"] = Signal.None, ["NEWSALERT"] = Signal.None, ["TAKE"] = Signal.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, int> _urgencies = new Dictionary<string, int>
    {
        ["FLASH"] = 1, ["BLITZ"] = 1, ["URGENT"] = 2, ["BULLETIN"] = 2, ["ALERT"] = 2, ["EIL"] = 2, ["EILMELDUNG"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The take key of a line that is nothing else; null when it is none.</summary>
    /// <param name="line">The line, with or without brackets.</param>
    public static string? OfLine(string line)
    {
        if (line.Length is 0 or > Longest)
            return null;
        var isBracketed = line.StartsWith('(') && line.EndsWith(')');
        var inside = isBracketed ? line[1..^1].Trim() : line;
        if (SeriesLabels.TryAlone(line, out var series, out _))
            return series;
        if (inside.Length == 0 || !isBracketed && inside.Any(char.IsLower) || !IsKey(inside))
            return null;
        return inside;
    }

    /// <summary>Whether all words are those of a take key, one of them at least not a number.</summary>
    public static bool IsKey(string text)
    {
        var words = Parts(text);
        return words.Length is > 0 and <= 6 && words.Any(_words.ContainsKey)
            && words.All(word => _words.ContainsKey(word) || IsOrdinal(word));
    }

    /// <summary>What the key says that the transmission does; partial moves first, then a correction.</summary>
    public static Signal SignalOf(string key)
    {
        var signals = Parts(key).Select(word => _words.GetValueOrDefault(word)).ToHashSet();
        Signal[] order =
            [Signal.Add, Signal.Insert, Signal.Sub, Signal.Correction, Signal.Refile, Signal.Repeat, Signal.Update];
        return order.FirstOrDefault(signals.Contains);
    }

    /// <summary>What a key says of the urgency; null when nothing.</summary>
    public static int? UrgencyOf(string key) =>
        Parts(key) is [.. var words] && words.Length <= 2 && words.Any(_urgencies.ContainsKey)
            ? words.Where(_urgencies.ContainsKey).Min(word => _urgencies[word])
            : null;

    /// <summary>The key with which a take of this cause is moved in IPTC 7901; empty for a first take.</summary>
    public static string Of(FiledTake filed) => filed.Cause switch
    {
        Cause.Correction => "CORRECTION",
        Cause.Refile => "REFILE",
        Cause.Lead or Cause.WriteThru or Cause.Development when filed.Number > 1 =>
            $"{Ordinals.Of(filed.Number - 1).ToUpperInvariant()} LEAD",
        Cause.Lead or Cause.WriteThru or Cause.Development or Cause.Release => "UPDATE",
        _ => "",
    };

    /// <summary>The same on a keyword line of ANPA 1312.</summary>
    public static string OnKeywordLine(FiledTake filed) => filed.Cause switch
    {
        Cause.Correction => "Correction",
        Cause.Refile => "Refile",
        Cause.Lead or Cause.WriteThru or Cause.Development =>
            $"{Ordinals.Of(Math.Max(1, filed.Number - 1))} Ld-Writethru",
        Cause.Release => "Update",
        _ => "",
    };

    /// <summary>
    /// Words in capitals; figures and letters that stand together part: <c>1stLd-Writethru</c>, <c>Add1</c>.
    /// </summary>
    static string[] Parts(string text)
    {
        var parted = new System.Text.StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && (char.IsAsciiDigit(text[i]) && char.IsLetter(text[i - 1])
                || text[i] == 'L' && i > 2 && text[i - 1] is 't' or 'd' or 'h' && char.IsAsciiLetter(text[i - 2])
                || text[i] == 'W' && i > 2 && text[i - 1] is 't' or 'd' or 'h' && char.IsAsciiLetter(text[i - 2])))
                parted.Append(' ');
            parted.Append(text[i]);
        }
        return [.. parted.ToString().ToUpperInvariant()
            .Split([' ', ',', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries)];
    }

    static bool IsOrdinal(string word) => word.Length <= 4 && char.IsAsciiDigit(word[0])
        && word.AsSpan().TrimStart("0123456789") is "" or "ST" or "ND" or "RD" or "TH";
}
