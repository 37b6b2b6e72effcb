namespace Writethru.Formats.Teleprinter;

/// <summary>The words of copy, counted as a header gives them: what spaces part, in all of the text.</summary>
static class WordCount
{
    public static int Of(List<WrittenBlock> blocks)
    {
        var words = 0;
        foreach (var line in blocks.SelectMany(block => block.Lines))
        {
            var inWord = false;
            foreach (var c in line)
            {
                words += !inWord && c != ' ' ? 1 : 0;
                inWord = c != ' ';
            }
        }
        return words;
    }
}
