using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Roles under which ninjs carries what it has no property for: in <c>descriptions</c>, <c>infoSources</c>,
/// <c>subjects</c>, <c>altIds</c> and <c>rel</c>.
/// </summary>
static class NinjsRoles
{
    public const string Prefix = "writethru:";
    public const string Series = Prefix + "series";
    public const string EndMark = Prefix + "endMark";
    public const string Embargo = Prefix + "embargo";
    public const string Dateline = Prefix + "dateline";
    public const string Signal = Prefix + "signal";
    public const string Keyword = Prefix + "keyword";
    public const string SenderId = Prefix + "senderId";

    /// <summary>A note that is public; its own role follows.</summary>
    public const string Note = Prefix + "note:";

    /// <summary>A note that is not public; its own role follows.</summary>
    public const string PrivateNote = Prefix + "privateNote:";

    /// <summary>
    /// The number of the paragraph before a picture, in a version whose associations have no <c>rel</c>.
    /// </summary>
    public const string After = Prefix + "after";

    public const string Caption = "caption";
    public const string Credit = "credit";
    public const string Source = "source";
    public const string Provider = "provider";
    public const string CreditLine = "creditLine";
    public const string Contact = "contact";

    /// <summary>Begins the <c>rel</c> of a picture; the number of the paragraph before it follows.</summary>
    public const string AfterParagraph = "afterParagraph/";

    /// <summary>Begins the <c>edNote</c> of a picture that was withheld; the reason follows.</summary>
    public const string Withheld = "withheld: ";

    /// <summary>Begins the <c>name</c> of an association that is a link of the take; its relation follows.</summary>
    public const string Link = "link:";

    /// <summary>Begins the <c>uri</c> of all that this program writes.</summary>
    public const string OurUri = "urn:writethru:";

    /// <summary>Whether descriptions carry extras of that name.</summary>
    public static bool CarriesExtra(string name) =>
        name is ExtraNames.SignOff or ExtraNames.Trailer or ExtraNames.Header;
}
