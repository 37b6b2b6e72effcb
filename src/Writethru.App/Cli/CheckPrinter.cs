using Writethru.Copy;

namespace Writethru.App.Cli;

/// <summary>Prints a checked note to editors for people, a line a claim.</summary>
static class CheckPrinter
{
    public static void Print(TextWriter output, Take take, AdvisoryReading advisory, AdvisoryCheck check)
    {
        output.WriteLine(take.Advisory?.Text ?? "No note to editors.");
        for (var i = 0; i < check.Claims.Length; i++)
            output.WriteLine($"  {CheckInWords.Of(check.Claims[i].Verdict),-15} "
                + CheckInWords.Of(advisory.Claims[i], check.Claims[i]));
        foreach (var untold in CheckInWords.Untold(check))
            output.WriteLine($"  {"not told",-15} {untold}");
        if (check.Minor.Length > 0)
            output.WriteLine($"  {"minor",-15} {CheckInWords.Ranges(check.Minor)}");
        output.WriteLine(Words.Of(check.Verdict));
    }
}
