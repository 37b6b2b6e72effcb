using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.PictureFiles;

/// <summary>The form of a property of XMP.</summary>
enum XmpForm
{
    /// <summary>One value.</summary>
    Simple,

    /// <summary>Alternatives in several languages, of which we write the default.</summary>
    Alternatives,

    /// <summary>A list in its order.</summary>
    Sequence,

    /// <summary>A list in no order.</summary>
    Bag,
}

/// <summary>One field as it is written, into IIM and XMP alike.</summary>
/// <param name="Iim">Number of the dataset of record 2; 0: only XMP has it.</param>
/// <param name="Xmp">Prefix and name of the property; empty: only IIM has it.</param>
/// <param name="Form">The form in XMP.</param>
/// <param name="Values">The values; empty: the story says nothing of it.</param>
/// <param name="IsKept">
/// Whether what the file says of it stays where the story says nothing: words about rights are replaced, never taken
/// out.
/// </param>
readonly record struct WrittenField(
    int Iim, string Xmp, XmpForm Form, ImmutableArray<string> Values, bool IsKept = false)
{
    /// <summary>Whether the field changes what the file says.</summary>
    public bool Replaces => Values.Length > 0 || !IsKept;
}

/// <summary>What is written of a picture of a story.</summary>
static partial class WrittenFields
{
    /// <summary>The property that holds our id.</summary>
    public const string Id = "Iptc4xmpExt:DigImageGUID";

    /// <summary>The fields.</summary>
    /// <param name="filed">The story's current take.</param>
    /// <param name="number">Number of the picture in it, from 0.</param>
    /// <param name="creators">The creators as the file lists them.</param>
    public static ImmutableArray<WrittenField> Of(FiledTake filed, int number, ImmutableArray<string> creators)
    {
        var (take, picture) = (filed.Take, filed.Take.Pictures[number]);
        var isAlone = take.Kind == TakeKind.Picture;
        var terms = TermsOf(take, picture, isAlone);
        var (date, time, written) = DateOf(picture.Taken);
        var creator = First(picture.Creator, isAlone ? take.Byline : "");
        return
        [
            One(105, "photoshop:Headline", First(isAlone ? take.Headline : "", picture.Headline)),
            One(120, "dc:description", picture.Caption, XmpForm.Alternatives),
            new WrittenField(80, "dc:creator", XmpForm.Sequence,
                string.Join(", ", creators) == creator ? creators : Listed(creator), IsKept: true),
            Right(110, "photoshop:Credit", First(picture.Credit, take.CreditLine)),
            Right(115, "photoshop:Source", First(picture.Source, isAlone ? take.Source : "")),
            Right(116, "dc:rights", First(picture.CopyrightNotice, take.CopyrightNotice), XmpForm.Alternatives),
            Right(0, "xmpRights:UsageTerms", terms, XmpForm.Alternatives),
            One(40, "photoshop:Instructions", InstructionsOf(picture.Instructions, terms)),
            One(90, "photoshop:City", picture.City),
            One(101, "photoshop:Country", picture.Country),
            One(100, "Iptc4xmpCore:CountryCode", picture.CountryCode),
            new WrittenField(25, "dc:subject", XmpForm.Bag,
                picture.Keywords.IsEmpty && isAlone ? take.Keywords : picture.Keywords),
            Right(55, "", date),
            new WrittenField(60, "", XmpForm.Simple, Listed(time), IsKept: date.Length == 0),
            Right(0, "photoshop:DateCreated", written),
            Right(0, "plus:DataMining", picture.DataMining),
            Right(0, "Iptc4xmpExt:DigitalSourceType", picture.DigitalSourceType),
            One(103, "photoshop:TransmissionReference", IdOf(filed, number, isAlone)),
            One(0, Id, $"urn:writethru:{IdOf(filed, number, isAlone)}"),
            One(0, "xmp:MetadataDate", Instant.Write(filed.FiledAt)),
        ];
    }

    /// <summary>
    /// Our id of the picture: its own where it has one, else that of its story; of a further picture with its number.
    /// </summary>
    static string IdOf(FiledTake filed, int number, bool isAlone) =>
        filed.Take.Pictures[number].Id is { Length: > 0 } own ? own
        : isAlone ? filed.Story.Value
        : string.Create(CultureInfo.InvariantCulture, $"{filed.Story.Value}-{number + 1}");

    static string TermsOf(Take take, Picture picture, bool isAlone)
    {
        var limits = new Limits(picture.UsageTerms is { } own ? own with { Policy = "" } : null);
        if (isAlone)
            limits.Add(take.UsageTerms?.Text ?? "");
        return limits.Terms?.Text ?? "";
    }

    /// <summary>IIM has no field of terms: they stand behind the instructions, and in XMP there too.</summary>
    static string InstructionsOf(string instructions, string terms) =>
        terms.Length == 0 || instructions.Contains(terms, StringComparison.OrdinalIgnoreCase) ? instructions
        : instructions.Length == 0 || terms.Contains(instructions, StringComparison.OrdinalIgnoreCase) ? terms
        : $"{instructions}\n{terms}";

    /// <summary>The parts of a time for IIM, and the whole for XMP: the clock of the place where it is known.</summary>
    static (string Date, string Time, string Written) DateOf(SenderTime? taken)
    {
        if (taken is null)
            return ("", "", "");
        var match = Iso().Match(taken.Text);
        if (!match.Success)
        {
            if (taken.At is not { } at)
                return ("", "", "");
            match = Iso().Match(Instant.Write(at));
        }
        string Part(string name) => match.Groups[name].Value;
        var (date, day) = ($"{Part("y")}{Part("m")}{Part("d")}", $"{Part("y")}-{Part("m")}-{Part("d")}");
        if (Part("h").Length == 0)
            return (date, "", day);
        var seconds = Part("s").Length > 0 ? Part("s") : "00";
        var zone = Part("z") is "Z" or "z" ? "+00:00" : Part("z").Length == 5 ? Part("z").Insert(3, ":") : Part("z");
        return (date, $"{Part("h")}{Part("i")}{seconds}{zone.Replace(":", "", StringComparison.Ordinal)}",
            $"{day}T{Part("h")}:{Part("i")}:{seconds}{zone}");
    }

    static string First(string text, string other) => text.Length > 0 ? text : other;

    static WrittenField One(int iim, string xmp, string value, XmpForm form = XmpForm.Simple) =>
        new(iim, xmp, form, Listed(value));

    static WrittenField Right(int iim, string xmp, string value, XmpForm form = XmpForm.Simple) =>
        new(iim, xmp, form, Listed(value), IsKept: true);

    static ImmutableArray<string> Listed(string value) => value.Length > 0 ? [value] : [];

    [GeneratedRegex(@"^(?<y>\d{4})-?(?<m>\d{2})-?(?<d>\d{2})"
        + @"([T ](?<h>\d{2}):?(?<i>\d{2})(:?(?<s>\d{2})(\.\d+)?)?(?<z>[Zz]|[+-]\d{2}:?\d{2})?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
