namespace Writethru.Copy;

/// <summary>Which of two versions of an item its sender made first.</summary>
public static class SenderVersions
{
    /// <summary>
    /// Less than zero when <paramref name="take"/> is the older one, more when it is the newer one, zero when they are
    /// the same or nobody can say: versions that are numbers count as such, else the instants at which the sender made
    /// them; nothing is guessed from other text.
    /// </summary>
    public static int Compare(Take take, Take other)
    {
        if (IsNumber(take.SenderVersion) && IsNumber(other.SenderVersion))
            return CompareNumbers(take.SenderVersion, other.SenderVersion);
        return take.VersionCreated?.At is { } made && other.VersionCreated?.At is { } otherMade
            ? made.CompareTo(otherMade)
            : 0;
    }

    /// <summary>Of any length: some senders count in instants, without separators.</summary>
    static int CompareNumbers(string left, string right)
    {
        var (a, b) = (left.TrimStart('0'), right.TrimStart('0'));
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
    }

    static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
