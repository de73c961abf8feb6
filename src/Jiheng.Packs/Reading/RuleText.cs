using System.Globalization;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Packs.Reading;

/// <summary>Says in Chinese what a rule of a scheme means, for people who never see YAML.</summary>
public static class RuleText
{
    /// <summary>How points are given, as one sentence without full stop.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="unit">Unit in which values, bases and steps are shown.</param>
    public static string Of(ScoringRule rule, MeasureUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        string V(decimal value) => N(value / unit.Factor) + unit;
        return rule switch
        {
            RatioRule r => $"按比率得分，最多按 {Percent(r.Cap)} 计",
            BandsRule b => string.Join("；", b.Bands.Select(x => $"{x.Describe(unit.Factor, unit.Symbol)} 得 {(x.Points is { } p ? N(p) : Percent(x.Share!.Value))}")),
            ChoiceRule c => "选一档：" + Options(c.Options),
            ProportionalRule p => "达到目标得满分，未达到按完成比例得分" + (p.PassLine is { } line ? $"，低于 {Percent(line)} 不得分" : ""),
            ReverseLinearRule r => $"不超过目标得满分，超过的按超出比例扣，达到目标的 {N(r.ZeroAt)} 倍不得分",
            ReverseRatioRule => "不超过目标得满分，超过的按 目标 ÷ 实际 得分",
            EqualZeroRule => "为零得满分，否则不得分",
            StepDeductRule s => $"以 {V(s.Base)} 为准，每{(s.Side switch { DeductSide.Over => "高", DeductSide.Under => "低", _ => "高或低" })} {Step(s.Step, unit)}扣 {N(s.Deduct)} 分，扣完为止；不足一步{(s.Partial switch { PartialStep.Ignore => "不扣", PartialStep.Up => "按一步扣", _ => "按比例扣" })}",
            ChecklistRule c => "逐项勾选，符合的相加：" + Options(c.Items),
            DefectDeductRule d => $"每发现一例扣 {N(d.PerDefect)} 分，最多扣 {N(d.Most)} 分：{string.Join("；", d.Points)}",
            QualitativeBandsRule q => "定性分档：" + string.Join("；", q.Bands.Select(x => $"{x.Label} {Percent(x.From)}（含）—{Percent(x.To)}（{(x.ToIncluded ? "含" : "不含")}）")),
            AllOrNothingRule a => $"符合得满分，否则不得分：{a.Requirement}",
            ExternalScoreRule e => $"按考核得分折算，考核满分 {N(e.Full)}",
            ManualRule m => $"人工给分并写理由：{m.Guide}",
            _ => throw new ArgumentException($"Unknown rule {rule?.GetType().Name}.", nameof(rule)),
        };
    }

    /// <summary>Sign and target: ≤100%; empty without a target.</summary>
    public static string TargetOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Target is { } target ? SignOf(indicator.Direction) + target : "";
    }

    /// <summary>The sign of a direction as forms print it (计算符号); empty for none.</summary>
    public static string SignOf(Direction? direction) => direction switch
    {
        Direction.AtLeast => "≥",
        Direction.MoreThan => "＞",
        Direction.Equal => "=",
        Direction.AtMost => "≤",
        Direction.LessThan => "＜",
        Direction.Qualitative => "定性",
        _ => "",
    };

    /// <summary>When an indicator does not apply and what then.</summary>
    public static string Of(NotApplicableRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var policy = rule.Policy switch { NotApplicablePolicy.FullScore => "得满分", NotApplicablePolicy.Zero => "不得分", _ => "剔除后折算总分" };
        return rule.When is { } when ? $"{when.Words} 时{policy}" : $"{rule.Question}是则{policy}";
    }

    /// <summary>A total rule: its name and what it does.</summary>
    public static string Of(TotalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return $"{rule.Name}（{rule.When.Words} 时{(rule.Kind == TotalRuleKind.Cap ? $"总分不超过 {N(rule.Points)}" : $"总分扣 {N(rule.Points)}")}）";
    }

    /// <summary>How well something is known.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Verified => "已核",
        Confidence.PartlyVerified => "部分已核",
        Confidence.Practice => "通行做法",
        Confidence.SeedDerived => "取自公开报告",
        Confidence.FromMemory => "未核",
        _ => "来源不明",
    };

    /// <summary>Where the points of an indicator come from.</summary>
    public static string Of(WeightBasis basis) => basis switch
    {
        WeightBasis.Verified => "分值已核",
        WeightBasis.FromMemory => "分值未核",
        WeightBasis.Derived => "分值推算",
        WeightBasis.NationalDefault => "分值取国家默认",
        WeightBasis.User => "分值由单位定",
        _ => "分值未知",
    };

    /// <summary>Unit in which an indicator's value and steps are shown: that of its target, or of its formula.</summary>
    public static MeasureUnit UnitOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.Target is { } target) return target.Unit;
        if (indicator.Value?.SingleMetric is { } metric) return metric.Unit;
        return indicator.Value is { } value && value.Dimension != Dimension.Ratio ? MeasureUnit.BaseOf(value.Dimension) : MeasureUnit.Percent;
    }

    private static string Options(IEnumerable<ScoredOption> options) => string.Join("；", options.Select(o => $"{o.Label} {N(o.Points)} 分"));

    private static string Step(decimal step, MeasureUnit unit) => unit.Dimension == Dimension.Ratio ? $"{N(step * 100)} 个百分点" : N(step / unit.Factor) + unit;

    private static string Percent(decimal share) => N(share * 100) + "%";

    internal static string N(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
