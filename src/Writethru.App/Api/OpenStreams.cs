namespace Writethru.App.Api;

/// <summary>The streams that are open, by key or session.</summary>
sealed class OpenStreams(LimitOptions options)
{
    readonly Places _places = new(options.MaxStreams);

    /// <inheritdoc cref="Places.TryEnter"/>
    public IDisposable? TryEnter(string by) => _places.TryEnter(by);
}
