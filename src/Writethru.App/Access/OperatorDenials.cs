using Microsoft.AspNetCore.Diagnostics;
using Writethru.Desk;

namespace Writethru.App.Access;

/// <summary>What an operator may not do is 403, with what it was.</summary>
sealed class OperatorDenials : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception,
        CancellationToken cancellationToken)
    {
        if (exception is not BeyondOperatorException beyond)
            return false;
        await Problems.NotAllowed(beyond.Message).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }
}
