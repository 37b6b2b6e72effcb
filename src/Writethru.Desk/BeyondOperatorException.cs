namespace Writethru.Desk;

/// <summary>An operator asked for what only the desk may do. Nothing was changed.</summary>
/// <param name="message">What it may not, in a sentence for people.</param>
public sealed class BeyondOperatorException(string message) : Exception(message);
