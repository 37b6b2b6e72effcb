using System.ComponentModel.DataAnnotations;

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

/// <summary>What the server takes in.</summary>
public sealed record IntakeOptions
{
    /// <summary>Most bytes of one item. Default 10 MiB; more is answered 413 before it is buffered.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxItemBytes { get; init; } = 10 * 1024 * 1024;
}
