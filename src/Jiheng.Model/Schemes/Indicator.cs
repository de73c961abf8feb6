using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Schemes;

/// <summary>An indicator of a scheme (指标): a heading, a scored leaf, or a slot that the unit fills with its own.</summary>
public sealed record Indicator
{
    /// <summary>Code by level: A, A.1, A.1.2.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Official points; <c>null</c> when unknown, or when the unit distributes its parent's points itself.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Where the weight comes from.</summary>
    public WeightBasis WeightBasis { get; init; }

    /// <summary>Points for trial runs where the official ones are unknown; never official.</summary>
    public decimal? PlaceholderWeight { get; init; }

    /// <summary>How value and target compare; <c>null</c> for headings and judged indicators.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Default target; <c>null</c> when the objective sets it.</summary>
    public Amount? Target { get; init; }

    /// <summary>How the value is computed; <c>null</c> for headings, slots and judged indicators.</summary>
    public Formula? Value { get; init; }

    /// <summary>How points are given; <c>null</c> for headings, and for slots whose indicators are scored by their direction.</summary>
    public ScoringRule? Rule { get; init; }

    /// <summary>When the indicator does not apply and what then; <c>null</c> when it always applies.</summary>
    public NotApplicableRule? NotApplicable { get; init; }

    /// <summary>For a slot what the unit may put there; otherwise <c>null</c>.</summary>
    public Slot? Slot { get; init; }

    /// <summary>Kinds of evidence expected, in Chinese.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Where the indicator comes from and how well it is known.</summary>
    public Provenance Provenance { get; init; } = Provenance.Unknown;

    /// <summary>Remark for the user; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Code of the indicator above; <c>null</c> at the top.</summary>
    public string? ParentCode => Code.LastIndexOf('.') is var at and > 0 ? Code[..at] : null;

    /// <summary>Level from 1.</summary>
    public int Level => Code.Count(c => c == '.') + 1;

    /// <summary>The points to reckon with: official, or else placeholder, or else none.</summary>
    public decimal? WorkingWeight => Weight ?? PlaceholderWeight;
}

/// <summary>What a unit may put into a slot for user-defined indicators.</summary>
/// <param name="Min">Fewest indicators.</param>
/// <param name="Max">Most indicators.</param>
/// <param name="Directions">Directions that their targets may have.</param>
/// <param name="Suggested">Codes of metrics worth considering.</param>
public sealed record Slot(int Min, int Max, IReadOnlyList<Direction> Directions, IReadOnlyList<string> Suggested);

/// <summary>How a value and its target compare (计算符号).</summary>
public enum Direction
{
    /// <summary>≥: more is better.</summary>
    AtLeast,

    /// <summary>＞: more is better, the target itself is not enough.</summary>
    MoreThan,

    /// <summary>＝.</summary>
    Equal,

    /// <summary>≤: less is better.</summary>
    AtMost,

    /// <summary>＜: less is better, the target itself is too much.</summary>
    LessThan,

    /// <summary>定性: judged in words.</summary>
    Qualitative,
}

/// <summary>Where the points of an indicator come from.</summary>
public enum WeightBasis
{
    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>Seen in an official text or real form.</summary>
    Verified,

    /// <summary>Professional memory.</summary>
    FromMemory,

    /// <summary>Follows from other weights.</summary>
    Derived,

    /// <summary>The nation's usual 10/50/30/10.</summary>
    NationalDefault,

    /// <summary>The unit sets it within its parent's points.</summary>
    User,
}

/// <summary>When an indicator does not apply, and what then.</summary>
/// <param name="When">A condition over facts; <c>null</c> when a person must say.</param>
/// <param name="Question">The question put to a person; <c>null</c> when a condition decides.</param>
/// <param name="Policy">What then.</param>
public sealed record NotApplicableRule(Condition? When, string? Question, NotApplicablePolicy Policy);

/// <summary>What happens to the points of an indicator that does not apply.</summary>
public enum NotApplicablePolicy
{
    /// <summary>Full points.</summary>
    FullScore,

    /// <summary>It is taken out and the rest scaled to the full total (权重折算).</summary>
    Rescale,

    /// <summary>No points.</summary>
    Zero,
}
