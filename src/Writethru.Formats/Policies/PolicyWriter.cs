using System.Text;
using System.Text.Json;
using Writethru.Copy.Json;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Policies;

/// <summary>Writes a policy made from rules: as XML of ODRL 2.1, and as JSON-LD of ODRL 2.2.</summary>
static class PolicyWriter
{
    /// <summary>One element, with its namespace.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="target">Address of what it binds.</param>
    public static string ToXml(RulesPolicy policy, string target)
    {
        var xml = new StringBuilder();
        xml.Append($"<Policy xmlns=\"{RulesPolicy.Odrl}\" uid=\"{Escape(target)}:terms\"")
            .Append(Name("type", "Set")).Append(Name("conflict", "prohibit"))
            .Append($" profile=\"{RulesPolicy.Profile}\">");
        var asset = $"<asset uid=\"{Escape(target)}\"{Name("relation", "target")}/>";
        xml.Append("<permission>").Append(asset).Append($"<action{Name("name", "use")}/>");
        foreach (var limit in policy.Limits)
        {
            xml.Append($"<constraint{Name("name", limit.Operand)}{Name("operator", limit.Operation)}")
                .Append($" rightOperand=\"{Escape(string.Join(' ', limit.Values))}\"/>");
        }
        foreach (var credit in policy.Credits)
        {
            xml.Append($"<duty><action{Name("name", "attribute")}/>");
            if (credit.Length > 0)
                xml.Append($"<party uid=\"{Escape(credit)}\"{Name("function", "attributedParty")}/>");
            xml.Append("</duty>");
        }
        xml.Append("</permission>");
        foreach (var act in policy.Forbidden)
            xml.Append($"<prohibition>{asset}<action{Name("name", act)}/></prohibition>");
        return xml.Append("</Policy>").ToString();
    }

    /// <summary>One object, nested.</summary>
    /// <inheritdoc cref="ToXml" path="/param"/>
    public static string ToJson(RulesPolicy policy, string target)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = CanonicalJson.Options.Encoder }))
            WriteJson(json, policy, target);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    static void WriteJson(Utf8JsonWriter json, RulesPolicy policy, string target)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/odrl.jsonld");
        json.WriteString("type", "Set");
        json.WriteString("uid", target + ":terms");
        json.WriteString("profile", RulesPolicy.Profile);
        json.WriteString("conflict", "prohibit");
        json.WriteStartArray("permission");
        json.WriteStartObject();
        json.WriteString("target", target);
        json.WriteString("action", "use");
        WriteList(json, "constraint", policy.Limits, limit => WriteLimit(json, limit));
        WriteList(json, "duty", policy.Credits, credit =>
        {
            json.WriteString("action", "attribute");
            if (credit.Length > 0)
                json.WriteString("attributedParty", credit);
        });
        json.WriteEndObject();
        json.WriteEndArray();
        WriteList(json, "prohibition", policy.Forbidden, act =>
        {
            json.WriteString("target", target);
            json.WriteString("action", act);
        });
        json.WriteEndObject();
    }

    static void WriteLimit(Utf8JsonWriter json, PolicyLimit limit)
    {
        json.WriteString("leftOperand", limit.Operand);
        json.WriteString("operator", limit.Operation);
        json.WriteStartArray("rightOperand");
        foreach (var value in limit.Values)
        {
            json.WriteStartObject();
            json.WriteString(limit.IsOfAddresses ? "@id" : "@value", value);
            if (limit.Operand == "dateTime")
                json.WriteString("@type", "http://www.w3.org/2001/XMLSchema#dateTime");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Name(string attribute, string name) => $" {attribute}=\"{RulesPolicy.Odrl}{name}\"";

    static string Escape(string text) => XmlText.Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
