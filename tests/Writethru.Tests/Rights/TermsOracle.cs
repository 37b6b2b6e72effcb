using System.Collections.Immutable;
using CsCheck;
using Writethru.Copy;

namespace Writethru.Tests.Rights;

/// <summary>
/// Usage terms made of clauses, each with its words, its rule, and what it means told as naively as can be: by the
/// places and media that are left, one by one. Shares no code with the gate.
/// </summary>
static class TermsOracle
{
    /// <summary>The places of this world, none of them divided.</summary>
    static readonly string[] _places = ["CA-ON", "CA-QC", "CA-rest", "JP", "KR", "GB-SCT", "GB-rest"];

    public static readonly string[] Codes = ["CA", "CA-ON", "CA-QC", "JP", "KR", "GB", "GB-SCT"];

    static readonly string[] _media = ["newspaper", "web", "tv"];

    static readonly string[] _services = ["Saltern", "Mirada"];

    public static readonly DateTimeOffset Start = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What a clause says.</summary>
    /// <param name="Words">Its words.</param>
    /// <param name="Rule">The rule that is read from them; null where they are not understood.</param>
    /// <param name="IsSure">Whether nobody needs to clear it.</param>
    /// <param name="Keeps">Whether it keeps the picture from somebody at a time.</param>
    public sealed record Clause(string Words, UsageRule? Rule, bool IsSure, Func<Principal, DateTimeOffset, bool> Keeps)
    {
        /// <summary>Whether it names an instant.</summary>
        public bool IsTimed => Rule is { From: not null } or { Until: not null };
    }

    public static readonly Gen<Principal> AnyContract = Gen.Select(Some(Codes), Some(_media),
        Some(_services), Gen.Int[0, 15],
        (territories, media, services, bits) => new Principal
        {
            Name = "", Role = Role.Subscriber, Territories = territories, Media = media,
            ClientOf = [.. services.Select(name => name.ToUpperInvariant())],
            Redistributes = (bits & 1) > 0, Archives = (bits & 2) > 0, IsCommercial = (bits & 4) > 0,
        });

    static readonly Gen<Clause> _clause = Gen.OneOf(
        Gen.Select(Some(Codes), Some(Codes), ByPlace).Where(clause => clause.Words.Length > 0),
        Gen.Select(Some(_media), Gen.Bool, ByMedium).Where(clause => clause.Words.Length > 0),
        Gen.Select(Some(_services), Gen.Bool, ByClient).Where(clause => clause.Words.Length > 0),
        Gen.Int[0, 5].Select(ByAct),
        Gen.Select(Gen.Int[-3, 6], Gen.Int[-3, 6], ByTime),
        Gen.Int[0, 3].Select(Unclear));

    /// <summary>No terms (null), or one to three clauses.</summary>
    public static readonly Gen<ImmutableArray<Clause>?> AnyTerms = Gen.Select(_clause.Array[1, 3], Gen.Int[0, 4],
        (clauses, none) => none == 0 ? (ImmutableArray<Clause>?)null : [.. clauses]);

    /// <summary>The text of terms, and what is read from it, each rule with its words.</summary>
    public static Terms? Read(ImmutableArray<Clause>? clauses)
    {
        if (clauses is not { } some)
            return null;
        var text = string.Join(". ", some.Select(clause => clause.Words));
        var reading = new TermsReading();
        var start = 0;
        foreach (var clause in some)
        {
            var span = new TextSpan(start, clause.Words.Length);
            start += clause.Words.Length + 2;
            reading = clause.Rule is { } rule
                ? reading with { Rules = reading.Rules.Add(rule with { Span = span }) }
                : reading with { NotUnderstood = reading.NotUnderstood.Add(span) };
        }
        return new Terms(text, reading);
    }

    /// <summary>Whether somebody gets what the terms bind.</summary>
    public static bool MayHave(ImmutableArray<Clause>? clauses, Principal who, DateTimeOffset now, bool isCleared) =>
        clauses is not { } some
        || (some.All(clause => isCleared || clause.IsSure) && !some.Any(clause => clause.Keeps(who, now)));

