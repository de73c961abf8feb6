using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>
/// A formula that was read and whose units were checked. The language has <c>+ - * /</c>, <c>min max abs</c>,
/// <c>prev(x)</c> (last year), <c>pct(a, b)</c> and <c>per(a, b)</c> (a ÷ b), <c>change(x)</c> (growth against last year),
/// <c>sum(metric by 轴)</c> and <c>metric[轴=分项]</c>; nothing else.
/// </summary>
public sealed class Formula
{
    private IReadOnlyList<Metric>? _reads;

    internal Formula(string source, Node root, MetricCatalog catalog) => (Source, Root, Catalog) = (source, root, catalog);

    /// <summary>The text that was read.</summary>
    public string Source { get; }

    /// <summary>The formula in Chinese words: 在职人数 ÷ 编制数.</summary>
    public string Words => Trace.InWords(this);

    /// <summary>What the result measures.</summary>
    public Dimension Dimension => Root.Dimension;

    /// <summary>The metrics that it names, each once, in order.</summary>
    public IReadOnlyList<Metric> Reads => _reads ??= [.. MetricsOf(Root).DistinctBy(m => m.Code)];

    /// <summary>The reported metrics on which it rests in the end, through derived ones, each once.</summary>
    public IReadOnlyList<Metric> RestsOn =>
        [.. Reads.SelectMany(m => Catalog.FormulaOf(m) is { } derived ? derived.RestsOn : [m]).DistinctBy(m => m.Code)];

    /// <summary>The metric when the formula is nothing but one metric as a whole; otherwise <c>null</c>.</summary>
    public Metric? SingleMetric => Root is MetricNode { Axis: "" } m ? m.Metric : null;

    internal Node Root { get; }

    internal MetricCatalog Catalog { get; }

    /// <summary>Reads a formula and checks its units against the catalogue.</summary>
    public static FormulaReading Read(string source, MetricCatalog catalog) => new FormulaParser(source, catalog).ReadFormula();

    internal static IEnumerable<Metric> MetricsOf(Node node) => node switch
    {
        MetricNode m => [m.Metric],
        SumNode s => [s.Metric],
        PriorNode p => MetricsOf(p.Operand),
        NegateNode n => MetricsOf(n.Operand),
        BinaryNode b => MetricsOf(b.Left).Concat(MetricsOf(b.Right)),
        CallNode c => c.Arguments.SelectMany(MetricsOf),
        _ => [],
    };

    /// <inheritdoc/>
    public override string ToString() => Source;
}

/// <summary>A condition: comparisons joined by <c>and</c> or <c>or</c> (not both).</summary>
public sealed class Condition
{
    internal Condition(string source, IReadOnlyList<Comparison> comparisons, bool any, MetricCatalog catalog) =>
        (Source, Comparisons, Any, Catalog) = (source, comparisons, any, catalog);

    /// <summary>The text that was read.</summary>
    public string Source { get; }

    /// <summary>The condition in Chinese words: 政府采购预算数 = 0.</summary>
    public string Words =>
        string.Join(Any ? " 或 " : " 且 ", Comparisons.Select(c => $"{Trace.InWords(c.Left, Catalog)} {c.Operator switch { "!=" => "≠", "<=" => "≤", ">=" => "≥", var sign => sign }} {Trace.InWords(c.Right, Catalog)}"));

    /// <summary>The metrics that it names, each once, in order.</summary>
    public IReadOnlyList<Metric> Reads => [.. Comparisons.SelectMany(c => Formula.MetricsOf(c.Left).Concat(Formula.MetricsOf(c.Right))).DistinctBy(m => m.Code)];

    internal IReadOnlyList<Comparison> Comparisons { get; }

    internal bool Any { get; }

    internal MetricCatalog Catalog { get; }

    /// <summary>Reads a condition and checks its units against the catalogue.</summary>
    public static ConditionReading Read(string source, MetricCatalog catalog) => new FormulaParser(source, catalog).ReadCondition();

    /// <inheritdoc/>
    public override string ToString() => Source;
}

/// <summary>What reading a formula gave: the formula, or all its faults.</summary>
public sealed record FormulaReading(Formula? Formula, IReadOnlyList<FormulaFault> Faults);

/// <summary>What reading a condition gave: the condition, or all its faults.</summary>
public sealed record ConditionReading(Condition? Condition, IReadOnlyList<FormulaFault> Faults);

/// <summary>A fault in a formula.</summary>
/// <param name="Kind">What sort of fault.</param>
/// <param name="Position">Offset of the offending piece in the formula's text, from 0.</param>
/// <param name="Message">What is wrong and what is expected, in Chinese.</param>
/// <param name="Nearest">The valid name that was probably meant, or <c>null</c>.</param>
public sealed record FormulaFault(FormulaFaultKind Kind, int Position, string Message, string? Nearest = null);

/// <summary>Sorts of faults in a formula.</summary>
public enum FormulaFaultKind
{
    /// <summary>It cannot be parsed.</summary>
    Syntax,

    /// <summary>A metric that is not in the catalogue.</summary>
    UnknownMetric,

    /// <summary>A function that does not exist.</summary>
    UnknownFunction,

    /// <summary>A unit that is not known.</summary>
    UnknownUnit,

    /// <summary>Units that do not fit together.</summary>
    UnitMismatch,

    /// <summary>A derived metric that depends on itself.</summary>
    Cycle,
}
