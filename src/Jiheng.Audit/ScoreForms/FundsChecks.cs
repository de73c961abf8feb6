using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Tables;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.ScoreForms;

/// <summary>The funds block: rates from their columns, points from the rate, parts against the total.</summary>
internal sealed class FundsChecks(ScoreFormCheck check, ScoreForm form)
{
    private const int MostNames = 20;

    /// <summary>Finds funds that do not add up and rates and points that do not follow.</summary>
    public void Find()
    {
        foreach (var row in form.Funds) Rate(row);
        if (form.ScoredFunds is { } scored) Points(scored);
        if (form.Funds.Find(f => f.IsTotal) is not { } total) return;
        var parts = form.Funds.SkipWhile(f => !ReferenceEquals(f, total)).Skip(1).TakeWhile(f => !f.IsTotal).ToList();
        var spending = parts.Where(p => IsSpending(p.Label.Text)).ToList();
        var sources = parts.Except(spending).ToList();
        // 基本支出 and 项目支出 are the whole by definition.
        if (spending.Count == 2) Sum(total, spending, isWhole: true);
        if (sources.Count >= 2) Sum(total, sources, sources[^1].Label.Text.Contains("其他", StringComparison.Ordinal) && sources.Skip(1).All(s => !s.Label.Text.Contains("其中", StringComparison.Ordinal)));
    }

    private static bool IsSpending(string label) => label.EndsWith("基本支出", StringComparison.Ordinal) || label.EndsWith("项目支出", StringComparison.Ordinal);

    private void Rate(FundsRow row)
    {
        if (row.Rate?.Number is not { } printed || row.Executed?.Number is not { Value: >= 0m }) return;
        var budget = row.Budget?.Number is { Value: > 0m } ? row.Budget : row.Initial;
        if (budget?.Number is not { Value: > 0m }) return;
        var (outcome, rate) = Quotient(row, budget, printed);
        if (!outcome.Holds && !ReferenceEquals(budget, row.Initial) && row.Initial?.Number is { Value: > 0m } && Quotient(row, row.Initial, printed).Outcome.Holds)
        {
            check.Raise("JH2305", row.Rate, $"“{row.Label.Text}”执行率{row.Rate.Text}是按年初预算数{row.Initial.Text}计算的；按全年预算数{budget.Text}应为{FormNumber.Show(Math.Round(outcome.Value ?? 0m, 2))}%。请写明口径。", Severity.Note, row.Executed, row.Initial);
            return;
        }
        check.Judge("JH2305", ClaimType.Ratio, row.Rate, [row.Executed, budget], outcome, $"{row.Executed.Text} ÷ {budget.Text}", $"“{row.Label.Text}”执行率", rate.Unit.IsRate ? null : Severity.Warning);
    }

    /// <summary>A rate without per cent sign may be per cent (87.6) or a fraction (0.876); the one that agrees is taken.</summary>
    private static (Outcome Outcome, Figure Rate) Quotient(FundsRow row, FormCell budget, FormNumber printed)
    {
        var rate = ScoreFormCheck.FigureOf(row.Rate)!;
        var (top, bottom) = (ScoreFormCheck.FigureOf(row.Executed)!, ScoreFormCheck.FigureOf(budget)!);
        var outcome = Check.Ratio(rate, [top], [bottom]);
        if (outcome.Holds || printed.IsPercent || printed.Value > 2m) return (outcome, rate);
        var fraction = rate.Rescaled(100m);
        var asFraction = Check.Ratio(fraction, [top], [bottom]);
        return asFraction.Holds ? (asFraction, fraction) : (outcome, rate);
    }

    /// <summary>Points of the execution rate: weight × rate, at most the weight (财预〔2020〕10号 and the notes below its forms).</summary>
    private void Points(FundsRow row)
    {
        if (row.Score?.Number is not { } points || row.Executed?.Number is not { Value: >= 0m } spent || (row.Budget ?? row.Initial)?.Number is not { Value: > 0m } budget) return;
        var weight = row.Weight!.Number!.Value;
        var rate = row.Rate?.Number is { } printed ? printed.IsPercent || printed.Value > 2m ? printed.Value / 100m : printed.Value : spent.Value / budget.Value;
        var due = Math.Min(weight.Value, weight.Value * rate);
        var exact = Math.Min(weight.Value, weight.Value * spent.Value / budget.Value);
        // A rate printed as 87.60% gives its points to half of its last digit.
        var slack = points.HalfStep + (row.Rate?.Number is { } r ? weight.Value * r.HalfStep / (r.IsPercent || r.Value > 2m ? 100m : 1m) : 0m);
        if (points.Value > weight.Value || Math.Abs(points.Value - due) <= slack || Math.Abs(points.Value - exact) <= slack) return;
        check.Raise("JH2306", row.Score, $"执行率得分应为{FormNumber.Show(weight.Value)} × {FormNumber.Show(rate * 100m)}% = {FormNumber.Show(Math.Round(due, 2))}（不超过{FormNumber.Show(weight.Value)}），表中为{row.Score.Text}；按分档计分的，请注明评分标准。", null, row.Weight, row.Rate);
    }

    /// <summary>Each column of money; a list that is not closed by 其他 counts as whole once another column of it adds up.</summary>
    private void Sum(FundsRow total, List<FundsRow> parts, bool isWhole)
    {
        var columns = new List<(FormCell Total, List<FormCell> Parts, Outcome Outcome)>();
        foreach (var column in (Func<FundsRow, FormCell?>[])[f => f.Initial, f => f.Budget, f => f.Executed])
        {
            if (column(total) is not { Number: not null } whole) continue;
            var cells = parts.Select(column).OfType<FormCell>().Where(c => c.Number is not null).ToList();
            // A part left empty is not nothing: it was not filled in.
            if (cells.Count < 2 || parts.Exists(p => column(p) is { Number: null, IsDash: false })) continue;
            columns.Add((whole, cells, Check.Sum(ScoreFormCheck.FigureOf(whole)!, [.. cells.Select(c => (ScoreFormCheck.FigureOf(c)!, 1))])));
        }
        if (!isWhole && !columns.Exists(c => c.Outcome.Holds)) return;
        var names = string.Join("、", parts.Take(MostNames).Select(p => p.Label.Text)) + (parts.Count > MostNames ? $"等{parts.Count}项" : "");
        foreach (var (whole, cells, outcome) in columns)
            check.Judge("JH2314", ClaimType.Sum, whole, cells, outcome, Terms.Of(cells.ConvertAll(c => c.Text)), $"“{total.Label.Text}”各分项（{names}）之和");
    }
}
