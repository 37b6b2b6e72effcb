namespace Writethru.Scenarios;

/// <summary>Copy in which every part that somebody may not have bears a mark of its own.</summary>
static class RandomCopy
{
    /// <param name="take">The take.</param>
    /// <param name="head">Fields of an item in ninjs that stand before the others, each with its comma.</param>
    public static string Of(GateModel.ModelTake take, string head = "")
    {
        if (take.HasNotebook)
        {
            return $"""
                (ATTN: ADDS NOTE{take.Mark})
                Headline BODY{take.Mark}

                PORT MIRADA, Nov. 24 (Saltern) -- Body BODY{take.Mark}.

                # Notizblock
                ## Redaktionelle Hinweise
                Call PRIVATE{take.Mark}, and nobody else.

                """;
        }
        var terms = take.NotForJapan ? """, "usageTerms": "For use only in the Republic of Korea" """ : "";
        return $$"""
            {{{head}}"headlines": [{"value": "Headline BODY{{take.Mark}}"}], "slugline": "SLUG{{take.Mark}}"{{terms}},
             "senderNote": "A raw field that quotes KRONLY{{take.Mark}}",
             "bodies": [{"contentType": "text/html", "value":
             "<p>Body BODY{{take.Mark}}, <a href=\"https://x.example/KRONLY{{take.Mark}}.jpg\">photo</a>.</p>"}],
             "associations": [
               {"name": "picture1", "type": "picture", "descriptions": [{"role": "caption",
               "value": "Lanterns KRONLY{{take.Mark}}."}],
                "infoSources": [{"role": "credit", "name": "Credit KRONLY{{take.Mark}}"}],
                "usageTerms": "For Use Only in the Republic of Korea. No Redistribution",
                "renditions": [{"name": "high", "href": "https://x.example/KRONLY{{take.Mark}}.jpg",
                "contentType": "image/jpeg"}]},
               {"name": "picture2", "type": "picture", "descriptions": [{"role": "caption",
               "value": "Boats FREE{{take.Mark}}."}]}]}
            """;
    }
}
