using System.Collections.Immutable;
using Writethru.Copy;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>What a customer may not do at all, and in what it may or may not be shown.</summary>
static class ActClause
{
    public static ClauseMatch? Read(Clause clause, int at) =>
        Not(clause, at) ?? Prohibited(clause, at) ?? ProhibitedBefore(clause, at) ?? OnlyAfter(clause, at)
        ?? OnlyBefore(clause, at) ?? Out(clause, at);

    /// <summary><c>NO ARCHIVAL OR WIRELESS USE</c>, <c>Not to be used on the internet</c>.</summary>
    static ClauseMatch? Not(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        if (no < 0)
            return null;
        var uses = TerritoryClause.Uses(clause, clause.Skip(no, For));
        if (uses > no && clause.Is(uses, OnMedium)
            && Thing.MediaList(clause, clause.Skip(uses + 1, Articles), out var media) is > 0 and var mediaEnd)
        {
            mediaEnd = clause.Skip(mediaEnd, Permitted);
            return clause.Ends(mediaEnd)
                ? new ClauseMatch(mediaEnd, new UsageRule { Kind = UsageKinds.Medium, Deny = media })
                : null;
        }
        var end = Thing.List(clause, clause.Skip(clause.Skip(no, For), Articles), out var forbidden);
        if (end < 0)
            return null;
        end = clause.Skip(clause.Skip(end, Permitted), "werden");
        return clause.Ends(end) ? new ClauseMatch(end, Thing.ForbidAll(forbidden)) : null;
    }

    /// <summary>
    /// <c>Redistribution is strictly prohibited</c>, <c>Archivierung nicht gestattet</c>, <c>재배포 금지</c>.
    /// </summary>
    static ClauseMatch? Prohibited(Clause clause, int at)
    {
        var end = Thing.List(clause, at, out var things);
        var after = end < 0 ? -1 : TerritoryClause.AfterProhibited(clause, end);
        return after > 0 && clause.Ends(after) ? new ClauseMatch(after, Thing.ForbidAll(things)) : null;
    }

    /// <summary><c>Prohibida la reventa</c>, <c>Interdit à la vente</c>.</summary>
    static ClauseMatch? ProhibitedBefore(Clause clause, int at)
    {
        if (!clause.Is(at, Forbidden))
            return null;
        var first = clause.Skip(clause.Skip(clause.Skip(at + 1, For), Articles), "su");
        var end = Thing.List(clause, first, out var things);
        return end > 0 && clause.Ends(end) ? new ClauseMatch(end, Thing.ForbidAll(things)) : null;
    }

    /// <summary>
    /// <c>Print only</c>, <c>For use in newspapers and magazines only</c>, <c>For broadcast only</c>.
    /// </summary>
    static ClauseMatch? OnlyAfter(Clause clause, int at)
    {
        var place = TerritoryClause.Uses(clause, clause.Skip(at, For));
        if (place > at)
            place = clause.Skip(clause.Skip(place, OnMedium), Articles);
        var end = Thing.MediaList(clause, place, out var media);
        return end > 0 && clause.Is(end, Only) && clause.Ends(end + 1) ? AllowOnly(end + 1, media) : null;
    }

    /// <summary><c>Only for print</c>, <c>Nur für Print</c>, <c>Use limited to newspapers</c>.</summary>
    static ClauseMatch? OnlyBefore(Clause clause, int at)
    {
        var only = TerritoryClause.Uses(clause, clause.Skip(at, For));
        var place = TerritoryClause.AfterLimitedTo(clause, only);
        if (place < 0)
        {
            if (!clause.Is(only, Only))
                return null;
            place = TerritoryClause.Uses(clause, clause.Skip(only + 1, For));
            place = clause.Skip(place, OnMedium);
        }
        var end = Thing.MediaList(clause, clause.Skip(place, Articles), out var media);
        return end > 0 && clause.Ends(end) ? AllowOnly(end, media) : null;
    }

    /// <summary><c>MAGS OUT</c>, <c>UK AND TV OUT</c>.</summary>
    static ClauseMatch? Out(Clause clause, int at)
    {
        var (area, media, end) = (Area.None, new List<string>(), -1);
        var count = 0;
        var first = clause.Has(at) ? at : -1;
        for (var next = first; next >= 0 && count++ < Clause.MaxJoined; next = clause.NextListed(end))
        {
            var member = clause with { Start = next };
            var after = Thing.MediaList(member, next, out var found);
            if (after > 0)
                media.AddRange(found);
            else if (member.PlaceList(next, out var places) is > 0 and var placesEnd)
                (after, area) = (placesEnd, area.With(places));
            else
                break;
            end = after;
        }
        if (media.Count == 0 || !clause.Is(end, "out") || !clause.Ends(end + 1))
            return null;
        var denied = new UsageRule { Kind = UsageKinds.Medium, Deny = [.. media.Distinct()] };
        return area.Deny.IsEmpty ? new ClauseMatch(end + 1, denied) : new ClauseMatch(end + 1, area.DenyAll(), denied);
    }

    static ClauseMatch AllowOnly(int end, ImmutableArray<string> media) =>
        new(end, new UsageRule { Kind = UsageKinds.Medium, Allow = media });
}
