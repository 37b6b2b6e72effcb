using System.Text.Json;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Demo;

/// <summary>
/// The keys of the demo's three principals, in a file that only its owner can read. The demo alone keeps keys, so that
/// a second start prints the same lines; everywhere else a key is shown once.
/// </summary>
sealed class DemoKeys
{
    public const string Desk = "desk", Korean = "han", Japanese = "sakura";

    const string FileName = "demo-keys.json";

    static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    static readonly Principal[] _principals =
    [
        new() { Name = Desk, Role = Role.Desk },
        new() { Name = Korean, Role = Role.Subscriber, Territories = ["KR"], Media = UsageMedia.All },
        new() { Name = Japanese, Role = Role.Subscriber, Territories = ["JP"], Media = UsageMedia.All },
    ];

    readonly Dictionary<string, string> _keys;

    DemoKeys(Dictionary<string, string> keys) => _keys = keys;

    /// <summary>The key of one of the three.</summary>
    public string this[string name] => _keys[name];

    /// <summary>The keys that the folder has, and new ones for principals that it does not know.</summary>
    /// <exception cref="InvalidDataException">The folder is a server's whose keys are not in the file.</exception>
    public static async Task<DemoKeys> LoadOrMakeAsync(string folder, Principals principals, Gate gate,
        CancellationToken cancel)
    {
        var path = Path.Combine(folder, FileName);
        var keys = Load(path);
        foreach (var principal in _principals)
        {
            if (keys.TryGetValue(principal.Name, out var key)
                && gate.Now.Principals.FindByName(principal.Name) is { } known
                && known.Keys.Any(own => own.Hash == Principals.HashKey(key)))
                continue;
            keys[principal.Name] = await principals.AddAsync(principal, "", cancel)
                ?? throw new InvalidDataException($"The data folder {folder} has a '{principal.Name}' whose key is not "
                    + $"in {FileName}: it is no demo's, or no longer. Give the demo its own folder with --data DIR.");
            SecretFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(keys, _json));
        }
        return new DemoKeys(keys);
    }

    static Dictionary<string, string> Load(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"Found something else in {path}, expected the demo's keys as JSON.");
        }
    }
}
