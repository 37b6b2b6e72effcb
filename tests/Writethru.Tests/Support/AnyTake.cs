using CsCheck;
using Writethru.Copy;

namespace Writethru.Tests.Support;

/// <summary>Random takes and entries, with every field in every state. Text is any text, of several scripts.</summary>
static class AnyTake
{
    static readonly string[] _phrases =
    [
        "", "서울에서 만난 사람들", "وصلت السفينة إلى الميناء", "Zürich – «Straße»", "a \"quoted\" <tag> & more",
        "🚢 e\u0301 \u200f",
    ];

    static readonly Gen<string> _text =
        Gen.OneOf(Gen.String[0, 40], Gen.Int[0, _phrases.Length - 1].Select(i => _phrases[i]));

    static readonly Gen<DateTimeOffset> _instant =
        Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    static readonly Gen<UsageTerms?> _terms =
        Gen.OneOf(Gen.Const(() => (UsageTerms?)null),
            _text.Select(text => (UsageTerms?)new UsageTerms(text)));

    static readonly Gen<Picture> _picture = Gen.Select(Gen.Int[0, 9], _text, _text, _text, _terms,
        (after, caption, credit, source, terms) => new Picture
        {
            After = after, Caption = caption, Credit = credit, Source = source, UsageTerms = terms,
        });

    static readonly Gen<Dateline?> _dateline = Gen.OneOf(
        Gen.Const(() => (Dateline?)null),
        Gen.Select(_text, _text.Array[0, 3], _text, Gen.Int[1, 12], Gen.Int[1, 28], Gen.Bool, _text,
            (text, places, region, month, day, hasYear, agency) => (Dateline?)new Dateline
            {
                Text = text,
                Places = [.. places],
                Region = region,
                Date = new PrintedDate(hasYear ? 2026 : null, month, day),
                Agency = agency,
            }));

    static readonly Gen<Take> _plain = Gen.Select(_text, _text, _dateline, _text.Array[0, 6], _picture.Array[0, 3],
        (headline, slug, dateline, body, pictures) => new Take
        {
            Headline = headline,
            Slug = slug,
            Dateline = dateline,
            Body = [.. body.Select(text => new Paragraph(text))],
            Pictures = [.. pictures],
        });

    public static readonly Gen<Take> Whole = Gen.Select(
        _plain, Gen.Int[0, 9], _text, _text, Gen.Enum<TakeStatus>(), _instant, _terms,
        (take, urgency, a, b, status, until, terms) => take with
        {
            Urgency = urgency == 0 ? null : urgency,
            Series = a,
            Advisory = b.Length == 0 ? null : new Advisory(b),
            Byline = b,
            Contact = a,
            EndMark = b,
            SenderId = a,
            SenderVersion = b,
            Status = status,
            Embargo = a.Length == 0 ? null : new Embargo(a, b.Length == 0 ? null : until),
            Language = b,
            CreditLine = a,
            UsageTerms = terms,
            Extras = a.Length == 0 ? [] : [new Extra(a, b)],
        });

    static readonly Gen<Received> _received = Gen.Select(_text, Gen.Int[0, 9999], _text,
        (publisher, length, key) => new Received
        {
            Publisher = publisher, Sha256 = "00", Length = length, Format = "ninjs",
            IdempotencyKey = key, RequestHash = key, Item = 1 + length % 3, Items = 3,
        });

    static readonly Gen<StoryLink> _link = Gen.Select(
        Gen.Enum<LinkDoubt>(), Gen.Bool, Gen.Enum<LikelihoodFeature>(), Gen.Int[0, 1000],
        (doubt, linked, feature, value) =>
            new StoryLink(new StoryId("other"), 3,
                new LikelihoodReading(value / 1000.0,
                    value < 100 ? [] : [new LikelihoodReason(feature, 0.5625, value / 1000.0)]),
                linked ? null : doubt));

