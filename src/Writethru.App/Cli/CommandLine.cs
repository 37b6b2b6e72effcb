using System.CommandLine;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Writethru.Archive;

namespace Writethru.App.Cli;

/// <summary>The command line: <c>writethru VERB</c>. Exit 0 done, 1 the answer is no, 2 input or usage wrong.</summary>
static class CommandLine
{
    public const int Done = 0, No = 1, Wrong = 2;

    /// <summary>A server that is told to stop gets the time to close its log.</summary>
    static readonly InvocationConfiguration _invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
    };

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        var root = new RootCommand("""
            An open newswire in one program: read, file, kill, license and deliver agency copy.

            Begin with:  writethru demo
            Then try:    writethru read FILE          what Writethru understands of a dispatch, as JSON
                         writethru diff OLD NEW       what a take changed, word by word
                         writethru check NEW --against OLD   whether its note to editors tells the truth
                         writethru draft NEW --against OLD   the note that it should carry
                         writethru convert FILE --to ninjs
                         writethru serve              a server of your own
                         writethru publish FILE --to URL --key KEY
                         writethru follow URL --into DIR --key KEY
                         writethru kill STORY --reason WHY --to URL --key KEY
            """)
        {
            ReadCommand.Create(), DiffCommand.Create(), CheckCommand.Create(), DraftCommand.Create(),
            ConvertCommand.Create(), DemoCommand.Create(), ServeCommand.Create(), PublishCommand.Create(),
            FollowCommand.Create(), WaitingCommand.Create(), WaitingCommand.Clear(), RefusedCommand.Create(),
            AdminCommand.Create(), VerifyCommand.Create(),
        };
        foreach (var verb in StoryVerbs.Create())
            root.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine("See: writethru --help");
            return Wrong;
        }
        try
        {
            return await parsed.InvokeAsync(_invocation, cancel);
        }
        catch (OperationCanceledException)
        {
            return Done;
        }
        // The edge of the program: what a person can mend is said in a line, without a stack.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException
            or InvalidDataException or SocketException or FormatException or DataFolderInUseException
            or MigrationException or LogDamagedException or ArchiveFullException or CliException
            or OptionsValidationException
            // A setting that is no value of its kind.
            or InvalidOperationException { InnerException: FormatException })
        {
            Console.Error.WriteLine(failure.Message);
            return Wrong;
        }
    }
}

/// <summary>Something that the person at the command line must put right.</summary>
/// <param name="message">What was found, what was expected.</param>
sealed class CliException(string message) : Exception(message);
