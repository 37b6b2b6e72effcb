using System.Collections.Frozen;

namespace Writethru.Copy.Datelines;

/// <summary>
/// Names of the months as wires and feeds print them, abbreviated or whole: the one table for every reader of dates.
/// </summary>
public static class PrintedMonths
{
    /// <summary>Letters of a month that tell it in any language with the beginning of its English name.</summary>
    const int Beginning = 3;

    /// <summary>One line a month; the same word never stands for two months.</summary>
    static readonly string[] _names =
    [
        "jan january januar jänner janv janvier ene enero janeiro gennaio gen januari sty stycznia styczeń يناير",
        "feb february februar fév févr février fevr fevrier febrero fev fevereiro febbraio februari lut lutego luty "
            + "فبراير شباط",
        "mar march märz mär maerz mrz mars marzo março marco maart mrt marca marzec marts مارس آذار",
        "apr april avr avril abr abril aprile kwi kwietnia kwiecień أبريل إبريل ابريل نيسان",
        "may mai mayo maio maggio mag mei maj maja مايو أيار",
        "jun june juni juin junio junho giugno giu cze czerwca czerwiec يونيو حزيران",
        "jul july juli juil juillet julio julho luglio lug lip lipca lipiec يوليو تموز",
        "aug august août aoû aout ago agosto augustus augusti sie sierpnia sierpień أغسطس اغسطس آب",
        "sep sept september septembre septiembre setiembre setembro settembre set wrz września wrzesień سبتمبر أيلول",
        "oct october okt oktober octobre octubre outubro out ottobre ott paź października październik "
            + "أكتوبر اكتوبر",
        "nov november novembre noviembre novembro lis listopada listopad نوفمبر",
        "dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre des desember gru grudnia "
            + "grudzień ديسمبر",
    ];

    static readonly FrozenDictionary<string, int> _numbers = _names
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12; 0 when the word is no month.</summary>
    public static int NumberOf(ReadOnlySpan<char> word) =>
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : 0;

    /// <summary>
    /// The month of a date that stands in a field of its own, where nothing else can be meant: also with a full stop,
    /// and misspelt behind its first letters. 1 to 12; 0 when the word is no month.
    /// </summary>
    public static int NumberInField(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        return NumberOf(word) is > 0 and var month ? month
            : word.Length > Beginning ? NumberOf(word[..Beginning])
            : 0;
    }
}
