using Writethru.Copy;

namespace Writethru.Scenarios;

/// <summary>Who may reach an endpoint, as people have decided.</summary>
/// <param name="Roles">Whose key does.</param>
/// <param name="ByCookie">Whether the session of such a one does too.</param>
sealed record Access(Role[] Roles, bool ByCookie)
{
    static readonly Access _reader = new([Role.Subscriber, Role.Publisher, Role.Desk], true);
    static readonly Access _receiverKey = new([Role.Subscriber, Role.Desk], false);
    static readonly Access _senderKey = new([Role.Publisher, Role.Desk], false);
    static readonly Access _desk = new([Role.Desk], true);
    static readonly Access _deskKey = new([Role.Desk], false);
    static readonly Access _operator = new([Role.Operator, Role.Desk], true);
    static readonly Access _operatorKey = new([Role.Operator, Role.Desk], false);

    /// <summary>Every endpoint that needs a caller, by hand: whoever adds one decides here whose it is.</summary>
    public static Dictionary<string, Access> Table { get; } = new()
    {
        ["GET /"] = _reader,
        ["GET /rows"] = _reader,
        ["GET /kills"] = _desk,
        ["GET /stories/{id}"] = _reader,
        ["GET /stories/{id}/diff"] = _reader,
        ["POST /signout"] = new(Enum.GetValues<Role>(), true),
        ["GET /v1/feed"] = _reader,
        ["GET /v1/live"] = _reader,
        ["GET /v1/stories/{id}"] = _reader,
        ["GET /v1/stories/{id}/takes/{number:int}"] = _reader,
        ["GET /v1/stories/{id}/diff"] = _reader,
        ["GET /v1/pictures/{id}/renditions/{name}"] = _reader,
        ["POST /v1/receipts"] = _receiverKey,
        ["POST /v1/items"] = _senderKey,
        ["POST /v1/pictures"] = _senderKey,
        ["POST /v1/pictures/{id}/caption"] = _senderKey,
        ["POST /v1/stories/{id}/kill"] = _senderKey,
        ["POST /v1/stories/{id}/hold"] = _senderKey,
        ["POST /v1/stories/{id}/takedown"] = _deskKey,
        ["POST /v1/stories/{id}/pictures/{number:int}/takedown"] = _deskKey,
        ["POST /v1/stories/{id}/release"] = _deskKey,
        ["POST /v1/stories/{id}/embargo"] = _deskKey,
        ["POST /v1/stories/{id}/takes/{number:int}/unlink"] = _deskKey,
        ["GET /v1/stories/{id}/deliveries"] = _desk,
        ["GET /v1/stories/{id}/recall"] = _desk,
        ["GET /v1/waiting"] = _desk,
        ["POST /v1/terms/clear"] = _deskKey,
        ["POST /v1/waiting/{position:long}/dismiss"] = _deskKey,
        ["POST /v1/stories/{id}/takes/{number:int}/read-killed"] = _deskKey,
        ["GET /v1/refusals"] = _desk,
        ["GET /v1/refusals/{position:long}"] = _desk,
        ["POST /v1/refusals/{position:long}/replay"] = _deskKey,
        ["GET /v1/proposals"] = _desk,
        ["GET /v1/proposals/{id}/draft"] = _desk,
        ["POST /v1/proposals/{id}/accept"] = _deskKey,
        ["POST /v1/proposals/{id}/reject"] = _deskKey,
        ["GET /v1/audit/pictures"] = _desk,
        ["GET /v1/subscribers"] = _operator,
        ["POST /v1/subscribers"] = _operatorKey,
        ["PUT /v1/subscribers/{name}/channel"] = _operatorKey,
        ["PATCH /v1/subscribers/{name}"] = _operatorKey,
        ["POST /v1/subscribers/{name}/revoke"] = _operatorKey,
        ["POST /v1/subscribers/{name}/link"] = _deskKey,
        ["GET /v1/desks"] = _operator,
        ["POST /v1/desks"] = _deskKey,
        ["POST /v1/desks/{name}/revoke"] = _deskKey,
        ["POST /v1/desks/{name}/link"] = _deskKey,
        ["GET /v1/principals"] = _operator,
        ["POST /v1/principals"] = _operatorKey,
        ["POST /v1/principals/{name}/revoke"] = _operatorKey,
        ["POST /v1/principals/{name}/link"] = _deskKey,
        ["POST /v1/principals/{name}/keys"] = _operatorKey,
        ["POST /v1/principals/{name}/keys/rotate"] = _operatorKey,
        ["POST /v1/principals/{name}/keys/{key}/expire"] = _operatorKey,
        ["POST /v1/principals/{name}/keys/{key}/revoke"] = _operatorKey,
        ["POST /v1/principals/{name}/keys/{key}/confirm"] = _deskKey,
        ["GET /v1/clock"] = _operator,
        ["POST /v1/clock/trust"] = _operatorKey,
    };
}
