using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads whose something is and what may be done with it: RightsMetadata, CopyrightLine.</summary>
/// <remarks>
/// All that may bind stands among the usage terms as words, for the reader of licences looks nowhere else.
/// </remarks>
static class NewsMlRights
{
    /// <summary>Parts whose words say by themselves what they mean.</summary>
    static readonly string[] _plain = ["UsageType", "Limitations"];

    /// <summary>Reads the copyright line of the text.</summary>
    public static void ReadCopyrightLine(NewsMlDraft draft, XmlPart line)
    {
        var text = draft.Words(line);
        draft.SetOrKeep("NewsLines/CopyrightLine", text,
            take => take.CopyrightNotice, (take, notice) => take with { CopyrightNotice = notice });
        if (!string.IsNullOrWhiteSpace(text) && draft.Ours(NewsMlNames.Notice) is null && !Ownership.IsNotice(text))
        {
            draft.AddTerms(text);
            draft.Say(NewsMlRemarks.CopyrightBinds, Severity.Note, line,
                "A copyright line that says more than whose the copy is: among the usage terms too.");
        }
    }

    /// <summary>Reads the rights of the text.</summary>
    public static void Read(XmlPart rights, NewsMlDraft draft)
    {
        foreach (var terms in Terms(rights, draft.IsOurs))
            draft.AddTerms(terms);
        foreach (var copyright in rights.All("Copyright"))
        {
            if (copyright.Child("CopyrightHolder") is { } holder)
            {
                draft.SetOrKeep("RightsMetadata/CopyrightHolder", draft.Words(holder),
                    take => take.CopyrightHolder, (take, text) => take with { CopyrightHolder = text });
            }
            foreach (var part in copyright.Children.Where(part => part.Name != "CopyrightHolder"))
                draft.Keep($"RightsMetadata/{part.Name}", part.TextOnOneLine);
        }
    }

    /// <summary>Everything that rights say about use, each set of usage rights as one sentence.</summary>
    public static IEnumerable<string> Terms(XmlPart rights, bool isOurs)
    {
        foreach (var usage in rights.All("UsageRights"))
        {
            var parts = usage.Children.ToList();
            if (isOurs && parts is [{ Name: "Limitations" } only])
            {
                yield return only.Text;
                continue;
            }
            var terms = string.Join("; ", parts.Where(part => part.TextOnOneLine.Length > 0).Select(part =>
                _plain.Contains(part.Name) ? part.TextOnOneLine : $"{part.Name}: {part.TextOnOneLine}"));
            if (terms.Length > 0)
                yield return terms;
        }
        foreach (var property in rights.All("Property"))
            yield return $"{property.Attribute("FormalName")}: {property.Attribute("Value")}".Trim();
    }
}
