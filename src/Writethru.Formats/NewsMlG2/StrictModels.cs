using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Writethru.Formats.NewsMlG2;

/// <summary>One place in the content of an element.</summary>
/// <param name="Names">The elements that may stand there.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="IsMany">Whether there may be several.</param>
sealed record StrictStep(ImmutableArray<string> Names, bool IsRequired, bool IsMany);

/// <summary>
/// What the standard allows in the elements that matter to copy, in the order that it wants (NewsML-G2 2.35; older
/// versions allow less, in the same order). <c>!</c> is one, <c>?</c> none or one, <c>*</c> any number, <c>+</c> at
/// least one; <c>|</c> is a choice.
/// </summary>
static class StrictModels
{
    const string Item = "catalogRef|catalog* hopHistory? pubHistory? rightsInfo* itemMeta! ";
    const string Evidence = "assert* inlineRef* derivedFrom|derivedFromValue* ";
    const string Administrative = "urgency? contentCreated? contentModified? digitalSourceType? "
        + "located|infoSource|creator|contributor|audience|exclAudience|altId|rating|userInteraction* ";
    const string Descriptive =
        "language|genre|keyword|subject|slugline|headline|dateline|by|creditline|description* ";

    static readonly FrozenDictionary<string, ImmutableArray<StrictStep>> _models = new Dictionary<string, string>
    {
        ["newsMessage"] = "header! itemSet!",
        ["header"] = "sent! catalogRef|catalog* sender? transmitId? priority? origin? "
            + "timestamp|destination|channel|signal|headerExtProperty*",
        ["newsItem"] = Item + "contentMeta? partMeta* " + Evidence + "contentSet?",
        ["packageItem"] = Item + "contentMeta? partMeta* " + Evidence + "groupSet?",
        ["conceptItem"] = Item + "contentMeta? " + Evidence + "concept?",
        ["knowledgeItem"] = Item + "contentMeta? partMeta* " + Evidence + "conceptSet? schemeMeta?",
        ["planningItem"] = Item + "contentMeta? " + Evidence + "newsCoverageSet?",
        ["catalogItem"] = Item + "contentMeta? catalogContainer!",
        ["catalog"] = "title* scheme+",
        ["itemMeta"] = "itemClass! provider! versionCreated! firstCreated? embargoed? pubStatus? role? fileName? "
            + "generator* profile? service* title* edNote* memberOf* instanceOf* signal* altRep* deliverableOf* hash* "
            + "expires* origRep* incomingFeedId* metadataCreator? link* itemMetaExtProperty*",
        ["contentMeta"] = "icon* " + Administrative + Descriptive + "contentMetaExtProperty*",
        ["partMeta"] = "icon* timeDelim* regionDelim? role? " + Administrative + Descriptive
            + "partMetaExtProperty* signal* edNote* link*",
        ["rightsInfo"] = "accountable? copyrightHolder? copyrightNotice|usageTerms|link|rightsInfoExtProperty"
            + "|rightsExpressionXML|rightsExpressionData* dataMining?",
        ["contentSet"] = "inlineXML|inlineData|remoteContent*",
        ["remoteContent"] = "channel* altId* altLoc* hash* signal* remoteContentExtProperty*",
        ["groupSet"] = "group+",
        ["newsCoverageSet"] = "newsCoverage+",
        ["conceptSet"] = "concept*",
        ["concept"] = "conceptId! type? name+ definition|note|facet|remoteInfo|hierarchyInfo* "
            + "sameAs|broader|narrower|related* hasInstrument* "
            + "personDetails|organisationDetails|geoAreaDetails|POIDetails|objectDetails|eventDetails? "
            + "conceptExtProperty*",
        ["organisationDetails"] = "founded? dissolved? location|affiliation|contactInfo|hasInstrument*",
    }.ToFrozenDictionary(model => model.Key, model => Parse(model.Value));

    /// <summary>The content of an element; null when it is not checked.</summary>
    public static ImmutableArray<StrictStep>? Of(string element) =>
        _models.TryGetValue(element, out var model) ? model : null;

    static ImmutableArray<StrictStep> Parse(string model) =>
    [
        .. model.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(step => new StrictStep([.. step[..^1].Split('|')], step[^1] is '!' or '+', step[^1] is '*' or '+')),
    ];
}
