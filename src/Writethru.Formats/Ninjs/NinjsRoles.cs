using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Roles under which ninjs carries what it has no property for: in <c>descriptions</c>, <c>infoSources</c> and
/// <c>rel</c>.
/// </summary>
static class NinjsRoles
{
    public const string Prefix = "writethru:";
    public const string Series = Prefix + "series";
    public const string EndMark = Prefix + "endMark";
    public const string Embargo = Prefix + "embargo";
    public const string Dateline = Prefix + "dateline";
    public const string Caption = "caption";
    public const string Credit = "credit";
    public const string Source = "source";
    public const string CreditLine = "creditLine";
    public const string Contact = "contact";

    /// <summary>Begins the <c>rel</c> of a picture; the number of the paragraph before it follows.</summary>
    public const string AfterParagraph = "afterParagraph/";

    /// <summary>Begins the <c>edNote</c> of a picture that was withheld; the reason follows.</summary>
    public const string Withheld = "withheld: ";

    /// <summary>Whether descriptions carry extras of that name.</summary>
    public static bool CarriesExtra(string name) =>
        name is ExtraNames.SignOff or ExtraNames.Trailer or ExtraNames.Header or ExtraNames.Note
            or ExtraNames.Notebook;
}
