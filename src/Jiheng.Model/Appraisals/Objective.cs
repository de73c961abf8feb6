using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Appraisals;

/// <summary>
/// What was approved for the year (绩效目标): overall goals, the unit's own indicators in the slots of its scheme, and
/// targets that differ from the scheme's default. Appraisal measures against this and nothing invented afterwards.
/// </summary>
public sealed record Objective
{
    /// <summary>An objective that adds nothing to the scheme.</summary>
    public static Objective None { get; } = new();

    /// <summary>Overall goals of the year (年度总体目标), one sentence each.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>How far each goal was reached, in words, in the same order; may be shorter.</summary>
    public IReadOnlyList<string> GoalResults { get; init; } = [];

    /// <summary>The unit's own indicators.</summary>
    public IReadOnlyList<OwnIndicator> Indicators { get; init; } = [];

    /// <summary>Targets for the scheme's own indicators, by code.</summary>
    public IReadOnlyDictionary<string, Amount> Targets { get; init; } = new Dictionary<string, Amount>();
}

/// <summary>An indicator that the unit set itself, in a slot of its scheme.</summary>
public sealed record OwnIndicator
{
    /// <summary>Code of the slot.</summary>
    public required string Slot { get; init; }

    /// <summary>Code of the indicator: that of the slot and a number, P.1.3.</summary>
    public required string Code { get; init; }

    /// <summary>Name (三级指标).</summary>
    public required string Name { get; init; }

    /// <summary>Points.</summary>
    public required decimal Weight { get; init; }

    /// <summary>How value and target compare.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Target (年度指标值); <c>null</c> for a qualitative one.</summary>
    public Amount? Target { get; init; }

    /// <summary>Target in words, for qualitative indicators; empty otherwise.</summary>
    public string TargetText { get; init; } = "";

    /// <summary>How the actual value is computed; <c>null</c> for a qualitative indicator.</summary>
    public Formula? Value { get; init; }

    /// <summary>Remark; empty for none.</summary>
    public string Note { get; init; } = "";
}

/// <summary>
/// The user's confirmation that a scheme is this year's, after which totals are official: weights were never all seen in
/// official texts, so nobody but the unit can say it.
/// </summary>
/// <param name="Document">Document number of the notice (文号).</param>
/// <param name="Person">Who confirmed.</param>
/// <param name="Date">When.</param>
/// <param name="SchemeHash">Hash of the scheme confirmed; a confirmation of another hash does not count. Empty confirms whatever is loaded.</param>
public sealed record SchemeConfirmation(string Document, string Person, DateOnly Date, string SchemeHash = "");
