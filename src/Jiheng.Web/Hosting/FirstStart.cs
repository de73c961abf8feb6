using System.Data.Common;
using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Packs;
using Jiheng.Storage;

namespace Jiheng.Web.Hosting;

/// <summary>Makes the database ready before the first page is served: its tables, and the samples that it does not hold yet.</summary>
public sealed class FirstStart(WebSettings settings, PackLibrary packs, TimeProvider clock) : IHostedService
{
    private static readonly Caller Importer = new("首次启动");

    /// <summary>Prepares the database.</summary>
    /// <exception cref="StartupFaultException">The database cannot be opened, or a sample is faulty; the database is then as it was.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (settings.DataFolder is { } folderOfData) Directory.CreateDirectory(folderOfData);
            await using var db = JihengDb.Open(settings.Data);
            if (await db.PrepareAsync(cancellationToken) is { } unusable) throw new StartupFaultException("JH6004", $"数据库“{settings.Data}”用不了。{unusable} 也可以用 --Data=文件 换一个位置。");
            var known = (await new ListDossiers(db).RunAsync(Importer, cancellationToken)).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var folder in Samples().Where(f => !known.Contains(Path.GetFileName(f)))) await ImportAsync(db, folder, cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartupFaultException("JH6004", $"数据库“{settings.Data}”打不开：{fault.Message} 请检查文件夹能否写入，或用 --Data=文件 换一个位置。");
        }
    }

    /// <summary>Nothing to do.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> Samples() =>
        Directory.Exists(settings.Samples) ? Directory.EnumerateDirectories(settings.Samples).Order(StringComparer.Ordinal) : [];

    private async Task ImportAsync(JihengDb db, string folder, CancellationToken cancel)
    {
        var reading = BundleReader.Read(folder, packs);
        var faults = reading.Faults.Select(f => f.ToString()).ToList();
        if (reading.Dossier is { } dossier)
            faults.AddRange((await new ImportDossier(db, clock).RunAsync(dossier, Importer, cancel: cancel)).Faults.Select(f => f.ToString()));
        if (faults.Count > 0) throw new StartupFaultException("JH6005", $"样本“{folder}”有 {faults.Count} 处错误，没有导入。改正或移走后再启动：\n{string.Join('\n', faults)}");
    }
}
