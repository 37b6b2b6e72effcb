using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PictureFiles;

/// <summary>Makes the take of a picture's metadata: no body, and one picture.</summary>
sealed class PictureTake(PictureSources sources, Findings findings)
{
    const int MostKeywords = 1_000;
    const int LongestSlug = 64;

    static readonly string[] _fileNames = ["DSC", "IMG", "_MG", "P10", "PXL_", "GOPR"];

    /// <summary>Builds it.</summary>
    public Take Build()
    {
        var captioned = new PictureCaption(sources).Read();
        var picture = captioned with
        {
            Headline = Line(105, "photoshop:Headline"),
            Creator = Creator,
            Credit = Line(110, "photoshop:Credit") is { Length: > 0 } credit ? credit : captioned.Credit,
            Source = Line(115, "photoshop:Source") is { Length: > 0 } source ? source : captioned.Source,
            CopyrightNotice = Line(116, "dc:rights", TiffNames.Copyright),
            SenderId = SenderId,
            Instructions = string.Join('\n',
                sources.All(40, "photoshop:Instructions").Where(text => text.Length > 0).Distinct()),
            City = Line(90, "photoshop:City"),
            Country = Line(101, "photoshop:Country"),
            CountryCode = Line(100, "Iptc4xmpCore:CountryCode"),
            Taken = Taken,
            Keywords = [.. sources.List(25, "dc:subject").Select(CleanText.OnOneLine).Distinct().Take(MostKeywords)],
            SubjectCodes =
                [.. sources.List(12, "Iptc4xmpCore:SubjectCode").Select(CodeOf).Distinct().Take(MostKeywords)],
            Licensor = Licensor,
            DataMining = sources.Xmp("plus:DataMining"),
            DigitalSourceType = sources.Xmp("Iptc4xmpExt:DigitalSourceType"),
        };
        CheckOrientation();
        var correction = CaptionCorrection.In(picture.Headline, picture.Caption);
        picture = picture with { Headline = correction.Headline, Caption = correction.Caption };
        return Settled(new Take
        {
            Kind = TakeKind.Picture,
            Headline = picture.Headline,
            Series = correction.Series,
            Advisory = correction.Note.Length > 0 ? new Advisory(correction.Note) : null,
            Signal = correction.IsOne ? Signal.Correction : Signal.None,
            Slug = Slug,
            Urgency = Urgency,
            Byline = picture.Creator,
            SenderId = picture.SenderId,
            Sequence = Line(103, "photoshop:TransmissionReference"),
            CreditLine = picture.Credit,
            Source = picture.Source,
            CopyrightNotice = picture.CopyrightNotice,
            Embargo = Release,
            Expiry = sources.IimTime(37, 38) is { Length: > 0 } expiry ? SenderTimes.Read(expiry, "") : null,
            Keywords = picture.Keywords,
            Subjects =
                [.. picture.SubjectCodes.Select(code => new Concept(IsSubject(code) ? Schemes.SubjectCode : "", code))],
            Pictures = [picture],
        });
    }

    /// <summary>
    /// Words that stop or hold it bind in the caption as they do in the first paragraph of a story, and in the
    /// instructions as in a note; then all that binds any take.
    /// </summary>
    Take Settled(Take take)
    {
        var (caption, instructions) = (take.Pictures[0].Caption, take.Pictures[0].Instructions);
        var stopped = StoppingWords.Read(take with
        {
            Body = caption.Length > 0 ? [new Paragraph(caption)] : [],
            Notes = instructions.Length > 0 ? [new Note("", instructions)] : [],
        }, findings);
        return Settlement.Settle(stopped with { Body = [], Notes = [] }, findings);
    }

    string Creator
    {
        get
        {
            var names = sources.List(80, "dc:creator");
            var creator = string.Join(", ", names.Select(CleanText.OnOneLine));
            if (creator.Length == 0)
                creator = CleanText.OnOneLine(sources.Text(0, "", TiffNames.Artist));
            return creator.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? creator[3..] : creator;
        }
    }

