namespace Writethru.Archive;

/// <summary>
/// Something in the log or a blob is not what was written. It is not served; <c>verify</c> finds it all.
/// </summary>
public sealed class LogDamagedException(Damage damage) : Exception(
    $"{damage} It is not served. Put it back from a backup; `writethru verify` names everything that is damaged.")
{
    /// <summary>What is damaged.</summary>
    public Damage Damage { get; } = damage;
}
