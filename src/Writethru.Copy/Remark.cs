namespace Writethru.Copy;

/// <summary>How much a remark matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was lost or guessed.</summary>
    Note,

    /// <summary>Something was guessed, repaired or kept without being understood.</summary>
    Warning,

    /// <summary>The item could not be read or filed.</summary>
    Error,
}

/// <summary>What a reader or the desk noticed about received bytes.</summary>
/// <param name="Code">Stable code such as <c>PLAIN-003</c>; this is what programs compare.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Line">Line, 1-based; 0 when the remark is about the whole item.</param>
/// <param name="Column">Column in bytes, 1-based; 0 when the remark is about the whole item.</param>
/// <param name="Offset">Offset in bytes from the start of the item, 0-based.</param>
/// <param name="Message">What was found, what was expected.</param>
public sealed record Remark(string Code, Severity Severity, int Line, int Column, int Offset, string Message);

/// <summary>What a writer could not carry in its format.</summary>
/// <param name="Field">
/// The field of the take, in the words of its canonical JSON: <c>pictures[0].usageTerms</c>.
/// </param>
/// <param name="Reason">Why the format has no place for it.</param>
public sealed record Omission(string Field, string Reason);
