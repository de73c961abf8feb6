using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>A node of a parsed formula; <paramref name="Dimension"/> was checked when the formula was read.</summary>
internal abstract record Node(Dimension Dimension);

/// <summary>A number with its unit, in base units.</summary>
internal sealed record NumberNode(Amount Amount) : Node(Amount.Dimension);

/// <summary>A metric, or one item of it.</summary>
internal sealed record MetricNode(Metric Metric, string Axis, string Item) : Node(Metric.Unit.Dimension);

/// <summary>Sum of a metric's items on one axis.</summary>
internal sealed record SumNode(Metric Metric, string Axis) : Node(Metric.Unit.Dimension);

/// <summary>The operand, one year back.</summary>
internal sealed record PriorNode(Node Operand) : Node(Operand.Dimension);

/// <summary>The operand with the other sign.</summary>
internal sealed record NegateNode(Node Operand) : Node(Operand.Dimension);

/// <summary>One of <c>+ - * /</c>.</summary>
internal sealed record BinaryNode(char Operator, Node Left, Node Right, Dimension Dimension) : Node(Dimension);

/// <summary>min, max or abs.</summary>
internal sealed record CallNode(string Function, IReadOnlyList<Node> Arguments, Dimension Dimension) : Node(Dimension);

/// <summary>A comparison of two formulas, for conditions.</summary>
internal sealed record Comparison(Node Left, string Operator, Node Right);
