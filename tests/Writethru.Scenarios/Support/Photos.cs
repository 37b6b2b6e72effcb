using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security;
using System.Text;
using NetVips;
using Writethru.Tests.Support;

namespace Writethru.Scenarios.Support;

/// <summary>Photos of our own: a field of one colour, with words in XMP.</summary>
static class Photos
{
    public static byte[] Jpeg(string caption, string terms = "", int width = 640, int height = 480, int shade = 90,
        string id = "", string credit = "Saltern") =>
        WithXmp(Jpeg(width, height, shade), caption, terms, id, credit);

    /// <summary>A photo that looks like something, with words of its own.</summary>
    public static byte[] Scene(int number, string caption, int quality = 90, string terms = "") =>
        WithXmp(Scenes.Jpeg(number, quality: quality), caption, terms, "", "Saltern");

    public static byte[] Jpeg(int width, int height, int shade = 90)
    {
        using var black = Image.Black(width, height, 3);
        using var filled = black + new double[] { shade, 255 - shade, (shade * 7) % 255 };
        using var bytes = filled.Cast(Enums.BandFormat.Uchar);
        return bytes.JpegsaveBuffer(q: 80);
    }

    /// <summary>The packet goes behind the first marker, where every reader looks for it (XMP part 3, 1.1.3).</summary>
    static byte[] WithXmp(byte[] jpeg, string caption, string terms, string id, string credit)
    {
        static string X(string text) => SecurityElement.Escape(text);
        var usage = terms.Length > 0
            ? "<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + $"{X(terms)}</rdf:li></rdf:Alt></xmpRights:UsageTerms>"
            : "";
        var packet = $"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
              xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
              <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{X(caption)}</rdf:li></rdf:Alt></dc:description>
              <photoshop:Credit>{X(credit)}</photoshop:Credit>
              {usage}
              {(id.Length > 0 ? $"<ext:DigImageGUID>{X(id)}</ext:DigImageGUID>" : "")}
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        byte[] content = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(packet)];
        var length = content.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. content, .. jpeg[2..]];
    }

    /// <summary>Posts a photo by itself.</summary>
    public static async Task<HttpResponseMessage> PostPhotoAsync(this Api api, byte[] photo, string query = "") =>
        await api.Http.PostAsync("/v1/pictures?" + query, new ByteArrayContent(photo));

    /// <summary>Posts a photo by itself, and expects 201.</summary>
    public static async Task<Filed> FilePhotoAsync(this Api api, byte[] photo, string query = "")
    {
        using var response = await api.PostPhotoAsync(photo, query);
        Assert.True((int)response.StatusCode == 201,
            $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<Filed>())!;
    }

    /// <summary>Posts copy with the files of its pictures.</summary>
    public static Task<HttpResponseMessage> PostWithFilesAsync(this Api api, string copy,
        params (string Name, byte[] Bytes)[] files) => api.PostWithFilesAsync(copy, "", files);

    /// <summary>Posts copy with the files of its pictures, and what is asked of it.</summary>
    public static async Task<HttpResponseMessage> PostWithFilesAsync(this Api api, string copy, string query,
        params (string Name, byte[] Bytes)[] files)
    {
        using var parts = new MultipartFormDataContent
            { { new ByteArrayContent(Encoding.UTF8.GetBytes(copy)), "item" } };
        foreach (var (name, bytes) in files)
        {
            parts.Add(new ByteArrayContent(bytes)
                { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } },
                "picture", name);
        }
        return await api.Http.PostAsync("/v1/items?" + query, parts);
    }
}
