using Scalar.AspNetCore;

namespace Writethru.App.Api;

/// <summary>The API document and its reference page. They hold no copy and are open to all.</summary>
static class Reference
{
    public static IServiceCollection AddReference(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description =>
                description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true
                || description.RelativePath is "healthz" or "readyz";
        });

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("Writethru API")
            .DisableDefaultFonts().DisableAgent().DisableTelemetry().DisableMcp().HideClientButton())
            .AllowAnonymous();
    }
}
