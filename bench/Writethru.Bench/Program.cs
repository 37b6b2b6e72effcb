using Writethru.Bench;

return args switch
{
    ["datelines", var file] => DatelineScore.Print(file, Console.Out),
    ["formats", var golden, .. var corpora] => FormatsBench.Print(golden, corpora, Console.Out),
    ["diff"] => DiffBench.Print(Console.Out),
    ["gate"] => GateBench.Print(Console.Out),
    ["linking"] => await LinkingBench.PrintAsync(Console.Out),
    ["pictures"] => await PictureBench.PrintAsync(Console.Out),
    ["restrictions", var file] => RestrictionScore.Print(file, Console.Out),
    ["publish"] => await PublishBench.PrintAsync(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: bench datelines FILE.tsv | diff | formats GOLDEN [FOLDER...] | gate | linking | pictures | publish "
        + "| restrictions FILE.tsv");
    return 2;
}
