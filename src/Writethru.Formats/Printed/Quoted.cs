namespace Writethru.Formats.Printed;

/// <summary>Text of a sender in a message of ours.</summary>
static class Quoted
{
    const int Longest = 60;

    /// <summary>The first 60 UTF-16 units, so that a message stays one line.</summary>
    public static string Short(string text) => text[..Math.Min(Longest, text.Length)].ReplaceLineEndings(" ");
}
