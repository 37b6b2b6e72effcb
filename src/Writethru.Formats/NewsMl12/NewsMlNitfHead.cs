using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Reads the head of a text in NITF: most of it says again what the item says, and what binds must bind.
/// </summary>
static class NewsMlNitfHead
{
    /// <summary>Reads it; what has no home is kept under its place.</summary>
    public static void Read(XmlPart head, NewsMlDraft draft)
    {
        foreach (var part in head.Children)
        {
            switch (part.Name)
            {
                case "docdata":
                    ReadDocdata(part, draft);
                    break;
                case "tobject":
                    foreach (var subject in part.All("tobject.subject"))
                        ReadSubject(subject, draft);
                    break;
                case "title":
                    NewsMlLines.AddHeadline(draft, "title", part.TextOnOneLine);
                    break;
                case "meta":
                    draft.Keep($"nitf/meta/{part.Attribute("name")}", part.Attribute("content") ?? "");
                    break;
                default:
                    draft.Keep($"nitf/{part.Name}", NitfText.WholeOf(part));
                    break;
            }
        }
    }

    static void ReadDocdata(XmlPart docdata, NewsMlDraft draft)
    {
        var status = docdata.Attribute("management-status")?.Trim() ?? "";
        if (status.Length > 0)
            NewsMlStatus.ReadContent(status, docdata, draft);
        var isEmbargoed = status.Equals("embargoed", StringComparison.OrdinalIgnoreCase);
        var isUsable = status.Equals("usable", StringComparison.OrdinalIgnoreCase);
        foreach (var part in docdata.Children)
        {
            switch (part.Name)
            {
                case "date.release":
                    ReadRelease(part, isEmbargoed, isUsable, draft);
                    break;
                case "date.expire" when draft.Take.Expiry is null:
                    draft.Take = draft.Take with
                    {
                        Expiry = SenderTimes.Read(part.Attribute("norm"), draft.Profile?.Zone ?? ""),
                    };
                    break;
                case "ed-msg":
                    ReadMessage(part, part.Attribute("msg-type") ?? "",
                        OneLine.Of($"{part.Attribute("info")} {part.Text}"), draft);
                    break;
                case "note":
                    ReadMessage(part, part.Attribute("noteclass") ?? "", NitfText.OneLineOf(part), draft);
                    break;
                case "doc.rights" or "doc.copyright":
                    ReadRights(part, draft);
                    break;
                case "key-list":
                    foreach (var keyword in part.All("keyword").Select(keyword => keyword.Attribute("key") ?? ""))
                    {
                        if (keyword.Length > 0 && !draft.Take.Keywords.Contains(keyword))
                            draft.Take = draft.Take with { Keywords = draft.Take.Keywords.Add(keyword) };
                    }
                    break;
                case "urgency" when draft.Take.Urgency is null && int.TryParse(part.Attribute("ed-urg"),
                    NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 8:
                    draft.Take = draft.Take with { Urgency = urgency };
                    break;
                case "urgency" when part.Attribute("ed-urg") == $"{draft.Take.Urgency}":
                    break;
                default:
                    draft.Keep($"nitf/{part.Name}", NitfText.WholeOf(part));
                    break;
            }
        }
        if (isEmbargoed)
            draft.Evidence.Embargoed("embargoed");
    }

    /// <summary>
    /// A time of release that lies or may lie behind the making of the item is an embargo; one that it passed is none.
    /// </summary>
    static void ReadRelease(XmlPart release, bool isEmbargoed, bool isUsable, NewsMlDraft draft)
    {
        var time = NitfRelease.Read(release, draft.Profile?.Zone ?? "");
        var made = draft.Take.VersionCreated ?? draft.Take.FirstCreated;
        if (isEmbargoed || time is not null && NitfRelease.Binds(time, made, isUsable))
            draft.Evidence.Add(new Embargo(time?.Text ?? "embargoed", time?.At), draft.Source.At(release));
        else
            draft.Keep("nitf/date.release", NitfText.WholeOf(release));
    }

    static void ReadMessage(XmlPart message, string kind, string text, NewsMlDraft draft)
    {
        if (text.Length == 0)
            return;
        draft.Evidence.AddMessage(kind, text);
        if (NitfRoles.IsPrivate(kind, message.Attribute("type")))
            draft.AddNote(new Note("", text, IsPublic: false));
        else
            NewsMlLines.ReadAdvisory(draft, text);
    }

    static void ReadRights(XmlPart part, NewsMlDraft draft)
    {
        var holder = part.Attribute(part.Name == "doc.copyright" ? "holder" : "owner") ?? "";
        if (part.Name == "doc.copyright")
        {
            draft.SetOrKeep("nitf/doc.copyright", holder,
                take => take.CopyrightHolder, (take, text) => take with { CopyrightHolder = text });
        }
        else
            draft.AddTerms(NitfText.WholeOf(part));
    }

    /// <summary>A subject that the item has by its code alone gets its name; another is added.</summary>
    static void ReadSubject(XmlPart subject, NewsMlDraft draft)
    {
        var code = subject.Attribute("tobject.subject.refnum") ?? "";
        var name = string.Join(" / ", ((string[])["type", "matter", "detail"])
            .Select(level => subject.Attribute($"tobject.subject.{level}") ?? "").Where(text => text.Length > 0));
        var scheme = subject.Attribute("tobject.subject.ipr") is null or "" or "IPTC" && NewsMlNames.IsSubjectCode(code)
            ? Schemes.SubjectCode
            : subject.Attribute("tobject.subject.ipr") ?? "";
        var subjects = draft.Take.Subjects;
        var known = subjects.IndexOf(new Concept(scheme, code));
        if (known >= 0)
            subjects = subjects.SetItem(known, subjects[known] with { Name = name });
        else if ((code.Length > 0 || name.Length > 0) && !subjects.Contains(new Concept(scheme, code, name)))
            subjects = subjects.Add(new Concept(scheme, code, name));
        draft.Take = draft.Take with { Subjects = subjects };
    }
}
