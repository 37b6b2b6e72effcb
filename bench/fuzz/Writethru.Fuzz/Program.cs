using SharpFuzz;
using Writethru.Fuzz;

// FORMAT: the one to fuzz; without it, or with "all", the recogniser chooses and then every format has its turn.
var name = args.FirstOrDefault() ?? "all";
switch (args)
{
    case [_, "libfuzzer", ..]:
        Fuzzer.LibFuzzer.Run(bytes => Target.Run(name, bytes));
        break;
    default:
        Fuzzer.Run((Stream input) =>
        {
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            Target.Run(name, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        });
        break;
}
