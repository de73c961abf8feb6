using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>Reads one indicator of a scheme and checks that its value, target, direction and rule fit together.</summary>
/// <remarks>An indicator with a direction and no rule of its own is scored as its scheme scores that direction.</remarks>
internal sealed class IndicatorReader(MetricCatalog catalog, IReadOnlyDictionary<Direction, ScoringRule> byDirection, FaultLog log)
{
    private static readonly Dictionary<string, NotApplicablePolicy> Policies = new()
    {
        ["full-score"] = NotApplicablePolicy.FullScore,
        ["rescale"] = NotApplicablePolicy.Rescale,
        ["zero"] = NotApplicablePolicy.Zero,
    };

    public Indicator Read(Fields fields)
    {
        var value = fields.Formula("value", catalog);
        var indicator = new Indicator
        {
            Code = fields.Required("code"),
            Name = fields.Required("name"),
            Weight = Weight(fields, "weight"),
            WeightBasis = fields.Word("weight-basis", Vocabulary.WeightBases, WeightBasis.Unknown),
            PlaceholderWeight = Weight(fields, "placeholder"),
            Direction = fields.Has("direction") ? fields.Word("direction", Vocabulary.Directions, Direction.AtLeast) : null,
            Target = fields.Amount("target"),
            Value = value,
            Rule = fields.Section("score") is { } score ? RuleReader.Read(score, value?.Dimension ?? Dimension.Ratio) : null,
            NotApplicable = fields.Section("na") is { } na ? NotApplicable(na) : null,
            Slot = fields.Section("slot") is { } slot ? Slot(slot) : null,
            Evidence = [.. fields.Texts("evidence").Select(e => e.Text)],
            Provenance = fields.Provenance(),
            Note = fields.Text("note"),
        };
        fields.Close();
        if (indicator is { Rule: null, Slot: null, Direction: { } direction } && !fields.Has("score")) indicator = indicator with { Rule = byDirection.GetValueOrDefault(direction) };
        CheckFit(indicator, fields);
        return indicator;
    }

    // A weight that cannot be read stays unknown, so that the sums above it are not called wrong as well.
    private static decimal? Weight(Fields fields, string key) =>
        fields.Number(key, fallback: -1, least: 0, most: 100) is >= 0 and var weight ? weight : null;

    private NotApplicableRule? NotApplicable(Fields fields)
    {
        var rule = new NotApplicableRule(fields.Condition("when", catalog), fields.Scalar("ask")?.Text, fields.Word("then", Policies, NotApplicablePolicy.Rescale));
        fields.Require("then");
        if (fields.Has("when") == fields.Has("ask")) log.Add(PackFaultCode.MissingKey, fields.Place, "na 应写 when（条件）或 ask（问人的一句话）其中一个。");
        fields.Close();
        return rule;
    }

    private Slot Slot(Fields fields)
    {
        var slot = new Slot(
            fields.Whole("min", 0, 100) ?? 0, fields.Whole("max", 1, 100) ?? 1, fields.Words("directions", Vocabulary.Directions),
            [.. fields.Texts("suggested").Select(s => s.Text)]);
        foreach (var key in (ReadOnlySpan<string>)["min", "max", "directions"]) fields.Require(key);
        if (slot.Min > slot.Max) log.Add(PackFaultCode.Slot, fields.Place, $"自设指标最少 {slot.Min} 个，最多却只有 {slot.Max} 个。");
        foreach (var code in fields.Texts("suggested").Where(c => !catalog.TryFind(c.Text, out _)))
            log.Add(PackFaultCode.UnknownMetric, code.Place, $"没有数据项“{code.Text}”。", catalog.Nearest(code.Text));
        fields.Close();
        return slot;
    }

    private void CheckFit(Indicator indicator, Fields fields)
    {
        void Mismatch(string key, string message) => log.Add(PackFaultCode.RuleMismatch, fields.PlaceOf(key), message);

        if (indicator is { Weight: not null, PlaceholderWeight: not null }) Mismatch("placeholder", "已有官方分值，不必再写占位分值。");
        if (indicator is { Slot: not null, Value: not null }) Mismatch("value", "自设指标的位置由单位设取数公式，这里不写 value。");
        if (indicator is { Value: { } value, Target: { } target } && value.Dimension != target.Dimension)
            log.Add(PackFaultCode.UnitMismatch, fields.PlaceOf("target"), $"目标的单位是“{target.Unit}”，公式算出的是“{value.Dimension}”。");
        if (indicator.Slot is not null || indicator.Rule is not { } rule) return;

        if (rule.NeedsValue && !fields.Has("value")) Mismatch("score", "这种打分办法要有取数公式 value。");
        if (!rule.NeedsValue && fields.Has("value")) Mismatch("value", "这种打分办法由人评定，不用 value。");
        if (rule.NeedsTarget && indicator.Direction is null) Mismatch("score", "这种打分办法要写 direction（ge、gt、eq、le、lt）。");
        if (rule is RatioRule && indicator.Value is { } rate && rate.Dimension != Dimension.Ratio) Mismatch("value", $"按比率打分，公式却算出“{rate.Dimension}”。");
        if (rule is ExternalScoreRule && indicator.Value is { } points && points.Dimension != Dimension.Score) Mismatch("value", $"按得分折算，公式却算出“{points.Dimension}”。");
        if (WrongWay(rule, indicator.Direction) is { } why) Mismatch("direction", why);
        if (MostPoints(rule) is { } most && indicator.WorkingWeight is { } weight && most != weight)
            Mismatch("score", $"各档或各项最多得 {most:0.##} 分，分值却是 {weight:0.##} 分。");
    }

    /// <summary>Why a rule cannot serve a direction, or <c>null</c> when it can.</summary>
    public static string? WrongWay(ScoringRule rule, Direction? direction) => (rule, direction) switch
    {
        (ProportionalRule, Direction.AtMost or Direction.LessThan) => "proportional 用于越大越好的指标；越小越好的请用 reverse-linear 或 reverse-ratio。",
        (ReverseLinearRule or ReverseRatioRule, Direction.AtLeast or Direction.MoreThan or Direction.Equal) => "反向打分办法用于越小越好的指标；越大越好的请用 proportional。",
        ({ NeedsValue: true }, Direction.Qualitative) => "定性指标由人评定，不能用取数的打分办法。",
        _ => null,
    };

    // What the listed points can reach at most; null for rules that work on the weight itself.
    private static decimal? MostPoints(ScoringRule rule) => rule switch
    {
        BandsRule b when b.Bands.All(x => x.Points is not null) => b.Bands.Max(x => x.Points),
        ChoiceRule c => c.Options.Max(o => o.Points),
        ChecklistRule c => c.Items.Sum(i => i.Points),
        _ => null,
    };
}
