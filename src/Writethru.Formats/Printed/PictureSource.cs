using Writethru.Copy.Datelines;

namespace Writethru.Formats.Printed;

/// <summary>Finds who released a photo, where its caption says so.</summary>
static class PictureSource
{
    static readonly string[] _cues = ["released by ", "provided by ", "distributed by ", "courtesy of ", "제공="];

    static readonly string[] _joints = ["of", "and", "for", "the", "&", "de", "der"];

    /// <summary>Words behind which a name is no longer that of the releaser.</summary>
    static readonly string[] _breaks =
        ["shows", "show", "showing", "on", "in", "at", "to", "taken", "which", "that", "who", "during", "and", "as"];

    /// <summary>
    /// The name behind "released by" or "provided by", verbatim; empty when there is none. Of "the North's official
    /// Harbour News Agency the next day" it is "Harbour News Agency".
    /// </summary>
    public static string In(string caption)
    {
        foreach (var cue in _cues)
        {
            var at = caption.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return Name(caption, at + cue.Length);
        }
        return "";
    }

    static string Name(string caption, int at)
    {
        var (start, end) = (-1, -1);
        while (at < caption.Length)
        {
            var space = caption.IndexOf(' ', at);
            var wordEnd = space < 0 ? caption.Length : space;
            var word = caption[at..wordEnd];
            var bare = word.TrimEnd(',', '.', ';', ':', ')');
            if (start >= 0 && DateGrammar.Find(caption.AsSpan(at)) is not null)
                break;
            if (bare.Length > 0 && !char.IsLower(bare[0]) && char.IsLetter(bare[0]))
                (start, end) = (start < 0 ? at : start, at + bare.Length);
            else if (start >= 0 ? !_joints.Contains(word) : _breaks.Contains(bare))
                break;
            if (IsPossessiveBeforeAdjective(caption, word, wordEnd))
                (start, end) = (-1, -1);
            else if (bare.Length < word.Length)
                break;
            at = wordEnd + 1;
        }
        return start < 0 ? "" : caption[start..end];
    }

    /// <summary>
    /// "the North's official …": the owner is not part of the name; in "Russia's Defense Ministry" it is.
    /// </summary>
    static bool IsPossessiveBeforeAdjective(string caption, string word, int end) =>
        (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
        && end + 1 < caption.Length && char.IsLower(caption[end + 1]);
}
