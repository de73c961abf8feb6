using Jiheng.Bench;

switch (args.FirstOrDefault())
{
    case "appraise":
        AppraisalBench.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: bench appraise");
        return 2;
}
