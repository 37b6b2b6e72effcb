namespace Writethru.Formats.Markup;

/// <summary>Codes of remarks about an element of NITF, wherever it stands; those of a document are in Nitf.</summary>
static class NitfContentRemarks
{
    /// <summary>Inline elements without a home in a take: their text is kept.</summary>
    public const string MarksLost = "NITF-101";

    /// <summary>Elements whose content is no copy, such as script: left out.</summary>
    public const string ContentLost = "NITF-102";

    /// <summary>Elements of a head or an end of a body that NITF does not have: kept as extras.</summary>
    public const string Unknown = "NITF-103";

    /// <summary>Fields of a picture without a home in a take: named, not kept.</summary>
    public const string PictureFieldsLost = "NITF-104";

    /// <summary>Fields that may bind a picture: put among its usage terms.</summary>
    public const string PictureBound = "NITF-105";

    /// <summary>Media that are no picture: kept as links.</summary>
    public const string OtherMedia = "NITF-106";

    /// <summary>Words that limit use in a caption: taken out of it as usage terms.</summary>
    public const string TermsInCaption = "NITF-107";

    /// <summary>Several body.content, or several body: read one behind the other.</summary>
    public const string SeveralBodies = "NITF-108";

    /// <summary>A table whose content lies elsewhere.</summary>
    public const string TableElsewhere = "NITF-109";

    /// <summary>Cells that span columns or rows: they stand once, and rows differ in length.</summary>
    public const string Spans = "NITF-110";
}
