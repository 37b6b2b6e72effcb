using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.Tests.Pages;

/// <summary>A component as HTML, without a server.</summary>
static class Rendered
{
    public static readonly Principal Tokyo = new()
    {
        Name = "tokyo", Role = Role.Subscriber, Territories = ["JP"],
    };

    static readonly DateTimeOffset _at = new(2026, 11, 24, 4, 5, 6, TimeSpan.Zero);

    public static async Task<string> AsHtmlAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    public static Deliverable Deliverable(Take take, Cause cause = Cause.First, int number = 1,
        PendingTake? pending = null, TakeReading? reading = null) => new()
        {
            Filed = new FiledTake
            {
                Story = new StoryId("quay"),
                Number = number,
                Cause = cause,
                FiledAt = _at,
                Take = take,
            },
            Reading = reading,
            Grant = "",
            Pending = pending,
        };

    public static WireRow Row(Deliverable take) => new(_at, take);

    public static Take Take(params string[] body) => new() { Body = [.. body.Select(text => new Paragraph(text))] };
}
