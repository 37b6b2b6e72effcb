namespace Writethru.App.Hosting;

/// <summary>
/// What every answer says: nobody but the one who asked may keep it, and a page loads nothing from elsewhere.
/// </summary>
sealed class ResponseHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; "
        + "object-src 'none'";

    /// <summary>The reference page styles itself inline; it shows no copy and knows no session.</summary>
    const string ReferencePolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the very start of the answer: an answer to an exception begins with empty headers.
        context.Response.OnStarting(SetAsync, context);
        return next(context);
    }

    static Task SetAsync(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // The style and the script, which are the same for all, have said by now that they may be kept.
        if (headers.CacheControl != "no-cache")
            headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = PolicyOf(context.Request.Path);
        return Task.CompletedTask;
    }

    static string PolicyOf(PathString path) => path.StartsWithSegments("/docs") ? ReferencePolicy
        : path.StartsWithSegments("/v1/pictures") ? Api.PicturesEndpoints.FilePolicy
        : Policy;
}
