using Jiheng.Model.Facts;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>Computes formulas over figures, in exact decimals and without rounding.</summary>
public static class Evaluator
{
    /// <summary>The value of a formula.</summary>
    public static Result Evaluate(Formula formula, IFigures figures)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Evaluate(formula.Root, formula.Catalog, figures, 0);
    }

    /// <summary>
    /// The value of a metric: what was reported, or for a derived one its formula. A rate whose parts nobody reports (health
    /// systems often give the rate alone) stands as reported; a control figure never does.
    /// </summary>
    public static Result Evaluate(Metric metric, IFigures figures, MetricCatalog catalog, int yearsBack = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(catalog);
        if (catalog.FormulaOf(metric) is not { } formula) return OfFigure(metric, figures.Find(metric, yearsBack));
        var computed = Evaluate(formula.Root, catalog, figures, yearsBack);
        return computed.State == ResultState.Missing && figures.Find(metric, yearsBack) is { IsGiven: true } whole ? Result.Of(whole.Value) : computed;
    }

    /// <summary>Whether a condition holds; <c>null</c> when something that it needs is not computable.</summary>
    public static bool? Holds(Condition condition, IFigures figures)
    {
        ArgumentNullException.ThrowIfNull(condition);
        bool? holds = !condition.Any;
        foreach (var comparison in condition.Comparisons)
        {
            var one = Holds(comparison, condition.Catalog, figures);
            if (one == condition.Any) return condition.Any;
            if (one is null) holds = null;
        }
        return holds;
    }

    internal static Result Evaluate(Node node, MetricCatalog catalog, IFigures figures, int yearsBack)
    {
        switch (node)
        {
            case NumberNode n:
                return Result.Of(n.Amount.Base);
            case MetricNode { Axis: "" } m:
                return Evaluate(m.Metric, figures, catalog, yearsBack);
            case MetricNode m:
                foreach (var (item, figure) in figures.Items(m.Metric, m.Axis, yearsBack))
                {
                    if (item == m.Item) return OfFigure(m.Metric, figure);
                }
                return Result.NotReported(m.Metric);
            case SumNode s:
                return Sum(s, figures, yearsBack);
            case PriorNode p:
                return Evaluate(p.Operand, catalog, figures, yearsBack + 1);
            case NegateNode n:
                var operand = Evaluate(n.Operand, catalog, figures, yearsBack);
                return operand.IsComputed ? Result.Of(-operand.Value) : operand;
            case BinaryNode b:
                return Apply(b.Operator, Evaluate(b.Left, catalog, figures, yearsBack), Evaluate(b.Right, catalog, figures, yearsBack));
            case CallNode c:
                return Call(c, catalog, figures, yearsBack);
            default:
                throw new InvalidOperationException($"Unknown node {node.GetType().Name}.");
        }
    }

    private static Result OfFigure(Metric metric, Figure figure) => figure.State switch
    {
        FigureState.Given => Result.Of(figure.Value),
        FigureState.NotApplicable => Result.NotApplicable,
        _ => Result.NotReported(metric),
    };

    private static Result Sum(SumNode node, IFigures figures, int yearsBack)
    {
        var total = Result.NotReported(node.Metric);
        foreach (var (_, figure) in figures.Items(node.Metric, node.Axis, yearsBack))
        {
            if (figure.IsGiven) total = Result.Of((total.IsComputed ? total.Value : 0) + figure.Value);
            else if (figure.State == FigureState.NotAvailable) return Result.NotReported(node.Metric);
        }
        return total;
    }

    private static Result Call(CallNode call, MetricCatalog catalog, IFigures figures, int yearsBack)
    {
        var result = Evaluate(call.Arguments[0], catalog, figures, yearsBack);
        if (call.Function == "abs") return result.IsComputed ? Result.Of(Math.Abs(result.Value)) : result;
        foreach (var argument in call.Arguments.Skip(1))
        {
            var next = Evaluate(argument, catalog, figures, yearsBack);
            if (!result.IsComputed || !next.IsComputed) result = Result.Failed(result, next);
            else result = Result.Of(call.Function == "min" ? Math.Min(result.Value, next.Value) : Math.Max(result.Value, next.Value));
        }
        return result;
    }

    private static Result Apply(char op, Result left, Result right)
    {
        if (!left.IsComputed || !right.IsComputed) return Result.Failed(left, right);
        if (op == '/' && right.Value == 0) return Result.Undefined;
        try
        {
            return Result.Of(op switch
            {
                '+' => left.Value + right.Value,
                '-' => left.Value - right.Value,
                '*' => left.Value * right.Value,
                _ => left.Value / right.Value,
            });
        }
        catch (OverflowException)
        {
            return Result.Overflow;
        }
    }

    private static bool? Holds(Comparison comparison, MetricCatalog catalog, IFigures figures)
    {
        var left = Evaluate(comparison.Left, catalog, figures, 0);
        var right = Evaluate(comparison.Right, catalog, figures, 0);
        if (!left.IsComputed || !right.IsComputed) return null;
        return comparison.Operator switch
        {
            "=" => left.Value == right.Value,
            "!=" => left.Value != right.Value,
            "<" => left.Value < right.Value,
            "<=" => left.Value <= right.Value,
            ">" => left.Value > right.Value,
            _ => left.Value >= right.Value,
        };
    }
}
