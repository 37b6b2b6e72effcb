using Microsoft.AspNetCore.Diagnostics;
using Writethru.Archive;
using Writethru.Desk.Pictures;

namespace Writethru.App.Api;

/// <summary>
/// A disk that is full or fails, or descriptors that ran out, are said as such: nothing was acknowledged.
/// </summary>
sealed class StoreExceptions(IProblemDetailsService problems, ILogger<StoreExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception,
        CancellationToken cancellationToken)
    {
        if (exception is ArchiveBusyException || Durably.IsOutOfFiles(exception))
        {
            logger.OutOfFiles(exception.Message);
            await Problems.ServerBusy(httpContext).ExecuteAsync(httpContext).ConfigureAwait(false);
            return true;
        }
        (int Status, string Detail)? answer = exception switch
        {
            ArchiveFullException => (StatusCodes.Status507InsufficientStorage,
                "The disk is full; nothing was filed. Kills, holds and the like still go through."),
            LogFailedException => (StatusCodes.Status503ServiceUnavailable,
                "The log has failed and takes nothing in until the server is restarted."),
            PicturesBusyException => (StatusCodes.Status503ServiceUnavailable,
                "Every place in which a picture is decoded has been taken for too long; try again."),
            _ => null,
        };
        if (answer is not { } known)
            return false;
        logger.StoreFailed(exception);
        httpContext.Response.StatusCode = known.Status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = known.Status, Detail = known.Detail },
        }).ConfigureAwait(false);
    }
}
