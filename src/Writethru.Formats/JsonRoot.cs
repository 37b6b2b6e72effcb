using System.Text;
using System.Text.Json;

namespace Writethru.Formats;

/// <summary>The outermost object of JSON, found by a look over it: to recognise, not to read.</summary>
/// <param name="Kind">
/// What stands outermost; <see cref="JsonTokenType.None"/> when the bytes do not begin as JSON.
/// </param>
/// <param name="Keys">Its keys in lower case, as far as it could be followed.</param>
/// <param name="Version">The text of its key <c>version</c>; empty when it has none.</param>
/// <param name="End">How it ends.</param>
sealed record JsonRoot(JsonTokenType Kind, HashSet<string> Keys, string Version, JsonEnd End)
{
    /// <summary>Bytes in which JSON begins, after whatever stands before it.</summary>
    const int FirstLook = 8_192;

    const int Deepest = 1_000;

    static readonly JsonRoot _none = new(JsonTokenType.None, [], "", JsonEnd.Broken);

    /// <summary>Looks over the bytes once; what is inside of a key is passed over.</summary>
    public static JsonRoot In(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        if (bytes.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
            return Look(bytes);
        var start = WireText.DecodeStart(bytes, FirstLook).Content;
        return Preamble.EndIn(start, out _) is var at && start.AsSpan(at).TrimStart() is ['{' or '[', ..]
            ? Look(Encoding.UTF8.GetBytes(Preamble.ReadPast(WireText.Decode(bytes), new RemarkBook()).Content))
            : _none;
    }

    static JsonRoot Look(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest, AllowMultipleValues = true }));
        var (kind, version) = (JsonTokenType.None, "");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            if (!reader.Read())
                return _none;
            kind = reader.TokenType;
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0)
                    return new JsonRoot(kind, keys, version, JsonEnd.Whole);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = Encoding.UTF8.GetString(reader.ValueSpan).ToLowerInvariant();
                    keys.Add(key);
                    if (!reader.Read())
                        break;
                    if (key == "version" && reader.TokenType == JsonTokenType.String && version.Length == 0)
                    {
                        version = Encoding.UTF8.GetString(reader.ValueSpan)
                            .Replace(@"\/", "/", StringComparison.Ordinal);
                    }
                }
                if (!reader.TrySkip())
                    break;
            }
            return new JsonRoot(kind, keys, version, JsonEnd.CutOff);
        }
        catch (JsonException)
        {
            return new JsonRoot(kind, keys, version, JsonEnd.Broken);
        }
    }
}

/// <summary>How JSON ends.</summary>
enum JsonEnd
{
    /// <summary>With its last bracket.</summary>
    Whole,

    /// <summary>Before its last bracket.</summary>
    CutOff,

    /// <summary>Where something is no JSON.</summary>
    Broken,
}
