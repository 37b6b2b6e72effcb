using System.CommandLine;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>What a subscriber may have, on the command line.</summary>
sealed class ContractOptions
{
    readonly Option<string[]> _territories = new("--territory")
    {
        Description = $"Where it publishes: {Copy.Territories.Expected}; several with commas, or again.",
    };

    readonly Option<string[]> _media = new("--medium")
    {
        Description = $"In what it publishes: {ContractWords.ExpectedMedia}; several with commas, or again.",
    };

    readonly Option<string[]> _purposes = new("--purpose")
    {
        Description = $"What it does with copy: {ContractWords.ExpectedPurposes}; several with commas, or again. "
            + "Usually display and index.",
    };

    readonly Option<string[]> _clientOf = new("--client-of")
        { Description = "Another service of which it is a client." };

    readonly Option<bool?> _redistributes = new("--redistributes") { Description = "Its contract is to pass copy on." };

    readonly Option<bool?> _archives = new("--archives")
    {
        Description = "Its contract is to keep copy in an archive that is used again.",
    };

    readonly Option<bool?> _commercial = new("--commercial")
    {
        Description = "It advertises or sells goods with what it gets.",
    };

    readonly Option<bool?> _getsEmbargoed = new("--gets-embargoed")
    {
        Description = "It has agreed to keep embargoes, and gets embargoed copy before they are lifted.",
    };

    readonly Option<string?> _from = new("--contract-from")
    {
        Description = "When its contract begins, such as 2026-12-01T00:00:00Z; empty: it has begun.",
    };

    readonly Option<string?> _until = new("--contract-until")
    {
        Description = "From when on its contract is over; empty: without end.",
    };

    /// <summary>Those that say what a contract is for.</summary>
    public IEnumerable<Symbol> Terms =>
        [_territories, _media, _purposes, _clientOf, _redistributes, _archives, _commercial];

    public IEnumerable<Symbol> All => [.. Terms, _getsEmbargoed, _from, _until];

    /// <summary>As fields of a request.</summary>
    public Dictionary<string, object?> Fields(ParseResult parsed) => new()
    {
        ["territories"] = ListOf(parsed, _territories),
        ["media"] = ListOf(parsed, _media),
        ["purposes"] = ListOf(parsed, _purposes),
        ["clientOf"] = parsed.GetResult(_clientOf) is null ? null : parsed.GetValue(_clientOf),
        ["redistributes"] = parsed.GetValue(_redistributes),
        ["archives"] = parsed.GetValue(_archives),
        ["commercial"] = parsed.GetValue(_commercial),
        ["getsEmbargoed"] = parsed.GetValue(_getsEmbargoed),
        ["contractFrom"] = parsed.GetValue(_from),
        ["contractUntil"] = parsed.GetValue(_until),
    };

    /// <summary>As a subscriber of that contract, whose key is nobody's.</summary>
    /// <exception cref="CliException">A territory or medium is none.</exception>
    public Principal ToPrincipal(ParseResult parsed, string name)
    {
        var territories = ContractWords.Territories(parsed.GetValue(_territories) ?? [], out var noTerritory);
        var media = ContractWords.Media(parsed.GetValue(_media) ?? [], out var noMedium);
        var purposes = ContractWords.Purposes(parsed.GetValue(_purposes) ?? [], out var noPurpose);
        if (noPurpose.Length > 0)
            throw new CliException($"Found --purpose '{noPurpose}', expected {ContractWords.ExpectedPurposes}.");
        if (noTerritory.Length > 0)
            throw new CliException($"Found --territory '{noTerritory}', expected {Copy.Territories.Expected}.");
        if (noMedium.Length > 0)
            throw new CliException($"Found --medium '{noMedium}', expected {ContractWords.ExpectedMedia}.");
        return new Principal
        {
            Name = name,
            Role = Role.Subscriber,
            Territories = territories,
            Media = media,
            Purposes = purposes.IsEmpty ? UsagePurposes.Usual : purposes,
            ClientOf = ContractWords.Services(parsed.GetValue(_clientOf) ?? []),
            Redistributes = parsed.GetValue(_redistributes) ?? false,
            Archives = parsed.GetValue(_archives) ?? false,
            IsCommercial = parsed.GetValue(_commercial) ?? false,
        };
    }

    /// <summary>
    /// Of an option that is not there the server hears nothing, so that what it says stays, or is as usual.
    /// </summary>
    static string[]? ListOf(ParseResult parsed, Option<string[]> option) => parsed.GetResult(option) is null ? null
        : [.. (parsed.GetValue(option) ?? []).SelectMany(word => word.Split(','))];
}
