using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Policies;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Writes usage terms into <c>rightsInfo</c>: the sentence, and a policy, which is the sender's where it sent one, else
/// made from the rules that were read.
/// </summary>
static class RightsWriter
{
    /// <param name="item">Where to.</param>
    /// <param name="terms">The terms; null writes nothing.</param>
    /// <param name="reading">What was read from them; null when nothing was.</param>
    /// <param name="field">Path of the terms.</param>
    /// <param name="target">Address of what they bind.</param>
    public static void Write(ItemMarkup item, UsageTerms? terms, TermsReading? reading, string field, string target)
    {
        if (terms is null)
            return;
        item.Block("usageTerms", terms.Text, $"{field}.text");
        if (RulesPolicy.Of(terms, reading) is { } made)
            WriteElement(item, PolicyWriter.ToXml(made, target));
        else if (terms.Policy.Length > 0)
            WriteReceived(item, terms.Policy, $"{field}.policy");
    }

    /// <summary>
    /// As elements where they read back as they are, which their own whitespace and prefixes may forbid; else as text.
    /// </summary>
    static void WriteReceived(ItemMarkup item, string policy, string field)
    {
        var lines = policy.Split('\n');
        if (Array.TrueForAll(lines, IsElement))
        {
            foreach (var line in lines)
                WriteElement(item, line);
            return;
        }
        var type = policy.AsSpan().TrimStart() is ['<', ..] ? "application/xml" : "application/json";
        item.Start("rightsExpressionData", ("langid", RulesPolicy.Odrl), ("enctype", type))
            .Raw(XmlText.Escape(item.Clean(policy, field))).End("rightsExpressionData");
    }

    static void WriteElement(ItemMarkup item, string element) =>
        item.Start("rightsExpressionXML", ("langid", RulesPolicy.Odrl)).Raw(element).End("rightsExpressionXML");

    /// <summary>
    /// The bytes of a sender stand in ours only where they are one whole element of ODRL, and nothing but what was read
    /// of it.
    /// </summary>
    static bool IsElement(string text) =>
        text.StartsWith('<') && XmlSource.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).Root is { } root
        && root.Namespace == RulesPolicy.Odrl && Texts.Alone(root) == text;
}
