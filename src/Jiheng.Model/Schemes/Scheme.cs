using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Schemes;

/// <summary>
/// How a kind of subject is scored in a region (评价方案): indicators with their weights and rules, what happens to the
/// total, and the grades. Read from a pack, with all overlays applied; never changed afterwards.
/// </summary>
public sealed record Scheme
{
    /// <summary>Pack id, for example <c>hunan/department</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the region that uses it.</summary>
    public string Region { get; init; } = "";

    /// <summary>First fiscal year it applies to.</summary>
    public int FromYear { get; init; }

    /// <summary>Last fiscal year it applies to; <c>null</c> while it is in force.</summary>
    public int? ToYear { get; init; }

    /// <summary>What it scores.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>Whether official weights and rules are all known. An incomplete scheme yields trial scores only.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Document that the scheme stands on, and how well it is known.</summary>
    public Provenance Provenance { get; init; } = Provenance.Unknown;

    /// <summary>Rounding points.</summary>
    public Rounding Rounding { get; init; } = Rounding.Usual;

    /// <summary>Grades from best to worst.</summary>
    public required IReadOnlyList<GradeBand> Grades { get; init; }

    /// <summary>Whether the grade bands are the nation's default rather than the region's own.</summary>
    public bool GradesAreDefault { get; init; }

    /// <summary>All indicators, parents before children, in the order of the form.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Caps and fixed deductions on the total.</summary>
    public IReadOnlyList<TotalRule> TotalRules { get; init; } = [];

    /// <summary>Rows of the funds block of the form (资金); empty for schemes whose form has none.</summary>
    public IReadOnlyList<FundsRow> Funds { get; init; } = [];

    /// <summary>Sets of rows of the funds block that must add up to its total row.</summary>
    public IReadOnlyList<CrossFoot> CrossFoots { get; init; } = [];

    /// <summary>What happens when an indicator passes its target by far.</summary>
    public OverTarget OverTarget { get; init; } = OverTarget.Usual;

    /// <summary>Rules for user-defined indicators, by direction of their target.</summary>
    public IReadOnlyDictionary<Direction, ScoringRule> RulesByDirection { get; init; } = new Dictionary<Direction, ScoringRule>();

    /// <summary>Remarks for the user: what is known, assumed or must be checked.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>SHA-256 of the resolved pack; pinned to a dossier when its objective is approved.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The indicator with this code, or <c>null</c>.</summary>
    public Indicator? Find(string code) => Indicators.FirstOrDefault(i => i.Code == code);

    /// <summary>Indicators without a parent.</summary>
    public IEnumerable<Indicator> Roots => Indicators.Where(i => i.ParentCode is null || Find(i.ParentCode) is null);

    /// <summary>Indicators directly below.</summary>
    public IEnumerable<Indicator> ChildrenOf(string code) => Indicators.Where(i => i.ParentCode == code);

    /// <summary>Whether an indicator has none below it in the scheme (it may still be a slot).</summary>
    public bool IsLeaf(Indicator indicator) => !Indicators.Any(i => i.ParentCode == indicator.Code);
}

/// <summary>What a scheme scores.</summary>
public enum SubjectKind
{
    /// <summary>All expenditure of a department (部门整体支出).</summary>
    DepartmentOverall,

    /// <summary>One project (项目支出).</summary>
    Project,
}

/// <summary>A grade (等级).</summary>
/// <param name="Name">优, 良, 中, 差.</param>
/// <param name="From">Lowest total that has it, inclusive.</param>
public sealed record GradeBand(string Name, decimal From);

/// <summary>A row of the funds block: budget and execution of one part of the money.</summary>
/// <param name="Name">As the form prints it.</param>
/// <param name="Budget">Full-year budget (全年预算数).</param>
/// <param name="Execution">Full-year execution (全年执行数).</param>
/// <param name="IsTotal">Whether it is the total row, the only one that is scored.</param>
/// <param name="Initial">Budget as first approved (年初预算数); <c>null</c> for forms without that column.</param>
public sealed record FundsRow(string Name, Formula Budget, Formula Execution, bool IsTotal, Formula? Initial = null);

/// <summary>Rows of the funds block that together are its total row, for example by source or by kind of expenditure.</summary>
/// <param name="Name">What the rows divide the money by, in Chinese.</param>
/// <param name="Rows">Names of the rows.</param>
public sealed record CrossFoot(string Name, IReadOnlyList<string> Rows);

/// <summary>What happens when an indicator passes its target by far.</summary>
/// <param name="Ratio">From how many times the target on; 1.3 by practice (no national rule names a figure).</param>
/// <param name="Action">What happens.</param>
/// <param name="Points">Points deducted from the indicator with <see cref="OverTargetAction.Deduct"/>.</param>
public sealed record OverTarget(decimal Ratio, OverTargetAction Action, decimal Points = 0)
{
    /// <summary>From 1.3 times on the reason must be written; nothing is deducted.</summary>
    public static OverTarget Usual { get; } = new(1.3m, OverTargetAction.Explain);
}

/// <summary>What happens when an indicator passes its target by far.</summary>
public enum OverTargetAction
{
    /// <summary>The reason must be written.</summary>
    Explain,

    /// <summary>Points are deducted.</summary>
    Deduct,

    /// <summary>The indicator scores nothing.</summary>
    Zero,
}

/// <summary>A rule on the total: a cap, or a fixed deduction.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Kind">Cap or deduction.</param>
/// <param name="Points">The cap, or the points deducted.</param>
/// <param name="When">When it applies.</param>
/// <param name="Provenance">Where the rule comes from.</param>
public sealed record TotalRule(string Name, TotalRuleKind Kind, decimal Points, Condition When, Provenance Provenance);

/// <summary>Kinds of rule on the total.</summary>
public enum TotalRuleKind
{
    /// <summary>The total may not pass a limit.</summary>
    Cap,

    /// <summary>Points are taken off the total.</summary>
    Deduct,
}
