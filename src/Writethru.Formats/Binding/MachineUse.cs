using System.Collections.Frozen;

namespace Writethru.Formats.Binding;

/// <summary>What machines may do with a picture, by the values of PLUS: as words of terms.</summary>
/// <remarks>
/// The vocabulary of <c>plus:DataMining</c> (PLUS LDF, 2023). A value that is not known, or that only points to words
/// elsewhere, is kept as it is, so that a person must clear it.
/// </remarks>
static class MachineUse
{
    static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        ["DMI-UNSPECIFIED"] = "",
        ["DMI-ALLOWED"] = "Data mining allowed",
        ["DMI-PROHIBITED-AIMLTRAINING"] = "No AI training",
        ["DMI-PROHIBITED-GENAIMLTRAINING"] = "No generative AI training",
        ["DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"] = "No text and data mining",
        ["DMI-PROHIBITED"] = "No data mining of any kind",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a value, by its address or its code; empty where it says nothing.</summary>
    public static string WordsOf(string value) => value.Trim() is not { Length: > 0 } said ? ""
        : _words.TryGetValue(said[(said.LastIndexOfAny(['/', ':', '#']) + 1)..], out var words) ? words
        : $"dataMining: {said}";
}
