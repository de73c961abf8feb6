using Jiheng.Casework.Dossiers;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Metrics;

namespace Jiheng.Web.Dossiers;

/// <summary>Where a figure is used, directly or through what is computed from it.</summary>
/// <param name="Indicators">Indicators whose value depends on it.</param>
/// <param name="Metrics">Metrics that are computed from it.</param>
public sealed record FigureUses(IReadOnlyList<IndicatorScore> Indicators, IReadOnlyList<Metric> Metrics)
{
    /// <summary>Used nowhere.</summary>
    public static FigureUses None { get; } = new([], []);

    /// <summary>Whether it is used nowhere.</summary>
    public bool IsEmpty => Indicators.Count == 0 && Metrics.Count == 0;

    /// <summary>Finds the uses of a metric in a dossier.</summary>
    public static FigureUses Of(CaseFile file, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(metric);
        var dependent = Dependents(file.Metrics, metric);
        return new(
            [.. file.Appraisal.Leaves.Where(s => s.Formula is not null && s.Formula.Reads.Any(m => m.Code == metric.Code || dependent.Contains(m.Code)))],
            [.. file.Metrics.All.Where(m => dependent.Contains(m.Code))]);
    }

    /// <summary>Codes of the metrics computed from one, step by step until nothing is added; the catalogue has no cycles.</summary>
    private static HashSet<string> Dependents(MetricCatalog metrics, Metric metric)
    {
        HashSet<string> reached = [metric.Code];
        int before;
        do
        {
            before = reached.Count;
            foreach (var derived in metrics.All)
            {
                if (metrics.FormulaOf(derived) is { } formula && formula.Reads.Any(m => reached.Contains(m.Code))) reached.Add(derived.Code);
            }
        }
        while (reached.Count > before);
        reached.Remove(metric.Code);
        return reached;
    }
}
