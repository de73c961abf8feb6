using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>How a value came about: the formula in words, the same with its figures, and each figure with its fact.</summary>
/// <param name="Words">在职人数 ÷ 编制数.</param>
/// <param name="Numbers">28人 ÷ 34人.</param>
/// <param name="Result">The value, or why there is none.</param>
/// <param name="Inputs">Every figure that was read, in order of reading.</param>
public sealed record Trace(string Words, string Numbers, Result Result, IReadOnlyList<TraceInput> Inputs)
{
    /// <summary>Explains a formula over figures.</summary>
    public static Trace Of(Formula formula, IFigures figures)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(figures);
        var tracer = new Tracer(formula.Catalog, figures);
        var root = formula.SingleMetric is { } metric && formula.Catalog.FormulaOf(metric) is { } derived && !StandsAsReported(metric, derived, figures, 0) ? derived.Root : formula.Root;
        var (words, numbers) = tracer.Render(root, 0, 0);
        return new Trace(words, numbers, Evaluator.Evaluate(formula, figures), tracer.Inputs);
    }

    /// <summary>A formula in words alone; a derived metric by itself is told by its formula.</summary>
    internal static string InWords(Formula formula) =>
        InWords(formula.SingleMetric is { } metric && formula.Catalog.FormulaOf(metric) is { } derived ? derived.Root : formula.Root, formula.Catalog);

    /// <summary>A node in words alone.</summary>
    internal static string InWords(Node node, MetricCatalog catalog) => new Tracer(catalog, NoFigures).Render(node, 0, 0).Words;

    private static readonly IFigures NoFigures = new FactBook([]).View("", 0);

    private static bool StandsAsReported(Metric metric, Formula formula, IFigures figures, int yearsBack) =>
        figures.Find(metric, yearsBack).IsGiven && !Evaluator.Evaluate(formula.Root, formula.Catalog, figures, yearsBack).IsComputed;

    private sealed class Tracer(MetricCatalog catalog, IFigures figures)
    {
        public List<TraceInput> Inputs { get; } = [];

        public (string Words, string Numbers) Render(Node node, int yearsBack, int strength) => node switch
        {
            NumberNode n => (n.Amount.ToString(), n.Amount.ToString()),
            MetricNode m => Metric(m, yearsBack),
            SumNode s => Sum(s, yearsBack),
            PriorNode p => Render(p.Operand, yearsBack + 1, strength),
            NegateNode n => Prefix("−", Render(n.Operand, yearsBack, 3)),
            BinaryNode b => Binary(b, yearsBack, strength),
            CallNode c => Call(c, yearsBack),
            _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
        };

        private (string, string) Metric(MetricNode node, int yearsBack)
        {
            var metric = node.Metric;
            var name = (yearsBack > 0 ? "上年" : "") + (node.Item.Length > 0 ? $"{metric.Name}（{node.Item}）" : metric.Name);
            Figure figure;
            if (node.Item.Length > 0) figure = figures.Items(metric, node.Axis, yearsBack).FirstOrDefault(i => i.Item == node.Item).Figure;
            else if (catalog.FormulaOf(metric) is { } derived && !StandsAsReported(metric, derived, figures, yearsBack))
                figure = Evaluator.Evaluate(metric, figures, catalog, yearsBack) is { IsComputed: true } r ? Figure.Given(r.Value) : Figure.NotReported;
            else figure = figures.Find(metric, yearsBack);
            return Use(name, metric, figures.Year - yearsBack, figure);
        }

        private (string, string) Sum(SumNode node, int yearsBack)
        {
            var parts = figures.Items(node.Metric, node.Axis, yearsBack)
                .Select(i => Use(i.Item, node.Metric, figures.Year - yearsBack, i.Figure)).ToList();
            var words = $"{node.Metric.Name}按{node.Axis}合计";
            return (words, parts.Count == 0 ? "未填报" : $"({string.Join(" + ", parts.Select(p => p.Numbers))})");
        }

        private (string Words, string Numbers) Use(string name, Metric metric, int year, Figure figure)
        {
            var text = FigureText.Of(figure, metric);
            Inputs.Add(new TraceInput(name, metric, year, figure, text));
            return (name, text);
        }

        private (string, string) Binary(BinaryNode node, int yearsBack, int strength)
        {
            var (own, sign) = node.Operator switch { '+' => (1, " + "), '-' => (1, " − "), '*' => (2, " × "), _ => (2, " ÷ ") };
            var (lw, ln) = Render(node.Left, yearsBack, own);
            var (rw, rn) = Render(node.Right, yearsBack, own + 1);
            var (words, numbers) = (lw + sign + rw, ln + sign + rn);
            return strength > own ? ($"({words})", $"({numbers})") : (words, numbers);
        }

        private (string, string) Call(CallNode node, int yearsBack)
        {
            var name = node.Function switch { "min" => "最小值", "max" => "最大值", _ => "绝对值" };
            var parts = node.Arguments.Select(a => Render(a, yearsBack, 0)).ToList();
            return ($"{name}({string.Join("，", parts.Select(p => p.Words))})", $"{name}({string.Join("，", parts.Select(p => p.Numbers))})");
        }

        private static (string, string) Prefix(string sign, (string Words, string Numbers) inner) => (sign + inner.Words, sign + inner.Numbers);
    }
}

/// <summary>A figure that a formula read.</summary>
/// <param name="Name">Name of the metric or item, with 上年 where it is last year's.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Year">The year it was read for.</param>
/// <param name="Figure">The figure; its fact says who reported it and on what evidence.</param>
/// <param name="Text">As printed: 28人, or 未填报.</param>
public sealed record TraceInput(string Name, Metric Metric, int Year, Figure Figure, string Text);

/// <summary>Prints figures.</summary>
public static class FigureText
{
    /// <summary>As reported when a fact is behind it; otherwise in the metric's unit, with up to two places.</summary>
    public static string Of(Figure figure, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return figure.State switch
        {
            FigureState.Given => figure.Fact?.Value is { } amount ? amount.ToString() : Of(figure.Value, metric.Unit),
            FigureState.NotApplicable => "不适用",
            FigureState.NotAvailable => "暂无数据",
            _ => "未填报",
        };
    }

    /// <summary>A value in base units, shown in <paramref name="unit"/> with at most <paramref name="places"/> places, rounded half up.</summary>
    public static string Of(decimal value, MeasureUnit unit, int places = 2)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var shown = Rounding.HalfUp(value / unit.Factor, places);
        return new Amount(shown, unit, unit.Dimension.Kind is DimensionKind.Count ? shown.Scale == 0 || shown == decimal.Truncate(shown) ? 0 : places : places).ToString();
    }
}
