using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>Something that terms forbid, or allow alone: an act, or media.</summary>
/// <param name="Kind">The kind of its rule.</param>
/// <param name="Value">What the rule says when it is forbidden; of media nothing.</param>
/// <param name="Media">The names of <see cref="UsageMedia"/>; of an act none.</param>
sealed record Thing(string Kind, string Value, ImmutableArray<string> Media)
{
    static readonly PhraseTable<Thing> _all = new(
    [
        (
            "redistribution;redistribute;redistributed;redistributing;re-distribution;re-distributed;syndication;" +
            "syndicate;syndicated;weitergabe;weitergegeben;weiterverbreitung;weiterverbreitet;redistribuer;" +
            "rediffusion;" +
            "redistribución;redistribuir;redifusión;재배포",
            Act(UsageKinds.Redistribution)),
        (
            "sale;sales;sell;sold;resale;resales;re-sale;resell;resold;reselling;verkauf;weiterverkauf;verkauft;" +
            "verkaufen;" +
            "vente;revente;vendre;venta;reventa;revender;판매;재판매",
            Act(UsageKinds.Sale)),
        (
            "archive;archives;archived;archiving;archival;archival use;storage;stored;archivierung;archivieren;" +
            "archiviert;archivnutzung;archivverwendung;archivage;d'archivage;d'archive;d'archives;l'archivage;" +
            "archiver;" +
            "archivo;archivos;archivar;archivado;보관;저장;아카이브",
            Act(UsageKinds.Archive)),
        (
            "commercial;commercial use;commercial or promotional;commercially;advertising;advertisement;" +
            "advertisements;" +
            "advertise;promotional;promotion;marketing;merchandising;kommerzielle;kommerziellen;kommerziell;werbung;" +
            "werbezwecke;werbliche;commerciale;commerciales;publicité;publicitaire;comercial;comerciales;publicidad;" +
            "d'utilisation commerciale;utilisation commerciale;uso comercial;publicitarios;상업적;상업적 이용;상업적 사용;광고",
            Act(UsageKinds.Commercial)),
        (
            "edited;edit;editing;altered;alter;alteration;alterations;modified;modify;modification;modifications;" +
            "manipulated;manipulate;manipulation;retouched;retouching;bearbeitung;bearbeiten;bearbeitet;veränderung;" +
            "verändert;modifier;modifiée;modificación;modificar;수정;편집;변형",
            Act(UsageKinds.Modification)),
        (
            "cropping;crop;crops;cropped;beschnitt;beschnitten;recadrage;recadrer;recorte;recortar",
            new Thing(UsageKinds.Modification, "noCropping", [])),
        (
            "internet;the internet;online;on-line;web;website;websites;web sites;internetnutzung;onlinenutzung;" +
            "online-nutzung;internet-nutzung;en ligne;en línea;d'internet;인터넷;온라인",
            Medium("internet")),
        ("mobile;wireless;mobile phones;mobiles;móvil;모바일", Medium(UsageMedia.Mobile)),
        ("print;printed;print media;printmedien;print-medien;impresos;지면;인쇄", Medium("print")),
        ("newspaper;newspapers;zeitungen;tageszeitungen;periódicos;journaux;신문", Medium(UsageMedia.Newspaper)),
        ("magazine;magazines;mag;mags;zeitschriften;magazinen;magazin;revistas;잡지", Medium(UsageMedia.Magazine)),
        ("book;books;bücher;büchern;livres;libros", Medium(UsageMedia.Book)),
        (
            "broadcast;broadcasts;broadcasting;broadcasters;rundfunk;방송",
            Medium("broadcast")),
        (
            "tv;television;t.v.;telecast;fernsehen;tv-nutzung;télévision;televisión;텔레비전",
            Medium(UsageMedia.Tv)),
        ("radio;hörfunk;라디오", Medium(UsageMedia.Radio)),
    ]);

    static readonly PhraseTable<bool> _tails = new(
    [
        (
            "use;uses;usage;used;purpose;purposes;use or purposes;publication;nutzung;verwendung;zwecke;nutzen;" +
            "verwenden;fins;fines;uso;사용;이용;용도;목적",
            true),
    ]);

    /// <summary>What is forbidden when it is.</summary>
    public UsageRule Forbid() => Media.IsEmpty
        ? new UsageRule { Kind = Kind, Value = Value }
        : new UsageRule { Kind = Kind, Deny = Media };

    /// <summary>A list of things there, all media or all acts of any kind; the place after it, or -1.</summary>
    public static int List(Clause clause, int at, out List<Thing> things)
    {
        things = [];
        var end = -1;
        var first = clause.Has(at) ? at : -1;
        for (var next = first; next >= 0 && things.Count < Clause.MaxJoined; next = clause.NextListed(end))
        {
            var after = _all.Find(clause with { Start = next }, next, out var thing);
            if (after < 0)
                break;
            if (!things.Contains(thing))
                things.Add(thing);
            // "no archival use or resale"
            end = _tails.Find(clause, after, out _) is > 0 and var tail ? tail : after;
        }
        return end;
    }

    /// <summary>Only media there; the place after them, or -1.</summary>
    public static int MediaList(Clause clause, int at, out ImmutableArray<string> media)
    {
        var end = List(clause, at, out var things);
        media = [.. things.SelectMany(thing => thing.Media).Distinct()];
        return things.TrueForAll(thing => thing.Media.Length > 0) ? end : -1;
    }

    /// <summary>The rules that forbid all of these, the media in one.</summary>
    public static ImmutableArray<UsageRule> ForbidAll(List<Thing> things)
    {
        var media = things.SelectMany(thing => thing.Media).Distinct().ToImmutableArray();
        var rules = things.Where(thing => thing.Media.IsEmpty).Select(thing => thing.Forbid());
        return [.. media.IsEmpty ? rules : rules.Append(new UsageRule { Kind = UsageKinds.Medium, Deny = media })];
    }

    static Thing Act(string kind) => new(kind, "none", []);

    static Thing Medium(string name) => new(UsageKinds.Medium, "", UsageMedia.Named(name));
}
