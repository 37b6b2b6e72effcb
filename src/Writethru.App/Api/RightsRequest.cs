using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.App.Api;

/// <summary>What a subscriber may have; what is absent stays as it is.</summary>
/// <param name="Territories">
/// Where it publishes: ISO 3166-1 alpha-2, or ISO 3166-2 for a part; empty: not known, so no limited territory fits.
/// </param>
/// <param name="Territory">One of them, for programs that know no more.</param>
/// <param name="Media">In what it publishes; empty: not known, so no limited medium fits.</param>
/// <param name="Purposes">For what its contract is: display, index, ai-input, train; at least one.</param>
/// <param name="ClientOf">Other services of which it is a client.</param>
/// <param name="Redistributes">Whether its contract is to pass copy on.</param>
/// <param name="Archives">Whether its contract is to keep copy in an archive that is used again.</param>
/// <param name="Commercial">Whether it advertises or sells goods with what it gets.</param>
/// <param name="ContractFrom">When its contract begins, an instant with a zone; empty: it has begun.</param>
/// <param name="ContractUntil">From when on it is over; empty: without end.</param>
/// <param name="Lapsed">Whether its contract is out now; absent: by new dates, else as it is.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes.</param>
/// <param name="From">
/// From when on copy is brought to it that its contract did not cover before: an instant with a zone, or a day (UTC);
/// absent: only what it had been covered for before its rights became narrower.
/// </param>
sealed record RightsRequest(IReadOnlyList<string?>? Territories, string? Territory, IReadOnlyList<string?>? Media,
    IReadOnlyList<string?>? Purposes, IReadOnlyList<string?>? ClientOf, bool? Redistributes, bool? Archives,
    bool? Commercial, string? ContractFrom, string? ContractUntil, bool? Lapsed, bool? GetsEmbargoed, string? From)
{
    const int MostClients = 100, LongestClient = 100;

    /// <summary>As a change; what is wrong with it where anything is, and then the change is nothing.</summary>
    /// <param name="was">What the subscriber is now; null for a new one.</param>
    /// <param name="problem">What was found and expected; null when all is well.</param>
    public RightsChange ToChange(Principal? was, out ProblemHttpResult? problem)
    {
        var territories = ContractWords.Territories(Territories ?? [Territory], out var noTerritory);
        var media = ContractWords.Media(Media ?? [], out var noMedium);
        var clientOf = ContractWords.Services(ClientOf ?? []);
        var purposes = ContractWords.Purposes(Purposes ?? [], out var noPurpose);
        problem = noTerritory.Length > 0
                ? Problems.BadParameter(Territories is null ? "territory" : "territories", noTerritory,
                    Copy.Territories.Expected)
            : Territories is not null && Territory is not null
                ? Problems.BadParameter("territory", Territory, "either territories or territory")
            : noPurpose.Length > 0 || (Purposes is not null && purposes.IsEmpty)
                ? Problems.BadParameter("purposes", noPurpose, ContractWords.ExpectedPurposes)
            : noMedium.Length > 0 ? Problems.BadParameter("media", noMedium, ContractWords.ExpectedMedia)
            : clientOf.Length > MostClients || clientOf.Any(name => name.Length > LongestClient)
                ? Problems.BadParameter("clientOf", $"{clientOf.Length} names",
                    $"at most {MostClients} names of at most {LongestClient} characters")
            : From is not null && DayOrInstant(From) is null
                ? Problems.BadParameter("from", From, "a day such as 2026-11-25, or an instant with a zone")
            : WrongInstant("contractFrom", ContractFrom) ?? WrongInstant("contractUntil", ContractUntil);
        if (problem is not null)
            return new RightsChange();
        var change = new RightsChange
        {
            Territories = Territories is null && Territory is null ? null : territories,
            Media = Media is null ? null : media,
            ClientOf = ClientOf is null ? null : clientOf,
            Purposes = Purposes is null ? null : purposes,
            Redistributes = Redistributes,
            Archives = Archives,
            IsCommercial = Commercial,
            GetsEmbargoed = GetsEmbargoed,
            IsLapsed = Lapsed,
            OwedFrom = DayOrInstant(From),
            ContractFrom = ContractFrom is null ? null : Instant.Parse(ContractFrom) ?? DateTimeOffset.MinValue,
            ContractUntil = ContractUntil is null ? null : Instant.Parse(ContractUntil) ?? DateTimeOffset.MaxValue,
        };
        var from = change.ContractFrom ?? was?.ContractFrom ?? DateTimeOffset.MinValue;
        if (from >= (change.ContractUntil ?? was?.ContractUntil ?? DateTimeOffset.MaxValue))
            problem = Problems.BadParameter(ContractUntil is null ? "contractFrom" : "contractUntil",
                ContractUntil ?? ContractFrom!, "a contract that begins before it ends");
        return change;
    }

    static DateTimeOffset? DayOrInstant(string? text) => Instant.Parse(text)
        ?? (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null);

    static ProblemHttpResult? WrongInstant(string name, string? text) =>
        string.IsNullOrEmpty(text) || Instant.Parse(text) is not null
            ? null
            : Problems.BadParameter(name, text, "an instant with a zone, such as 2026-11-25T06:00:00Z");
}
