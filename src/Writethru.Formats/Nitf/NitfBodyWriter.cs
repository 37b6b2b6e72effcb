using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>The body: the lines above the copy, the copy with its pictures, the line below it.</summary>
sealed class NitfBodyWriter(NitfOutput xml, Take take, string provider)
{
    readonly ImmutableArray<Paragraph> _body =
        [.. take.Body.Where(paragraph => !IsBlank(paragraph)).Select(ForNitf)];

    public void Write()
    {
        xml.Start("body");
        xml.Start("body.head");
        WriteHedline();
        WriteNotes();
        WriteLine("byline", take.Byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
            ? $"By {take.Byline}" : take.Byline);
        WriteLine("distributor", provider);
        WriteDateline();
        WriteAbstracts();
        xml.End();
        xml.Start("body.content");
        WriteContent();
        xml.End();
        if (take.Extras.FirstOrDefault(extra => extra.Name == ExtraNames.SignOff) is { } signOff)
        {
            xml.Start("body.end");
            xml.Start("tagline");
            xml.Attribute("class", NitfRoles.Prefix + ExtraNames.SignOff);
            xml.Line(signOff.Text, "");
            xml.End();
            xml.End();
        }
        xml.End();
    }

    void WriteHedline()
    {
        if (take.Headline.Length == 0 && take.Headlines.IsEmpty)
            return;
        xml.Start("hedline");
        xml.Start("hl1");
        xml.Line(take.Headline, "");
        xml.End();
        for (var i = 0; i < take.Headlines.Length; i++)
        {
            xml.Start("hl2");
            if (take.Headlines[i] is not { Role: "sub", Text.Length: > 0 })
                xml.Attribute("class", NitfRoles.Prefix + take.Headlines[i].Role, $"headlines[{i}].role");
            xml.Line(take.Headlines[i].Text, $"headlines[{i}].text");
            xml.End();
        }
        xml.End();
    }

    void WriteNotes()
    {
        for (var i = 0; i < take.Notes.Length; i++)
        {
            var note = take.Notes[i];
            if (string.IsNullOrWhiteSpace(note.Text))
                xml.Omit($"notes[{i}]", "A note without text.");
            else
                WriteNote(note.Text, $"notes[{i}].text", "editorsnote", NitfRoles.Prefix + note.Role, note.IsPublic);
        }
        if (take.CopyrightNotice.Length > 0)
            WriteNote(take.CopyrightNotice, "copyrightNotice", "cpyrt", "", isPublic: true);
    }

    void WriteNote(string text, string field, string kind, string role, bool isPublic)
    {
        xml.Start("note");
        xml.Attribute("class", role, field);
        xml.Attribute("noteclass", kind);
        if (!isPublic)
            xml.Attribute("type", "npa");
        xml.Start("body.content");
        xml.Lines(text, field, inParagraph: true);
        xml.End();
        xml.End();
    }

    /// <summary>A line; where it is odd, a meta of ours keeps it verbatim.</summary>
    void WriteLine(string element, string text)
    {
        if (text.Length == 0)
            return;
        xml.Start(element);
        xml.Line(text, "");
        xml.End();
    }

    /// <summary>
    /// The dateline stands here and not in paragraph 1; where that looks like another one, this is said.
    /// </summary>
    void WriteDateline()
    {
        var text = take.Dateline?.Text ?? "";
        var read = NitfDateline.OfLine(OneLine.Of(XmlText.Clean(text)));
        if (!IsSame(read, take.Dateline))
            xml.Omit("dateline", "Its parts do not follow from its text; only that is carried.");
        var isOpened = IsOpenedByDateline(read);
        if (text.Length == 0 && !isOpened)
            return;
        xml.Start("dateline");
        if (isOpened)
            xml.Attribute("class", NitfRoles.Prefix + NitfRoles.Dateline);
        xml.Line(text, "dateline");
        xml.End();
    }

    bool IsOpenedByDateline(Dateline? named)
    {
        if (_body.IsEmpty)
            return false;
        if (CopyParts.AreIn(take with { Body = _body }))
            return true;
        var first = _body[0] with { Text = OneLine.Of(XmlText.Clean(_body[0].Text)), Marks = [] };
        return LeadDateline.Of(named, [first], []).Body is not [{ } lead] || lead.Text != first.Text;
    }

    static bool IsSame(Dateline? a, Dateline? b) => a is null || b is null
        ? a is null && b is null
        : a.Text == b.Text && a.Places.SequenceEqual(b.Places) && a.Region == b.Region && a.Date == b.Date
            && a.Agency == b.Agency;

    void WriteAbstracts()
    {
        for (var i = 0; i < take.Descriptions.Length; i++)
        {
            var description = take.Descriptions[i];
            if (string.IsNullOrWhiteSpace(description.Text))
            {
                xml.Omit($"descriptions[{i}]", "A description without text.");
                continue;
            }
            xml.Start("abstract");
            if (description.Role != "abstract")
                xml.Attribute("class", NitfRoles.Prefix + description.Role, $"descriptions[{i}].role");
            xml.Lines(description.Text, $"descriptions[{i}].text", inParagraph: true);
            xml.End();
        }
    }

    void WriteContent()
    {
        OmitOfBody();
        var pictures = new NitfPictureWriter(xml, take, _body.Length).Write();
        xml.Raw(new MarkupWriter(MarkupDialect.Nitf).Write(_body, "", pictures.GetValueOrDefault));
    }

    void OmitOfBody()
    {
        for (var i = 0; i < take.Body.Length; i++)
        {
            if (IsBlank(take.Body[i]))
                xml.Omit($"body[{i}]", "A paragraph without text.");
            if (take.Body[i].Subheads.Any(
                subhead => subhead.Level != 2 || OneLine.Of(XmlText.Clean(subhead.Text)) != subhead.Text))
                xml.Omit($"body[{i}].subheads", "NITF has sub-heads of one level, on one line.");
        }
        foreach (var omission in XmlText.OmissionsOf(take.Body, MarkupDialect.Nitf))
            xml.Omit(omission.Field, omission.Reason);
    }

    static bool IsBlank(Paragraph paragraph) => string.IsNullOrWhiteSpace(XmlText.Clean(paragraph.Text));

    /// <summary>Sub-heads without text would be read as none.</summary>
    static Paragraph ForNitf(Paragraph paragraph) => paragraph with
    {
        Subheads = [.. paragraph.Subheads.Where(subhead => !string.IsNullOrWhiteSpace(XmlText.Clean(subhead.Text)))],
    };
}
