using System.CommandLine;
using System.Text;
using Jiheng.Casework.Dossiers;
using Jiheng.Cli.Terminal;
using Jiheng.Ledger.Bundles;
using Jiheng.Packs;
using Jiheng.Packs.Reading;
using Jiheng.Packs.Testing;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng pack lint|test|show|diff</c>: checks packs, runs their tests, prints and compares schemes.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var packs = CommonOptions.Packs();
        var format = CommonOptions.Format();
        var one = new Argument<string>("ID") { Description = "方案代码，例如 hunan/department" };
        var some = new Argument<string?>("ID") { Description = "方案或大纲代码；不写则全部", Arity = ArgumentArity.ZeroOrOne };
        var other = new Argument<string>("OTHER") { Description = "另一套方案的代码" };
        var sample = new Option<string?>("--on") { Description = "用这个数据目录说明得分会怎样变" };

        var lint = new Command("lint", "检查规则包，指出每处错误的文件、行、列和最接近的正确写法") { packs, format };
        lint.SetAction(parsed => Lint(parsed.GetValue(packs)!).Print(parsed.GetValue(format)));
        var test = new Command("test", "运行写在规则旁边的测试") { some, packs, format };
        test.SetAction(parsed => Test(parsed.GetValue(packs)!, parsed.GetValue(some)).Print(parsed.GetValue(format)));
        var show = new Command("show", "查看一套方案。例：jiheng pack show hunan/department") { one, packs, format };
        show.SetAction(parsed => Show(parsed.GetValue(packs)!, parsed.GetValue(one)!).Print(parsed.GetValue(format)));
        var diff = new Command("diff", "比较两套方案。例：jiheng pack diff national/department-table hunan/department-table --on samples/yanfeng-2024") { one, other, sample, packs, format };
        diff.SetAction(parsed => Diff(parsed.GetValue(packs)!, parsed.GetValue(one)!, parsed.GetValue(other)!, parsed.GetValue(sample)).Print(parsed.GetValue(format)));
        return new Command("pack", "规则包：检查、测试、查看、比较") { lint, test, show, diff };
    }

    private static Outcome Lint(string folder) => Opening.Packs(folder, out var faults) is { } library
        ? new Outcome(Outcome.Clean, $"规则包无误：{library.Metrics.All.Count} 个数据项、{library.Schemes.Count} 套方案、{library.Outlines.Count} 份大纲。", "")
        : faults!;

    private static Outcome Test(string folder, string? id)
    {
        if (Opening.Packs(folder, out var faults) is not { } library) return faults!;
        if (id is not null && library.FindScheme(id) is null && library.FindOutline(id) is null) return Unknown(library, id);
        var results = PackTests.Run(library, id);
        var failed = results.Where(r => !r.Passed).ToList();
        var text = new StringBuilder();
        foreach (var result in results) text.AppendLine($"{(result.Passed ? "通过" : "不符")}  {result.PackId}  {result.Name}{(result.Passed ? "" : $"（{result.Place}）")}").AppendJoin("", result.Differences.Select(d => $"      {d}{Environment.NewLine}"));
        return new Outcome(failed.Count == 0 ? Outcome.Clean : Outcome.Findings, $"{results.Count - failed.Count} 项通过，{failed.Count} 项不符。", text.ToString(),
            results.Select(r => new { r.PackId, r.Name, r.Passed, r.Differences }));
    }

    private static Outcome Show(string folder, string id)
    {
        if (Opening.Packs(folder, out var faults) is not { } library) return faults!;
        return library.FindScheme(id) is { } scheme
            ? new Outcome(Outcome.Clean, $"{scheme.Name}（{scheme.Id}）", PackText.Show(scheme), new { scheme.Id, scheme.Name, scheme.IsComplete, scheme.Hash })
            : Unknown(library, id);
    }

    private static Outcome Diff(string folder, string id, string other, string? sample)
    {
        if (Opening.Packs(folder, out var faults) is not { } library) return faults!;
        if (library.FindScheme(id) is not { } a) return Unknown(library, id);
        if (library.FindScheme(other) is not { } b) return Unknown(library, other);
        var lines = PackDiff.Between(a, b).ToList();
        if (sample is not null)
        {
            var reading = BundleReader.Read(sample, library);
            if (reading.Dossier is not { } dossier) return Opening.Faults($"{sample} 有 {reading.Faults.Count} 处错误", [.. reading.Faults.Select(f => f.ToString())]);
            var file = CaseFile.Open(dossier, library);
            lines.Add("");
            lines.AddRange(PackDiff.Scores(a, b, file.Figures, dossier.Objective, dossier.Judgements).Select(c => $"{c.Code} {c.Name}：{Points(c.Before)} → {Points(c.After)}".TrimStart()));
        }
        return new Outcome(lines.Count == 0 ? Outcome.Clean : Outcome.Findings, lines.Count == 0 ? "两套方案没有不同。" : $"“{a.Name}”与“{b.Name}”有不同。", string.Join(Environment.NewLine, lines), lines);
    }

    private static string Points(decimal? points) => points is { } p ? $"{p:0.00}" : "无";

    private static Outcome Unknown(PackLibrary library, string id) => Opening.Faults($"JH6112 没有方案“{id}”", [$"可用：{string.Join("、", library.Schemes.Select(s => s.Id).Distinct())}"]);
}