    static Clause ByPlace(ImmutableArray<string> only, ImmutableArray<string> not)
    {
        var left = (only.IsEmpty ? _places : Places(only)).Except(Places(not)).ToList();
        return new Clause(Say(only, not), new UsageRule { Kind = "territory", Allow = only, Deny = not }, true,
            (who, _) => who.Territories.IsEmpty || Places(who.Territories).Except(left).Any());
    }

    static IEnumerable<string> Places(IEnumerable<string> codes) =>
        codes.SelectMany(code => _places.Where(place => place == code || place[..2] == code));

    static Clause ByMedium(ImmutableArray<string> media, bool only)
    {
        var left = only ? media.ToList() : [.. _media.Except(media)];
        return new Clause(Say(only ? media : [], only ? [] : media),
            new UsageRule { Kind = "medium", Allow = only ? media : [], Deny = only ? [] : media }, true,
            (who, _) => who.Media.IsEmpty || who.Media.Any(medium => !left.Contains(medium)));
    }

    static Clause ByClient(ImmutableArray<string> services, bool only) => new(
        Say(only ? services : [], only ? [] : services) is { Length: > 0 } words ? words + " clients" : "",
        new UsageRule { Kind = "clients", Allow = only ? services : [], Deny = only ? [] : services }, true,
        (who, _) => only != services.Any(service => who.ClientOf.Contains(service.ToUpperInvariant())));

    static Clause ByAct(int which) => which switch
    {
        0 => new("No redistribution", new UsageRule { Kind = "redistribution", Value = "none" }, true,
            (who, _) => who.Redistributes),
        1 => new("No sales", new UsageRule { Kind = "sale", Value = "none" }, true, (who, _) => who.Redistributes),
        2 => new("No archive", new UsageRule { Kind = "archive", Value = "none" }, true, (who, _) => who.Archives),
        3 => new("Editorial use only", new UsageRule { Kind = "editorial", Value = "only" }, true,
            (who, _) => who.IsCommercial),
        4 => new("Not for advertising", new UsageRule { Kind = "commercial", Value = "none" }, true,
            (who, _) => who.IsCommercial),
        _ => new("Mandatory credit", new UsageRule { Kind = "mandatoryCredit" }, true, (_, _) => false),
    };

    static Clause ByTime(int from, int length)
    {
        var (begin, end) = (Start.AddHours(from), Start.AddHours(from + length));
        return length > 0
            ? new($"From {from} for {length} hours", new UsageRule { Kind = "window", From = begin, Until = end }, true,
                (_, now) => now < begin || now >= end)
            : length < 0
                ? new($"Not after {from}", new UsageRule { Kind = "window", Until = begin }, true,
                    (_, now) => now >= begin)
                : new($"Embargoed until {from}", new UsageRule { Kind = "embargo", From = begin }, true,
                    (_, now) => now < begin);
    }

    static Clause Unclear(int which) => which switch
    {
        0 => new("Giraffes welcome", null, false, (_, _) => false),
        1 => new("Embargoed until the show",
            new UsageRule { Kind = "embargo", Value = "the show" }, false, (_, _) => false),
        2 => new("Perhaps no archive", new UsageRule { Kind = "archive", Value = "none", Sure = 0.4 }, false,
            (who, _) => who.Archives),
        _ => new("Full moon only", new UsageRule { Kind = "moonPhase", Value = "full" }, false, (_, _) => false),
    };

    static string Say(ImmutableArray<string> only, ImmutableArray<string> not) =>
        (only.IsEmpty ? "" : string.Join(" and ", only) + " only")
            + (not.IsEmpty ? "" : " " + string.Join(", ", not) + " out");

    static Gen<ImmutableArray<string>> Some(string[] words) => Gen.Int[0, words.Length - 1].Array[0, 2]
        .Select(chosen => chosen.Distinct().Select(i => words[i]).ToImmutableArray());
}
