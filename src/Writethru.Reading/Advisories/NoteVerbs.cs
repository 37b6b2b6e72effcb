using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>A verb of a note.</summary>
/// <param name="Action">What it says was done.</param>
/// <param name="IsParticiple">It may stand behind what it was done to: <c>headline corrected</c>.</param>
/// <param name="IsBase">An infinitive: <c>to correct</c>.</param>
/// <param name="IsOpening">Only at the start of a clause, or in capitals: elsewhere it is an ordinary word.</param>
readonly record struct NoteVerb(ClaimAction Action, bool IsParticiple, bool IsBase, bool IsOpening);

/// <summary>The verbs of notes to editors.</summary>
static class NoteVerbs
{
    // Infinitive, third person, past and participle, -ing, misspellings and nouns.
    static readonly (ClaimAction Action, string[] Verbs)[] _english =
    [
        (ClaimAction.Updates,
        [
            "update updates updated updating", "freshen freshens freshened freshening",
            "refresh refreshes refreshed refreshing",
        ]),
        (ClaimAction.Adds,
        [
            "add adds added adding", "insert inserts inserted inserting", "include includes included including",
            "complement complements complemented complementing", "expand expands expanded expanding",
            "supplement supplements supplemented supplementing", "append appends appended appending",
            "reinsert reinserts reinserted reinserting", "-supply supplies supplied supplying",
            "-provide provides provided providing", "-complete completes completed completing",
        ]),
        (ClaimAction.Recasts,
        [
            "recast recasts recasted recasting", "rewrite rewrites rewritten rewriting",
            "rework reworks reworked reworking", "write-thru writes-thru", "writethru", "-write writes",
            "write-through writes-through", "relead releads releaded releading", "-lead leads", "-top tops",
        ]),
        (ClaimAction.Corrects,
        [
            "correct corrects corrected correcting", "fix fixes fixed fixing",
            "rectify rectifies rectified rectifying", "restore restores restored restoring",
            "reinstate reinstates reinstated reinstating", "repair repairs repaired repairing",
        ]),
        (ClaimAction.Trims,
        [
            "trim trims trimmed trimming", "shorten shortens shortened shortening",
            "tighten tightens tightened tightening", "condense condenses condensed condensing", "-cut cuts",
        ]),
        (ClaimAction.Changes,
        [
            "change changes changed changing", "edit edits edited editing", "amend amends amended amending",
            "reword rewords reworded rewording",
            "rephrase rephrases rephrased rephrasing", "specify specifies specified specifying", "-make makes",
            "modify modifies modified modifying", "clarify clarifies clarified clarifying",
            "adjust adjusts adjusted adjusting", "alter alters altered altering", "tweak tweaks tweaked tweaking",
            "revise revises revised revising", "retitle retitles retitled retitling",
        ]),
        (ClaimAction.Replaces,
        [
            "replace replaces replaced replacing", "substitute substitutes substituted substituting",
            "-sub subs subbed subbing", "swap swaps swapped swapping", "-new",
        ]),
        (ClaimAction.Restructures,
        [
            "-raise raises raised raising", "-move moves moved_up moving_up",
            "restructure restructures restructured restructuring",
            "reorganise reorganises reorganised reorganising", "reorganize reorganizes reorganized reorganizing",
            "rearrange rearranges rearranged rearranging", "reorder reorders reordered reordering",
        ]),
        (ClaimAction.Combines,
        [
            "combine combines combined combining", "merge merges merged merging",
            "incorporate incorporates incorporated incorporating",
            "consolidate consolidates consolidated consolidating", "-wrap wraps", "-take takes",
        ]),
        (ClaimAction.Deletes,
        [
            "delete deletes deleted deleting", "remove removes removed removing", "drop drops dropped dropping",
            "omit omits omitted omitting", "eliminate eliminates eliminated eliminating", "-strike strikes",
            "-cut_out cuts_out",
        ]),
        (ClaimAction.Refiles,
        [
            "refile refiles refiled refiling", "re-file re-files re-filed re-filing",
            "resend resends resent resending", "re-send re-sends re-sent re-sending",
            "retransmit retransmits retransmitted retransmitting", "resubmit resubmits resubmitted resubmitting",
        ]),
        (ClaimAction.Kills,
        [
            "-kill kills killed killing", "withdraw withdraws withdrawn withdrawing",
            "-spike spikes spiked spiking", "-takedown takedowns",
        ]),
        (ClaimAction.Repeats,
        [
            "repeat repeats repeated repeating repetition", "-rpt rpts", "rerun reruns",
            "re-issue re-issues re-issued re-issuing", "reissue reissues reissued reissuing",
        ]),
    ];

