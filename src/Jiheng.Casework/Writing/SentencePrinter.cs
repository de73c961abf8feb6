using System.Globalization;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;

namespace Jiheng.Casework.Writing;

/// <summary>
/// Prints templates over a dossier's figures. A figure that the department stated itself is printed as stated, even where
/// it contradicts its parts: the report is the department's, and the audit says what is wrong with it.
/// </summary>
internal sealed class SentencePrinter(CaseFile file)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal)
    {
        ["department"] = file.Dossier.Department,
        ["year"] = file.Dossier.Year.ToString(CultureInfo.InvariantCulture),
        ["next-year"] = (file.Dossier.Year + 1).ToString(CultureInfo.InvariantCulture),
        ["notice"] = file.Dossier.Notice,
        ["scheme"] = file.Scheme.Name,
        ["score"] = file.Appraisal.Total?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
        ["grade"] = file.Appraisal.Grade ?? "",
    };

    /// <summary>Prints a template.</summary>
    /// <returns>The runs and whether every figure was known; <c>null</c> runs never occur, unknown figures print as 【缺…】.</returns>
    public (IReadOnlyList<Run> Runs, bool Complete, bool HasFigures) Print(string template)
    {
        List<Run> runs = [];
        var (complete, figures) = (true, false);
        foreach (var piece in file.Template(template).Pieces)
        {
            switch (piece)
            {
                case LiteralPiece literal:
                    runs.Add(new Run(literal.Text));
                    break;
                case VariablePiece variable:
                    complete &= _variables[variable.Name].Length > 0;
                    runs.Add(new Run(_variables[variable.Name]));
                    break;
                case FigurePiece figure:
                    figures = true;
                    complete &= AddFigure(runs, figure);
                    break;
                case ItemsPiece items:
                    figures = true;
                    complete &= AddItems(runs, items);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown piece {piece.GetType().Name}.");
            }
        }
        return (runs, complete, figures);
    }

    /// <summary>Prints a table.</summary>
    /// <param name="block">Its head and cell templates.</param>
    /// <param name="everyRow">Whether rows without any known figure stay, as a prescribed form demands, with empty cells.</param>
    public Table Print(TableBlock block, bool everyRow)
    {
        ArgumentNullException.ThrowIfNull(block);
        List<TableRow> rows = [];
        foreach (var row in block.Rows)
        {
            var cells = row.Select(Print).ToList();
            var figures = cells.Where(c => c.HasFigures).ToList();
            if (!everyRow && figures.Count > 0 && figures.TrueForAll(f => !f.Complete)) continue;
            rows.Add(new TableRow([.. cells.Select(c => c.HasFigures && !c.Complete ? TableCell.Of(everyRow ? "" : "—") : new TableCell(c.Runs))])
            {
                Role = row[0].Contains('计', StringComparison.Ordinal) ? RowRole.Total : RowRole.Data,
            });
        }
        var columns = block.Heads.Select((h, i) => new TableColumn(h, i == 0 ? 20 : 10, i == 0 ? CellAlign.Left : CellAlign.Right)).ToList();
        return new Table(columns, rows)
        {
            Caption = string.Concat(Print(block.Caption).Runs.Select(r => r.Text)),
            UnitNote = block.Unit.Length > 0 ? $"单位：{block.Unit}" : "",
        };
    }

    private bool AddFigure(List<Run> runs, FigurePiece piece)
    {
        var text = FigureOf(piece);
        runs.Add(new Run(text ?? $"【缺{string.Join("、", piece.Formula.Reads.Select(m => m.Name))}】", new FigureSource(piece.Formula.Source, file.Dossier.Year)));
        return text is not null;
    }

    private bool AddItems(List<Run> runs, ItemsPiece piece)
    {
        var items = file.Figures.Items(piece.Metric, piece.Axis, 0).Where(i => i.Figure.IsGiven).ToList();
        foreach (var (item, figure) in items)
        {
            if (runs.Count > 0 && !ReferenceEquals(items[0].Item, item)) runs.Add(new Run("、"));
            runs.Add(new Run(item));
            runs.Add(new Run(FigureText.Of(figure, piece.Metric), new FigureSource($"{piece.Metric.Code}[{piece.Axis}={item}]", file.Dossier.Year)));
        }
        return items.Count > 0;
    }

    private string? FigureOf(FigurePiece piece)
    {
        if (piece.Formula.SingleMetric is { } metric && Stated(metric) is { } stated) return Shown(stated, piece);
        var result = Evaluator.Evaluate(piece.Formula, file.Figures);
        if (!result.IsComputed) return null;
        var unit = piece.Unit ?? UnitOf(piece.Formula);
        return Shown(RoundedAmount(result.Value, unit, piece.Places), piece);
    }

    /// <summary>What the department stated for a metric: the control figure before the fact.</summary>
    private Amount? Stated(Metric metric)
    {
        if (file.ControlOf(metric)?.Value is { } control) return control;
        if (file.Figures.Find(metric, 0) is not { IsGiven: true, Fact: { } fact }) return null;
        var standsAlone = file.Metrics.FormulaOf(metric) is not { } formula || !formula.Reads.All(m => file.Figures.Find(m, 0).IsGiven);
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
