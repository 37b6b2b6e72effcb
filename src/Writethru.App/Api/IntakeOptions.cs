using System.ComponentModel.DataAnnotations;

namespace Writethru.App.Api;

/// <summary>What the server takes in.</summary>
public sealed record IntakeOptions
{
    /// <summary>Most bytes of one item. Default 10 MiB; more is answered 413 before it is buffered.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxItemBytes { get; init; } = 10 * 1024 * 1024;
}
