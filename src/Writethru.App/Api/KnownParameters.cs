using Microsoft.AspNetCore.Http.HttpResults;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Writethru.App.Api;

/// <summary>
/// Answers a query of the API whose names or values its endpoint does not know: what is misspelt would else be left out
/// silently. What an endpoint knows is read from its handler, so that there is no list to forget. Pages take anything,
/// for links come with whatever others add.
/// </summary>
sealed class KnownParameters(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint && IsApi(endpoint)
            && WhyNot(context.Request.Query, Of(endpoint)) is { } wrong
            ? wrong.ExecuteAsync(context)
            : next(context);

    /// <summary>Whether an endpoint is one of the API.</summary>
    internal static bool IsApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith("/v1/", StringComparison.Ordinal) == true;

    /// <summary>The parameters that an endpoint reads from the query, by name, with the type of their values.</summary>
    internal static IReadOnlyDictionary<string, Type> Of(RouteEndpoint endpoint) => endpoint.Metadata
        .GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => IsOfQuery(parameter.ParameterInfo)
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null)
        .ToDictionary(parameter => parameter.Name, parameter => TypeOf(parameter.ParameterInfo),
            StringComparer.OrdinalIgnoreCase);

    static Type TypeOf(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    static bool IsOfQuery(ParameterInfo parameter)
    {
        var type = TypeOf(parameter);
        return (type == typeof(string) || type.IsPrimitive)
            && !parameter.GetCustomAttributes().Any(attribute => attribute is IFromHeaderMetadata or IFromBodyMetadata);
    }

    static ProblemHttpResult? WhyNot(IQueryCollection query, IReadOnlyDictionary<string, Type> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.TryGetValue(name, out var type))
                return Problems.ParameterUnknown(name, known.Keys);
            if (values.Count > 1)
                return Problems.BadParameter(name, $"{values.Count} times", "it once");
            if (Expected(type, values) is { } expected)
                return Problems.BadParameter(name, values.ToString(), expected);
        }
        return null;
    }

    /// <summary>What is expected of a value that is no such; null when it is one.</summary>
    static string? Expected(Type type, StringValues value) =>
        type == typeof(string) ? null
        : type == typeof(bool) ? bool.TryParse(value, out _) ? null : "true or false"
        : type == typeof(double) ? double.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : "a number"
        : type == typeof(long) ? long.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : "a whole number"
        : int.TryParse(value, CultureInfo.InvariantCulture, out _) ? null : "a whole number";
}
