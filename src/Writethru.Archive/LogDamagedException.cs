namespace Writethru.Archive;

/// <summary>
/// Something in the log or a blob is not what was written. It is not served; <c>verify</c> finds it all.
/// </summary>
public sealed class LogDamagedException(Damage damage) : Exception(damage.ToString())
{
    /// <summary>What is damaged.</summary>
    public Damage Damage { get; } = damage;
}
