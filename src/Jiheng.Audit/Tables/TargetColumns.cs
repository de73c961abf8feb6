using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Tables;

/// <summary>Target, actual value and deviation in the columns of a table that was pasted as lines: '指标值 实际完成值 偏差'.</summary>
internal static class TargetColumns
{
    private static readonly string[] Targets = ["指标值", "目标值", "年初目标", "计划数", "任务数", "年度目标"];
    private static readonly string[] Actuals = ["实际", "完成值", "完成数", "完成情况"];
    private static readonly string[] Gaps = ["偏差", "差值", "增减"];

    /// <summary>Names of indicators for which less is better.</summary>
    private static readonly string[] LessIsBetter = ["成本", "时长", "发病率", "死亡率", "投诉", "控制", "费用", "事故", "降低", "感染率"];

    /// <summary>Checks every row that holds target and actual value.</summary>
    public static void Find(Grid grid, List<Claim> claims)
    {
        var (target, actual, gap) = (Column(grid, Targets), Column(grid, Actuals), Column(grid, Gaps));
        if (target < 0 || actual < 0 || target == actual) return;
        for (var r = grid.HeadRows; r < grid.Rows; r++)
        {
            if (grid[r, target] is not { } due || grid[r, actual] is not { } done || !due.Unit.Fits(done.Unit)) continue;
            if (!Array.Exists(LessIsBetter, w => grid.Label(r).Contains(w, StringComparison.Ordinal))) Ordering(claims, due, done);
            if (gap < 0 || grid[r, gap] is not { Value: not 0m } difference) continue;
            var outcome = Check.Difference(difference.Value < 0m ? difference.Absolute() : difference, done, due, either: true);
            var (high, low) = done.Value >= due.Value ? (done, due) : (due, done);
            Add(claims, ClaimType.Difference, difference, [high, low], outcome, () => $"{high.Text} − {low.Text} = {Wording.Result(difference, outcome)}");
        }
    }

    private static void Ordering(List<Claim> claims, Figure due, Figure done)
    {
        var holds = done.Value >= due.Value;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, done.Value, Interval.Exactly(done.Value));
        Add(claims, ClaimType.Ordering, done, [due], outcome, () => $"实际{done.Text}，{(holds ? "不低于" : "低于")}目标或限额{due.Text}");
    }

    private static int Column(Grid grid, string[] names)
    {
        for (var c = 0; c < grid.Columns; c++) if (Array.Exists(names, n => grid.Heads[c].Contains(n, StringComparison.Ordinal))) return c;
        return -1;
    }

    private static void Add(List<Claim> claims, ClaimType type, Figure result, List<Figure> operands, Outcome outcome, Func<string> formula) => claims.Add(new Claim
    {
        Type = type,
        Result = result,
        Operands = operands.ConvertAll(Operand.Of),
        How = outcome.How,
        Grade = Grade.Structural,
        Recomputed = outcome.Value / result.Scale,
        Explain = formula,
        Reading = "按表头的目标、实际与偏差读取",
    });
}
