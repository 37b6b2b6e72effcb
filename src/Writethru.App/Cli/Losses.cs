using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;

namespace Writethru.App.Cli;

/// <summary>What a conversion could not carry, and what reading noticed.</summary>
/// <param name="isListed">Whether each omission is told line by line; otherwise a file has them.</param>
sealed class Losses(bool isListed)
{
    readonly List<(string File, int Take, Omission Omission)> _omissions = [];
    readonly List<(string File, Remark Remark)> _remarks = [];
    readonly List<string> _lines = [];

    /// <summary>What every take loses that had a sender: one line says it.</summary>
    static readonly string[] _identity = ["senderId", "senderVersion", "versionCreated"];

    /// <summary>Keeps what reading a file noticed.</summary>
    public void Add(string file, ReadResult result)
    {
        foreach (var remark in result.Remarks)
        {
            _remarks.Add((file, remark));
            if (remark.Severity != Severity.Note)
                _lines.Add($"{file}:{remark.Line}:{remark.Column}: {remark.Code}: {remark.Message}");
        }
        if (result.Takes.IsEmpty && !result.WithoutCopy.IsEmpty)
            _lines.Add($"{file}: no copy in it: "
                + string.Join(", ", result.WithoutCopy.Select(item => $"{item.Kind} {item.Title}".TrimEnd())));
    }

    /// <summary>Keeps why a file could not be read or written.</summary>
    public void Add(string file, Exception failure) => _lines.Add($"{file}: {failure.Message}");

    /// <summary>Keeps what a take lost on its way into a format.</summary>
    public void Add(string file, int take, IWireFormat format, ImmutableArray<Omission> omissions)
    {
        var ofIdentity = omissions.Where(omission => _identity.Contains(omission.Field)).ToList();
        if (isListed && ofIdentity.Count > 1)
        {
            var fields = string.Join(", ", ofIdentity.Select(omission => omission.Field));
            _lines.Add($"{file}: {format.Name} cannot carry {fields}: "
                + "identity, version and instant are those of this wire.");
        }
        foreach (var omission in omissions)
        {
            _omissions.Add((file, take, omission));
            if (isListed && (ofIdentity.Count < 2 || !ofIdentity.Contains(omission)))
                _lines.Add($"{file}: {format.Name} cannot carry {omission.Field}: {omission.Reason}");
        }
    }

    /// <summary>Says what there is to say since it was last asked.</summary>
    public void Tell(TextWriter errors)
    {
        foreach (var line in _lines)
            errors.WriteLine(line);
        _lines.Clear();
    }

    /// <summary><c>{omissions: [{file, take, field, reason}], remarks: [{file, code, …}]}</c></summary>
    public void Write(string path)
    {
        ConvertedFiles.MakeFolderOf(path);
        using var output = File.Create(path);
        using var json = new Utf8JsonWriter(output, CanonicalJson.Options with { Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("omissions");
        foreach (var (file, take, omission) in _omissions)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("take", take);
            json.WriteString("field", omission.Field);
            json.WriteString("reason", omission.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var (file, remark) in _remarks)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            LogEntryJson.WriteRemarkFields(json, remark);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
