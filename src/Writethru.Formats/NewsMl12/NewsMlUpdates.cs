using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>Reads the instructions of an Update, which change parts of the revision before.</summary>
static class NewsMlUpdates
{
    /// <summary>
    /// The text of all instructions as copy, in their order, so that a person can work it in; where each belongs is
    /// kept. Null when the item has none.
    /// </summary>
    public static TextContent? Read(XmlPart item, NewsMlDraft draft)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var hasAny = false;
        foreach (var step in item.All("Update").SelectMany(update => update.Children))
        {
            hasAny = true;
            draft.Keep($"Update/{step.Name}", step.Attribute("DuidRef") ?? "");
            var body = new BodyBuilder(draft.Options);
            MarkupReader.Feed(step, body);
            body.Finish();
            paragraphs.AddRange(body.Paragraphs);
        }
        return hasAny ? new TextContent(new Take { Body = paragraphs.ToImmutable() }, 1, null) : null;
    }
}
