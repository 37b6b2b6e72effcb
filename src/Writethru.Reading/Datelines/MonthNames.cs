using System.Collections.Frozen;

namespace Writethru.Reading.Datelines;

/// <summary>Months by the names that English, German, French, Spanish and Arabic copy prints.</summary>
static class MonthNames
{
    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _months = Read();

    /// <summary>1 to 12, or 0 when it is no month.</summary>
    /// <param name="lowerCase">The name in lower case, without a full stop.</param>
    public static int Find(ReadOnlySpan<char> lowerCase) =>
        _months.TryGetValue(lowerCase, out var month) ? month : 0;

    static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        string[] names =
        [
            "january jan januar jänner janvier enero يناير",
            "february feb februar février febrero فبراير شباط",
            "march mar märz mrz mars marzo مارس آذار",
            "april apr avril abril أبريل إبريل ابريل نيسان",
            "may mai mayo مايو أيار",
            "june jun juni juin junio يونيو حزيران",
            "july jul juli juillet julio يوليو تموز",
            "august aug août agosto أغسطس اغسطس آب",
            "september sept sep septembre septiembre سبتمبر أيلول",
            "october oct oktober okt octobre octubre أكتوبر اكتوبر",
            "november nov novembre noviembre نوفمبر",
            "december dec dezember dez décembre diciembre ديسمبر",
        ];
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var name in names[i].Split(' '))
                months[name] = i + 1;
        }
        return months.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
