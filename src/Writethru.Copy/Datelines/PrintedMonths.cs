using System.Collections.Frozen;

namespace Writethru.Copy.Datelines;

/// <summary>Names of the months as wires print them, abbreviated or whole.</summary>
static class PrintedMonths
{
    /// <summary>One line a month; the same word never stands for two months.</summary>
    static readonly string[] _names =
    [
        "jan january januar jänner janv janvier ene enero janeiro gennaio gen يناير",
        "feb february februar fév févr février febrero fevereiro febbraio فبراير شباط",
        "mar march märz mrz mars marzo março مارس آذار",
        "apr april avr avril abr abril aprile أبريل إبريل ابريل نيسان",
        "may mai mayo maio maggio mag مايو أيار",
        "jun june juni juin junio junho giugno giu يونيو حزيران",
        "jul july juli juil juillet julio julho luglio lug يوليو تموز",
        "aug august août aout ago agosto أغسطس اغسطس آب",
        "sep sept september septembre septiembre setiembre setembro settembre set سبتمبر أيلول",
        "oct october okt oktober octobre octubre outubro out ottobre ott أكتوبر اكتوبر",
        "nov november novembre noviembre novembro نوفمبر",
        "dec december dez dezember déc décembre dic diciembre dezembro dicembre ديسمبر",
    ];

    static readonly FrozenDictionary<string, int> _numbers = _names
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12; 0 when the word is no month.</summary>
    public static int NumberOf(ReadOnlySpan<char> word) =>
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : 0;
}
