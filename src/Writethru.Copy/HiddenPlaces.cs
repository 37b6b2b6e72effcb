namespace Writethru.Copy;

/// <summary>Links out of a take to what it may not show.</summary>
public static class HiddenPlaces
{
    /// <summary>
    /// The take without a link, in its copy or beside it, to any of these places; but a place that a picture names
    /// which is still there is no secret.
    /// </summary>
    /// <param name="take">The take, with the pictures that may be seen.</param>
    /// <param name="places">Files and identities of pictures, verbatim.</param>
    public static Take WithoutLinksTo(this Take take, IEnumerable<string> places)
    {
        HashSet<string> hidden = [.. places];
        hidden.ExceptWith(take.Pictures.SelectMany(picture => PictureIdentity.Of(picture).Places));
        return hidden.Count == 0 ? take : take with
        {
            Links = take.Links.RemoveAll(link => hidden.Contains(link.Target)),
            Body =
            [
                .. take.Body.Select(paragraph => paragraph with
                {
                    Marks = paragraph.Marks.RemoveAll(
                        mark => mark.Kind == MarkKind.Link && hidden.Contains(mark.Target)),
                }),
            ],
        };
    }
}
