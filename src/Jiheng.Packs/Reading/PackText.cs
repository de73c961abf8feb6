using System.Text;
using Jiheng.Model.Schemes;

namespace Jiheng.Packs.Reading;

/// <summary>Shows a scheme as plain text: its head, its notes and the tree of indicators with points, rules and marks.</summary>
public static class PackText
{
    /// <summary>The scheme as lines of text.</summary>
    public static string Show(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var text = new StringBuilder();
        Head(scheme, text);
        text.Append('\n');
        var roots = scheme.Roots.ToList();
        foreach (var root in roots) Branch(scheme, root, "", text);
        return text.ToString();
    }

    private static void Head(Scheme scheme, StringBuilder text)
    {
        text.Append(scheme.Name).Append('（').Append(scheme.Id).Append("）\n");
        Line(text, "适用", string.Join("，", new[] { scheme.Region, Years(scheme), scheme.Subject == SubjectKind.Project ? "项目支出" : "部门整体支出" }.Where(s => s.Length > 0)));
        Line(text, "状态", scheme.IsComplete ? "完整；单位按当年通知确认后得正式得分" : "不完整，只出试算分");
        Line(text, "依据", $"{scheme.Provenance.Source}（{RuleText.Of(scheme.Provenance.Confidence)}）");
        Line(text, "等级", string.Join("，", scheme.Grades.Select(g => $"{g.Name} {RuleText.N(g.From)} 分起")) + (scheme.GradesAreDefault ? "（国家默认）" : ""));
        foreach (var rule in scheme.TotalRules) Line(text, "总分", RuleText.Of(rule));
        foreach (var sum in scheme.CrossFoots) Line(text, "勾稽", $"{sum.Name}：{string.Join(" + ", sum.Rows)} = {scheme.Funds.First(f => f.IsTotal).Name}");
        Line(text, "校验", scheme.Hash);
        foreach (var note in scheme.Notes) Line(text, "说明", note);
    }

    private static void Branch(Scheme scheme, Indicator indicator, string indent, StringBuilder text)
    {
        text.Append(indent).Append(indicator.Code).Append(' ').Append(indicator.Name).Append("  ").Append(Points(indicator)).Append('\n');
        var inner = indent + "    ";
        if (indicator.Value is { } value) Detail(text, inner, "取数", $"{value.Words}{(indicator.Target is null ? "" : $"，目标 {RuleText.TargetOf(indicator)}")}");
        if (indicator.Slot is { } slot) Detail(text, inner, "自设", $"{slot.Min}—{slot.Max} 个指标");
        if (indicator.Rule is { } rule) Detail(text, inner, "打分", RuleText.Of(rule, RuleText.UnitOf(indicator)));
        if (indicator.NotApplicable is { } na) Detail(text, inner, "不适用", RuleText.Of(na));
        if (indicator.Provenance.Source.Length > 0) Detail(text, inner, "来源", $"{indicator.Provenance.Source}（{RuleText.Of(indicator.Provenance.Confidence)}）");
        if (indicator.Note.Length > 0) Detail(text, inner, "备注", indicator.Note);
        foreach (var child in scheme.ChildrenOf(indicator.Code)) Branch(scheme, child, indent + "  ", text);
    }

    private static string Points(Indicator indicator) => indicator switch
    {
        { Weight: { } weight } => $"{RuleText.N(weight)} 分（{RuleText.Of(indicator.WeightBasis)}）",
        { PlaceholderWeight: { } placeholder } => $"{RuleText.N(placeholder)} 分（占位权重，非官方）",
        _ => RuleText.Of(indicator.WeightBasis),
    };

    private static string Years(Scheme scheme) => scheme.ToYear is { } to ? $"{scheme.FromYear}—{to} 年度" : $"{scheme.FromYear} 年度起";

    private static void Line(StringBuilder text, string label, string words) => text.Append(label).Append('：').Append(words).Append('\n');

    private static void Detail(StringBuilder text, string indent, string label, string words) => Line(text.Append(indent), label, words);
}
