using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats.Registry;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Subscribers: added, listed, revoked, signed in.</summary>
static class SubscribersEndpoints
{
    public static void MapSubscribers(this IEndpointRouteBuilder app)
    {
        var subscribers = app.MapGroup("/v1/subscribers").WithTags("Subscribers");
        subscribers.MapGet("", GetAll).RequireAuthorization(Policies.Operator).WithSummary("All subscribers.");
        subscribers.MapPost("", AddAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Add a subscriber. The key is in this answer and nowhere else.");
        subscribers.MapPut("/{name}/channel", ChangeChannelAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("How a subscriber gets its copy: format, charset, service. What is absent is as usual.");
        subscribers.MapPatch("/{name}", ChangeRightsAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary(
                "What a subscriber may have, from now on: territories, media, archives, redistributes, dates …")
            .WithDescription("What is absent stays as it is. Asked of the gate on the next byte: what was not sent yet "
                + "goes by the new rights, what was sent still gets its kills and holds. A limit of usage terms must "
                + "admit every one of `territories` and `media`. Before `contractFrom` and from `contractUntil` on it "
                + "is `lapsed`: no copy, but kills and holds. "
                + "Rights that come back, and the end of a lapse, bring what was missed meanwhile: the stream says "
                + "`gap` with the reason `rights`. What the contract never covered is not owed; `from` brings it. "
                + "`getsEmbargoed`: embargoed copy when it is filed, labelled, and again when it is lifted.");
        subscribers.MapPost("/{name}/revoke", RevokeAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("End a subscriber's rights at once.");
        subscribers.MapPost("/{name}/link", IssueLink).RequireAuthorization(Policies.DeskKey)
            .WithSummary("A one-time link that signs a person in as this subscriber, good for 24 hours.");
    }

    static Ok<IEnumerable<SubscriberAnswer>> GetAll(Gate gate) => TypedResults.Ok(gate.Now.Principals.All
        .Where(principal => principal.Role == Role.Subscriber)
        .OrderBy(principal => principal.Name, StringComparer.Ordinal)
        .Select(principal => SubscriberAnswer.Of(principal, null)));

    static async Task<Results<Created<SubscriberAnswer>, ProblemHttpResult>> AddAsync(HttpContext context,
        SubscriberRequest request, Principals principals, CancellationToken cancel)
    {
        var format = request.Format ?? "ninjs";
        if (!Principals.IsWellFormed(request.Name))
            return Problems.BadParameter("name", request.Name, "1 to 64 letters, digits, '-', '_' or '.'");
        if (WireFormats.Find(format) is not { } wireFormat)
            return Problems.FormatUnknown(format);
        if (request.Channel?.WhyNot() is { } wrong)
            return wrong;
        var rights = request.ToRights().ToChange(null, out var problem);
        if (problem is not null)
            return problem;
        var subscriber = new Principal
        {
            Name = request.Name,
            Role = Role.Subscriber,
            Format = wireFormat.Name,
            Channel = request.Channel?.ToChannel() ?? Channel.Default,
        };
        return await principals.AddAsync(subscriber, rights, Caller.IdOf(context), cancel) is { } added
            ? TypedResults.Created($"/v1/subscribers/{subscriber.Name}",
                SubscriberAnswer.Of(added.Principal, added.Key))
            : Problems.NameTaken(subscriber.Name);
    }

    static async Task<Results<Ok<SubscriberAnswer>, ProblemHttpResult>> ChangeChannelAsync(HttpContext context,
        string name, ChannelRequest request, Principals principals, Gate gate, CancellationToken cancel)
    {
        if (gate.Now.Principals.FindByName(name) is not { Role: Role.Subscriber } subscriber)
            return Problems.NotFound();
        if (WireFormats.Find(request.Format ?? subscriber.Format) is not { } format)
            return Problems.FormatUnknown(request.Format ?? subscriber.Format);
        if (request.WhyNot() is { } wrong)
            return wrong;
        return await principals.ChangeChannelAsync(name, format.Name, request.ToChannel(), Caller.IdOf(context), cancel)
            is { } changed
            ? TypedResults.Ok(SubscriberAnswer.Of(changed, null))
            : Problems.NotFound();
    }

    static async Task<Results<Ok<SubscriberAnswer>, ProblemHttpResult>> ChangeRightsAsync(HttpContext context,
        string name, RightsRequest request, Principals principals, Gate gate, CancellationToken cancel)
    {
        if (gate.Now.Principals.FindByName(name) is not { Role: Role.Subscriber } subscriber)
            return Problems.NotFound();
        var rights = request.ToChange(subscriber, out var problem);
        if (problem is not null)
            return problem;
        return await principals.ChangeRightsAsync(name, rights, Caller.IdOf(context), cancel) is { } changed
            ? TypedResults.Ok(SubscriberAnswer.Of(changed, null))
            : Problems.NotFound();
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(HttpContext context, string name,
        Principals principals, Gate gate, CancellationToken cancel) =>
        gate.Now.Principals.FindByName(name) is { Role: Role.Subscriber }
            && await principals.RevokeAsync(name, Caller.IdOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();

    internal static Results<Created<LinkAnswer>, ProblemHttpResult> IssueLink(HttpContext context, string name,
        SignInLinks links, OwnAddress address, Gate gate)
    {
        if (gate.Now.Principals.FindByName(name) is not { Role: not Role.Operator } principal)
            return Problems.NotFound();
        var url = $"{address.For(context.Request)}/signin/{links.Issue(principal.Id)}";
        return TypedResults.Created(url, new LinkAnswer(url));
    }
}

/// <summary>A subscriber to be added. What it may have is as in the request that changes it.</summary>
/// <param name="Name">Its name; nobody else bears it.</param>
/// <param name="Format">The format in which it gets its copy. Default ninjs.</param>
/// <param name="Channel">What it needs otherwise than usual; its format is not looked at.</param>
/// <param name="Territories">Where it publishes; absent: not known, so no limited territory fits.</param>
/// <param name="Territory">One of them, for programs that know no more.</param>
/// <param name="Media">In what it publishes; absent: not known, so no limited medium fits.</param>
/// <param name="ClientOf">Other services of which it is a client.</param>
/// <param name="Redistributes">Whether its contract is to pass copy on. Default false.</param>
/// <param name="Archives">Whether its contract is to keep copy in an archive that is used again. Default false.</param>
/// <param name="Commercial">Whether it advertises or sells goods with what it gets. Default false.</param>
/// <param name="ContractFrom">When its contract begins; absent: it has begun.</param>
/// <param name="ContractUntil">From when on it is over; absent: without end.</param>
/// <param name="Purposes">What it does with copy: display, index, ai-input, train. Absent: display and index.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes. Default false.</param>
sealed record SubscriberRequest(string Name, string? Format, ChannelRequest? Channel,
    IReadOnlyList<string?>? Territories, string? Territory, IReadOnlyList<string?>? Media,
    IReadOnlyList<string?>? Purposes, IReadOnlyList<string?>? ClientOf, bool? Redistributes, bool? Archives,
    bool? Commercial, string? ContractFrom, string? ContractUntil, bool? GetsEmbargoed)
{
    public RightsRequest ToRights() => new(Territories, Territory, Media, Purposes, ClientOf, Redistributes, Archives,
        Commercial, ContractFrom, ContractUntil, null, GetsEmbargoed, null);
}

/// <summary>What a subscriber needs otherwise than usual.</summary>
/// <param name="Format">The format in which it gets its copy; absent: as before.</param>
/// <param name="Charset">utf-8, windows-1252, iso-8859-1 or us-ascii, for teleprinter formats. Default utf-8.</param>
/// <param name="Service">Three letters in the header of a teleprinter format. Default wtu.</param>
/// <param name="NitfNamespace">Whether NITF bears its namespace. Default false.</param>
/// <param name="AdvisoryCheck">Whether each take bears our check of its note to editors. Default false.</param>
sealed record ChannelRequest(string? Format, string? Charset, string? Service, bool? NitfNamespace,
    bool? AdvisoryCheck)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public ProblemHttpResult? WhyNot() =>
        Charset is not null && !ChannelChoices.Charsets.Contains(Charset)
            ? Problems.BadParameter("charset", Charset, $"one of {string.Join(", ", ChannelChoices.Charsets)}")
        : Service is not null && !ChannelChoices.IsService(Service)
            ? Problems.BadParameter("service", Service, "three ASCII letters")
        : null;

    public Channel ToChannel() => ChannelChoices.Make(
        Charset, Service, NitfNamespace ?? false, AdvisoryCheck ?? false);
}

/// <summary>A subscriber.</summary>
/// <param name="Name">Its name; nobody else bears it.</param>
/// <param name="Territories">Where it publishes; empty when not known.</param>
/// <param name="Media">In what it publishes; empty when not known.</param>
/// <param name="Purposes">For what its contract is: display, index, ai-input, train.</param>
/// <param name="ClientOf">Other services of which it is a client.</param>
/// <param name="Redistributes">Whether its contract is to pass copy on.</param>
/// <param name="Archives">Whether its contract is to keep copy in an archive that is used again.</param>
/// <param name="Commercial">Whether it advertises or sells goods with what it gets.</param>
/// <param name="ContractFrom">When its contract begins; empty: it has begun.</param>
/// <param name="ContractUntil">From when on it is over; empty: without end.</param>
/// <param name="Format">The format in which it gets its copy.</param>
/// <param name="Charset">Charset of teleprinter formats.</param>
/// <param name="Service">Service in the header of teleprinter formats.</param>
/// <param name="NitfNamespace">Whether NITF bears its namespace.</param>
/// <param name="AdvisoryCheck">Whether each take bears our check of its note to editors.</param>
/// <param name="Lapsed">Whether its contract is out: no copy, but kills and holds of what it was sent.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes.</param>
/// <param name="Revoked">Whether its rights have ended.</param>
/// <param name="Key">Its key, in the answer that made it and never again.</param>
sealed record SubscriberAnswer(string Name, IReadOnlyList<string> Territories, IReadOnlyList<string> Media,
    IReadOnlyList<string> Purposes, IReadOnlyList<string> ClientOf, bool Redistributes, bool Archives, bool Commercial,
    string ContractFrom, string ContractUntil, string Format, string Charset, string Service, bool NitfNamespace,
    bool AdvisoryCheck, bool Lapsed, bool GetsEmbargoed, bool Revoked, string? Key)
{
    /// <summary>The one territory of a subscriber that has one, for programs that know no more; else empty.</summary>
    public string Territory => Territories is [var one] ? one : "";

    public static SubscriberAnswer Of(Principal principal, string? key) => new(principal.Name, principal.Territories,
        principal.Media, principal.Purposes, principal.ClientOf, principal.Redistributes, principal.Archives,
        principal.IsCommercial,
        Write(principal.ContractFrom), Write(principal.ContractUntil), principal.Format, principal.Channel.Charset,
        principal.Channel.Service, principal.Channel.NitfNamespace, principal.Channel.AdvisoryCheck, principal.IsLapsed,
        principal.GetsEmbargoed, principal.IsRevoked, key);

    static string Write(DateTimeOffset? instant) => instant is { } at ? Instant.Write(at) : "";
}

/// <summary>A one-time link.</summary>
/// <param name="Url">Open it once, within 24 hours.</param>
sealed record LinkAnswer(string Url);
