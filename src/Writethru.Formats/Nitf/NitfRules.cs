using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Nitf;

/// <summary>Says where a document breaks the order of NITF 3.6, as validation by its schema would.</summary>
static class NitfRules
{
    static readonly string[] _dates = ["yyyyMMdd", "yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static void Check(XmlPart root, XmlSource source)
    {
        if (root.Namespace is not ("" or NitfFormat.Namespace))
            Say(source, root, $"Found the namespace '{Quoted.Short(root.Namespace)}', "
                + $"expected none or {NitfFormat.Namespace}.");
        if (root.Attribute("version") is { } version
            && !(version.StartsWith("-//IPTC//DTD NITF 3.", StringComparison.Ordinal)
                && version.EndsWith("//EN", StringComparison.Ordinal)))
            Say(source, root, $"Found the version '{Quoted.Short(version)}', "
                + $"expected one such as {NitfFormat.Version}.");
        var open = new Stack<XmlPart>([root]);
        while (open.TryPop(out var part))
        {
            CheckElement(part, source);
            foreach (var child in part.Children.Where(child => child.Namespace == root.Namespace).Reverse())
                open.Push(child);
        }
    }

    static void CheckElement(XmlPart part, XmlSource source)
    {
        if (!NitfModel.ByElement.TryGetValue(part.Name, out var model))
            return;
        if (FaultOf(part, model) is { } fault)
            Say(source, part, fault);
        if (!model.HasText && part.Content.Any(node => node.Part is null && !string.IsNullOrWhiteSpace(node.Text)))
            Say(source, part, $"Found text directly in {part.Name}, expected elements only.");
        foreach (var (name, rule) in NitfModel.AttributesOf.GetValueOrDefault(part.Name) ?? [])
        {
            if (!IsObeyed(part.Attribute(name), rule))
            {
                Say(source, part, rule == "!"
                    ? $"{part.Name} without {name}."
                    : $"Found '{Quoted.Short(part.Attribute(name) ?? "")}' in {name} of {part.Name}, "
                        + $"expected {ExpectedOf(rule)}.");
            }
        }
    }

    /// <summary>
    /// The first child that is not where it may be, or the first that is missing; null when all is well.
    /// </summary>
    static string? FaultOf(XmlPart part, NitfElementModel model)
    {
        var (place, count) = (0, 0);
        foreach (var child in part.Children.Where(child => child.Namespace == part.Namespace))
        {
            while (place < model.Particles.Length && !model.Particles[place].Names.Contains(child.Name))
            {
                if (model.Particles[place].IsNeeded && count == 0)
                    return $"Found {Quoted.Short(child.Name)} in {part.Name}, "
                        + $"expected {NamesOf(model.Particles[place])} before it.";
                (place, count) = (place + 1, 0);
            }
            if (place == model.Particles.Length)
                return $"Found {Quoted.Short(child.Name)} in {part.Name}, where it may not stand.";
            count++;
            if (!model.Particles[place].IsRepeated)
                (place, count) = (place + 1, 0);
        }
        for (; place < model.Particles.Length; place++, count = 0)
        {
            if (model.Particles[place].IsNeeded && count == 0)
                return $"{part.Name} without {NamesOf(model.Particles[place])}.";
        }
        return null;
    }

    static string NamesOf(NitfParticle particle) =>
        string.Join(" or ", particle.Names.Order(StringComparer.Ordinal).Take(4));

    static bool IsObeyed(string? value, string rule) => (value, rule) switch
    {
        (null, _) => rule != "!",
        (_, "!") => true,
        (_, "token") => value.Trim() is { Length: > 0 } token
            && token.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ':'),
        (_, "date") => IsDate(value),
        _ => rule.Split('|').Contains(value),
    };

    static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, _dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || value is [>= '0' and <= '9', ..] && SenderTimes.Read(value, "UTC") is { At: not null };

    static string ExpectedOf(string rule) => rule switch
    {
        "token" => "a name without spaces",
        "date" => "a date as ISO 8601 has them",
        _ => rule.Replace("|", ", ", StringComparison.Ordinal),
    };

    static void Say(XmlSource source, XmlPart part, string fault) =>
        source.Remarks.Add(NitfRemarks.RuleBroken, Severity.Error, source.At(part), fault);
}
