using System.Collections.Frozen;

namespace Writethru.Formats.PictureFiles;

/// <summary>Names of the entries of TIFF and Exif that tell people something (CIPA DC-008, 4.6).</summary>
static class TiffNames
{
    public const int Description = 0x010E;
    public const int Orientation = 0x0112;
    public const int Artist = 0x013B;
    public const int Copyright = 0x8298;
    public const int Taken = 0x9003;
    public const int TakenOffset = 0x9011;
    public const int Xmp = 0x02BC;
    public const int Iim = 0x83BB;
    public const int Photoshop = 0x8649;

    static readonly FrozenDictionary<int, string> _names = new Dictionary<int, string>
    {
        [0x0100] = "ImageWidth", [0x0101] = "ImageLength", [0x0102] = "BitsPerSample", [0x0103] = "Compression",
        [0x0106] = "PhotometricInterpretation", [Description] = "ImageDescription", [0x010F] = "Make",
        [0x0110] = "Model", [0x0111] = "StripOffsets", [Orientation] = "Orientation", [0x0115] = "SamplesPerPixel",
        [0x0116] = "RowsPerStrip", [0x0117] = "StripByteCounts", [0x011A] = "XResolution", [0x011B] = "YResolution",
        [0x011C] = "PlanarConfiguration", [0x0128] = "ResolutionUnit", [0x0131] = "Software", [0x0132] = "DateTime",
        [Artist] = "Artist", [0x013E] = "WhitePoint", [0x0201] = "ThumbnailOffset", [0x0202] = "ThumbnailLength",
        [0x0211] = "YCbCrCoefficients", [0x0213] = "YCbCrPositioning", [Xmp] = "XMP", [Copyright] = "Copyright",
        [0x829A] = "ExposureTime", [0x829D] = "FNumber", [Iim] = "IPTC", [Photoshop] = "Photoshop",
        [0x8769] = "ExifOffset", [0x8773] = "InterColorProfile", [0x8822] = "ExposureProgram", [0x8825] = "GPSOffset",
        [0x8827] = "ISOSpeedRatings", [0x9000] = "ExifVersion", [Taken] = "DateTimeOriginal",
        [0x9004] = "DateTimeDigitized", [0x9010] = "OffsetTime", [TakenOffset] = "OffsetTimeOriginal",
        [0x9012] = "OffsetTimeDigitized", [0x9201] = "ShutterSpeedValue", [0x9202] = "ApertureValue",
        [0x9204] = "ExposureBiasValue", [0x9207] = "MeteringMode", [0x9209] = "Flash", [0x920A] = "FocalLength",
        [0x927C] = "MakerNote", [0x9286] = "UserComment", [0x9291] = "SubSecTimeOriginal", [0xA001] = "ColorSpace",
        [0xA002] = "PixelXDimension", [0xA003] = "PixelYDimension", [0xA005] = "InteropOffset",
        [0xA402] = "ExposureMode", [0xA403] = "WhiteBalance", [0xA420] = "ImageUniqueID",
        [0xA430] = "CameraOwnerName", [0xA431] = "BodySerialNumber", [0xA434] = "LensModel",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<int, string> _gps = new Dictionary<int, string>
    {
        [0] = "GPSVersionID", [1] = "GPSLatitudeRef", [2] = "GPSLatitude", [3] = "GPSLongitudeRef",
        [4] = "GPSLongitude", [5] = "GPSAltitudeRef", [6] = "GPSAltitude", [7] = "GPSTimeStamp", [29] = "GPSDateStamp",
    }.ToFrozenDictionary();

    /// <summary>The name; the number in hexadecimal digits where there is none.</summary>
    public static string Of(string directory, int tag) =>
        (directory == "GPS" ? _gps : _names).GetValueOrDefault(tag) ?? $"0x{tag:X4}";
}
