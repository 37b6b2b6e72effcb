using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>What of a picture that is a file's own metadata a format has no place for.</summary>
static class PictureOmissions
{
    const string NoPlace = "The format has no place for it.";

    static readonly (string Name, Func<Picture, bool> IsThere)[] _fields =
    [
        ("id", picture => picture.Id.Length > 0), ("creator", picture => picture.Creator.Length > 0),
        ("instructions", picture => picture.Instructions.Length > 0), ("city", picture => picture.City.Length > 0),
        ("country", picture => picture.Country.Length > 0),
        ("countryCode", picture => picture.CountryCode.Length > 0), ("taken", picture => picture.Taken is not null),
        ("keywords", picture => !picture.Keywords.IsEmpty), ("subjectCodes", picture => !picture.SubjectCodes.IsEmpty),
        ("licensor", picture => picture.Licensor.Length > 0), ("dataMining", picture => picture.DataMining.Length > 0),
        ("digitalSourceType", picture => picture.DigitalSourceType.Length > 0),
    ];

    /// <summary>The omissions of a take.</summary>
    /// <param name="take">The take.</param>
    /// <param name="carried">
    /// Names of what is carried: <c>type</c> for the kind of item, <c>sha256</c> for the hash of a file, and the names
    /// of
    /// fields of a picture.
    /// </param>
    public static IEnumerable<Omission> Of(Take take, params string[] carried)
    {
        if (take.Kind != TakeKind.Text && !carried.Contains("type"))
            yield return new Omission("type", "The format does not say what kind of item it is.");
        for (var i = 0; i < take.Pictures.Length; i++)
        {
            var picture = take.Pictures[i];
            foreach (var (name, isThere) in _fields)
            {
                if (isThere(picture) && !carried.Contains(name))
                {
                    yield return new Omission($"pictures[{i}].{name}",
                        name == "id" ? "It is an identity of this wire." : NoPlace);
                }
            }
            for (var j = 0; j < picture.Renditions.Length && !carried.Contains("sha256"); j++)
            {
                if (picture.Renditions[j].Sha256.Length > 0)
                {
                    yield return new Omission(
                        $"pictures[{i}].renditions[{j}].sha256", "The format has no place for a hash.");
                }
            }
        }
    }
}
