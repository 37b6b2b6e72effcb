using System.Collections.Immutable;
using System.Text.Json;
using static Writethru.Copy.Json.JsonFields;

namespace Writethru.Copy.Json;

/// <summary>The body of a take in its canonical JSON.</summary>
static class BodyJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Paragraph> body)
    {
        json.WriteStartArray("body");
        for (var i = 0; i < body.Length; i++)
            WriteParagraph(json, body[i], i + 1);
        json.WriteEndArray();
    }

    public static ImmutableArray<Paragraph> Read(JsonElement json) => Items(json, "body", ReadParagraph);

    static void WriteParagraph(Utf8JsonWriter json, Paragraph paragraph, int number)
    {
        json.WriteStartObject();
        json.WriteNumber("number", number);
        json.WriteString("text", paragraph.Text);
        if (paragraph.Kind != ParagraphKind.Prose)
            json.WriteString("kind", Words.Of(paragraph.Kind));
        if (paragraph.Level != 0)
            json.WriteNumber("level", paragraph.Level);
        if (paragraph.IsOrdered)
            json.WriteBoolean("ordered", true);
        WriteSome(json, "subheads", paragraph.Subheads, WriteSubhead);
        WriteSome(json, "marks", paragraph.Marks, WriteMark);
        if (paragraph.Table is { } table)
            WriteTable(json, table);
        json.WriteEndObject();
    }

    static Paragraph ReadParagraph(JsonElement json) => new(Text(json, "text"))
    {
        Kind = Words.Read<ParagraphKind>(Text(json, "kind")) ?? ParagraphKind.Prose,
        Level = Number(json, "level") ?? 0,
        IsOrdered = IsTrue(json, "ordered"),
        Subheads = Items(json, "subheads", item => new Subhead(Number(item, "level") ?? 2, Text(item, "text"))),
        Marks = Items(json, "marks", ReadMark),
        Table = json.TryGetProperty("rows", out _) ? new Table(Items(json, "rows", ReadRow)) : null,
    };

    static void WriteSubhead(Utf8JsonWriter json, Subhead subhead)
    {
        json.WriteStartObject();
        json.WriteNumber("level", subhead.Level);
        json.WriteString("text", subhead.Text);
        json.WriteEndObject();
    }

    static void WriteMark(Utf8JsonWriter json, Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("kind", Words.Of(mark.Kind));
        json.WritePropertyName("span");
        WriteSpan(json, mark.Span);
        WriteSome(json, "target", mark.Target);
        json.WriteEndObject();
    }

    static Mark ReadMark(JsonElement json) => new(
        ReadSpan(json.GetProperty("span")), Words.Read<MarkKind>(Text(json, "kind")) ?? MarkKind.Emphasis,
        Text(json, "target"));

    static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("text", cell.Text);
                if (cell.IsHeader)
                    json.WriteBoolean("header", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    static TableRow ReadRow(JsonElement json) =>
        new([.. json.EnumerateArray().Select(cell => new TableCell(Text(cell, "text"), IsTrue(cell, "header")))]);
}
