using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>Takes down what was found, at most twenty times of a kind.</summary>
sealed class Findings
{
    const int MostOfOneCode = 20;

    readonly Dictionary<string, int> _counts = [];

    /// <summary>
    /// The sender's identity of the item that is looked at, so that of many one knows which is meant.
    /// </summary>
    public string Item { get; set; } = "";

    /// <summary>What was found, as remarks about the whole item.</summary>
    public List<Remark> Remarks { get; } = [];

    /// <summary>Notes something.</summary>
    public void Add(string code, Severity severity, string message)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count > MostOfOneCode + 1)
            return;
        if (count > MostOfOneCode)
            message = $"More of {code} in these bytes.";
        else if (Item.Length > 0)
            message = $"{Quoted.Short(Item)}: {message}";
        Remarks.Add(new Remark(code, severity, 0, 0, 0, message));
    }
}
