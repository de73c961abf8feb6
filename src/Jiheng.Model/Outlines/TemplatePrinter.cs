using System.Globalization;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Outlines;

/// <summary>
/// Prints templates over figures. A figure that the department stated itself is printed as stated, even where it
/// contradicts its parts: the report is the department's, and the audit says what is wrong with it.
/// </summary>
/// <param name="metrics">The metrics that the templates name.</param>
/// <param name="figures">The department's figures.</param>
/// <param name="variables">Values of <see cref="Template.Variables"/>; one that is missing or empty counts as unknown.</param>
/// <param name="control">What the department printed beside something computable, by metric; <c>null</c> results for none.</param>
public sealed class TemplatePrinter(MetricCatalog metrics, IFigures figures, IReadOnlyDictionary<string, string> variables, Func<Metric, Amount?>? control = null)
{
    /// <summary>Prints a template.</summary>
    public PrintedText Print(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        List<Run> runs = [];
        var (complete, hasFigures) = (true, false);
        foreach (var piece in template.Pieces)
        {
            switch (piece)
            {
                case LiteralPiece literal:
                    runs.Add(new Run(literal.Text));
                    break;
                case VariablePiece variable:
                    var text = variables.GetValueOrDefault(variable.Name, "");
                    complete &= text.Length > 0;
                    runs.Add(new Run(text));
                    break;
                case FigurePiece figure:
                    hasFigures = true;
                    complete &= AddFigure(runs, figure);
                    break;
                case ItemsPiece items:
                    hasFigures = true;
                    complete &= AddItems(runs, items);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown piece {piece.GetType().Name}.");
            }
        }
        return new PrintedText(runs, complete, hasFigures);
    }

    private bool AddFigure(List<Run> runs, FigurePiece piece)
    {
        var text = FigureOf(piece);
        runs.Add(new Run(text ?? $"【缺{string.Join("、", piece.Formula.Reads.Select(m => m.Name))}】", new FigureSource(piece.Formula.Source, figures.Year)));
        return text is not null;
    }

    private bool AddItems(List<Run> runs, ItemsPiece piece)
    {
        var items = figures.Items(piece.Metric, piece.Axis, 0).Where(i => i.Figure.IsGiven).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) runs.Add(new Run("、"));
            runs.Add(new Run(items[i].Item));
            runs.Add(new Run(FigureText.Of(items[i].Figure, piece.Metric), new FigureSource($"{piece.Metric.Code}[{piece.Axis}={items[i].Item}]", figures.Year)));
        }
        return items.Count > 0;
    }

    private string? FigureOf(FigurePiece piece)
    {
        if (piece.Formula.SingleMetric is { } metric && Stated(metric) is { } stated) return Shown(stated, piece);
        var result = Evaluator.Evaluate(piece.Formula, figures);
        if (!result.IsComputed) return null;
        var unit = piece.Unit ?? UnitOf(piece.Formula);
        return Shown(RoundedAmount(result.Value, unit, piece.Places), piece);
    }

    /// <summary>What the department stated for a metric: the control figure before the fact.</summary>
    private Amount? Stated(Metric metric)
    {
        if (control?.Invoke(metric) is { } printed) return printed;
        if (figures.Find(metric, 0) is not { IsGiven: true, Fact: { } fact }) return null;
        var standsAlone = metrics.FormulaOf(metric) is not { } formula || !formula.Reads.All(m => figures.Find(m, 0).IsGiven);
        return standsAlone ? fact.Value : null;
    }

    private static string Shown(Amount amount, FigurePiece piece)
    {
        if (piece.Unit is { } unit && unit != amount.Unit) amount = RoundedAmount(amount.Base, unit, piece.Places);
        else if (piece.Places is { } places) amount = new Amount(Rounding.HalfUp(amount.Value, places), amount.Unit, places);
        return piece.Bare ? amount.Value.ToString("F" + amount.Places, CultureInfo.InvariantCulture) : amount.ToString();
    }

    private static Amount RoundedAmount(decimal value, MeasureUnit unit, int? places)
    {
        var exact = value / unit.Factor;
        var keep = places ?? (unit.Dimension.Kind == DimensionKind.Count && exact == decimal.Truncate(exact) ? 0 : 2);
        return new Amount(Rounding.HalfUp(exact, keep), unit, keep);
    }

    private static MeasureUnit UnitOf(Formula formula) => formula.SingleMetric?.Unit ?? formula.Dimension.Kind switch
    {
        DimensionKind.Ratio => MeasureUnit.Percent,
        DimensionKind.Money => MeasureUnit.TenThousandYuan,
        _ => MeasureUnit.BaseOf(formula.Dimension),
    };
}

/// <summary>A template as printed.</summary>
/// <param name="Runs">Its pieces; an unknown figure prints as 【缺…】.</param>
/// <param name="Complete">Whether every figure and variable was known.</param>
/// <param name="HasFigures">Whether it prints figures at all.</param>
public sealed record PrintedText(IReadOnlyList<Run> Runs, bool Complete, bool HasFigures)
{
    /// <summary>The text of all runs.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));
}
