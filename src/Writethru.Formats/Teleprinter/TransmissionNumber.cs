using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>The number of a transmission in its service, four digits, 0001 to 9999.</summary>
static class TransmissionNumber
{
    const uint Most = 9_999;

    /// <summary>
    /// The channel's number where it counts; else one made of story and take, so that the same take has the same number
    /// whenever it is written. It is not unique: two stories may share one, a day's count never would.
    /// </summary>
    public static string Of(FiledTake filed, Channel channel)
    {
        if (channel.Sequence is { } counted)
            return Write((((counted - 1) % (int)Most) + (int)Most) % (int)Most + 1);
        var hash = 2_166_136_261u;
        foreach (var c in filed.Story.Value)
            hash = (hash ^ c) * 16_777_619u;
        return Write((int)((hash + (uint)filed.Number - 1) % Most) + 1);
    }

    static string Write(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}
