using System.ComponentModel.DataAnnotations;

namespace Writethru.Desk.Pictures;

/// <summary>Whose pictures are fetched where an item only says where they lie. By default nobody's.</summary>
public sealed record FetchOptions
{
    /// <summary>
    /// Hosts, exactly as they stand in addresses: <c>photos.agency.example</c>. Default none: nothing is fetched.
    /// </summary>
    public string[] Hosts { get; init; } = [];

    /// <summary>
    /// Networks that are not public and that a host may lie in all the same, as <c>10.1.0.0/24</c>. Default none: an
    /// address inside the house, of this machine or of its neighbours is never connected to.
    /// </summary>
    public string[] Networks { get; init; } = [];

    /// <summary>Whether http is fetched as well as https. Default false.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Longest time for one file. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most bytes of one file. Default 64 MiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long after its take was filed a file is still fetched. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Within { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether a rendition may be fetched from there.</summary>
    public bool Allows(string href) => Uri.TryCreate(href, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (PlainHttp && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0
        && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
