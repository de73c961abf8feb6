using System.CommandLine;
using Jiheng.Cli.Terminal;
using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Storage;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng import DIR</c>: takes a data folder into the database, whole or not at all.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var packs = CommonOptions.Packs();
        var database = CommonOptions.Database();
        var format = CommonOptions.Format();
        var reason = new Option<string>("--reason") { Description = "重新导入的原因，记入留痕", DefaultValueFactory = _ => "重新导入" };
        var command = new Command("import", "把一个数据目录整个导入数据库，有一处错误就什么都不写。例：jiheng import samples/anyi-2023") { folder, packs, database, reason, format };
        command.SetAction(async (parsed, stop) =>
            (await Import(parsed.GetValue(folder)!, parsed.GetValue(packs)!, parsed.GetValue(database)!, parsed.GetValue(reason)!, stop)).Print(parsed.GetValue(format)));
        return command;
    }

    private static async Task<Outcome> Import(string folder, string packs, string database, string reason, CancellationToken stop)
    {
        if (Opening.Packs(packs, out var faults) is not { } library) return faults!;
        var reading = BundleReader.Read(folder, library);
        if (reading.Dossier is not { } dossier) return Opening.Faults($"{folder} 有 {reading.Faults.Count} 处错误，没有导入", [.. reading.Faults.Select(f => f.ToString())]);
        await using var db = JihengDb.Open(database);
        if (await db.PrepareAsync(stop) is { } unusable) return Opening.Faults($"数据库 {database} 用不了", [unusable.ToString()]);
        var outcome = await new ImportDossier(db, TimeProvider.System).RunAsync(dossier, Opening.Caller, reason, stop);
        return outcome.IsDone
            ? new Outcome(Outcome.Clean, $"已导入 {dossier.Department} {dossier.Year} 年度：新增 {outcome.Added} 项数据，改动 {outcome.Changed} 项，撤下 {outcome.Withdrawn} 项，未变 {outcome.Unchanged} 项。", "", outcome)
            : Opening.Faults($"{folder} 没有导入", [.. outcome.Faults.Select(f => f.ToString())]);
    }
}
