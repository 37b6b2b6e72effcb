using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>A take as a dispatch that a person and our reader read alike.</summary>
static class PlainWireWriter
{
    static readonly ImmutableArray<string> _extras =
        [ExtraNames.SignOff, ExtraNames.Trailer, ExtraNames.Header, "contact"];

    /// <summary>
    /// The text. The printed layout is proved by reading it back; where it would not come back the same, because copy
    /// looks like structure, the labelled layout is written instead.
    /// </summary>
    public static string Write(FiledTake filed, out ImmutableArray<Omission> omissions)
    {
        var take = Notice.Of(filed);
        ImmutableArray<Omission> left =
        [
            .. take.Extras.Select((extra, i) => (extra, i))
                .Where(pair => !_extras.Contains(pair.extra.Name))
                .Select(pair => new Omission(
                    $"extras[{pair.i}]", $"'{pair.extra.Name}' is a field of the sender's own format.")),
        ];
        var carried = take with
        {
            Signal = SignalOf(filed, take),
            Extras = [.. take.Extras.Where(extra => _extras.Contains(extra.Name))],
        };
        var plain = WithoutMarks(carried, out var unprinted);
        var printed = PrintedLayout.Print(plain);
        if (ReadsBack(printed, plain))
        {
            omissions = [.. left, .. unprinted];
            return printed;
        }
        omissions = left;
        return LabelledLayout.Write(carried);
    }

    /// <summary>
    /// What the take does for its receivers: its cause says it, else its sender, else its printed words.
    /// </summary>
    static Signal SignalOf(FiledTake filed, Take take) => filed.Cause switch
    {
        Cause.Correction => Signal.Correction,
        Cause.Refile => Signal.Refile,
        _ when take.Signal != Signal.None => take.Signal,
        Cause.Development or Cause.Lead or Cause.WriteThru when SignalWords.Of(take) == Signal.None => Signal.Update,
        _ => SignalWords.Of(take),
    };

    /// <summary>The take as paper shows it: text has no emphasis and no links, and sub-heads of one kind.</summary>
    static Take WithoutMarks(Take take, out ImmutableArray<Omission> omissions)
    {
        var unprinted = ImmutableArray.CreateBuilder<Omission>();
        var body = take.Body.ToBuilder();
        for (var i = 0; i < body.Count; i++)
        {
            if (!body[i].Marks.IsEmpty)
                unprinted.Add(new Omission($"body[{i}].marks", "Plain text has no emphasis and no links."));
            for (var j = 0; j < body[i].Subheads.Length; j++)
            {
                if (body[i].Subheads[j].Level != 2)
                    unprinted.Add(new Omission($"body[{i}].subheads[{j}].level", "Printed sub-heads have one level."));
            }
            if (!body[i].Marks.IsEmpty || !body[i].Subheads.IsEmpty)
            {
                body[i] = body[i] with
                {
                    Marks = [],
                    Subheads = [.. body[i].Subheads.Select(subhead => subhead with { Level = 2 })],
                };
            }
        }
        omissions = unprinted.ToImmutable();
        return take with { Body = body.ToImmutable() };
    }

    static bool ReadsBack(string text, Take take)
    {
        var options = ReadOptions.Default with { MaxBytes = int.MaxValue, MaxParagraphs = int.MaxValue };
        var back = PlainWireReader.Read(Encoding.UTF8.GetBytes(text), options, new StepCount());
        return back.TryGetTake(out var read) && CanonicalJson.AreEqual(read, take);
    }
}
