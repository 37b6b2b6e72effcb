using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>Killed copy that a take looks like, or is.</summary>
/// <param name="Kill">The notice.</param>
/// <param name="Link">The take of the killed story, and how alike.</param>
sealed record KilledCopy(FiledTake Kill, StoryLink Link);
