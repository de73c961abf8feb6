using Jiheng.Ledger.Bundles;
using Jiheng.Packs;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>The samples of the repo read without fault under the packs of the repo.</summary>
public sealed class ShippedSamplesTests
{
    private static readonly PackLibrary Packs = PackLibrary.Load(PackLibrary.ShippedFolder).Library!;

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Folder()).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_reads_without_fault_and_survives_an_export(string sample)
    {
        var (dossier, faults) = BundleReader.Read(Path.Combine(Folder(), sample), Packs);
        faults.Select(f => f.ToString()).ShouldBeEmpty();
        dossier!.Id.ShouldBe(sample);
        var export = Directory.CreateTempSubdirectory("jiheng-export-");
        try
        {
            BundleWriter.Write(dossier, export.FullName);
            DossierContent.Of(BundleReader.Read(export.FullName, Packs).Dossier!).ShouldBe(DossierContent.Of(dossier));
        }
        finally
        {
            export.Delete(recursive: true);
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples");
    }
}