    // Verbs of other languages; a participle may stand on either side of its object.
    static readonly (ClaimAction Action, string Finite, string Participles)[] _others =
    [
        (ClaimAction.Corrects, "corrige corrigent corregir corrigiendo berichtigt korrigiert korjaa",
            "beseitigt behoben correction corrections korrigiert berichtigt berichtigung korrektur richtiggestellt "
                + "korjattu " +
            "korjaus korrigert rättat rättad rettet corrigé corrigée corregido corregida 정정 수정"),
        (ClaimAction.Adds, "ajoute ajoutent añade agrega añadiendo amplía amplia ergänzt lisää täydentää",
            "ergänzt ergänzung hinzugefügt neu erweitert lisätty täydennetty lagt_til utvidet tillagt ajouté " +
            "añadido 추가 보강"),
        (ClaimAction.Updates, "actualise actualisent actualiza aktualisiert päivittää",
            "aktualisiert aktualisierung päivitetty oppdatert uppdaterad actualisé actualizado 업데이트 갱신"),
        (ClaimAction.Changes, "modifie cambia modifica ändert muuttaa",
            "geändert überarbeitet präzisiert muutettu muokattu tarkennettu endret ändrad modifié modificado " +
            "변경 보완"),
        (ClaimAction.Deletes, "supprime elimina suprime streicht poistaa",
            "gestrichen gelöscht entfernt poistettu fjernet slettet borttagen supprimé eliminado 삭제"),
        (ClaimAction.Replaces, "remplace reemplaza sustituye ersetzt korvaa korvaava",
            "ersetzt ausgetauscht vaihdettu korvattu erstattet remplacé 교체"),
        (ClaimAction.Trims, "raccourcit kürzt",
            "gekürzt lyhennetty raccourci"),
        (ClaimAction.Recasts, "",
            "neugefasst umgeschrieben uudelleenkirjoitettu"),
        (ClaimAction.Repeats, "répète repite",
            "wiederholung wiederholt toistettu 재송"),
        (ClaimAction.Refiles, "",
            "uusittu 재송고"),
        (ClaimAction.Kills, "anula annule",
            "zurückgezogen peruttu annullé anulado"),
    ];

    static readonly FrozenDictionary<string, NoteVerb> _verbs = Build();

    public static NoteVerb? Find(string key) => _verbs.TryGetValue(key, out var verb) ? verb : Misspelt(key);

    /// <summary>"correcs", "udpates": only the verbs that no other word of the trade lies near to.</summary>
    static NoteVerb? Misspelt(string key)
    {
        if (key.Length is < 6 or > 10 || key[0] is not ('c' or 'u'))
            return null;
        foreach (var word in _misspelt)
        {
            if (key != word && Misspelling.IsNear(key, word, 1))
                return _verbs[word];
        }
        return null;
    }

    static readonly string[] _misspelt = ["corrects", "corrected", "correcting", "updates", "updated", "updating"];

    static FrozenDictionary<string, NoteVerb> Build()
    {
        var verbs = new Dictionary<string, NoteVerb>(StringComparer.Ordinal);
        foreach (var (action, lines) in _english)
        {
            foreach (var line in lines)
            {
                var forms = line.TrimStart('-').Split(' ');
                for (var i = 0; i < forms.Length; i++)
                    verbs.TryAdd(forms[i], new NoteVerb(action, i == 2, i == 0 && forms.Length > 1, line[0] == '-'));
            }
        }
        foreach (var (action, finite, participles) in _others)
        {
            foreach (var word in participles.Split(' '))
                verbs.TryAdd(word, new NoteVerb(action, true, false, word is "neu"));
            foreach (var word in finite.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                verbs.TryAdd(word, new NoteVerb(action, false, false, false));
        }
        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
