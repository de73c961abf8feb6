using System.Text.RegularExpressions;

namespace Jiheng.Casework.Drafting;

/// <summary>Says why a number of the old report stays: it names, orders or dates something instead of measuring it.</summary>
internal static partial class OtherNumbers
{
    /// <summary>Why the number at a place, which is no quantity, stays.</summary>
    public static string Reason(string text, int start, int end)
    {
        var before = text[..start];
        var after = text[end..].TrimStart();
        if (before.EndsWith('〔') || before.EndsWith('[') || before.EndsWith('［') || (after.StartsWith('号') && !before.EndsWith('月'))) return "文号";
        if (before.EndsWith('（') || before.EndsWith('(') || after is ['.' or '、' or '．' or '）' or ')', ..]) return "序号";
        if (after is ['月' or '日' or '时' or '点', ..]) return "日期";
        return before.EndsWith('第') ? "次序" : "编号或名称";
    }

    /// <summary>Why a quantity stays; <c>null</c> when it is a figure of the year.</summary>
    public static string? WhyStays(ReportLine line, int start, int end)
    {
        var before = line.Text[..start];
        var after = line.Text[end..];
        if (line.InDuties) return "职责条文";
        if (before.LastIndexOf('《') > before.LastIndexOf('》')) return "文件名称";
        if (Standing().IsMatch(after)) return "固定名称";
        if (Age().IsMatch(line.Text[start..])) return "年龄或时限";
        return Every().IsMatch(before) ? "工作要求" : null;
    }

    [GeneratedRegex("^\\s*(?:大?类|项)?(?:国家)?(?:基本)?公共卫生服务|^型|^\\s*分钟.{0,4}圈|^\\s*(?:项|条)规定")]
    private static partial Regex Standing();

    [GeneratedRegex("^[0-9]+\\s*(?:[-—~～至]\\s*[0-9]+)?\\s*(?:周?岁|月龄|小时|分钟)")]
    private static partial Regex Age();

    [GeneratedRegex("每(?:年|季度?|月|周|天|日|千|万|百|十万)?(?:人口|人|次|巡查（访）)?$")]
    private static partial Regex Every();
}
