using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>The lists of one take while its item is read.</summary>
sealed class ItemLists
{
    public List<Concept> Subjects { get; } = [];

    public List<Concept> Genres { get; } = [];

    public List<Concept> Places { get; } = [];

    public List<Concept> People { get; } = [];

    public List<Concept> Organisations { get; } = [];

    public List<string> Keywords { get; } = [];

    public List<Labelled> Descriptions { get; } = [];

    public List<Note> Notes { get; } = [];

    public List<Link> Links { get; } = [];

    public Take Into(Take take) => take with
    {
        Subjects = [.. Subjects],
        Genres = [.. Genres],
        Places = [.. Places],
        People = [.. People],
        Organisations = [.. Organisations],
        Keywords = [.. Keywords],
        Descriptions = [.. Descriptions],
        Notes = [.. Notes],
        Links = [.. Links],
    };
}
