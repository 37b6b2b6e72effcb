namespace Writethru.Formats.Binding;

/// <summary>Codes of the remarks that every format shares; see <c>docs/formats/remarks.md</c>.</summary>
static class BindingRemarks
{
    /// <summary>Words of a kill or a hold in a note, the headline or the first paragraph.</summary>
    public const string Status = "READ-002";

    /// <summary>Words of an embargo in a note, the headline, a summary or the first paragraph.</summary>
    public const string Embargo = "READ-003";

    /// <summary>A note or a description that is for editors only.</summary>
    public const string EditorsOnly = "READ-004";

    /// <summary>A notebook at the end of the body.</summary>
    public const string Notebook = "READ-005";

    /// <summary>Words that limit the use of the item, outside of its usage terms.</summary>
    public const string ItemTerms = "READ-006";

    /// <summary>Words that limit the use of a picture, outside of its usage terms.</summary>
    public const string PictureTerms = "READ-007";

    /// <summary>A picture whose terms stand beside another mention of it.</summary>
    public const string SharedTerms = "READ-008";

    /// <summary>Bytes that are not UTF-8 in text that is.</summary>
    public const string BrokenBytes = "READ-009";

    /// <summary>A charset that was judged, and not surely enough.</summary>
    public const string CharsetInDoubt = "READ-010";

    /// <summary>Something before the markup or the JSON that is none of it: read past.</summary>
    public const string Preamble = "READ-011";
}
