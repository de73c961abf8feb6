using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Organisation;

/// <summary>
/// Adds reported figures up over the unit tree. Derived rates are recomputed from the summed parts, never averaged;
/// a unit that owes a figure and has not reported it is named, and the sum is then not computable.
/// </summary>
public sealed class RollUp : IFigures
{
    private readonly FactBook _book;
    private readonly UnitTree _tree;
    private readonly string _root;
    private readonly Func<BudgetUnit, Metric, bool> _owes;

    /// <summary>Rolls up over <paramref name="root"/> and all below it.</summary>
    /// <param name="book">The facts; each unit's own are those of scope <see cref="UnitScope.Own"/>.</param>
    /// <param name="tree">The units.</param>
    /// <param name="root">Code of the unit whose whole is asked for.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="owes">Whether a unit is expected to report a metric.</param>
    public RollUp(FactBook book, UnitTree tree, string root, int year, Func<BudgetUnit, Metric, bool> owes)
    {
        (_book, _tree, _root, Year, _owes) = (book, tree, root, year, owes);
    }

    /// <inheritdoc/>
    public int Year { get; }

    /// <inheritdoc/>
    public Figure Find(Metric metric, int yearsBack)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.OverUnits != OverUnits.Sum) return _book.View(_root, Year).Find(metric, yearsBack);
        var result = Sum(metric, yearsBack);
        return result.Missing.Count > 0 || result.Reporting == 0 ? Figure.NotReported : Figure.Given(result.Value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Item, Figure Figure)> Items(Metric metric, string axis, int yearsBack) =>
        [.. _tree.Reach(_root)
            .SelectMany(u => _book.View(u.Code, Year, UnitScope.Own).Items(metric, axis, yearsBack))
            .Where(i => i.Figure.IsGiven)
            .GroupBy(i => i.Item, StringComparer.Ordinal)
            .Select(g => (g.Key, Figure.Given(g.Sum(i => i.Figure.Value))))];

    /// <summary>The sum with the units that reported and those that still owe their figure.</summary>
    /// <exception cref="InvalidOperationException">The metric cannot be summed over units.</exception>
    public RollUpSum Sum(Metric metric, int yearsBack = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.OverUnits != OverUnits.Sum) throw new InvalidOperationException($"“{metric.Name}”不能跨单位相加。");
        var (value, reporting) = (0m, 0);
        List<BudgetUnit> missing = [];
        foreach (var unit in _tree.Reach(_root))
        {
            var figure = _book.View(unit.Code, Year, UnitScope.Own).Find(metric, yearsBack);
            if (figure.IsGiven) (value, reporting) = (value + figure.Value, reporting + 1);
            else if (figure.State == FigureState.NotAvailable || (figure.State == FigureState.NotReported && _owes(unit, metric))) missing.Add(unit);
        }
        return new RollUpSum(value, reporting, missing);
    }

    /// <summary>The value of any metric for the whole: sums for reported ones, the formula over sums for derived ones.</summary>
    public Result Of(Metric metric, MetricCatalog catalog) => Evaluator.Evaluate(metric, this, catalog);
}

/// <summary>A sum over units.</summary>
/// <param name="Value">Sum of what was reported, in base units.</param>
/// <param name="Reporting">Units that reported.</param>
/// <param name="Missing">Units that owe the figure and have not reported it, and those that have it but cannot say it (暂无数据).</param>
public sealed record RollUpSum(decimal Value, int Reporting, IReadOnlyList<BudgetUnit> Missing);
