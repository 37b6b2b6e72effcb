using Writethru.App.Cli;

return await CommandLine.RunAsync(args, CancellationToken.None);
