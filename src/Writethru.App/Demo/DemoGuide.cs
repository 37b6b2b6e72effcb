using Writethru.App.Access;

namespace Writethru.App.Demo;

/// <summary>What the demo prints for the person in front of it: links to open and lines to paste.</summary>
/// <param name="url">Where the server listens.</param>
/// <param name="folder">The data folder, absolute.</param>
/// <param name="keys">The keys.</param>
/// <param name="links">Makes the one-time links.</param>
sealed class DemoGuide(string url, string folder, DemoKeys keys, SignInLinks links)
{
    public const string TryMeFile = "try-me.txt";

    /// <summary>The page as text, with a line end after each line.</summary>
    /// <param name="state">A sentence on how far the demo has come in this folder.</param>
    public string Write(string state)
    {
        var (tryMe, follow) = (Path.Combine(folder, TryMeFile), Path.Combine(folder, "follow"));
        return $"""

            Writethru is running at {url}
            Data folder: {folder}
            {state}

            Open these links, each good once; private windows keep the three apart:

              the desk                    {Link(DemoKeys.Desk)}
              han, subscriber in Korea    {Link(DemoKeys.Korean)}
              sakura, subscriber in Japan {Link(DemoKeys.Japanese)}

            Paste these lines into another terminal.

            The feed as han gets it:
            {Line("curl", "-s", "-H", $"Authorization: Bearer {keys[DemoKeys.Korean]}", $"{url}/v1/feed?limit=2")}

            The whole stream as sakura gets it, a file a take:
            {Line([.. Program, "follow", url, "--key", keys[DemoKeys.Japanese], "--into", follow])}

            A dispatch of your own onto the wire, as the desk:
            {Line([.. Program, "publish", tryMe, "--to", url, "--key", keys[DemoKeys.Desk]])}

            What Writethru understands of it:
            {Line([.. Program, "read", tryMe])}

            Ctrl-C ends the demo; started again on the same folder, it goes on. Times are UTC.

            """.ReplaceLineEndings();
    }

    string Link(string name) => $"{url}/signin/{links.Issue(name)}";

    /// <summary>The words that start this program: its executable, or the runtime and the program's library.</summary>
    static string[] Program => Environment.ProcessPath is not { } path ? ["writethru"]
        : Path.GetFileNameWithoutExtension(path) != "dotnet" ? [path]
        : [path, Path.Combine(AppContext.BaseDirectory, "writethru.dll")];

    static string Line(params string[] words) => string.Join(' ', words.Select(Quote));

    /// <summary>As a shell needs it: bare where nothing in it means anything to one.</summary>
    static string Quote(string word)
    {
        var isWindows = OperatingSystem.IsWindows();
        var harmless = isWindows ? "/.-_:\\" : "/.-_:";
        if (word.All(c => char.IsAsciiLetterOrDigit(c) || harmless.Contains(c, StringComparison.Ordinal)))
            return word;
        return isWindows ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
