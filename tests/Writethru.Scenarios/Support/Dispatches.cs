namespace Writethru.Scenarios.Support;

/// <summary>Dispatches of our own, made to carry a mark that can be looked for.</summary>
static class Dispatches
{
    public static string Plain(string mark) => $"""
        Bridge reopens at {mark}

        PORT MIRADA, Nov. 24 (Saltern) -- The harbor bridge reopened on Tuesday, the port office of {mark} said.

        Ferries will keep their winter hours until the end of the month.
        (END)

        """;

    const string ForKorea = "(For Use Only in the Republic of Korea. No Redistribution)";

    /// <summary>Two pictures: one for Korea alone, one without terms.</summary>
    public static string WithPictures(string mark) => $"""
        Lanterns light the bay of {mark}

        PORT MIRADA, Nov. 24 (Saltern) -- Thousands of lanterns were set afloat on Tuesday, organizers in {mark} said.

        Lanterns drift past the pier in this photo taken on Nov. 24, 2026, KRONLY{mark}. {ForKorea} (Saltern)

        The festival began in 1911 and was interrupted twice.

        A child waits for the boats, FREEPIC{mark}. (Saltern)
        (END)

        """;
}
