using Jiheng.Bench;
using Jiheng.Casework.Dossiers;
using Jiheng.Ledger.Bundles;
using Jiheng.Packs;

// Run from the repository's root: dotnet run --project bench/Jiheng.Bench -c Release -- COMMAND
switch (args)
{
    case ["appraise"]:
        AppraisalBench.Run();
        return 0;
    case ["draft"]:
        DraftBench.Run();
        return 0;
    case ["docx", string sample]:
        DocxBench.Run(Open(sample), Path.GetFullPath("artifacts/bench/docx"), 5);
        return 0;
    case ["coverage", string seed, string sample]:
        return CoverageCheck.Run(seed, Open(sample)) ? 0 : 1;
    default:
        Console.Error.WriteLine(
            """
            usage:
              appraise                     indicator scores a second, 100,000 units x 40 indicators
              draft                        milliseconds from a 20-page report and two years' accounts to the draft
              docx SAMPLE                  report.docx a second, beside docxtemplater (needs node and npm)
              coverage SEED.txt SAMPLE     share of a published report's figures that stand in the generated one
            """);
        return 2;
}

static CaseFile Open(string folder)
{
    var packs = PackLibrary.Load("packs");
    if (packs.Library is not { } library) throw new InvalidOperationException(string.Join('\n', packs.Faults));
    var reading = BundleReader.Read(folder, library);
    return CaseFile.Open(reading.Dossier ?? throw new InvalidOperationException(string.Join('\n', reading.Faults)), library);
}
