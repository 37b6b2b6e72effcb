using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>A take as far as it was read: the fields that stand once, and the lists.</summary>
sealed class TakeDraft
{
    /// <summary>The fields that stand once; its lists are empty until <see cref="Build"/>.</summary>
    public Take Head { get; set; } = new();

    public ImmutableArray<Labelled>.Builder Headlines { get; } = ImmutableArray.CreateBuilder<Labelled>();

    public ImmutableArray<Labelled>.Builder Descriptions { get; } = ImmutableArray.CreateBuilder<Labelled>();

    public ImmutableArray<Concept>.Builder Subjects { get; } = ImmutableArray.CreateBuilder<Concept>();

    public ImmutableArray<Concept>.Builder Genres { get; } = ImmutableArray.CreateBuilder<Concept>();

    public ImmutableArray<Concept>.Builder Places { get; } = ImmutableArray.CreateBuilder<Concept>();

    public ImmutableArray<Concept>.Builder People { get; } = ImmutableArray.CreateBuilder<Concept>();

    public ImmutableArray<Concept>.Builder Organisations { get; } = ImmutableArray.CreateBuilder<Concept>();

    public ImmutableArray<Note>.Builder Notes { get; } = ImmutableArray.CreateBuilder<Note>();

    public ImmutableArray<Link>.Builder Links { get; } = ImmutableArray.CreateBuilder<Link>();

    public ImmutableArray<Paragraph>.Builder Body { get; } = ImmutableArray.CreateBuilder<Paragraph>();

    public ImmutableArray<Picture>.Builder Pictures { get; } = ImmutableArray.CreateBuilder<Picture>();

    public ImmutableArray<Extra>.Builder Extras { get; } = ImmutableArray.CreateBuilder<Extra>();

    /// <summary>
    /// The longest of the lists that every reader of copy fills: paragraphs, pictures, notes, extras.
    /// </summary>
    public int Parts => Math.Max(Math.Max(Body.Count, Pictures.Count), Math.Max(Notes.Count, Extras.Count));

    public Take Build() => Head with
    {
        Headlines = Headlines.ToImmutable(),
        Descriptions = Descriptions.ToImmutable(),
        Subjects = Subjects.ToImmutable(),
        Genres = Genres.ToImmutable(),
        Places = Places.ToImmutable(),
        People = People.ToImmutable(),
        Organisations = Organisations.ToImmutable(),
        Notes = Notes.ToImmutable(),
        Links = Links.ToImmutable(),
        Body = Body.ToImmutable(),
        Pictures = Pictures.ToImmutable(),
        Extras = Extras.ToImmutable(),
    };
}
