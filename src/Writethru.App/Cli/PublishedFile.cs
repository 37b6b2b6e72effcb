using System.Net.Http.Headers;
using Writethru.App.Api;
using Writethru.Desk.Pictures;
using Writethru.Formats;
using Writethru.Formats.PictureFiles;
using Writethru.Formats.Registry;

namespace Writethru.App.Cli;

/// <summary>
/// A file on its way to a server: an item, with the files of its pictures that lie beside it, or a picture.
/// </summary>
/// <param name="Name">The name that was given.</param>
/// <param name="Bytes">The file, verbatim.</param>
/// <param name="IsPicture">Whether it is a picture by itself.</param>
/// <param name="Beside">Files that its pictures name and that lie in its folder.</param>
sealed record PublishedFile(string Name, byte[] Bytes, bool IsPicture, IReadOnlyList<string> Beside)
{
    /// <summary>
    /// The files in order, without the pictures that an item among them brings along.
    /// </summary>
    /// <param name="names">Files; - is standard input.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<PublishedFile>> ReadAsync(IEnumerable<string> names,
        CancellationToken cancel)
    {
        List<PublishedFile> files = [];
        foreach (var name in names)
        {
            var bytes = await InputFiles.ReadAsync(name, int.MaxValue - 1, cancel);
            var isPicture = PictureHeader.TryRead(bytes, out _);
            files.Add(new PublishedFile(name, bytes, isPicture,
                isPicture || name == "-" ? [] : FindBeside(name, bytes)));
        }
        var brought = files.SelectMany(file => file.Beside).ToHashSet(StringComparer.Ordinal);
        return [.. files.Where(file => !file.IsPicture || !brought.Contains(Path.GetFullPath(file.Name)))];
    }

    /// <summary>Where it is posted, without parameters.</summary>
    public string Endpoint => IsPicture ? "/v1/pictures" : "/v1/items";

    /// <summary>The body of one attempt.</summary>
    public HttpContent ToContent()
    {
        if (Beside.Count == 0)
            return Bytes(this.Bytes);
        var parts = new MultipartFormDataContent { { Bytes(this.Bytes), Uploads.ItemPart } };
        foreach (var file in Beside)
            parts.Add(Bytes(File.ReadAllBytes(file)), "picture", Path.GetFileName(file));
        return parts;

        static ByteArrayContent Bytes(byte[] bytes) => new(bytes)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
        };
    }

    static List<string> FindBeside(string name, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(name))!;
        return
        [
            .. WireFormats.Read(bytes, ReadOptions.Default).Takes.SelectMany(take => take.Pictures)
                .SelectMany(BringAlong.Names).Distinct(StringComparer.Ordinal)
                .Select(file => Path.Combine(folder, file))
                .Where(file => file != Path.GetFullPath(name) && IsPictureFile(file)),
        ];
    }

    /// <summary>An item comes from outside: whatever else it names in this folder stays here.</summary>
    static bool IsPictureFile(string file)
    {
        if (!File.Exists(file))
            return false;
        using var start = File.OpenRead(file);
        var bytes = new byte[64];
        return PictureHeader.KindOf(
            bytes.AsSpan(0, start.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false))) is not null;
    }
}
