using System.Collections.Frozen;

namespace Writethru.Formats.NewsMl12;

/// <summary>What a text is to its item.</summary>
enum TextRole
{
    /// <summary>The copy.</summary>
    Main,
    Caption,
    Headline,
    SubHeadline,

    /// <summary>A summary or description.</summary>
    Description,
    Contact,
    Picture,

    /// <summary>Further text: a box, a list, something of the sender's own.</summary>
    Further,
}

/// <summary>The roles of components by the names that senders use; NewsML's own are in IptcRole.</summary>
static class TextRoles
{
    static readonly FrozenDictionary<string, TextRole> _roles = new Dictionary<string, TextRole>
    {
        [""] = TextRole.Main,
        ["main"] = TextRole.Main,
        ["body"] = TextRole.Main,
        ["story"] = TextRole.Main,
        ["text"] = TextRole.Main,
        ["article"] = TextRole.Main,
        ["main text"] = TextRole.Main,
        ["maintext"] = TextRole.Main,
        ["caption"] = TextRole.Caption,
        ["photo caption"] = TextRole.Caption,
        ["headline"] = TextRole.Headline,
        ["title"] = TextRole.Headline,
        ["subheadline"] = TextRole.SubHeadline,
        ["abstract"] = TextRole.Description,
        ["summary"] = TextRole.Description,
        ["description"] = TextRole.Description,
        ["synopsis"] = TextRole.Description,
        ["teaser"] = TextRole.Description,
        ["contact"] = TextRole.Contact,
        ["picture"] = TextRole.Picture,
        ["photo"] = TextRole.Picture,
        ["image"] = TextRole.Picture,
        ["graphic"] = TextRole.Picture,
        ["logo"] = TextRole.Picture,
        ["thumbnail"] = TextRole.Picture,
        ["preview"] = TextRole.Picture,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a role means; a name that is not known is further text.</summary>
    public static TextRole Of(string role) => _roles.GetValueOrDefault(role.Trim(), TextRole.Further);
}
