using System.CommandLine;
using Jiheng.Cli.Terminal;
using Jiheng.Ledger.Dossiers;
using Jiheng.Storage;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng export ID --out DIR</c>: writes a dossier out of the database as a data folder, nothing lost.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "卷宗代码，例如 anyi-2023" };
        var output = new Option<string>("--out") { Description = "写到哪个目录", Required = true };
        var packs = CommonOptions.Packs();
        var database = CommonOptions.Database();
        var format = CommonOptions.Format();
        var command = new Command("export", "把数据库里的一个卷宗写成数据目录。例：jiheng export anyi-2023 --out 备份/anyi-2023") { id, output, packs, database, format };
        command.SetAction(async (parsed, stop) =>
            (await Export(parsed.GetValue(id)!, parsed.GetValue(output)!, parsed.GetValue(packs)!, parsed.GetValue(database)!, stop)).Print(parsed.GetValue(format)));
        return command;
    }

    private static async Task<Outcome> Export(string id, string output, string packs, string database, CancellationToken stop)
    {
        if (Opening.Packs(packs, out var faults) is not { } library) return faults!;
        await using var db = JihengDb.Open(database);
        if (await db.PrepareAsync(stop) is { } unusable) return Opening.Faults($"数据库 {database} 用不了", [unusable.ToString()]);
        var reading = await new ExportDossier(new LoadDossier(db, library)).RunAsync(id, output, Opening.Caller, stop);
        if (reading is null)
        {
            var known = await new ListDossiers(db).RunAsync(Opening.Caller, stop);
            return Opening.Faults($"JH6113 数据库里没有卷宗“{id}”", [known.Count == 0 ? "数据库还是空的，先用 jiheng import 导入。" : $"现有：{string.Join("、", known.Select(k => k.Id))}"]);
        }
        return reading.Dossier is { } dossier
            ? new Outcome(Outcome.Clean, $"已写出 {dossier.Department} {dossier.Year} 年度，{dossier.Facts.Count} 项数据，在 {output}。", "", new { id, output, facts = dossier.Facts.Count })
            : Opening.Faults($"卷宗“{id}”没有写出", [.. reading.Faults.Select(f => f.ToString())]);
    }
}
