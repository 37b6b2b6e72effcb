using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.App;

/// <summary>What may be chosen of a channel, by the API and by the command line.</summary>
static class ChannelChoices
{
    /// <summary>The charsets that every teleprinter format writes.</summary>
    public static ImmutableArray<string> Charsets { get; } = ["utf-8", "windows-1252", "iso-8859-1", "us-ascii"];

    /// <summary>IPTC 7901 has three letters for it.</summary>
    public static bool IsService(string service) => service.Length == 3 && service.All(char.IsAsciiLetter);

    /// <summary>A channel with these choices; what is null is as usual.</summary>
    public static Channel Make(string? charset, string? service, bool nitfNamespace, bool advisoryCheck,
        int? sequence = null) => new()
    {
        Charset = charset ?? Channel.Default.Charset,
        Service = service ?? Channel.Default.Service,
        NitfNamespace = nitfNamespace,
        AdvisoryCheck = advisoryCheck,
        Sequence = sequence,
    };
}
