using System.CommandLine;
using Jiheng.Casework.Review.Life;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng review explain</c>, <c>waive</c> and <c>reopen</c>: notes what was decided about a finding, so that it is not asked for again, or takes that back.</summary>
internal static class SettleCommand
{
    /// <summary>Notes an accepted explanation.</summary>
    public static Command Explain()
    {
        var (print, output, by, reason) = Common();
        var command = new Command("explain", "登记单位的说明，当年不再提出。例：jiheng review explain 3f2a9c… --out 审核结果 --by 李四 --reason 含借调1人") { print, output, by, reason };
        command.SetAction(parsed => Settle(parsed.GetValue(output)!, parsed.GetValue(print)!, Decision.Explain(parsed.GetValue(by), parsed.GetValue(reason))).Print(OutputFormat.Text));
        return command;
    }

    /// <summary>Notes a waiver.</summary>
    public static Command Waive()
    {
        var (print, output, by, reason) = Common();
        var until = ReviewCommand.DayOption("--until", "豁免到哪一天，例如 2025-12-31");
        until.Required = true;
        var command = new Command("waive", "豁免一处发现到某一天。例：jiheng review waive 3f2a9c… --out 审核结果 --by 王五 --until 2025-12-31 --reason 编制调整中") { print, output, by, reason, until };
        command.SetAction(parsed => Settle(parsed.GetValue(output)!, parsed.GetValue(print)!, Decision.Waive(parsed.GetValue(by), parsed.GetValue(until), parsed.GetValue(reason))).Print(OutputFormat.Text));
        return command;
    }

    /// <summary>Takes back what was noted.</summary>
    public static Command Reopen()
    {
        var (print, output, _, _) = Common();
        var command = new Command("reopen", "撤回登记过的说明或豁免。例：jiheng review reopen 3f2a9c… --out 审核结果") { print, output };
        command.SetAction(parsed => Settle(parsed.GetValue(output)!, parsed.GetValue(print)!, Decision.TakeBack).Print(OutputFormat.Text));
        return command;
    }

    private static (Argument<string> Print, Option<string> Output, Option<string> By, Option<string> Reason) Common() => (
        new("FINGERPRINT") { Description = "汇总.xlsx“发现”表最后一列的指纹" },
        new("--out") { Description = "审核结果所在的目录", Required = true },
        new("--by") { Description = "谁决定的", Required = true },
        new("--reason") { Description = "理由", Required = true });

    private static Outcome Settle(string output, string print, Decision decision)
    {
        try
        {
            var settled = SettleFinding.Run(output, print, decision, ReviewCommand.Today);
            return settled.Faults.Count > 0
                ? Opening.Faults("没有登记", settled.Faults)
                : new Outcome(Outcome.Clean, $"已{(decision.State == FindingState.Open ? "撤回" : "登记")} {settled.Count} 处；下次审核时生效。", "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Opening.Faults("JH6103 没有登记", [fault.Message]);
        }
    }
}