    public static readonly Gen<LogEntry> Entry = Gen.OneOf<LogEntry>(
        Gen.Select(Whole, _received, _instant, Gen.Enum<Cause>(), Gen.Bool, _link.Array[0, 2],
            (take, received, at, cause, waits, links) => (LogEntry)new LogEntry.TakeFiled
            {
                Filed = new FiledTake
                {
                    Story = new StoryId("s"), Number = 1, Cause = cause, FiledAt = at, Take = take,
                    Label = waits ? take.Headline : "",
                },
                Received = waits ? received : null,
                EmbargoedUntil = waits ? at : null,
                Waits = waits,
                Linked = waits ? links.FirstOrDefault() : null,
                Proposed = waits ? [] : [.. links],
                Provenance = waits ? null : new TakePlace(new StoryId("from"), 7),
                NeedsTerms = waits,
            }),
        Gen.Select(_received, _text, Gen.Enum<Severity>(),
            (received, message, severity) => (LogEntry)new LogEntry.ItemRefused
            {
                Received = received,
                Remarks = [new Remark("PLAIN-001", severity, 1, 2, 3, message)],
                Repeats = severity == Severity.Note ? [new RepeatedItem(2, new StoryId("s"), 4)] : [],
                Part = severity == Severity.Error
                    ? new RefusedPart(new TakePlace(new StoryId("s"), 4), new Take { Headline = message })
                    : null,
                Notice = severity == Severity.Warning
                    ? new Take { Slug = message, Status = TakeStatus.Withheld }
                    : null,
            }),
        Gen.Select(Gen.Int[1, 99], _text, _text,
            (at, reason, by) => (LogEntry)new LogEntry.NoticeDismissed(at, reason, by)),
        Gen.Select(Gen.Int[1, 99], _text, _text,
            (number, reason, by) => (LogEntry)new LogEntry.KilledRead(new StoryId("s"), number, reason, by)),
        Gen.Int[1, 99].Select(number => (LogEntry)new LogEntry.EmbargoLifted(new StoryId("s"), number)),
        Gen.Select(_instant, Gen.Bool, _text,
            (at, has, by) => (LogEntry)new LogEntry.TakeReleased(new StoryId("s"), 1, has ? at : null, by)),
        Gen.Select(_instant, Gen.Bool, _text,
            (at, has, by) => (LogEntry)new LogEntry.EmbargoSet(new StoryId("s"), 1, has ? at : null, by, "desk")),
        _text.Select(by => (LogEntry)new LogEntry.LinkRejected(new StoryId("s"), 1, new StoryId("other"), by)),
        Gen.Select(_text, Gen.Enum<Role>(), Gen.Bool,
            (name, role, flag) => (LogEntry)new LogEntry.PrincipalChanged(new Principal
            {
                Name = name, Role = role, Id = flag ? "" : name + "~2",
                Keys =
                [
                    new ApiKey { Hash = "00" },
                    new ApiKey
                    {
                        Hash = "01", Made = DateTimeOffset.UnixEpoch, IsRevoked = flag,
                        Expires = flag ? DateTimeOffset.UnixEpoch : null,
                    },
                ],
                Territories = ["KR", "CA-QC"],
                Redistributes = flag, IsRevoked = !flag,
                Media = flag ? [UsageMedia.Web, UsageMedia.Tv] : [], Archives = flag, IsCommercial = !flag,
                ClientOf = flag ? [name, "Service"] : [], WithholdsWithoutTerms = flag,
                ContractFrom = flag ? DateTimeOffset.UnixEpoch : null,
                ContractUntil = flag ? DateTimeOffset.UnixEpoch.AddDays(1) : null,
                Channel = flag ? Channel.Default : new Channel { Charset = "us-ascii", Service = name },
            })),
        Gen.Select(_text, _text, Gen.Int[0, 2], (reason, by, comes) => (LogEntry)new LogEntry.KillAsked(
            new StoryId("s"), 2, reason, comes == 0 ? null : comes == 1, by)),
        Gen.Select(Gen.Int[1, 99], _text, (at, by) => (LogEntry)new LogEntry.PartRejected(at, by)),
        Gen.Select(_text, _text, Gen.Bool, (text, by, some) => (LogEntry)new LogEntry.PictureTakenDown(new StoryId("s"),
            new PictureIdentity(by, text, by, some ? [text, by] : []), some ? [new PicturePlace(2, 1)] : [], text, by)),
        _text.Select(by => (LogEntry)new LogEntry.StoryJoined(new StoryId("s"), new StoryId("other"), by)),
        Gen.Select(Gen.Int[1, 99], _text, (number, by) =>
            (LogEntry)new LogEntry.TakeUnlinked(new StoryId("s"), number, 1, new StoryId("other"), by)),
        Gen.Select(Gen.Int[1, 99], _instant,
            (number, at) => (LogEntry)new LogEntry.WindowReached(new StoryId("s"), number, at)),
        Gen.Int[1, 99].Select(number => (LogEntry)new LogEntry.TakeCleared(new StoryId("s"), number)),
        Gen.Select(_text, _text, (terms, by) => (LogEntry)new LogEntry.TermsCleared(terms, by)));
}
