using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Security.AntiSSRF;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// Fetches the files of pictures from the hosts that an operator allows, and files the story once more with them. What
/// it connects to is looked at when it connects, so that no name and no redirect leads into the house. Thread-safe.
/// </summary>
public sealed class FetchPictures(SqliteLog log, Gate gate, KeepFile keep, FilesToFetch files, FetchOptions options,
    LikeStoppedPicture stoppedPicture, ILogger<FetchPictures> logger) : IDisposable
{
    readonly HttpClient _http = new(Handler(options)) { Timeout = options.Timeout };

    /// <summary>
    /// Fetches what a take waits for; completes when the story was filed once more, or has been given up.
    /// </summary>
    /// <returns>False when a host did not answer and it is worth trying again.</returns>
    public async Task<bool> RunAsync(FiledTake filed, CancellationToken cancel)
    {
        Dictionary<string, ImmutableArray<Rendition>> kept = [];
        foreach (var href in filed.Take.Pictures.Select(files.HrefOf).OfType<string>().Distinct())
        {
            try
            {
                if (await FetchAsync(href, cancel).ConfigureAwait(false) is not { } bytes)
                    continue;
                var file = await keep.RunAsync(bytes, cancel).ConfigureAwait(false);
                if (file.IsRefused)
                    logger.PictureNotFetched(filed.Story.Value, filed.Number, HostOf(href), file.Remarks[^1].Message);
                else
                    kept[href] = file.Files;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                logger.PictureNotFetched(filed.Story.Value, filed.Number, HostOf(href), failure.Message);
                return false;
            }
            catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
            {
                logger.PictureNotFetched(filed.Story.Value, filed.Number, HostOf(href), "no answer in time");
                return false;
            }
            catch (AntiSSRFException refused)
            {
                logger.PictureNotFetched(filed.Story.Value, filed.Number, HostOf(href), refused.Message);
            }
        }
        if (kept.Count == 0 || !await FileAsync(filed, kept, cancel).ConfigureAwait(false))
            files.GiveUp(filed);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    async Task<bool> FileAsync(FiledTake filed, Dictionary<string, ImmutableArray<Rendition>> kept,
        CancellationToken cancel)
    {
        var publisher = gate.Now.PublisherOf(filed.Place) ?? "";
        await stoppedPicture.PrepareAsync(publisher, cancel).ConfigureAwait(false);
        return await log.WriteAsync(transaction => File(transaction, filed, publisher, kept), cancel)
            .ConfigureAwait(false);
    }

    bool File(LogTransaction transaction, FiledTake filed, string publisher,
        Dictionary<string, ImmutableArray<Rendition>> kept)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), filed.Story)?.NewestCopy(transaction).Filed
            is not { } newest)
            return false;
        foreach (var href in newest.Take.Pictures.Select(files.HrefOf).OfType<string>().Where(kept.ContainsKey))
        {
            // The copy is out, or will be, with the words alone: a picture that is stopped does not come to it.
            if (FindStopped(transaction, publisher, newest, kept[href]) is not { } stopped)
                continue;
            logger.PictureNotFetched(filed.Story.Value, filed.Number, HostOf(href),
                DeskRemarks.LikeStopped(stopped).Message);
            kept.Remove(href);
        }
        var numbers = newest.Take.Pictures.Index()
            .Where(picture => files.HrefOf(picture.Item) is { } href && kept.ContainsKey(href))
            .Select(picture => picture.Index + 1).ToList();
        return numbers.Count > 0 && new CarryingStories(gate).Refile(transaction, filed.Story, Cause.Refile,
            $"(REFILE: ADDS the files of photo {string.Join(", ", numbers)})",
            take => take with
            {
                Pictures =
                [
                    .. take.Pictures.Select(picture =>
                        files.HrefOf(picture) is { } href && kept.TryGetValue(href, out var renditions)
                            ? HeldFiles.Hold(picture, StoryIds.Mint().Value, renditions)
                            : picture),
                ],
            }) is not null;
    }

    StoppedCopy? FindStopped(LogTransaction transaction, string publisher, FiledTake newest,
        ImmutableArray<Rendition> fetched) => stoppedPicture.Run(transaction, publisher,
            newest.Take with { Pictures = [HeldFiles.Hold(new Picture(), StoryIds.Mint().Value, fetched)] }, newest,
            gate.In(transaction).FindPending(newest.Place)?.EmbargoedUntil);

    /// <summary>The file; null when the host says that there is none, or it is too long.</summary>
    async Task<byte[]?> FetchAsync(string href, CancellationToken cancel)
    {
        using var response = await _http.GetAsync(href, HttpCompletionOption.ResponseHeadersRead, cancel)
            .ConfigureAwait(false);
        if ((int)response.StatusCode >= 500)
            throw new HttpRequestException($"answered {(int)response.StatusCode}");
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > options.MaxBytes)
            return null;
        var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            return await log.SpoolAsync(body, options.MaxBytes, cancel).ConfigureAwait(false);
    }

    /// <summary>A redirect leads to a host that nobody allowed: it is no answer.</summary>
    static AntiSSRFHandler Handler(FetchOptions options)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = options.PlainHttp,
            AddXFFHeader = false,
        };
        if (options.Networks.Length > 0)
            policy.AddAllowedAddresses(options.Networks);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        return handler;
    }

    /// <summary>Addresses may hold keys: only their hosts are told.</summary>
    static string HostOf(string href) => new Uri(href).Host;
}
