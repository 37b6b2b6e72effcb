using System.Collections.Immutable;

namespace Writethru.Desk.Pictures;

/// <summary>
/// What a picture looks like: its colours, shrunk to sixteen by sixteen. It is the same whatever is said of the picture
/// in its file, and nearly so when it was compressed or sized anew; one that was cut, turned or painted over looks
/// other.
/// </summary>
/// <param name="Colours">Red, green and blue of each, line by line.</param>
sealed record PictureLook(ImmutableArray<byte> Colours)
{
    /// <summary>Colours in a line, and lines.</summary>
    public const int Side = 16;

    /// <summary>
    /// How far each colour may lie from the other's, of 255: what another quality or size makes is less than half of
    /// it. A picture with little contrast differs from another by little, so there it is a tenth of the contrast.
    /// </summary>
    const int MostApart = 10;

    /// <summary>Whether no place of the two differs.</summary>
    public bool IsLike(PictureLook other)
    {
        var apart = Math.Min(MostApart, Math.Min(Contrast, other.Contrast) / 10);
        return Colours.Zip(other.Colours).All(pair => Math.Abs(pair.First - pair.Second) <= apart);
    }

    /// <summary>From the darkest to the lightest of the colour that varies most.</summary>
    int Contrast => Colours.Index().GroupBy(colour => colour.Index % 3, colour => (int)colour.Item)
        .Max(channel => channel.Max() - channel.Min());
}
