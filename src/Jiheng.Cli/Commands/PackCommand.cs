using System.CommandLine;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng pack lint</c>: says what is wrong with packs.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var packs = CommonOptions.Packs();
        var format = CommonOptions.Format();
        var lint = new Command("lint", "检查规则包，指出每处错误的文件、行、列") { packs, format };
        lint.SetAction(parsed => Lint(parsed.GetValue(packs)!).Print(parsed.GetValue(format)));
        return new Command("pack", "规则包：检查、测试、查看、比较") { lint };
    }

    private static Outcome Lint(string folder) => Opening.Packs(folder, out var faults) is { } library
        ? new Outcome(Outcome.Clean, $"规则包无误：{library.Metrics.All.Count} 个数据项、{library.Schemes.Count} 套方案、{library.Outlines.Count} 份大纲。", "")
        : faults!;
}
