namespace Writethru.Formats.Teleprinter;

/// <summary>The words in a heading by which a story is stopped.</summary>
static class HeadingWords
{
    /// <summary>Never use, remove everywhere.</summary>
    public const string Kill = "KILL";

    /// <summary>Do not use until released.</summary>
    public const string Hold = "HOLD";
}
