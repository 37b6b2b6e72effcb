namespace Writethru.Copy;

/// <summary>How a closed choice is spelt outside the program: camel case in JSON, SQL and URLs.</summary>
public static class Words
{
    /// <summary>The word of a status: <c>usable</c>, <c>withheld</c>, <c>canceled</c>.</summary>
    public static string Of(TakeStatus status) => Camel(status.ToString());

    /// <summary>The word of a reason: <c>territory</c>, <c>unclearTerms</c>.</summary>
    public static string Of(WithholdReason reason) => _reasons[(int)reason];

    /// <summary>Asked for at every answer of the gate, so written once.</summary>
    static readonly string[] _reasons = [.. Enum.GetNames<WithholdReason>().Select(Camel)];

    /// <summary>The word of a kind of item: <c>text</c>, <c>picture</c>.</summary>
    public static string Of(TakeKind kind) => Camel(kind.ToString());

    /// <summary>The word of a severity: <c>note</c>, <c>warning</c>, <c>error</c>.</summary>
    public static string Of(Severity severity) => Camel(severity.ToString());

    /// <summary>The word of a path: <c>feed</c>, <c>live</c>, <c>story</c>, <c>page</c>.</summary>
    public static string Of(SendPath path) => Camel(path.ToString());

    /// <summary>The word of a receipt: <c>confirmed</c>, <c>failed</c>.</summary>
    public static string Of(ReceiptOutcome outcome) => Camel(outcome.ToString());

    /// <summary>The word of a state: <c>confirmed</c>, <c>sent</c>, <c>notAsked</c>.</summary>
    public static string Of(DeliveryState state) => Camel(state.ToString());

    /// <summary>The word of a basis: <c>printed</c>, <c>received</c>, <c>copy</c>, <c>none</c>.</summary>
    public static string Of(DateBasis basis) => Camel(basis.ToString());

    /// <summary>The word of a role: <c>subscriber</c>, <c>desk</c>.</summary>
    public static string Of(Role role) => Camel(role.ToString());

    /// <summary>The word of a cause: <c>first</c>, <c>writeThru</c>, <c>kill</c>.</summary>
    public static string Of(Cause cause) => Camel(cause.ToString());

    /// <summary>The word of a signal: <c>update</c>, <c>correction</c>, <c>add</c>.</summary>
    public static string Of(Signal signal) => Camel(signal.ToString());

    /// <summary>The word of a kind of paragraph: <c>prose</c>, <c>item</c>, <c>table</c>.</summary>
    public static string Of(ParagraphKind kind) => Camel(kind.ToString());

    /// <summary>The word of a kind of mark: <c>emphasis</c>, <c>link</c>.</summary>
    public static string Of(MarkKind kind) => Camel(kind.ToString());

    /// <summary>The word of a change: <c>same</c>, <c>edited</c>, <c>removed</c>.</summary>
    public static string Of(ChangeKind kind) => Camel(kind.ToString());

    /// <summary>The word of an action of an advisory: <c>updates</c>, <c>corrects</c>.</summary>
    public static string Of(ClaimAction action) => Camel(action.ToString());

    /// <summary>The word of a target of an advisory: <c>details</c>, <c>lead</c>.</summary>
    public static string Of(ClaimTarget target) => Camel(target.ToString());

    /// <summary>The word of a doubt about a link: <c>lowScore</c>, <c>killed</c>.</summary>
    public static string Of(LinkDoubt doubt) => Camel(doubt.ToString());

    /// <summary>The word of what two takes are compared by: <c>words</c>, <c>headline</c>.</summary>
    public static string Of(LikelihoodFeature feature) => Camel(feature.ToString());

    /// <summary>The word of a verdict about a claim: <c>confirmed</c>, <c>notFound</c>.</summary>
    public static string Of(ClaimVerdict verdict) => Camel(verdict.ToString());

    /// <summary>The word of a verdict about a note: <c>accurate</c>, <c>incomplete</c>, <c>wrong</c>.</summary>
    public static string Of(CheckVerdict verdict) => Camel(verdict.ToString());

    /// <summary>Reads a word of a closed choice, in any case; null when it is none of them.</summary>
    public static T? Read<T>(string? word) where T : struct, Enum =>
        word is { Length: > 0 } && char.IsAsciiLetter(word[0])
            && Enum.TryParse<T>(word, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            ? value
            : null;

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
