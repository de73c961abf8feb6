using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>What a formula gives: a value in base units, or why there is none. The default value is 'missing', never 0.</summary>
public readonly record struct Result
{
    private Result(ResultState state, decimal value, IReadOnlyList<Metric>? missing) => (State, Value, _missing) = (state, value, missing);

    private readonly IReadOnlyList<Metric>? _missing;

    /// <summary>Whether there is a value and if not, why.</summary>
    public ResultState State { get; }

    /// <summary>The value in base units; 0 and meaningless unless <see cref="IsComputed"/>.</summary>
    public decimal Value { get; }

    /// <summary>The metrics that nobody reported; empty unless <see cref="State"/> is <see cref="ResultState.Missing"/>.</summary>
    public IReadOnlyList<Metric> Missing => _missing ?? [];

    /// <summary>Whether there is a value.</summary>
    public bool IsComputed => State == ResultState.Computed;

    /// <summary>A value.</summary>
    public static Result Of(decimal value) => new(ResultState.Computed, value, null);

    /// <summary>Not computable because something was not reported.</summary>
    public static Result NotReported(params IReadOnlyList<Metric> missing) => new(ResultState.Missing, 0, missing);

    /// <summary>Not computable: a division by zero. Never 0 %.</summary>
    public static Result Undefined { get; } = new(ResultState.Undefined, 0, null);

    /// <summary>Not computable: too large for exact arithmetic.</summary>
    public static Result Overflow { get; } = new(ResultState.Overflow, 0, null);

    /// <summary>The subject has no such thing.</summary>
    public static Result NotApplicable { get; } = new(ResultState.NotApplicable, 0, null);

    /// <summary>Why there is no value, in Chinese; empty when there is one.</summary>
    public string Reason => State switch
    {
        ResultState.Missing when Missing.Count == 0 => "没有数",
        ResultState.Missing => $"缺少：{string.Join("、", Missing.Select(m => m.Name).Distinct())}",
        ResultState.Undefined => "分母为零，无法计算",
        ResultState.Overflow => "数值过大，无法精确计算",
        ResultState.NotApplicable => "不适用",
        _ => "",
    };

    /// <summary>Two results of which at least one has no value: missing before undefined before not applicable.</summary>
    internal static Result Failed(Result a, Result b)
    {
        if (a.State == ResultState.Missing && b.State == ResultState.Missing) return NotReported([.. a.Missing, .. b.Missing]);
        return a.State < b.State ? a : b;
    }
}

/// <summary>Whether a formula has a value; of two reasons why there is none the earlier one is told.</summary>
public enum ResultState
{
    /// <summary>Something was not reported.</summary>
    Missing,

    /// <summary>Too large for exact arithmetic.</summary>
    Overflow,

    /// <summary>Division by zero.</summary>
    Undefined,

    /// <summary>The subject has no such thing.</summary>
    NotApplicable,

    /// <summary>It has.</summary>
    Computed,
}
