using Writethru.Bench;

return args switch
{
    ["datelines", var file] => DatelineScore.Print(file, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: bench datelines FILE.tsv");
    return 2;
}
