using System.CommandLine;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>The options that choose what a receiver needs otherwise than usual.</summary>
sealed class ChannelOptions
{
    readonly Option<string?> _charset = new("--charset")
    {
        Description = "Charset of teleprinter formats. Default: utf-8.",
    };

    readonly Option<string?> _service = new("--service")
    {
        Description = "Three letters in the header of a teleprinter format. Default: wtu.",
    };

    readonly Option<bool> _nitfNamespace = new("--nitf-namespace") { Description = "NITF bears its namespace." };

    readonly Option<bool> _advisoryCheck = new("--advisory-check")
    {
        Description = "Each take bears a note of ours that says how far its note to editors is so.",
    };

    public ChannelOptions()
    {
        _charset.AcceptOnlyFromAmong([.. ChannelChoices.Charsets]);
        _service.Validators.Add(result =>
        {
            if (!ChannelChoices.IsService(result.Tokens[0].Value))
                result.AddError($"Found --service '{result.Tokens[0].Value}', expected three letters.");
        });
    }

    public Option[] All => [_charset, _service, _nitfNamespace, _advisoryCheck];

    public Channel Of(ParseResult parsed, int? sequence = null) => ChannelChoices.Make(
        parsed.GetValue(_charset), parsed.GetValue(_service), parsed.GetValue(_nitfNamespace),
        parsed.GetValue(_advisoryCheck), sequence);

    /// <summary>As fields of a request; what is not named is as usual.</summary>
    public Dictionary<string, object?> Fields(ParseResult parsed) => new()
    {
        ["charset"] = parsed.GetValue(_charset),
        ["service"] = parsed.GetValue(_service),
        ["nitfNamespace"] = parsed.GetValue(_nitfNamespace),
        ["advisoryCheck"] = parsed.GetValue(_advisoryCheck),
    };
}
