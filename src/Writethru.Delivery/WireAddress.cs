namespace Writethru.Delivery;

/// <summary>
/// Where subscribers reach this wire: files of pictures are told with whole addresses, since copy is read far from
/// here.
/// </summary>
public sealed class WireAddress(DeliveryOptions options)
{
    /// <summary>Where the server listens; asked only when nobody has said how it is reached from outside.</summary>
    public Func<string> Listening { get; set; } = () => "";

    /// <summary>Whether somebody has said how it is reached from outside.</summary>
    public bool IsPublic => options.PublicUrl.Length > 0;

    /// <summary>Without a slash at its end; empty when nothing is known.</summary>
    public string Url => (IsPublic ? options.PublicUrl : Listening()).TrimEnd('/');
}
