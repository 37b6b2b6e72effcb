using Writethru.Bench;

return args switch
{
    ["datelines", var file] => DatelineScore.Print(file, Console.Out),
    ["publish"] => await PublishBench.PrintAsync(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: bench datelines FILE.tsv | publish");
    return 2;
}
