namespace Writethru.Copy;

/// <summary>How bytes came in.</summary>
public sealed record Received
{
    /// <summary>Id of the principal who sent them.</summary>
    public required string Publisher { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes.</summary>
    public required int Length { get; init; }

    /// <summary>Name of the format that read them; empty when none recognised them.</summary>
    public string Format { get; init; } = "";

    /// <summary>
    /// The sender's idempotency key; empty when none. Of the entries of one request only the first has it.
    /// </summary>
    public string IdempotencyKey { get; init; } = "";

    /// <summary>SHA-256 over bytes and parameters, lower-case hex: what an idempotency key stands for.</summary>
    public string RequestHash { get; init; } = "";

    /// <summary>Which item of the bytes it is, from 1.</summary>
    public int Item { get; init; } = 1;

    /// <summary>How many items the bytes hold.</summary>
    public int Items { get; init; } = 1;
}
