using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Writethru.Archive.Sqlite;
using Writethru.Desk;

namespace Writethru.App.Api;

/// <summary>
/// Takes in long bodies: each to a file of its own until it is whole, so that whoever sends slowly holds no memory; at
/// most so many at a time for each publisher, and none slower than a floor. Thread-safe.
/// </summary>
sealed class Uploads(SqliteLog log, IntakeOptions options)
{
    /// <summary>The name of the part that holds the item.</summary>
    public const string ItemPart = "item";

    /// <summary>Most parts of one body.</summary>
    const int MaxParts = 101;

    /// <summary>16 KiB a second, after half a minute of grace.</summary>
    static readonly Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate _slowest = new(16 * 1024,
        TimeSpan.FromSeconds(30));

    readonly ConcurrentDictionary<string, SemaphoreSlim> _slots = new(StringComparer.Ordinal);

    /// <summary>Whether the body comes in parts.</summary>
    public static bool IsMultipart(HttpRequest request) => BoundaryOf(request) is not null;

    /// <summary>
    /// A place among the uploads of a publisher, until it is disposed; null when there is none left.
    /// </summary>
    public IDisposable? TryEnter(string publisher)
    {
        var slots = _slots.GetOrAdd(publisher, _ => new SemaphoreSlim(options.MaxUploads));
        return slots.Wait(0) ? new Slot(slots) : null;
    }

    /// <summary>How many uploads of a publisher are under way.</summary>
    public int CountOf(string publisher) =>
        _slots.TryGetValue(publisher, out var slots) ? options.MaxUploads - slots.CurrentCount : 0;

    /// <summary>The body as one file.</summary>
    /// <exception cref="BadHttpRequestException">It is longer than a picture may be, or comes too slowly.</exception>
    public async Task<byte[]> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        Allow(context, options.MaxPictureBytes);
        return await SpoolAsync(context.Request.Body, options.MaxPictureBytes, cancel);
    }

    /// <summary>The parts of the body: an item, and files for its pictures.</summary>
    /// <exception cref="BadHttpRequestException">It is no such body, or one of its parts is too long.</exception>
    public async Task<(byte[] Item, ImmutableArray<IncomingFile> Files)> ReadPartsAsync(HttpContext context,
        CancellationToken cancel)
    {
        Allow(context, options.MaxUploadBytes);
        var reader = new MultipartReader(BoundaryOf(context.Request)!, context.Request.Body);
        byte[]? item = null;
        var files = ImmutableArray.CreateBuilder<IncomingFile>();
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancel) is { } section; parts++)
            {
                if (parts == MaxParts)
                    throw Bad($"Found more than {MaxParts} parts.");
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    throw Bad("Found a part without Content-Disposition: form-data; name=…");
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (name == ItemPart && item is null)
                    item = await SpoolAsync(section.Body, options.MaxItemBytes, cancel);
                else if (FileNameIn(disposition) is { Length: > 0 } file && name != ItemPart)
                    files.Add(new IncomingFile(file, await SpoolAsync(section.Body, options.MaxPictureBytes, cancel)));
                else
                    throw Bad($"Found a part '{name}'; expected one part '{ItemPart}', and files with their names.");
            }
        }
        catch (InvalidDataException broken)
        {
            throw Bad($"The body is not multipart/form-data: {broken.Message}");
        }
        return (item ?? throw Bad($"Found no part '{ItemPart}'."), files.ToImmutable());
    }

    static void Allow(HttpContext context, long most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = _slowest;
    }

    async Task<byte[]> SpoolAsync(Stream body, int most, CancellationToken cancel) =>
        await log.SpoolAsync(body, most, cancel)
            ?? throw new BadHttpRequestException($"Found more than {most} bytes.",
                StatusCodes.Status413PayloadTooLarge);

    static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? boundary
            : null;

    /// <summary>Without the folders that some clients send along.</summary>
    static string? FileNameIn(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue
            ? disposition.FileNameStar
            : disposition.FileName).Value;
        return name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    static BadHttpRequestException Bad(string message) => new(message, StatusCodes.Status400BadRequest);

    sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
