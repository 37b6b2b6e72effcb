using Writethru.Copy;
using Writethru.Copy.Datelines;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>For the clients of which service: <c>AP Clients Only</c>, <c>Nur für Bezieher des Dienstes X</c>.</summary>
static class ClientClause
{
    /// <summary>Most words of a service's name.</summary>
    const int LongestName = 5;

    static readonly PhraseTable<bool> _clients = new(
        [("clients;members;subscribers;customers;licensees;client;kunden;abonnés;clientes;abonados;고객사;회원사", true)]);

    static readonly PhraseTable<bool> _ofService = new(
        [("des dienstes;der dienste;von;der;des;of;du service;del servicio;of the service", true)]);

    static readonly PhraseTable<bool> _beforeName = new(
        [("for use by;for;to;available to;access for;access;available for", true)]);

    static readonly PhraseTable<bool> _forClientsOf = new(
    [
        (
            "nur für bezieher;nur für kunden;nur für abonnenten;honorarfrei nur für bezieher;" +
            "honorarfrei nur für kunden;" +
            "only for clients;only for subscribers;only for members;clients only",
            true),
    ]);

    public static ClauseMatch? Read(Clause clause, int at) =>
        BehindName(clause, at) ?? BeforeName(clause, at) ?? Denied(clause, at);

    /// <summary><c>AP Clients Only</c>, <c>For Example Wire members only</c>, <c>Only for AP clients</c>.</summary>
    static ClauseMatch? BehindName(Clause clause, int at)
    {
        var only = clause.Skip(at, Only);
        var name = _beforeName.Find(clause, only, out _) is > 0 and var prefix ? prefix : only;
        var end = NameBefore(clause, name, out var service);
        if (end < 0)
            return null;
        if (only > at)
            return name > only && clause.Ends(end) ? Allow(end, service) : null;
        return clause.Is(end, Only) && clause.Ends(end + 1) ? Allow(end + 1, service) : null;
    }

    /// <summary>
    /// <c>Honorarfrei nur für Bezieher des Dienstes X</c>: the name goes on up to the end of the clause.
    /// </summary>
    static ClauseMatch? BeforeName(Clause clause, int at)
    {
        var start = _forClientsOf.Find(clause, at, out _);
        if (start < 0)
            return null;
        start = _ofService.Find(clause, start, out _);
        if (start < 0 || !clause.Has(start))
            return null;
        var end = start;
        while (end - start < LongestName && clause.Has(end)
            && (!NeverInName.Contains(clause.Words[end].Key) || end > start && clause.Is(end, For)))
            end++;
        return end > start && clause.Ends(end) && char.IsLetter(clause.Text[clause.Words[end - 1].Start])
            && !clause.Is(end - 1, For) ? Allow(end, Name(clause, start, end)) : null;
    }

    /// <summary>
    /// <c>AP CLIENTS OUT</c>, <c>Not for AP clients</c>. Only a service that is known can be denied: of a name that was
    /// cut wrong nobody would be a client.
    /// </summary>
    static ClauseMatch? Denied(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        var name = no < 0 ? at : _beforeName.Find(clause, no, out _) is > 0 and var prefix ? prefix : no;
        var end = NameBefore(clause, name, out var service);
        if (end < 0 || !Agencies.IsKnown(service))
            return null;
        if (no < 0)
        {
            if (!clause.Is(end, "out"))
                return null;
            end++;
        }
        return clause.Ends(end)
            ? new ClauseMatch(end, new UsageRule { Kind = UsageKinds.Clients, Deny = [service] })
            : null;
    }

    /// <summary>The place after a name and the word "clients"; -1 for anything else.</summary>
    static int NameBefore(Clause clause, int at, out string service)
    {
        service = "";
        for (var end = at; end - at <= LongestName && clause.Has(end); end++)
        {
            if (_clients.Find(clause, end, out _) is > 0 and var after)
            {
                if (end == at)
                    return -1;
                service = Name(clause, at, end);
                return after;
            }
            var word = clause.Words[end];
            if (NeverInName.Contains(word.Key) || And.Contains(word.Key) || !char.IsUpper(clause.Text[word.Start])
                || clause.Place(end, out _) > 0 || Thing.List(clause with { Start = end }, end, out _) > 0)
                return -1;
        }
        return -1;
    }

    static string Name(Clause clause, int start, int end) =>
        clause.Text[clause.Words[start].Start..clause.Words[end - 1].End];

    static ClauseMatch? Allow(int end, string service) =>
        new ClauseMatch(end, new UsageRule { Kind = UsageKinds.Clients, Allow = [service], Sure = SureOfName });

    /// <summary>Where the name of a service begins and ends is told by its capitals alone.</summary>
    const double SureOfName = 0.9;
}
