namespace Writethru.App.Hosting;

/// <summary>What every answer says: nobody but the one who asked may keep it, and a page loads nothing from elsewhere.</summary>
sealed class ResponseHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    /// <summary>The reference page styles itself inline; it shows no copy and knows no session.</summary>
    const string ReferencePolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs") ? ReferencePolicy : Policy;
        return next(context);
    }
}
