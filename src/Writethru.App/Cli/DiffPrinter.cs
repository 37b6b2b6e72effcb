using System.Globalization;
using Spectre.Console;
using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>
/// Prints a diff for people: in colour on a terminal, elsewhere with <c>[-taken out-]</c> and <c>{+put in+}</c>.
/// </summary>
static class DiffPrinter
{
    const int ShownOfSame = 60;

    public static void Print(ParagraphDiff diff, Take old, Take @new)
    {
        var terminal = AnsiConsole.Console;
        var isPlain = Console.IsOutputRedirected;
        foreach (var field in diff.Fields)
            Line(field.Name, Whole(field.Old, isOld: true) + Whole(field.New, isOld: false));
        foreach (var change in diff.Paragraphs)
            Line(Label(change.Kind, change.Old, change.New), Text(change));
        foreach (var picture in diff.Pictures.Where(picture => picture.Kind != ChangeKind.Same))
        {
            var caption = (picture.New is { } n ? @new.Pictures[n - 1] : old.Pictures[picture.Old!.Value - 1]).Caption;
            Line($"picture {Label(picture.Kind, picture.Old, picture.New)}",
                Escape($"{string.Join(", ", picture.Fields)} {Short(caption)}".Trim()));
        }

        void Line(string label, string text)
        {
            if (isPlain)
                Console.Out.WriteLine($"{label,-18} {text}");
            else
                terminal.MarkupLine($"[dim]{Markup.Escape(label),-18}[/] {text}");
        }

        string Text(ParagraphChange change) => change.Kind switch
        {
            ChangeKind.Added => Whole(@new.Body[change.New!.Value - 1].Text, isOld: false),
            ChangeKind.Removed => Whole(old.Body[change.Old!.Value - 1].Text, isOld: true),
            _ when change.Words.IsEmpty => Escape(Short(@new.Body[change.New!.Value - 1].Text)),
            _ => Marked(old.Body[change.Old!.Value - 1].Text, @new.Body[change.New!.Value - 1].Text, change.Words),
        };

        string Marked(string was, string @is, IEnumerable<WordChange> words)
        {
            var text = new System.Text.StringBuilder();
            var at = 0;
            foreach (var word in words)
            {
                text.Append(Escape(@is[at..word.New.Start]))
                    .Append(Whole(was.Substring(word.Old.Start, word.Old.Length), isOld: true))
                    .Append(Whole(@is.Substring(word.New.Start, word.New.Length), isOld: false));
                at = word.New.Start + word.New.Length;
            }
            return text.Append(Escape(@is[at..])).ToString();
        }

        string Whole(string text, bool isOld)
        {
            if (text.Length == 0)
                return "";
            if (isPlain)
                return isOld ? $"[-{text}-]" : $"{{+{text}+}}";
            return $"[{(isOld ? "red strikethrough" : "green underline")}]{Markup.Escape(text)}[/]";
        }

        string Escape(string text) => isPlain ? text : Markup.Escape(text);
    }

    static string Label(ChangeKind kind, int? old, int? @new) => string.Create(CultureInfo.InvariantCulture,
        $"{old?.ToString(CultureInfo.InvariantCulture) ?? "-",3} > "
            + $"{@new?.ToString(CultureInfo.InvariantCulture) ?? "-",3} {Words.Of(kind)}");

    static string Short(string text) => text.Length <= ShownOfSame ? text : $"{text[..ShownOfSame]} …";
}
