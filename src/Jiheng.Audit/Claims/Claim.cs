using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Claims;

/// <summary>One relation between figures that a text states, recomputed.</summary>
public sealed class Claim
{
    private string? _formula;

    /// <summary>What kind of relation.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>The stated result: the whole, the rate, the change.</summary>
    public required Figure Result { get; init; }

    /// <summary>What it is computed from, in the order of the formula. Empty for a bound that needs none.</summary>
    public required IReadOnlyList<Operand> Operands { get; init; }

    /// <summary>Whether the printed figures agree, and by what allowance.</summary>
    public required Agreement How { get; init; }

    /// <summary>How sure the reading of the text is.</summary>
    public required Grade Grade { get; init; }

    /// <summary>The result computed from the operands, in the printed unit of <see cref="Result"/>; <c>null</c> when it is undefined.</summary>
    public decimal? Recomputed { get; init; }

    /// <summary>The results that the rounding of the operands allows, in the printed unit of <see cref="Result"/>.</summary>
    public Interval? Allowed { get; init; }

    /// <summary>The computation with its result, for example '849 ÷ 919 = 92.38%'.</summary>
    public string Formula => _formula ??= Explain();

    /// <summary>Writes <see cref="Formula"/> when somebody asks; most claims hold and are never shown.</summary>
    internal Func<string> Explain { get; init; } = () => "";

    /// <summary>Which reading of the text was taken and why, in Chinese.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Whether the claim holds.</summary>
    public bool Holds => How != Agreement.Violated;
}

/// <summary>One operand: a figure, or a name of a list.</summary>
public readonly record struct Operand
{
    private readonly Spot _at;
    private readonly string? _text;

    private Operand(Figure? figure, Spot at, string? text) => (Figure, _at, _text) = (figure, at, text);

    /// <summary>The figure; <c>null</c> for a name.</summary>
    public Figure? Figure { get; }

    /// <summary>Where it stands.</summary>
    public Spot At => Figure?.At ?? _at;

    /// <summary>As printed.</summary>
    public string Text => Figure?.Text ?? _text ?? "";

    /// <summary>An operand that is a figure.</summary>
    public static Operand Of(Figure figure) => new(figure, default, null);

    /// <summary>An operand that is a name of a list.</summary>
    public static Operand Of(Spot at, string name) => new(null, at, name);
}

/// <summary>Kinds of relation, named as in the JSON Lines contract.</summary>
public enum ClaimType
{
    /// <summary>A whole and its parts.</summary>
    Sum,

    /// <summary>What is left of one figure after another, or the change between two.</summary>
    Difference,

    /// <summary>Price times quantity.</summary>
    Product,

    /// <summary>Shares, rates, averages, multiples.</summary>
    Ratio,

    /// <summary>Growth in per cent.</summary>
    Growth,

    /// <summary>A stated number against the list that it announces.</summary>
    Count,

    /// <summary>The same figure stated twice.</summary>
    Equality,

    /// <summary>Actual against target or limit.</summary>
    Ordering,

    /// <summary>A rate that cannot pass 100 %, a part that cannot pass its whole.</summary>
    Bound,
}

/// <summary>How a claim agrees with the figures as printed.</summary>
public enum Agreement
{
    /// <summary>To the last digit.</summary>
    Exact,

    /// <summary>After rounding the result.</summary>
    Rounding,

    /// <summary>After cutting off the result's digits.</summary>
    Truncation,

    /// <summary>Within what the rounding of the operands allows.</summary>
    OperandRounding,

    /// <summary>A list closed by 等 names fewer than the number stated.</summary>
    PartialList,

    /// <summary>It cannot be computed (0 ÷ 0), and nothing contradicts it.</summary>
    Undefined,

    /// <summary>It does not hold.</summary>
    Violated,
}

/// <summary>How sure a reading is.</summary>
public enum Grade
{
    /// <summary>Found by arithmetic alone; may confirm, never accuse.</summary>
    Inferred,

    /// <summary>From the place of the figures: column, tree, list.</summary>
    Structural,

    /// <summary>From words of the text in the same record.</summary>
    Explicit,
}
