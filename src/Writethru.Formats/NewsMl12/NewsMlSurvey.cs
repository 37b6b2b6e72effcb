using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Tells components that are one picture from those that hold copy, several pictures or anything else.
/// </summary>
/// <remarks>Each component is looked at once.</remarks>
sealed class NewsMlSurvey
{
    readonly Dictionary<XmlPart, Found> _found = [];

    /// <summary>
    /// Whether a component is one picture: files of it, and no text but what belongs to a picture. Components in it
    /// that hold nothing but files are its renditions; one with lines or text of its own is a picture itself.
    /// </summary>
    public bool IsPicture(XmlPart component, string role) => Look(component, role) is
    {
        HasFile: true, HasCopy: false, HasOther: false, HasPicture: false,
    };

    Found Look(XmlPart component, string inherited)
    {
        if (_found.TryGetValue(component, out var known))
            return known;
        var own = component.Child("Role")?.Attribute("FormalName")?.Trim() ?? "";
        var role = own.Length > 0 ? own : inherited;
        var found = new Found();
        foreach (var child in component.Children)
        {
            switch (child.Name)
            {
                case "ContentItem":
                    found = Add(found, NewsMlContent.KindOf(child), TextRoles.Of(role));
                    break;
                case "NewsComponent":
                    var inner = Look(child, role);
                    found = new Found(
                        found.HasFile || inner.HasFile,
                        found.HasText || inner.HasText,
                        found.HasCopy || inner.HasCopy,
                        found.HasOther || inner.HasOther,
                        found.HasPicture || inner.HasPicture || inner.HasFile && (inner.HasText || HasLines(child)));
                    break;
                case "NewsItem" or "NewsItemRef":
                    found = found with { HasOther = true };
                    break;
            }
        }
        return _found[component] = found;
    }

    static Found Add(Found found, ContentKind kind, TextRole role) => kind switch
    {
        ContentKind.Picture => found with { HasFile = true },
        ContentKind.Text => found with
        {
            HasText = true,
            HasCopy = found.HasCopy || role is TextRole.Main or TextRole.Further or TextRole.Contact,
        },
        ContentKind.Other => found with { HasOther = true },
        _ => found,
    };

    static bool HasLines(XmlPart component) => component.Child("NewsLines") is not null
        || component.Child("RightsMetadata") is not null || component.Child("NewsComponent") is not null;

    readonly record struct Found(bool HasFile, bool HasText, bool HasCopy, bool HasOther, bool HasPicture);
}
