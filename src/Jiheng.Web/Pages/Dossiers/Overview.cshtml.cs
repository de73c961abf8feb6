using Jiheng.Casework.Review;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;
using Jiheng.Web.Dossiers;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>One department's year at a glance: score, money, and what is still open.</summary>
public sealed class OverviewModel : DossierPage
{
    private static readonly string[] KeyCodes = ["fin.annual_execution", "fin.expenditure_total", "fin.execution_rate", "sangong.actual_total", "staff.control_rate"];
    private const int KeysShown = 2;

    /// <summary>Findings shown here; all stand on the page of findings.</summary>
    public const int FindingsShown = 3;

    /// <summary>The figures shown large, as far as they are known.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures => [.. KeyCodes.Select(Key).OfType<KeyFigure>().Take(KeysShown)];

    /// <summary>Figures without which indicators cannot be scored.</summary>
    public IReadOnlyList<Metric> Missing => Standing.MissingFigures(Case);

    /// <summary>Indicators without points whose figures are not the reason.</summary>
    public IReadOnlyList<IndicatorScore> Unjudged => [.. Case.Appraisal.Open.Where(s => s.Value.Missing.Count == 0)];

    /// <summary>Indicators that need a reason and have none.</summary>
    public IReadOnlyList<IndicatorScore> Unexplained => [.. Standing.Unexplained(Case)];

    /// <summary>What the audit of the report found, worst first.</summary>
    public IReadOnlyList<NumberedFinding> Findings => NumberedFinding.Of(Report, Audit);

    /// <summary>Points that could be given for the indicators scored so far.</summary>
    public decimal ScoredWeight => Case.Appraisal.Leaves.Where(s => s.Points is not null).Sum(s => s.Weight ?? 0);

    private KeyFigure? Key(string code)
    {
        if (!Case.Metrics.TryFind(code, out var metric)) return null;
        if (Case.Metrics.FormulaOf(metric) is { } formula)
        {
            var trace = Trace.Of(formula, Case.Figures);
            return trace.Result.IsComputed ? new(metric, FigureText.Of(trace.Result.Value, metric.Unit), trace.Numbers) : null;
        }
        var figure = Case.Figures.Find(metric, 0);
        return figure.IsGiven ? new(metric, FigureText.Of(figure, metric), figure.Fact?.Source ?? "") : null;
    }
}

/// <summary>A figure shown large.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Text">As printed, with unit.</param>
/// <param name="How">Where it comes from, or how it was computed.</param>
public sealed record KeyFigure(Metric Metric, string Text, string How);
