using Writethru.Copy;

namespace Writethru.Delivery;

/// <summary>
/// Where subscribers reach this wire: files of pictures are told with whole addresses, since copy is read far from here.
/// </summary>
public sealed class WireAddress(DeliveryOptions options)
{
    /// <summary>Where the server listens; asked only when nobody has said how it is reached from outside.</summary>
    public Func<string> Listening { get; set; } = () => "";

    /// <summary>Without a slash at its end; empty when nothing is known.</summary>
    public string Url => (options.PublicUrl.Length > 0 ? options.PublicUrl : Listening()).TrimEnd('/');

    /// <summary>The take with whole addresses of all files that are kept here.</summary>
    public FiledTake In(FiledTake filed) => filed.Take.Pictures.All(picture => picture.Id.Length == 0) ? filed : filed with
    {
        Take = filed.Take with
        {
            Pictures =
            [
                .. filed.Take.Pictures.Select(picture => picture with
                {
                    Renditions =
                    [
                        .. picture.Renditions.Select(rendition => picture.Id.Length > 0 && rendition.Sha256.Length > 0
                            ? rendition with { Href = Url + rendition.Href }
                            : rendition),
                    ],
                }),
            ],
        },
    };
}
