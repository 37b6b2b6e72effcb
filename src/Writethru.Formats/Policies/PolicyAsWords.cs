using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Policies;

/// <summary>
/// For formats without a place for policies: the policy stands behind the sentence, as it is. Nobody understands it
/// there,
/// so the next newsroom asks a person; left out, its limits would be gone.
/// </summary>
static class PolicyAsWords
{
    /// <summary>The take whose terms are words alone.</summary>
    /// <param name="filed">The take.</param>
    /// <param name="moved">What now stands elsewhere.</param>
    public static FiledTake In(FiledTake filed, out ImmutableArray<Omission> moved)
    {
        var take = filed.Take;
        var omissions = ImmutableArray.CreateBuilder<Omission>();
        var terms = Words(take.UsageTerms, "usageTerms", omissions);
        ImmutableArray<Picture> pictures =
        [
            .. take.Pictures.Select((picture, i) => picture.UsageTerms is { Policy.Length: > 0 }
                ? picture with { UsageTerms = Words(picture.UsageTerms, $"pictures[{i}].usageTerms", omissions) }
                : picture),
        ];
        moved = omissions.ToImmutable();
        return moved.IsEmpty ? filed : filed with { Take = take with { UsageTerms = terms, Pictures = pictures } };
    }

    static UsageTerms? Words(UsageTerms? terms, string field, ImmutableArray<Omission>.Builder omissions)
    {
        if (terms is not { Policy.Length: > 0 })
            return terms;
        omissions.Add(new Omission($"{field}.text", "The policy stands behind it."));
        omissions.Add(new Omission($"{field}.policy", "It stands among the words of the terms."));
        return new UsageTerms(terms.Whole.Trim());
    }
}
