using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Subscribers: added, listed, revoked, signed in.</summary>
static class SubscribersEndpoints
{
    public static void MapSubscribers(this IEndpointRouteBuilder app)
    {
        var subscribers = app.MapGroup("/v1/subscribers").WithTags("Subscribers");
        subscribers.MapGet("", GetAll).RequireAuthorization(Policies.Desk).WithSummary("All subscribers.");
        subscribers.MapPost("", AddAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("Add a subscriber. The key is in this answer and nowhere else.");
        subscribers.MapPut("/{name}/channel", ChangeChannelAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("How a subscriber gets its copy: format, charset, service. What is absent is as usual.");
        subscribers.MapPatch("/{name}", ChangeRightsAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("What a subscriber may have, from now on: territory, redistributes, lapsed, getsEmbargoed.")
            .WithDescription("What is absent stays as it is. Asked of the gate on the next byte: what was not sent yet goes by "
                + "the new rights, what was sent still gets its kills and holds. `lapsed`: no copy, but kills and holds. "
                + "`getsEmbargoed`: embargoed copy when it is filed, labelled, and again when it is lifted.");
        subscribers.MapPost("/{name}/revoke", RevokeAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("End a subscriber's rights at once.");
        subscribers.MapPost("/{name}/link", IssueLink).RequireAuthorization(Policies.DeskKey)
            .WithSummary("A one-time link that signs a person in as this subscriber, good for 24 hours.");
    }

    static Ok<IEnumerable<SubscriberAnswer>> GetAll(Gate gate) => TypedResults.Ok(gate.Now.Principals
        .Where(principal => principal.Role == Role.Subscriber)
        .OrderBy(principal => principal.Name, StringComparer.Ordinal)
        .Select(principal => SubscriberAnswer.Of(principal, null)));

    static async Task<Results<Created<SubscriberAnswer>, ProblemHttpResult>> AddAsync(SubscriberRequest request,
        Principals principals, CancellationToken cancel)
    {
        var territory = (request.Territory ?? "").ToUpperInvariant();
        var format = request.Format ?? "ninjs";
        if (!Principals.IsWellFormed(request.Name))
            return Problems.BadParameter("name", request.Name, "1 to 64 letters, digits, '-', '_' or '.'");
        if (territory.Length > 0 && !Countries.IsCode(territory))
            return Problems.BadParameter("territory", territory, "an ISO 3166-1 code of two letters, such as KR");
        if (WireFormats.Find(format) is not { } wireFormat)
            return Problems.FormatUnknown(format);
        if (request.Channel?.WhyNot() is { } wrong)
            return wrong;
        var subscriber = new Principal
        {
            Name = request.Name,
            Role = Role.Subscriber,
            KeyHash = "",
            Territory = territory,
            Redistributes = request.Redistributes ?? false,
            GetsEmbargoed = request.GetsEmbargoed ?? false,
            Format = wireFormat.Name,
            Channel = request.Channel?.ToChannel() ?? Channel.Default,
        };
        return await principals.AddAsync(subscriber, cancel) is { } key
            ? TypedResults.Created($"/v1/subscribers/{subscriber.Name}", SubscriberAnswer.Of(subscriber, key))
            : Problems.NameTaken(subscriber.Name);
    }

    static async Task<Results<Ok<SubscriberAnswer>, ProblemHttpResult>> ChangeChannelAsync(string name,
        ChannelRequest request, Principals principals, Gate gate, CancellationToken cancel)
    {
        if (gate.Now.FindPrincipal(name) is not { Role: Role.Subscriber } subscriber)
            return Problems.NotFound();
        if (WireFormats.Find(request.Format ?? subscriber.Format) is not { } format)
            return Problems.FormatUnknown(request.Format ?? subscriber.Format);
        if (request.WhyNot() is { } wrong)
            return wrong;
        return await principals.ChangeChannelAsync(name, format.Name, request.ToChannel(), cancel) is { } changed
            ? TypedResults.Ok(SubscriberAnswer.Of(changed, null))
            : Problems.NotFound();
    }

    static async Task<Results<Ok<SubscriberAnswer>, ProblemHttpResult>> ChangeRightsAsync(string name,
        RightsRequest request, Principals principals, Gate gate, CancellationToken cancel)
    {
        var territory = request.Territory?.ToUpperInvariant();
        if (territory is { Length: > 0 } && !Countries.IsCode(territory))
            return Problems.BadParameter("territory", territory, "an ISO 3166-1 code of two letters, such as KR");
        return gate.Now.FindPrincipal(name) is { Role: Role.Subscriber }
            && await principals.ChangeRightsAsync(name, territory, request.Redistributes, request.Lapsed,
                request.GetsEmbargoed, cancel) is { } changed
            ? TypedResults.Ok(SubscriberAnswer.Of(changed, null))
            : Problems.NotFound();
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string name, Principals principals, Gate gate,
        CancellationToken cancel) =>
        gate.Now.FindPrincipal(name) is { Role: Role.Subscriber } && await principals.RevokeAsync(name, cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();

    internal static Results<Created<LinkAnswer>, ProblemHttpResult> IssueLink(HttpContext context, string name,
        SignInLinks links, Gate gate)
    {
        if (gate.Now.FindPrincipal(name) is null)
            return Problems.NotFound();
        var url = $"{context.Request.Scheme}://{context.Request.Host}/signin/{links.Issue(name)}";
        return TypedResults.Created(url, new LinkAnswer(url));
    }
}

/// <summary>A subscriber to be added.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Territory">
/// Where it publishes, ISO 3166-1 alpha-2; absent: not known, so no limited territory fits.
/// </param>
/// <param name="Redistributes">Whether its contract is to pass copy on. Default false.</param>
/// <param name="Format">The format in which it gets its copy. Default ninjs.</param>
/// <param name="Channel">What it needs otherwise than usual; its format is not looked at.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes. Default false.</param>
sealed record SubscriberRequest(string Name, string? Territory, bool? Redistributes, string? Format,
    ChannelRequest? Channel, bool? GetsEmbargoed);

/// <summary>What a subscriber may have; what is absent stays as it is.</summary>
/// <param name="Territory">Where it publishes, ISO 3166-1 alpha-2; empty: not known, so no limited territory fits.</param>
/// <param name="Redistributes">Whether its contract is to pass copy on.</param>
/// <param name="Lapsed">Whether its contract has run out.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes.</param>
sealed record RightsRequest(string? Territory, bool? Redistributes, bool? Lapsed, bool? GetsEmbargoed);

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
/// <param name="Name">Unique name.</param>
/// <param name="Territory">Where it publishes; empty when not known.</param>
/// <param name="Redistributes">Whether its contract is to pass copy on.</param>
/// <param name="Format">The format in which it gets its copy.</param>
/// <param name="Charset">Charset of teleprinter formats.</param>
/// <param name="Service">Service in the header of teleprinter formats.</param>
/// <param name="NitfNamespace">Whether NITF bears its namespace.</param>
/// <param name="AdvisoryCheck">Whether each take bears our check of its note to editors.</param>
/// <param name="Lapsed">Whether its contract has run out: no copy, but kills and holds of what it was sent.</param>
/// <param name="GetsEmbargoed">Whether it has agreed to keep embargoes.</param>
/// <param name="Revoked">Whether its rights have ended.</param>
/// <param name="Key">Its key, in the answer that made it and never again.</param>
sealed record SubscriberAnswer(string Name, string Territory, bool Redistributes, string Format, string Charset,
    string Service, bool NitfNamespace, bool AdvisoryCheck, bool Lapsed, bool GetsEmbargoed, bool Revoked, string? Key)
{
    public static SubscriberAnswer Of(Principal principal, string? key) => new(principal.Name, principal.Territory,
        principal.Redistributes, principal.Format, principal.Channel.Charset, principal.Channel.Service,
        principal.Channel.NitfNamespace, principal.Channel.AdvisoryCheck, principal.IsLapsed,
        principal.GetsEmbargoed, principal.IsRevoked, key);
}

/// <summary>A one-time link.</summary>
/// <param name="Url">Open it once, within 24 hours.</param>
sealed record LinkAnswer(string Url);
