using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Holds a document against the structure of the standard: which elements stand where, what must be there, and the form
/// of values. What is in <c>inlineXML</c> and in other namespaces is not looked at.
/// </summary>
sealed partial class StrictRules(XmlSource source)
{
    static readonly string[] _instants = ["versionCreated", "firstCreated", "sent", "embargoed"];

    static readonly string[] _items =
        ["newsItem", "packageItem", "conceptItem", "planningItem", "knowledgeItem", "catalogItem"];

    public static void Check(XmlPart root, XmlSource source)
    {
        var rules = new StrictRules(source);
        if (root.Namespace != NewsMlG2Format.Namespace)
        {
            rules.Fault(NewsMlG2Remarks.StrictElement, root,
                $"'{Quoted.Short(root.Name)}' in the namespace '{Quoted.Short(root.Namespace)}': "
                + $"expected {NewsMlG2Format.Namespace}.");
        }
        var open = new Stack<XmlPart>([root]);
        while (open.TryPop(out var part))
        {
            rules.CheckPart(part);
            if (part.Name is "inlineXML" or "rightsExpressionXML")
                continue;
            foreach (var child in part.Children.Where(child => child.Namespace == root.Namespace).Reverse())
                open.Push(child);
        }
    }

    void CheckPart(XmlPart part)
    {
        if (StrictModels.Of(part.Name) is { } model)
            CheckContent(part, model);
        CheckAttributes(part);
        if (_items.Contains(part.Name))
            CheckItem(part);
        if (_instants.Contains(part.Name) || part.Name is "urgency" or "priority")
            CheckValue(part, part.Text.Trim());
    }

    void CheckValue(XmlPart part, string text)
    {
        var mayBeEmpty = part.Name == "embargoed";
        if (_instants.Contains(part.Name) && !(mayBeEmpty && text.Length == 0) && !DateTimeForm().IsMatch(text))
        {
            Fault(NewsMlG2Remarks.StrictValue, part,
                $"'{part.Name}' is no date and time: found '{Quoted.Short(text)}'.");
        }
        if (part.Name is "urgency" or "priority" && text is not [>= '1' and <= '9'])
            Fault(NewsMlG2Remarks.StrictValue, part, $"'{part.Name}': expected 1 to 9, found '{Quoted.Short(text)}'.");
    }

    void CheckContent(XmlPart part, IReadOnlyList<StrictStep> model)
    {
        var (at, counts) = (0, new int[model.Count]);
        foreach (var child in part.Children.Where(child => child.Namespace == part.Namespace))
        {
            var step = at;
            while (step < model.Count && !model[step].Names.Contains(child.Name))
                step++;
            if (step == model.Count)
            {
                var isKnown = model.Any(place => place.Names.Contains(child.Name));
                Fault(NewsMlG2Remarks.StrictElement, child, isKnown
                    ? $"'{Quoted.Short(child.Name)}' in '{part.Name}' too late: the standard wants it earlier."
                    : $"'{Quoted.Short(child.Name)}' in '{part.Name}': the standard has none there.");
                continue;
            }
            at = step;
            if (++counts[step] == 2 && !model[step].IsMany)
                Fault(NewsMlG2Remarks.StrictElement, child, $"A second '{child.Name}' in '{part.Name}': expected one.");
        }
        for (var i = 0; i < model.Count; i++)
        {
            if (model[i].IsRequired && counts[i] == 0)
                Missing(part, string.Join(" or ", model[i].Names));
        }
        if (part.Content.Any(node => node.Part is null && !string.IsNullOrWhiteSpace(node.Text)))
            Fault(NewsMlG2Remarks.StrictElement, part, $"Text in '{part.Name}': expected elements.");
    }

    void CheckItem(XmlPart item)
    {
        foreach (var name in (string[])["guid", "standard", "standardversion"])
        {
            if (string.IsNullOrEmpty(item.Attribute(name)))
                Missing(item, $"@{name}");
        }
        var version = item.Attribute("standardversion") ?? "";
        if (version.Length > 0 && !VersionForm().IsMatch(version))
            Fault(NewsMlG2Remarks.StrictValue, item, $"The version '{Quoted.Short(version)}' of the standard is none.");
        if (item.Attribute("version") is { } number && !(ulong.TryParse(number.Trim(), out var count) && count > 0))
            Fault(NewsMlG2Remarks.StrictValue, item, $"The version '{Quoted.Short(number)}' is no positive number.");
        if (IsBefore(version, 30) && item.Child("catalogRef") is null && item.Child("catalog") is null)
            Missing(item, "catalogRef or catalog, which only 2.30 made optional,");
        if (IsBefore(version, 29) && item.Child("schemeMeta") is { } retired
            && retired.Attribute("schemeretired") is not null)
        {
            Fault(NewsMlG2Remarks.StrictVersion, retired,
                "'schemeretired' is of 2.29: the item declares an earlier version.");
        }
    }

    void CheckAttributes(XmlPart part)
    {
        if (part.Name == "catalogRef" && part.Attribute("href") is null)
            Missing(part, "@href");
        if (part.Name == "language" && part.Attribute("tag") is null)
            Missing(part, "@tag");
        if (part.Name is "rightsExpressionXML" or "rightsExpressionData" && part.Attribute("langid") is null)
            Missing(part, "@langid");
        foreach (var attribute in part.Attributes.Where(attribute => attribute.Namespace.Length == 0))
        {
            var (name, value) = (attribute.Name, attribute.Value);
            if (name == "qcode" && !QCodeForm().IsMatch(value))
                Fault(NewsMlG2Remarks.StrictValue, part, $"'{Quoted.Short(value)}' is no QCode.");
            else if ((name == "href" || name.EndsWith("uri", StringComparison.Ordinal)) && BadEscape().IsMatch(value))
                Fault(NewsMlG2Remarks.StrictValue, part, $"@{name} is no URI: found '{Quoted.Short(value)}'.");
        }
    }

    /// <summary>Whether 2.minor is after the version that an item declares.</summary>
    static bool IsBefore(string version, int minor) => version.Split('.') is ["2", var declared]
        && int.TryParse(declared, out var number) && number < minor;

    void Missing(XmlPart part, string what) =>
        Fault(NewsMlG2Remarks.StrictMissing, part, $"'{part.Name}' without {what}: the standard demands it.");

    void Fault(string code, XmlPart part, string message) =>
        source.Remarks.Add(code, Severity.Error, source.At(part), message);

    [GeneratedRegex(@"^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimeForm();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$")]
    private static partial Regex VersionForm();

    [GeneratedRegex(@"^[^ \t\r\n:]+:[^ \t\r\n]+$")]
    private static partial Regex QCodeForm();

    [GeneratedRegex("%([^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex BadEscape();
}
