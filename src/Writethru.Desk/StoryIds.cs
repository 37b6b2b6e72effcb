using System.Security.Cryptography;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>New identities of stories.</summary>
static class StoryIds
{
    const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>
    /// 80 random bits in 16 letters and digits without look-alikes: no clock and no count shows in it.
    /// </summary>
    public static StoryId Mint() => new(RandomNumberGenerator.GetString(Alphabet, 16));
}
