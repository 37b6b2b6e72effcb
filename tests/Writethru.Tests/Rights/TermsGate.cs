using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>A gate that is fed entry by entry, at instants of the test's choice.</summary>
sealed class TermsGate
{
    public static readonly DateTimeOffset Noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);

    public GateSnapshot Now { get; private set; } = GateSnapshot.Empty;

    /// <summary>
    /// Whether the first picture of every take is the same one, and so on; else no two are known to be.
    /// </summary>
    public bool HasSamePhotos { get; init; }

    /// <summary>The instant of the next entry.</summary>
    public DateTimeOffset At { get; set; } = Noon;

    public long Append(LogEntry entry, TakeReading? reading = null)
    {
        Now = Now.Apply(new LogRecord { Position = Now.Position + 1, At = At, Entry = entry, Reading = reading });
        return Now.Position;
    }

    public long Subscribe(Principal who) => Append(new LogEntry.PrincipalChanged(who));

    /// <summary>Files a take; a picture whose terms are null has none.</summary>
    public long File(string story, int number, Terms? item, params Terms?[] pictures) =>
        FileTake(story, number, new Take(), item, pictures);

    public long FileTake(string story, int number, Take take, Terms? item, Terms?[] pictures,
        bool needsTerms = false) =>
        Append(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = new StoryId(story),
                Number = number,
                Cause = number == 1 ? Cause.First : Cause.Development,
                FiledAt = At,
                Take = take with
                {
                    UsageTerms = item is null ? null : new UsageTerms(item.Text),
                    Pictures = [.. pictures.Select((terms, i) => new Picture
                    {
                        Caption = HasSamePhotos ? $"Photo {i}" : "",
                        UsageTerms = terms is null ? null : new UsageTerms(terms.Text),
                    })],
                },
            },
            NeedsTerms = needsTerms,
        }, new TakeReading { Terms = item?.Reading, PictureTerms = [.. pictures.Select(terms => terms?.Reading)] });

    public long Kill(string story, int number) => Append(new LogEntry.TakeFiled
    {
        Filed = new FiledTake
        {
            Story = new StoryId(story), Number = number, Cause = Cause.Kill, FiledAt = At, Take = new Take(),
        },
    });

    /// <summary>Writes what is due at an instant, as the desk does.</summary>
    public IReadOnlyList<long> Reach(DateTimeOffset now, DateTimeOffset? latest = null)
    {
        At = now;
        return [.. Now.Windows.Due(now, latest ?? now).ToList().SelectMany(due =>
        {
            var begins = Now.Windows.MayBegin(due, At);
            var position = Append(due);
            return begins
                ? Now.FindBoundBy(new TakePlace(due.Story, due.Number)).ToList()
                    .Select(take => Append(new LogEntry.TakeCleared(take.Story, take.Number)))
                    .Prepend(position).ToList()
                : [position];
        })];
    }

    public Decision Decide(string who, string story = "story", int number = 1) =>
        Now.Decide(who, new StoryId(story), number);

    /// <summary>Why the first picture stays behind; null when it goes along.</summary>
    public WithholdReason? Picture(string who, string story = "story") =>
        Assert.IsType<Decision.Deliver>(Decide(who, story)).Pictures[0];

    public static Principal Subscriber(string name = "who", params string[] territories) => new()
    {
        Name = name, Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash-" + name }],
        Territories = [.. territories],
    };

    /// <summary>Terms of one rule, whose words are all of the text.</summary>
    public static Terms Rule(UsageRule rule, string text = "the terms") =>
        new(text, new TermsReading { Rules = [rule with { Span = new TextSpan(0, text.Length) }] });
}

/// <summary>Usage terms with what was read from them.</summary>
sealed record Terms(string Text, TermsReading? Reading);
