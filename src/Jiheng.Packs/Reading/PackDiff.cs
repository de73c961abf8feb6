using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Schemes;

namespace Jiheng.Packs.Reading;

/// <summary>What changed between two schemes, rule by rule, and what that does to a score.</summary>
public static class PackDiff
{
    /// <summary>The changed rules, one line each, in the order of the form; empty when every rule is the same.</summary>
    public static IReadOnlyList<string> Between(Scheme a, Scheme b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        List<string> lines = [.. Whole(a, b)];
        foreach (var old in a.Indicators)
        {
            if (b.Find(old.Code) is { } now) lines.AddRange(Indicator(old, now));
            else lines.Add($"删去 {old.Code} {old.Name}{Points(old)}");
        }
        lines.AddRange(b.Indicators.Where(i => a.Find(i.Code) is null).Select(i => $"增加 {i.Code} {i.Name}{Points(i)}"));
        return lines;
    }

    /// <summary>What the change of scheme does to the points of one subject, by indicator; only those that differ.</summary>
    /// <param name="a">The scheme before.</param>
    /// <param name="b">The scheme after.</param>
    /// <param name="figures">Figures of the subject.</param>
    /// <param name="objective">Its objective.</param>
    /// <param name="judgements">What persons decided.</param>
    public static IReadOnlyList<ScoreChange> Scores(
        Scheme a, Scheme b, IFigures figures, Objective objective, IReadOnlyDictionary<string, Judgement>? judgements = null)
    {
        var before = new Appraiser(a, objective).Appraise(figures, judgements);
        var after = new Appraiser(b, objective).Appraise(figures, judgements);
        var codes = before.Leaves.Concat(after.Leaves).DistinctBy(s => s.Code);
        return [.. codes
            .Select(s => new ScoreChange(s.Code, s.Name, before.Find(s.Code)?.Points, after.Find(s.Code)?.Points))
            .Append(new ScoreChange("", "合计", before.PointsSoFar, after.PointsSoFar))
            .Where(c => c.Before != c.After)];
    }

    private static IEnumerable<string> Whole(Scheme a, Scheme b)
    {
        if (a.IsComplete != b.IsComplete) yield return b.IsComplete ? "方案由不完整变为完整" : "方案由完整变为不完整，只出试算分";
        if (a.Rounding != b.Rounding) yield return $"舍入：比率 {a.Rounding.Rate} 位、得分 {a.Rounding.Score} 位改为 {b.Rounding.Rate} 位、{b.Rounding.Score} 位{(a.Rounding.Total == b.Rounding.Total ? "" : "，总分的合计方法不同")}";
        if (a.OverTarget != b.OverTarget) yield return $"超过目标：{Over(a.OverTarget)}改为{Over(b.OverTarget)}";
        if (!a.Grades.SequenceEqual(b.Grades)) yield return $"等级：{Grades(a)} 改为 {Grades(b)}";
        foreach (var rule in a.TotalRules.Where(r => b.TotalRules.All(x => RuleText.Of(x) != RuleText.Of(r)))) yield return $"删去总分规则：{RuleText.Of(rule)}";
        foreach (var rule in b.TotalRules.Where(r => a.TotalRules.All(x => RuleText.Of(x) != RuleText.Of(r)))) yield return $"增加总分规则：{RuleText.Of(rule)}";
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var (old, now) = (ByDirection(a, direction), ByDirection(b, direction));
            if (old != now) yield return $"自设指标（{RuleText.SignOf(direction)}）的打分办法：{old} 改为 {now}";
        }
    }

    private static IEnumerable<string> Indicator(Indicator a, Indicator b)
    {
        var title = $"{a.Code} {b.Name}";
        if (a.Name != b.Name) yield return $"{a.Code} 名称：{a.Name} 改为 {b.Name}";
        if (a.Weight != b.Weight || a.PlaceholderWeight != b.PlaceholderWeight) yield return $"{title} 分值：{Weight(a)} 改为 {Weight(b)}";
        if (RuleText.TargetOf(a) != RuleText.TargetOf(b)) yield return $"{title} 目标：{Or(RuleText.TargetOf(a))} 改为 {Or(RuleText.TargetOf(b))}";
        else if (a.Direction != b.Direction) yield return $"{title} 方向：{Or(RuleText.SignOf(a.Direction))} 改为 {Or(RuleText.SignOf(b.Direction))}";
        if (a.Value?.Source != b.Value?.Source) yield return $"{title} 取数：{(a.Value?.Words ?? "无")} 改为 {(b.Value?.Words ?? "无")}";
        if (Rule(a) != Rule(b)) yield return $"{title} 打分办法：{Rule(a)} 改为 {Rule(b)}";
        if (NotApplicable(a) != NotApplicable(b)) yield return $"{title} 不适用：{NotApplicable(a)} 改为 {NotApplicable(b)}";
        if (SlotText(a) != SlotText(b)) yield return $"{title} 自设指标：{SlotText(a)} 改为 {SlotText(b)}";
    }

    private static string Rule(Indicator indicator) => indicator switch
    {
        { Rule: { } rule } => RuleText.Of(rule, RuleText.UnitOf(indicator)),
        { Slot: not null } => "按计算符号",
        _ => "无",
    };

    private static string NotApplicable(Indicator indicator) => indicator.NotApplicable is { } rule ? RuleText.Of(rule) : "无";

    private static string SlotText(Indicator indicator) => indicator.Slot is { } slot ? $"{slot.Min}—{slot.Max} 个（{string.Join("、", slot.Directions.Select(d => RuleText.SignOf(d)))}）" : "无";

    private static string ByDirection(Scheme scheme, Direction direction) =>
        scheme.RulesByDirection.TryGetValue(direction, out var rule) ? RuleText.Of(rule, Model.Measures.MeasureUnit.Percent) : "无";

    private static string Weight(Indicator indicator) => indicator switch
    {
        { Weight: { } weight } => $"{RuleText.N(weight)} 分",
        { PlaceholderWeight: { } placeholder } => $"占位 {RuleText.N(placeholder)} 分",
        _ => "未定",
    };

    private static string Points(Indicator indicator) => indicator.WorkingWeight is null ? "" : $"（{Weight(indicator)}）";

    private static string Grades(Scheme scheme) => string.Join("、", scheme.Grades.Select(g => $"{g.Name} {RuleText.N(g.From)}"));

    private static string Over(OverTarget over) =>
        $"达到 {RuleText.N(over.Ratio)} 倍{(over.Action switch { OverTargetAction.Explain => "须说明", OverTargetAction.Zero => "不得分", _ => $"扣 {RuleText.N(over.Points)} 分" })}";

    private static string Or(string text) => text.Length == 0 ? "无" : text;
}

/// <summary>Points of an indicator under two schemes.</summary>
/// <param name="Code">Code; empty for the total.</param>
/// <param name="Name">Name.</param>
/// <param name="Before">Points under the first scheme; <c>null</c> for none.</param>
/// <param name="After">Points under the second; <c>null</c> for none.</param>
public sealed record ScoreChange(string Code, string Name, decimal? Before, decimal? After);
