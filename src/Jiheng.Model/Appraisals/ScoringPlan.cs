using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Appraisals;

/// <summary>A scheme with the objective's own indicators put into its slots: the rows of the form, ready to be scored.</summary>
internal sealed class ScoringPlan
{
    public ScoringPlan(Scheme scheme, Objective objective)
    {
        List<PlanRow> rows = [];
        foreach (var root in scheme.Roots) Add(root, -1);
        Rows = rows;
        Faults = [.. SlotFaults(scheme, objective), .. WeightFaults(scheme, objective)];

        void Add(Indicator indicator, int parent)
        {
            var own = objective.Indicators.Where(o => o.Slot == indicator.Code).ToList();
            var leaf = scheme.IsLeaf(indicator) && own.Count == 0;
            var target = objective.Targets.TryGetValue(indicator.Code, out var set) ? set : indicator.Target;
            var weight = indicator.WorkingWeight ?? (own.Count > 0 ? own.Sum(o => o.Weight) : null);
            // What a unit puts into a slot whose points are a placeholder is worth no more than the placeholder.
            var isPlaceholder = indicator.Weight is null && (indicator.PlaceholderWeight is not null || (parent >= 0 && rows[parent].IsPlaceholder));
            rows.Add(new PlanRow(indicator.Code, indicator.Name, indicator.Level, parent, weight, isPlaceholder,
                IsOwn: false, leaf, leaf && indicator.Slot is not null, indicator is { Slot.Min: 0, Weight: null, PlaceholderWeight: null }, indicator.Direction, target, TargetText(indicator.Direction, target, ""), indicator.Value,
                RuleFor(indicator.Direction, target, indicator.Rule), indicator.NotApplicable, UnitOf(indicator.Value, target), indicator.Provenance));
            var at = rows.Count - 1;
            foreach (var o in own)
            {
                var rule = RuleFor(o.Direction, o.Target, indicator.Rule ?? scheme.RulesByDirection.GetValueOrDefault(o.Direction));
                rows.Add(new PlanRow(o.Code, o.Name, indicator.Level + 1, at, o.Weight, isPlaceholder, IsOwn: true, IsLeaf: true, IsEmptySlot: false, MayStayEmpty: false, o.Direction, o.Target,
                    TargetText(o.Direction, o.Target, o.TargetText), o.Value, rule, indicator.NotApplicable, UnitOf(o.Value, o.Target), indicator.Provenance));
            }
            foreach (var child in scheme.ChildrenOf(indicator.Code)) Add(child, at);
        }
    }

    public IReadOnlyList<PlanRow> Rows { get; }

    /// <summary>What is wrong with the objective's own indicators and their weights, in Chinese.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static IEnumerable<string> SlotFaults(Scheme scheme, Objective objective)
    {
        foreach (var stray in objective.Indicators.Where(o => scheme.Find(o.Slot)?.Slot is null))
            yield return $"自设指标“{stray.Name}”放在“{stray.Slot}”，方案里没有这个自设位置";
        foreach (var place in scheme.Indicators)
        {
            if (place.Slot is not { } slot) continue;
            var own = objective.Indicators.Where(o => o.Slot == place.Code).ToList();
            if (own.Count > slot.Max) yield return $"“{place.Name}”最多设 {slot.Max} 个指标，现有 {own.Count} 个";
            foreach (var wrong in own.Where(o => !slot.Directions.Contains(o.Direction)))
                yield return $"自设指标“{wrong.Name}”的计算符号在“{place.Name}”里不可用";
        }
    }

    private static IEnumerable<string> WeightFaults(Scheme scheme, Objective objective)
    {
        foreach (var parent in scheme.Indicators)
        {
            var slots = scheme.ChildrenOf(parent.Code).Where(c => c.Slot is not null && c.Weight is null && c.PlaceholderWeight is null).ToList();
            if (parent.Slot is not null) slots = [parent];
            if (slots.Count == 0 || parent.WorkingWeight is not { } due) continue;
            var given = slots.Sum(s => objective.Indicators.Where(o => o.Slot == s.Code).Sum(o => o.Weight))
                + scheme.ChildrenOf(parent.Code).Except(slots).Sum(c => c.WorkingWeight ?? 0);
            if (given != due && given != 0) yield return $"“{parent.Name}”应为 {due:0.##} 分，自设指标合计 {given:0.##} 分";
        }
    }

    // A target of 0 cannot be divided by; = ≤ ＜ then mean 'none at all'.
    private static ScoringRule? RuleFor(Direction? direction, Amount? target, ScoringRule? rule) =>
        target is { Value: 0 }
        && direction is Direction.Equal or Direction.AtMost or Direction.LessThan
        && rule is ProportionalRule or ReverseLinearRule or ReverseRatioRule ? new EqualZeroRule() : rule;

    private static MeasureUnit UnitOf(Formula? value, Amount? target)
    {
        if (target is { } t) return t.Unit;
        if (value?.SingleMetric is { } metric) return metric.Unit;
        return (value?.Dimension.Kind) switch
        {
            DimensionKind.Ratio => MeasureUnit.Percent,
            DimensionKind.Money => MeasureUnit.TenThousandYuan,
            null => MeasureUnit.Point,
            _ => MeasureUnit.BaseOf(value.Dimension),
        };
    }

    private static string TargetText(Direction? direction, Amount? target, string words)
    {
        if (target is not { } t) return words;
        var sign = direction switch
        {
            Direction.AtLeast => "≥",
            Direction.MoreThan => "＞",
            Direction.AtMost => "≤",
            Direction.LessThan => "＜",
            Direction.Equal => "=",
            _ => "",
        };
        return sign + t;
    }
}

/// <summary>A row of the form, ready to be scored.</summary>
internal sealed record PlanRow(
    string Code, string Name, int Level, int Parent, decimal? Weight, bool IsPlaceholder, bool IsOwn, bool IsLeaf, bool IsEmptySlot, bool MayStayEmpty, Direction? Direction,
    Amount? Target, string TargetText, Formula? Value, ScoringRule? Rule, NotApplicableRule? NotApplicable, MeasureUnit Unit, Provenance Provenance);
