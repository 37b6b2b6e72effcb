using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>The files of one picture that a page offers for screens of several widths (HTML, <c>srcset</c>).</summary>
static class SourceSet
{
    /// <summary>More are no choice for a screen.</summary>
    const int Most = 40;

    /// <summary>The files in their order; a descriptor such as <c>800w</c> is the width.</summary>
    public static ImmutableArray<Rendition> Read(string? text)
    {
        var files = ImmutableArray.CreateBuilder<Rendition>();
        string[] words = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        for (var i = 0; i < words.Length && files.Count < Most; i++)
        {
            var address = words[i].TrimEnd(',');
            if (address.Length == 0)
                continue;
            int? width = null;
            // A comma ends a candidate; one inside of an address has no space behind it.
            while (!words[i].EndsWith(',') && i + 1 < words.Length)
                width = WidthOf(words[++i].TrimEnd(',')) ?? width;
            files.Add(new Rendition("", address) { Width = width });
        }
        return files.ToImmutable();
    }

    static int? WidthOf(string descriptor) => descriptor.EndsWith('w')
        && int.TryParse(descriptor.AsSpan(0, descriptor.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture,
            out var width) && width > 0
                ? width
                : null;
}
