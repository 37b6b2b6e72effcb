namespace Writethru.Archive;

/// <summary>The database was made by another program than this one: a newer one, or one that was altered.</summary>
public sealed class MigrationException(string message) : Exception(message);
