using System.Globalization;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Restatements;

/// <summary>What a value says it is, without the words that two writers may choose differently: 'X年度机关运行经费决算为' and 'X年机关运行经费支出' have one head.</summary>
/// <param name="Core">The words left: 机关运行经费.</param>
/// <param name="Year">The calendar year named in the label, 0 for none.</param>
/// <param name="IsPlan">Whether it was meant and not done.</param>
/// <param name="Full">The same with the kind of value left in: 机关运行经费支出.</param>
internal readonly record struct Head(string Core, int Year, bool IsPlan, string Full)
{
    /// <summary>Words that name a stage or a time; a value with one of them is compared with none.</summary>
    private static readonly string[] Staged =
        ["上年", "去年", "上月", "上半年", "下半年", "季度", "年初", "期初", "同期", "月", "增加", "增长", "减少", "下降", "新增", "净增", "追加", "调增", "调减", "人均", "平均", "每", "累计", "历年", "以来", "五年", "三年", "两年", "结转", "其他", "其余", "近", "原", "拟", "预计", "将", "次年", "下年", "占", "比", "较", "分别", "另", "第", "各"];

    private static readonly string[] Planned = ["预算", "计划", "目标", "指标", "应", "申请", "核定", "批复", "下达", "限额", "任务", "安排", "需", "概算", "编制数", "控制数", "总投资", "合同", "中标"];

    private static readonly string[] PlanNames = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "预算单位", "财政预算内", "编制单位", "计划生育", "计划免疫", "经济适用", "适应", "应急", "供应", "应用"];

    private static readonly string[] Neutral =
        ["其中", "合计", "总计", "共计", "总共", "一共", "全部", "实际", "实有", "现有", "全年", "本年度", "本年", "当年", "年度", "截至", "年末", "年底", "全县", "全市", "全区", "全省", "全镇", "全乡", "全院", "全局", "本单位", "我单位", "我局", "我院", "本部门", "我部门", "总额", "总数", "总量", "人数", "数额", "金额", "实现", "完成", "达到", "约为", "已", "共", "总", "为", "达", "是", "约", "有", "了", "的", "计", "数", "于", "“", "”", "(", "（", ")", "）", "：", ":", " ", "\u3000", "-", "—", "·", "●"];

    /// <summary>Kinds of value that writers exchange for each other.</summary>
    private static readonly string[] Kinds = ["决算数", "决算", "支出", "资金", "经费"];

    /// <summary>Reads the head of <paramref name="mention"/>; <c>null</c> when its label is no plain name of a present value.</summary>
    public static Head? Of(ProseFrame frame, Mention mention)
    {
        var label = frame.Label(mention);
        if (label.Length is < 2 or > 40) return null;
        var (words, year) = WithoutYear(label);
        foreach (var staged in Staged) if (words.Contains(staged, StringComparison.Ordinal)) return null;
        foreach (var c in words) if (FigureLexer.IsDigit(c)) return null;
        var plain = words;
        foreach (var name in PlanNames) plain = plain.Replace(name, "", StringComparison.Ordinal);
        var isPlan = Array.Exists(Planned, p => plain.Contains(p, StringComparison.Ordinal));
        // '政府性基金预算收入' and '政府性基金收入' are one.
        words = words.Replace("政府性基金预算", "政府性基金", StringComparison.Ordinal);
        foreach (var word in Neutral) words = words.Replace(word, "", StringComparison.Ordinal);
        var full = words;
        foreach (var kind in Kinds) words = words.Replace(kind, "", StringComparison.Ordinal);
        return words.Length < 2 ? null : new Head(words, year, isPlan, full);
    }

    private static (string Words, int Year) WithoutYear(ReadOnlySpan<char> label)
    {
        var at = label.IndexOf('年');
        if (at < 4 || !int.TryParse(label[(at - 4)..at], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2100) return (label.ToString(), 0);
        return (string.Concat(label[..(at - 4)], label[(at + 1)..].TrimStart("度末底")), year);
    }
}
