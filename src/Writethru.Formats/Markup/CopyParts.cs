using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// What stands among the paragraphs of a body and is none: what opens it, lines below pictures, rows of tables.
/// Advisories count paragraphs of the copy alone.
/// </summary>
static class CopyParts
{
    /// <summary>The take with everything in its field. Not meant for what this program wrote.</summary>
    public static Take SetApart(Take take) => BarTables.SetApart(PictureLines.SetApart(BodyOpening.SetApart(take)));

    /// <summary>Whether a reader would set anything of the take apart.</summary>
    public static bool AreIn(Take take) => SetApart(take).Body != take.Body;
}
