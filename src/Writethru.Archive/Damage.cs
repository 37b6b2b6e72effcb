namespace Writethru.Archive;

/// <summary>One thing that is not what was written.</summary>
/// <param name="Position">The entry; 0 when the damage is not in one.</param>
/// <param name="Blob">
/// Name of the blob, or of the stray file among the blobs; empty when the damage is not in one.
/// </param>
/// <param name="Part">What is damaged: <c>content</c>, <c>chain</c>, <c>position</c>, <c>received</c> …</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What should be there.</param>
public sealed record Damage(long Position, string Blob, string Part, string Found, string Expected)
{
    /// <summary>One sentence for an operator.</summary>
    public override string ToString()
    {
        var where = (Position, Blob) switch
        {
            (0, "") => "Database",
            (0, _) => $"Blob {Blob}",
            (_, "") => $"Position {Position}",
            _ => $"Position {Position}, blob {Blob}",
        };
        return $"{where}, {Part}: found {Found}, expected {Expected}.";
    }
}
