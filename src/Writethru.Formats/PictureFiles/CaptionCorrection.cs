using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// What agencies print above a picture that comes again with other words: <c>CORRECTION - corrects name of mayor to
/// Jane Roe.</c> before the caption, <c>CORRECTION: Ferry</c> as the headline. It speaks to editors.
/// </summary>
/// <param name="Headline">The headline without its label.</param>
/// <param name="Caption">The caption without the note.</param>
/// <param name="Series">The label of the headline, else of the caption; empty when neither has one.</param>
/// <param name="Note">The note; empty when there is none.</param>
readonly record struct CaptionCorrection(string Headline, string Caption, string Series, string Note)
{
    const int LongestNote = 400;

    static readonly string[] _joints = [" - ", " – ", " — ", ": ", "-- "];

    /// <summary>Whether the picture corrects an earlier one.</summary>
    public bool IsOne => Series.Length > 0 || Note.Length > 0;

    /// <summary>Parts headline and caption.</summary>
    public static CaptionCorrection In(string headline, string caption)
    {
        var (series, bare) = LabelOf(headline) is { } label
            ? (headline[..label.Word].Trim(), headline[label.Behind..].Trim()) : ("", headline);
        if (LabelOf(caption) is not { } opening || EndOf(caption, opening.Behind) is not { } end)
            return new CaptionCorrection(bare, caption, series, "");
        return new CaptionCorrection(
            bare, caption[end..].TrimStart(), series.Length > 0 ? series : caption[..opening.Word].Trim(),
            caption[..end].TrimEnd());
    }

    /// <summary>Where the word of a correction ends that opens the text, and where its joint does.</summary>
    static (int Word, int Behind)? LabelOf(string text)
    {
        foreach (var joint in _joints)
        {
            var at = text.IndexOf(joint, StringComparison.Ordinal);
            if (at is > 0 and <= 30 && !text.AsSpan(0, at).ContainsAnyInRange('a', 'z')
                && SignalWords.OfLabel(text[..at]) == Signal.Correction)
                return (at, at + joint.Length);
        }
        return null;
    }

    /// <summary>Where the first sentence behind the label ends; null when there is no second one.</summary>
    static int? EndOf(string caption, int from)
    {
        for (var i = from; i < Math.Min(caption.Length - 1, from + LongestNote); i++)
        {
            if (caption[i] is '\n' or ';' && i > from
                || caption[i] is '.' && char.IsWhiteSpace(caption[i + 1]) && !char.IsUpper(caption[Math.Max(0, i - 1)]))
                return i + 1;
        }
        return null;
    }
}
