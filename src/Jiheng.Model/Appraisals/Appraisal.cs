using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Appraisals;

/// <summary>The outcome of scoring one subject for one year (自评). Recomputed whenever asked for; never patched.</summary>
public sealed record Appraisal
{
    /// <summary>The scheme it was scored with.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>Fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>One entry per row of the form, headings included, in its order.</summary>
    public required IReadOnlyList<IndicatorScore> Scores { get; init; }

    /// <summary>Points given so far.</summary>
    public required decimal PointsSoFar { get; init; }

    /// <summary>The total; <c>null</c> while an indicator with points is not scored.</summary>
    public decimal? Total { get; init; }

    /// <summary>Grade of the total; <c>null</c> without a total.</summary>
    public string? Grade { get; init; }

    /// <summary>Rules on the total that applied.</summary>
    public IReadOnlyList<TotalRule> AppliedRules { get; init; } = [];

    /// <summary>Why the total is a trial one (试算分), in Chinese; empty when it is official.</summary>
    public required IReadOnlyList<string> TrialReasons { get; init; }

    /// <summary>Whether the total is official (正式得分) rather than a trial (试算分).</summary>
    public bool IsOfficial => TrialReasons.Count == 0 && Total is not null;

    /// <summary>Scored indicators, without headings.</summary>
    public IEnumerable<IndicatorScore> Leaves => Scores.Where(s => s.Status != ScoreStatus.Heading);

    /// <summary>Indicators that still have no points.</summary>
    public IEnumerable<IndicatorScore> Open => Leaves.Where(s => s.IsOpen);

    /// <summary>The entry with this code, or <c>null</c>.</summary>
    public IndicatorScore? Find(string code) => Scores.FirstOrDefault(s => s.Code == code);
}

/// <summary>One row of the form: a heading with its subtotal or an indicator with its points and their reason.</summary>
public sealed record IndicatorScore
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Level from 1.</summary>
    public required int Level { get; init; }

    /// <summary>Full points; <c>null</c> when unknown.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Whether the full points are a placeholder, not official.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>Whether the unit set the indicator itself.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Direction of the target; <c>null</c> for headings and judged indicators.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Target; <c>null</c> when there is none in figures.</summary>
    public Amount? Target { get; init; }

    /// <summary>Target as the form prints it; empty for none.</summary>
    public string TargetText { get; init; } = "";

    /// <summary>Actual value as the form prints it; empty for none.</summary>
    public string ActualText { get; init; } = "";

    /// <summary>The value, or why there is none.</summary>
    public Result Value { get; init; }

    /// <summary>How the value is computed; <c>null</c> for headings and judged indicators.</summary>
    public Formula? Formula { get; init; }

    /// <summary>Points, rounded as the scheme says; <c>null</c> when not scored. Of a heading the subtotal of what is scored.</summary>
    public decimal? Points { get; init; }

    /// <summary>What became of the indicator.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Whether points are still to come, so that there is no total yet.</summary>
    public bool IsOpen => Points is null && Status is not (ScoreStatus.Heading or ScoreStatus.NotApplicable or ScoreStatus.UnusedSlot);

    /// <summary>How the points came about, in Chinese with the figures in it.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Why a person must explain (偏差原因分析); empty when nothing need be explained.</summary>
    public IReadOnlyList<string> MustExplain { get; init; } = [];

    /// <summary>Where the indicator comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Unknown;
}

/// <summary>What became of an indicator.</summary>
public enum ScoreStatus
{
    /// <summary>Points were given.</summary>
    Scored,

    /// <summary>A heading; its points are a subtotal.</summary>
    Heading,

    /// <summary>It does not apply to this subject.</summary>
    NotApplicable,

    /// <summary>A figure is missing or a denominator is zero.</summary>
    NotComputable,

    /// <summary>Nobody has judged yet, or the judgement is not valid.</summary>
    Unjudged,

    /// <summary>A slot into which the unit has put nothing yet.</summary>
    EmptySlot,

    /// <summary>A slot that may stay empty and does.</summary>
    UnusedSlot,

    /// <summary>Its points are unknown, so it cannot be scored.</summary>
    WeightUnknown,
}
