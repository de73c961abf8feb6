using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>Checks a scheme as a whole: codes, the tree, weights and slots.</summary>
internal static class SchemeCheck
{
    public static void Run(Scheme scheme, IReadOnlyList<(Indicator Indicator, Fields Fields)> entries, Fields top)
    {
        CheckCodes(entries);
        foreach (var (indicator, fields) in entries) CheckPart(scheme, indicator, fields);
        CheckTotal(scheme, top);
    }

    private static void CheckCodes(IReadOnlyList<(Indicator Indicator, Fields Fields)> entries)
    {
        Dictionary<string, Fields> seen = new(StringComparer.Ordinal);
        foreach (var (indicator, fields) in entries)
        {
            if (!seen.TryAdd(indicator.Code, fields))
                fields.Log.Add(PackFaultCode.DuplicateCode, fields.PlaceOf("code"), $"指标代码“{indicator.Code}”已在 {seen[indicator.Code].PlaceOf("code")} 用过。");
        }
        foreach (var (indicator, fields) in entries)
        {
            if (indicator.ParentCode is { } parent && !seen.ContainsKey(parent))
                fields.Log.Add(PackFaultCode.UnknownParent, fields.PlaceOf("code"), $"“{indicator.Code}”的上级指标“{parent}”不存在。", Spelling.Nearest(parent, seen.Keys));
        }
    }

    private static void CheckPart(Scheme scheme, Indicator indicator, Fields fields)
    {
        var children = scheme.ChildrenOf(indicator.Code).ToList();
        if (children.Count > 0)
        {
            if (fields.Has("score") || fields.Has("value") || fields.Has("slot"))
                fields.Log.Add(PackFaultCode.RuleMismatch, fields.Place, $"“{indicator.Name}”有下级指标，自己不再打分，也不设自设位置。");
            CheckSum(indicator, children, fields);
            return;
        }
        if (indicator.Slot is { } slot) CheckSlot(scheme, indicator, slot, fields);
        else if (indicator.Rule is null && !fields.Has("score")) fields.Log.Add(PackFaultCode.MissingKey, fields.Place, $"“{indicator.Name}”没有下级指标，应写打分办法 score 或自设位置 slot。");
        if (scheme.IsComplete && !fields.Has("weight") && !(indicator.Slot is not null && indicator.WeightBasis == WeightBasis.User))
            fields.Log.Add(PackFaultCode.Incomplete, fields.Place, $"方案写的是 complete，“{indicator.Name}”却没有官方分值。");
    }

    // Children whose points the unit distributes itself count for nothing yet, so the known ones may only stay below the sum.
    private static void CheckSum(Indicator parent, List<Indicator> children, Fields fields)
    {
        if (parent.WorkingWeight is not { } due) return;
        var known = children.Sum(c => c.WorkingWeight ?? 0);
        var isOpen = children.Any(c => c.WorkingWeight is null);
        if (isOpen ? known > due : known != due)
            fields.Log.Add(PackFaultCode.WeightSum, fields.PlaceOf(parent.Weight is null ? "placeholder" : "weight"), $"“{parent.Name}”{due:0.##} 分，下级合计 {known:0.##} 分（{string.Join("、", children.Select(c => $"{c.Code} {c.WorkingWeight?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "未定"}"))}）。");
    }

    private static void CheckSlot(Scheme scheme, Indicator indicator, Slot slot, Fields fields)
    {
        if (slot.Directions.Count == 0) fields.Log.Add(PackFaultCode.Slot, fields.PlaceOf("slot"), "自设位置没有写可用的 directions。");
        if (indicator.Rule is { } rule)
        {
            foreach (var why in slot.Directions.Select(d => IndicatorReader.WrongWay(rule, d)).OfType<string>().Distinct())
                fields.Log.Add(PackFaultCode.RuleMismatch, fields.PlaceOf("score"), why);
            return;
        }
        foreach (var direction in slot.Directions.Where(d => !scheme.RulesByDirection.ContainsKey(d)))
            fields.Log.Add(PackFaultCode.Slot, fields.PlaceOf("slot"), $"自设指标可以是“{WordOf(direction)}”，by-direction 里却没有它的打分办法。");
    }

    private static void CheckTotal(Scheme scheme, Fields top)
    {
        var roots = scheme.Indicators.Where(i => i.ParentCode is null).ToList();
        if (roots.Count == 0 || roots.Any(r => r.WorkingWeight is null)) return;
        var total = roots.Sum(r => r.WorkingWeight);
        if (total != 100) top.Log.Add(PackFaultCode.Total, top.PlaceOf("indicators"), $"一级指标合计 {total:0.##} 分，应为 100 分（{string.Join("、", roots.Select(r => $"{r.Name} {r.WorkingWeight:0.##}"))}）。");
    }

    private static string WordOf(Direction direction) => Vocabulary.Directions.First(d => d.Value == direction).Key;
}
