namespace Writethru.Formats.Printed;

/// <summary>How a caption speaks, as against copy.</summary>
static class CaptionLanguage
{
    static readonly string[] _words =
    [
        "In this photo", "in this photo", "n this undated photo", "n this file photo", "in this image",
        "n this handout",
        "n this undated image", "this undated photo", "this file photo", "his photo,", "his image,", "his photo taken",
        "his photo provided", "his photo shows", "his image shows", "his undated photo", "his file photo",
        "in a photo released",
        "his composite", "his combination of", "FILE PHOTO:", "FILE - ", "(L)", "(R)", "(C)", " from L)", " from R)",
        " from left)", " from right)", "이 사진은", "في هذه الصورة",
    ];

    /// <summary>Verbs of what is seen, in the present tense.</summary>
    static readonly string[] _verbs =
    [
        " poses", " pose ", " attends", " attend ", " is seen", " are seen", " inspects", " speaks", " speak ",
        " shows",
        " walks", " walk ", " stands", " stand ", " waves", " wave ", " looks", " look ", " holds", " hold ", " sits",
        " sit ", " smiles", " shakes", " shake ", " meets", " meet ", " waits", " wait ", " delivers", " passes",
        " pass ",
        " gestures", " greets", " greet ", " arrives", " arrive ", " leaves", " line up", " lines up", " plays",
        " play ",
        " celebrates", " celebrate ", " reacts", " react ", " watches", " watch ", " performs", " perform ",
        " presides",
        " listens", " listen ", " answers", " takes ", " take ", " undergoes", " visits", " visit ", " talks", " talk ",
    ];

    static readonly string[] _reports = [" said", " told ", " was ", " were ", " had ", " would ", " will "];

    /// <summary>Whether the paragraph says that it is about a picture.</summary>
    public static bool IsIn(string text) => _words.Any(words => text.Contains(words, StringComparison.Ordinal));

    /// <summary>
    /// Whether a paragraph that ends in the name of an agency and nothing else may be a caption: what is seen, or a
    /// full date. Other scripts than Latin are given the benefit of the doubt.
    /// </summary>
    public static bool MaySpeakIn(string text) => text.AsSpan().IndexOfAnyInRange('a', 'z') < 0
        || HasYear(text)
        || !_reports.Any(word => text.Contains(word, StringComparison.Ordinal))
            && _verbs.Any(word => text.Contains(word, StringComparison.Ordinal));

    static bool HasYear(string text)
    {
        for (var i = 0; i + 6 <= text.Length; i++)
        {
            if (text[i] == ' ' && text[i + 1] is '1' or '2' && char.IsAsciiDigit(text[i + 2])
                && char.IsAsciiDigit(text[i + 3]) && char.IsAsciiDigit(text[i + 4])
                && !char.IsLetterOrDigit(text[i + 5])
                && i > 0 && text[i - 1] == ',')
                return true;
        }
        return false;
    }
}
