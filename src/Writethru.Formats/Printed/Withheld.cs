using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>The line that stands where a picture was withheld: <c>[Picture withheld: territory]</c>.</summary>
static class Withheld
{
    const string Start = "[Picture withheld: ";

    public static string Line(WithholdReason reason) => $"{Start}{Words.Of(reason)}]";

    public static bool TryRead(string text, out WithholdReason reason)
    {
        reason = default;
        if (!text.StartsWith(Start, StringComparison.Ordinal) || !text.EndsWith(']') || text.Length > 80
            || Words.Read<WithholdReason>(text[Start.Length..^1]) is not { } found)
            return false;
        reason = found;
        return true;
    }
}
