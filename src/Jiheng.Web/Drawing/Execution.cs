using Jiheng.Casework.Dossiers;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Web.Drawing;

/// <summary>One line of the chart of money: what was planned and what was spent.</summary>
/// <param name="Name">Which money.</param>
/// <param name="Metric">The metric of what was spent.</param>
/// <param name="Budget">Budget as printed; 未填报 when nobody reported it.</param>
/// <param name="Spent">Execution as printed.</param>
/// <param name="Rate">Execution ÷ budget; <c>null</c> without a budget.</param>
/// <param name="SpentShare">Execution as a share of the longest bar.</param>
/// <param name="BudgetShare">Budget as a share of the longest bar; <c>null</c> without a budget.</param>
public sealed record ExecutionLine(string Name, Metric Metric, string Budget, string Spent, string? Rate, decimal SpentShare, decimal? BudgetShare);

/// <summary>The money of the year: every pair of metrics <c>x_budget</c> and <c>x_execution</c> of which the second was reported.</summary>
public static class Execution
{
    private const string BudgetSuffix = "_budget";
    private const string SpentSuffix = "_execution";

    /// <summary>The lines, in the order of the metric dictionary.</summary>
    public static IReadOnlyList<ExecutionLine> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var pairs = (
            from spent in file.Metrics.All
            where spent.Code.EndsWith(SpentSuffix, StringComparison.Ordinal) && spent.Unit.Dimension == Dimension.Money
            let figure = Evaluator.Evaluate(spent, file.Figures, file.Metrics)
            where figure.IsComputed && figure.Value > 0
            select (Metric: spent, Spent: figure.Value, Budget: BudgetOf(spent, file))).ToList();
        var longest = pairs.SelectMany(p => new[] { p.Spent, p.Budget ?? 0 }).DefaultIfEmpty(1).Max();
        return
        [
            .. pairs.Select(p => new ExecutionLine(
                NameOf(p.Metric), p.Metric,
                p.Budget is { } b ? FigureText.Of(b, MeasureUnit.TenThousandYuan) : "未填报",
                FigureText.Of(p.Spent, MeasureUnit.TenThousandYuan),
                p.Budget is > 0 ? FigureText.Of(p.Spent / p.Budget.Value, MeasureUnit.Percent) : null,
                p.Spent / longest, p.Budget / longest)),
        ];
    }

    private static decimal? BudgetOf(Metric spent, CaseFile file)
    {
        var code = spent.Code[..^SpentSuffix.Length] + BudgetSuffix;
        if (!file.Metrics.TryFind(code, out var budget)) return null;
        var figure = Evaluator.Evaluate(budget, file.Figures, file.Metrics);
        return figure.IsComputed ? figure.Value : null;
    }

    private static string NameOf(Metric spent) =>
        spent.Name.EndsWith("执行数", StringComparison.Ordinal) && spent.Name.Length > 3 ? spent.Name[..^3] : spent.Name;
}
