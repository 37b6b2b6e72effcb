using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PictureFiles;

/// <summary>
/// The caption of a file by the grammar of printed ones, and the terms of the file: what limits use counts from
/// wherever it stands, in the metadata that counts and in the other.
/// </summary>
sealed class PictureCaption(PictureSources sources)
{
    /// <summary>A longer caption is text of another kind, and only its limits are read.</summary>
    const int LongestParted = 20_000;

    /// <summary>Caption, terms, and the credit and source that the caption names.</summary>
    public Picture Read()
    {
        var captions = sources.All(120, "dc:description", TiffNames.Description)
            .Where(text => text.Length > 0 && !IsOfCamera(text)).ToList();
        var parted = captions.ConvertAll(Part);
        var terms = sources.Text(0, "xmpRights:UsageTerms");
        var limits = new Limits(terms.Length > 0 ? new UsageTerms(terms) : null);
        foreach (var line in sources.All(40, "photoshop:Instructions").SelectMany(text => text.Split('\n')))
            limits.Add(LimitsOf(line));
        foreach (var other in parted)
            limits.Add(other.UsageTerms?.Text ?? "");
        return (parted.Count > 0 ? parted[0] : new Picture()) with { UsageTerms = limits.Terms };
    }

    /// <summary>What some cameras write where a caption goes: <c>SONY DSC</c>, <c>OLYMPUS DIGITAL CAMERA</c>.</summary>
    static bool IsOfCamera(string text) => text is "SONY DSC"
        || text.EndsWith("DIGITAL CAMERA", StringComparison.Ordinal);

    /// <summary>The words of a line of instructions that limit; all of them where it does not show which do.</summary>
    static string LimitsOf(string text)
    {
        var parted = Restrictions.PartFrom(text, text.Length);
        return parted.Terms.Length > 0 && !TermsWords.AreStrong(parted.Bare) ? parted.Terms
            : TermsWords.AreStrong(text) ? text
            : parted.Terms;
    }

    /// <summary>
    /// Parts the caption from terms and credit behind it. A credit that the field of the credit does not say stays in
    /// the caption.
    /// </summary>
    Picture Part(string text)
    {
        var line = CleanText.OnOneLine(text);
        if (text.Length > LongestParted || Captions.Read(line, 0, out var byShape) is not { } parted)
            return new Picture { Caption = text, Source = PictureSource.In(line) };
        if (byShape && parted.UsageTerms is null)
            return new Picture { Caption = text, Source = parted.Source };
        var credit = sources.Text(110, "photoshop:Credit");
        return parted.Credit.Length == 0 || credit.Length == 0
            || credit.Contains(parted.Credit, StringComparison.OrdinalIgnoreCase)
            || IsSaidElsewhere(parted.Credit, credit)
            ? parted
            : parted with { Caption = line, Credit = "" };
    }

    /// <summary>Whether what a longer credit adds to the field of the credit is the name of the creator.</summary>
    bool IsSaidElsewhere(string longer, string credit)
    {
        var at = longer.IndexOf(credit, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        var rest = longer.Remove(at, credit.Length).Trim(' ', '/', ',', ';', '-');
        return sources.List(80, "dc:creator").Any(name => name.Contains(rest, StringComparison.OrdinalIgnoreCase));
    }
}
