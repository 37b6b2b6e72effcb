using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>The fields of two takes that differ.</summary>
static class FieldDiff
{
    static readonly (string Name, Func<Take, string> Of)[] _fields =
    [
        (DiffFields.Headline, take => take.Headline),
        (DiffFields.Slug, take => take.Slug),
        (DiffFields.Byline, take => take.Byline),
        (DiffFields.Dateline, take => take.Dateline?.Text ?? ""),
        (DiffFields.Subheads,
            take => string.Join('\n', take.Body.SelectMany(part => part.Subheads).Select(s => s.Text))),
        (DiffFields.Urgency, take => take.Urgency?.ToString(CultureInfo.InvariantCulture) ?? ""),
        (DiffFields.Status, take => Words.Of(take.Status)),
        (DiffFields.Embargo, take => take.Embargo?.Text ?? ""),
        (DiffFields.UsageTerms, take => take.UsageTerms?.Text ?? ""),
    ];

    public static ImmutableArray<FieldChange> Of(Take old, Take @new)
    {
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        foreach (var (name, of) in _fields)
        {
            var (was, @is) = (of(old), of(@new));
            if (was != @is)
                changes.Add(new FieldChange(name, was, @is));
        }
        return changes.DrainToImmutable();
    }
}