    /// <summary>
    /// The identity of the picture. The job that it was taken for (2:103) is none: many pictures share one.
    /// </summary>
    string SenderId => new[]
    {
        sources.Xmp("Iptc4xmpExt:DigImageGUID"), sources.Xmp("plus:ImageSupplierImageID"),
    }.FirstOrDefault(id => id.Length > 0) ?? "";

    /// <summary>The title, where it is one line and no name of a file as cameras give them.</summary>
    string Slug => Line(5, "dc:title") is { Length: > 0 and <= LongestSlug } title
        && !_fileNames.Any(name => title.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        && !(Path.GetExtension(title) is { Length: 4 or 5 } extension && extension.AsSpan(1).IndexOf(' ') < 0)
        ? title
        : "";

    int? Urgency => sources.Text(10, "photoshop:Urgency") is [>= '1' and <= '9' and var digit] ? digit - '0' : null;

    SenderTime? Taken
    {
        get
        {
            var written = sources.First(sources.IimTime(55, 60), sources.Xmp("photoshop:DateCreated"));
            if (written.Length > 0 || sources.Exif is not { } exif)
                return SenderTimes.Read(written, "");
            var (taken, offset) = (exif.Text("Exif", TiffNames.Taken), exif.Text("Exif", TiffNames.TakenOffset));
            return taken.Length == 19 && DateTime.TryParseExact(taken, "yyyy:MM:dd HH:mm:ss",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? SenderTimes.Read($"{local:yyyy-MM-dd'T'HH:mm:ss}{offset}", "")
                : null;
        }
    }

    /// <summary>
    /// Not before the release date of IIM. Without a clock or a zone it is lifted when that time has come everywhere:
    /// twelve hours behind UTC.
    /// </summary>
    Embargo? Release
    {
        get
        {
            var text = sources.IimTime(30, 35);
            if (text.Length == 0)
                return null;
            if (SenderTimes.Read(text, "")?.At is { } at)
                return new Embargo(text, at);
            string[] forms = ["yyyyMMdd", "yyyyMMdd'T'HHmmss"];
            if (DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                && local.Year < 9999)
                return new Embargo(text, new DateTimeOffset(local, TimeSpan.Zero).AddHours(12));
            findings.Add(MetadataRemarks.Value, Severity.Warning, $"\"{Quoted.Short(text)}\" is no release date.");
            return new Embargo(text, null);
        }
    }

    string Licensor
    {
        get
        {
            var licensors = new List<string>();
            for (var i = 1; i <= 20; i++)
            {
                var name = CleanText.OnOneLine(sources.Xmp($"plus:Licensor[{i}]/plus:LicensorName"));
                var url = CleanText.OnOneLine(sources.Xmp($"plus:Licensor[{i}]/plus:LicensorURL"));
                if (name.Length > 0 || url.Length > 0)
                    licensors.Add(name.Length == 0 ? url : url.Length == 0 ? name : $"{name} ({url})");
            }
            return string.Join("; ", licensors);
        }
    }

    void CheckOrientation()
    {
        if (sources.Exif?.Number("IFD0", TiffNames.Orientation) is { } orientation and not (>= 1 and <= 8))
            findings.Add(MetadataRemarks.Value, Severity.Warning, $"Orientation {orientation}, expected 1 to 8.");
    }

    string Line(int iim, string xmp, int exif = 0) => CleanText.OnOneLine(sources.Text(iim, xmp, exif));

    /// <summary><c>IPTC:04000000:ECONOMY</c> (IIM, 6.2:12): the second part is the code.</summary>
    static string CodeOf(string subject) => subject.Split(':') is [_, var code, ..] && code.Length > 0
        ? CleanText.OnOneLine(code)
        : CleanText.OnOneLine(subject);

    static bool IsSubject(string code) => code.Length == 8 && code.All(char.IsAsciiDigit);
}
