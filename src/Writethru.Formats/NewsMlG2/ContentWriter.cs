using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Writes the body as XHTML, and the files of pictures.</summary>
static class ContentWriter
{
    public static void Write(ItemMarkup item, Take take, PictureWriter pictures)
    {
        if (take.WordCount is not null && (take.Body.IsEmpty || take.WordCount <= 0))
            item.Omit("wordCount", "Words are counted of a body.");
        if (take.Body.IsEmpty && !pictures.HasFiles)
            return;
        item.Start("contentSet");
        if (!take.Body.IsEmpty)
        {
            foreach (var omission in XmlText.OmissionsOf(take.Body, MarkupDialect.Xhtml))
                item.Omit(omission.Field, omission.Reason);
            var words = take.WordCount is > 0 ? take.WordCount?.ToString(CultureInfo.InvariantCulture) : null;
            item.Start("inlineXML", ("contenttype", "application/xhtml+xml"), ("wordcount", words))
                .Start("html", ("xmlns", "http://www.w3.org/1999/xhtml"))
                .Raw("<head><title>").Raw(XmlText.Escape(OneLine.Of(take.Headline))).Raw("</title></head><body>")
                .Raw(new MarkupWriter(MarkupDialect.Xhtml).Write(take.Body, take.Dateline?.Text ?? ""))
                .Raw("</body></html>").End("inlineXML");
        }
        pictures.WriteFiles();
        item.End("contentSet");
    }
}
