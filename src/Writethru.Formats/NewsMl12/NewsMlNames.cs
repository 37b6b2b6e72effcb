using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>Formal names: those of the standard, and ours for what it has no element for.</summary>
static class NewsMlNames
{
    public const string Prefix = "writethru:";

    /// <summary>Type of the label that bears the identity of our story. An item with it was written by us.</summary>
    public const string Uri = Prefix + "uri";

    /// <summary>Says of a copyright notice that it is no terms.</summary>
    public const string Notice = Prefix + "copyrightNotice";

    /// <summary>The words of an embargo; empty: there is none, whatever a note looks like.</summary>
    public const string Embargo = Prefix + "embargo";

    /// <summary>Type of an item that is a picture.</summary>
    public const string PhotoType = "Photo";

    /// <summary>Characteristic of a file: the SHA-256 of its bytes, in lower-case hex.</summary>
    public const string Sha256 = Prefix + "sha256";

    public const string FirstCreated = Prefix + "firstCreated";
    public const string VersionCreated = Prefix + "versionCreated";
    public const string Expiry = Prefix + "expiry";
    public const string WordCount = Prefix + "wordCount";
    public const string EndMark = Prefix + "endMark";
    public const string Contact = Prefix + "contact";

    /// <summary>Begins the type of a line with a note; its role follows.</summary>
    public const string Note = Prefix + "note:";

    /// <summary>Begins the type of a line with a further headline; its role follows.</summary>
    public const string Headline = Prefix + "headline:";

    /// <summary>Begins the type of a line with a description; its role follows.</summary>
    public const string Description = Prefix + "description:";

    /// <summary>Begins the type of a line with an extra; its name follows.</summary>
    public const string Extra = Prefix + "extra:";

    /// <summary>Number of the paragraph before a picture.</summary>
    public const string After = Prefix + "afterParagraph";

    /// <summary>Type of the line of a picture that was withheld; the reason follows "withheld: ".</summary>
    public const string Withheld = Prefix + "withheld";

    /// <summary>Version of an item that is pointed to.</summary>
    public const string LinkVersion = Prefix + "version";

    /// <summary>Media type of what is pointed to.</summary>
    public const string LinkMediaType = Prefix + "mediaType";

    /// <summary>Type of the line with notes to editors: AFP's, and the most common one.</summary>
    public const string AdvisoryLine = "AdvisoryLine";

    /// <summary>Role of the component of a picture that we write.</summary>
    public const string PictureRole = "Picture";

    /// <summary>Role of a sub-headline among the headlines of a take.</summary>
    public const string SubHeadline = "sub";

    /// <summary>An instant in ISO 8601 basic format, which is the only one that the standard knows.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'+0000'", CultureInfo.InvariantCulture);

    /// <summary>Name of a vocabulary for the scheme of a concept; null when it is written as it is.</summary>
    public static string? VocabularyOf(string scheme) => scheme switch
    {
        Schemes.SubjectCode => "IptcSubjectCodes",
        Schemes.Genre => "IptcGenre",
        _ => null,
    };

    /// <summary>The scheme of a concept by the vocabulary that the item names or implies.</summary>
    /// <param name="vocabulary">The attribute Scheme; null when there is none.</param>
    /// <param name="code">The formal name.</param>
    /// <param name="usual">The scheme of codes of that kind that name none; null when none is implied.</param>
    public static string SchemeOf(string? vocabulary, string code, string? usual) =>
        vocabulary?.ToLowerInvariant() switch
    {
        null => usual is not null && (usual != Schemes.SubjectCode || IsSubjectCode(code)) ? usual : "",
        "iptcsubjectcodes" or "iptcsubjectcode" or "iptcsubject" => Schemes.SubjectCode,
        "iptcgenre" => Schemes.Genre,
        _ => vocabulary,
    };

    /// <summary>Eight digits.</summary>
    public static bool IsSubjectCode(string code) => code.Length == 8 && code.All(char.IsAsciiDigit);
}
