using System.Globalization;
using System.Text;
using Writethru.Copy;

namespace Writethru.Reading.Drafts;

/// <summary>Claims as the line that a desk prints.</summary>
static class AdvisoryWriter
{
    /// <summary><c>(ATTN: RECASTS headline, lead; ADDS details in paras 2, 6-10)</c></summary>
    public static string Write(IReadOnlyList<Claim> claims)
    {
        var text = new StringBuilder("(ATTN: ");
        for (var i = 0; i < claims.Count; i++)
        {
            var continues = i > 0 && claims[i].Action == claims[i - 1].Action
                && claims[i].Where is null && claims[i - 1].Where is null;
            if (i > 0)
                text.Append(continues ? ", " : "; ");
            if (!continues)
                text.Append(Words.Of(claims[i].Action).ToUpperInvariant()).Append(' ');
            text.Append(Object(claims[i]));
            if (claims[i].Where is ParagraphReference.Listed where && claims[i].Target != ClaimTarget.Para)
                text.Append(" in ").Append(Paragraphs(where));
        }
        return text.Append(')').ToString();
    }

    static string Object(Claim claim) => (claim.Action, claim.Target) switch
    {
        (ClaimAction.Updates, ClaimTarget.Details) => "with more details",
        (_, ClaimTarget.Para) when claim.Where is ParagraphReference.Listed where => Paragraphs(where),
        _ => Words.Of(claim.Target),
    };

    /// <summary><c>paras 2, 6-10</c>, <c>para 4</c></summary>
    static string Paragraphs(ParagraphReference.Listed where) => where.Ranges is [var only] && only.From == only.To
        ? $"para {Number(only.From)}"
        : $"paras {string.Join(", ", where.Ranges.Select(Range))}";

    static string Range(ParagraphRange range) =>
        range.From == range.To ? Number(range.From) : $"{Number(range.From)}-{Number(range.To)}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
