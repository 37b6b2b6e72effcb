namespace Writethru.App.Hosting;

/// <summary>What a server is started with.</summary>
public sealed record WireOptions
{
    /// <summary>The data folder; made when it is missing.</summary>
    public required string Data { get; init; }

    /// <summary>Where it listens. Port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whether only warnings are logged, for a console on which people read.</summary>
    public bool IsQuiet { get; init; }
}
