using Microsoft.Extensions.Logging;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>What the desk logs: 2xxx.</summary>
static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information,
        "Filed take {Take} of story {Story} at {Position}: {Cause}, from {Publisher}")]
    public static partial void TakeFiled(this ILogger logger, long position, string story, int take, Cause cause,
        string publisher);

    [LoggerMessage(2002, LogLevel.Information, "Received take {Take} of story {Story} again from {Publisher}")]
    public static partial void ItemRepeated(this ILogger logger, string story, int take, string publisher);

    [LoggerMessage(2003, LogLevel.Warning, "Refused an item from {Publisher} at {Position}: {Why}")]
    public static partial void ItemRefused(this ILogger logger, long position, Refusal why, string publisher);

    [LoggerMessage(2004, LogLevel.Warning, "Killed story {Story} with take {Take} at {Position}, by {By}")]
    public static partial void StoryKilled(this ILogger logger, long position, string story, int take, string by);

    [LoggerMessage(2005, LogLevel.Information, "Released story {Story} up to take {Take} at {Position}, by {By}")]
    public static partial void StoryReleased(this ILogger logger, long position, string story, int take, string by);

    [LoggerMessage(2060, LogLevel.Information, "Set the embargo of story {Story} to {Until} at {Position}, by {By}")]
    public static partial void EmbargoSet(this ILogger logger, long position, string story,
        DateTimeOffset? until, string by);

    [LoggerMessage(2006, LogLevel.Information, "Lifted {Count} embargoes, the last at {Position}")]
    public static partial void EmbargoesLifted(this ILogger logger, int count, long position);

    [LoggerMessage(2007, LogLevel.Information, "Added {Name} as {Role}")]
    public static partial void PrincipalAdded(this ILogger logger, string name, Role role);

    [LoggerMessage(2008, LogLevel.Warning, "Revoked {Name}")]
    public static partial void PrincipalRevoked(this ILogger logger, string name);

    [LoggerMessage(2070, LogLevel.Information, "{Name} has the new key {Key}, made by '{By}'")]
    public static partial void KeyAdded(this ILogger logger, string name, string key, string by);

    [LoggerMessage(2071, LogLevel.Warning, "Changed key {Key} of {Name}, as '{By}' asked")]
    public static partial void KeyChanged(this ILogger logger, string name, string key, string by);

    [LoggerMessage(2009, LogLevel.Information, "{Name} now gets its copy as {Format}")]
    public static partial void ChannelChanged(this ILogger logger, string name, string format);

    [LoggerMessage(2013, LogLevel.Information, "Changed the rights of {Name}")]
    public static partial void RightsChanged(this ILogger logger, string name);

    [LoggerMessage(2010, LogLevel.Warning, "Held story {Story} with take {Take} at {Position}, by {By}")]
    public static partial void StoryHeld(this ILogger logger, long position, string story, int take, string by);

    [LoggerMessage(2011, LogLevel.Warning, "Took down story {Story} with take {Take} at {Position}, by {By}")]
    public static partial void StoryTakenDown(this ILogger logger, long position, string story, int take, string by);

    [LoggerMessage(2012, LogLevel.Information,
        "Kept a late version at {Position} from {Publisher}: take {Take} of story {Story} is newer")]
    public static partial void ItemSuperseded(this ILogger logger, long position, string story, int take,
        string publisher);

    [LoggerMessage(2020, LogLevel.Information,
        "Linked take {Take} to story {Story} by likeness: {Score} with its take {Other}")]
    public static partial void TakeLinked(this ILogger logger, int take, string story, double score, int other);

    [LoggerMessage(2021, LogLevel.Information,
        "Proposed take {Take} of story {Story} for story {Other}: {Score}, {Doubt}")]
    public static partial void LinkProposed(this ILogger logger, int take, string story, string other, double score,
        LinkDoubt? doubt);

    [LoggerMessage(2022, LogLevel.Information, "{By} rejected the link of take {Take} of story {Story} to {Other}")]
    public static partial void LinkRejected(this ILogger logger, string by, int take, string story, string other);

    [LoggerMessage(2027, LogLevel.Information,
        "Corrected the caption of picture {Story} with take {Take} at {Position}, by {By}")]
    public static partial void CaptionCorrected(this ILogger logger, long position, string story, int take, string by);

    [LoggerMessage(2028, LogLevel.Warning,
        "A picture of take {Take} of story {Story} could not be fetched from {Host}: {Why}")]
    public static partial void PictureNotFetched(this ILogger logger, string story, int take, string host, string why);

    [LoggerMessage(2030, LogLevel.Warning, "No second of the desk has confirmed the kill of story {Story} that {By} "
        + "asked for at {At:O}; the story stays held")]
    public static partial void KillNeedsSecond(this ILogger logger, string story, string by, DateTimeOffset at);

    [LoggerMessage(2031, LogLevel.Warning, "{Count} notices that stop a story found none, the oldest of {Oldest:O}; "
        + "{Old} of them are old. GET /v1/waiting lists them")]
    public static partial void NoticesWithoutStory(this ILogger logger, int count, DateTimeOffset oldest, int old);

    [LoggerMessage(2032, LogLevel.Information, "{By} dismissed the notice at {Position}, which had found no story")]
    public static partial void NoticeDismissed(this ILogger logger, string by, long position);

    [LoggerMessage(2033, LogLevel.Warning,
        "{By} read take {Take} of story {Story}, which was killed or taken down: {Reason}")]
    public static partial void KilledRead(this ILogger logger, string by, int take, string story, string reason);

    [LoggerMessage(2026, LogLevel.Warning,
        "Took down picture {Picture} of story {Story} with take {Take} at {Position}, by {By}")]
    public static partial void PictureTakenDown(this ILogger logger, long position, int picture, string story, int take,
        string by);

    [LoggerMessage(2025, LogLevel.Information,
        "{By} closed the part at {Position}, proposed for take {Take} of story {Story}")]
    public static partial void PartRejected(this ILogger logger, string by, long position, int take, string story);

    [LoggerMessage(2023, LogLevel.Information,
        "{By} joined story {Story} to {Other} with its take {Take} at {Position}")]
    public static partial void StoryJoined(this ILogger logger, long position, string by, string story, string other,
        int take);

    [LoggerMessage(2024, LogLevel.Warning,
        "{By} unlinked take {Take} of story {Story}: its copy is story {Other}, at {Position}")]
    public static partial void TakeUnlinked(this ILogger logger, long position, string by, int take, string story,
        string other);

    [LoggerMessage(2050, LogLevel.Information,
        "Windows of usage terms of {Count} takes began or ended, the last at {Position}")]
    public static partial void WindowsReached(this ILogger logger, int count, long position);

    [LoggerMessage(2051, LogLevel.Warning, "A date of the contract of {Name} came; it is out now: {IsLapsed}")]
    public static partial void ContractDateCame(this ILogger logger, string name, bool isLapsed);
}
