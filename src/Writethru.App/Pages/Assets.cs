using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Writethru.App.Pages;

/// <summary>
/// The style, the script and the icon of the pages. They are resources of the assembly, so that the program serves them
/// from whatever folder it is started in, built or published.
/// </summary>
static class Assets
{
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapAsset("wire.css", "text/css; charset=utf-8");
        app.MapAsset("wire.js", "text/javascript; charset=utf-8");
        app.MapAsset("icon.svg", "image/svg+xml");
    }

    static void MapAsset(this IEndpointRouteBuilder app, string name, string mediaType)
    {
        var content = Load(name);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
        app.MapGet("/" + name, (HttpContext context) =>
        {
            // The same for everybody and without copy: a browser may keep it, but asks whether it is still this one.
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(content, mediaType, entityTag: tag);
        }).AllowAnonymous();
    }

    static byte[] Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("wwwroot/" + name)
            ?? throw new InvalidOperationException($"The assembly has no resource wwwroot/{name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
