using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Packs;
using Jiheng.Storage.Tests.Databases;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>The samples of the repo read without fault under the packs of the repo.</summary>
public sealed class ShippedSamplesTests
{
    private static readonly PackLibrary Packs = PackLibrary.Load(PackLibrary.ShippedFolder).Library!;

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Repo.Folder("samples")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_reads_without_fault_and_survives_an_export(string sample)
    {
        var (dossier, faults) = BundleReader.Read(Path.Combine(Repo.Folder("samples"), sample), Packs);
        faults.Select(f => f.ToString()).ShouldBeEmpty();
        dossier!.Id.ShouldBe(sample);
        var export = Directory.CreateTempSubdirectory("jiheng-export-");
        try
        {
            BundleWriter.Write(dossier, export.FullName).ShouldBeNull();
            DossierContent.Of(BundleReader.Read(export.FullName, Packs).Dossier!).ShouldBe(DossierContent.Of(dossier));
        }
        finally
        {
            export.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_survives_the_database_and_an_export_from_it(string sample)
    {
        var cancel = TestContext.Current.CancellationToken;
        var dossier = BundleReader.Read(Path.Combine(Repo.Folder("samples"), sample), Packs).Dossier!;
        await using var database = await TestDatabase.NewAsync("SQLite");
        await using var db = database.Open();
        (await new ImportDossier(db, TimeProvider.System).RunAsync(dossier, new Caller("张三"), cancel: cancel)).Added.ShouldBe(dossier.Facts.Count);
        var export = Directory.CreateTempSubdirectory("jiheng-export-");
        try
        {
            await new ExportDossier(new LoadDossier(db, Packs)).RunAsync(sample, export.FullName, new Caller("张三"), cancel);
            DossierContent.Of(BundleReader.Read(export.FullName, Packs).Dossier!).ShouldBe(DossierContent.Of(dossier));
        }
        finally
        {
            export.Delete(recursive: true);
        }
    }
}
