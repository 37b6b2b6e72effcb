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
        "his composite", "his combination of", "FILE PHOTO:", "FILE - ", " from L)", " from R)",
        " from left)", " from right)", "이 사진은", "في هذه الصورة",
    ];

    /// <summary>
    /// Where somebody stands, or to which party he belongs: "(R)" is both, and "(D)" and "(I)" are only the latter.
    /// </summary>
    static readonly string[] _positions = ["(L)", "(R)", "(C)"];

    static readonly string[] _parties =
        ["(D)", "(I)", "Gov. ", "Govs. ", "Sen. ", "Sens. ", "Rep. ", "Reps. ", "Congressman ", "Congresswoman "];

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
    public static bool IsIn(string text) => _words.Any(words => SpeaksOfPicture(text, words)) || TellsPositions(text);

    /// <summary>"In this photo of a nation in crisis" speaks of no picture that can be seen.</summary>
    static bool SpeaksOfPicture(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && !text.AsSpan(at + words.Length).StartsWith(" of a", StringComparison.Ordinal);
    }

    /// <summary>"Kim (L) shakes hands" is seen; "Roe (R) said" is told.</summary>
    static bool TellsPositions(string text) => Has(text, _positions) && !Has(text, _parties) && !Has(text, _reports)
        && (Has(text, _verbs) || HasYear(text) || text.EndsWith(')') || text.AsSpan().IndexOfAnyInRange('a', 'z') < 0);

    static bool Has(string text, string[] words) =>
        words.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>
    /// Whether a paragraph that ends in the name of an agency and nothing else may be a caption: what is seen, or a
    /// full date. Other scripts than Latin are given the benefit of the doubt.
    /// </summary>
    public static bool MaySpeakIn(string text) => text.AsSpan().IndexOfAnyInRange('a', 'z') < 0
        || HasYear(text)
        || !Has(text, _reports) && Has(text, _verbs);

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
