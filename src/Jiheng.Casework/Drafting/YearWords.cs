using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Casework.Drafting;

/// <summary>
/// Says which years of the old report move on by one. A year moves only where its words show that it is the year reported on, the year
/// compared with, or the year planned for; a date of something that happened, a document's name and a starting point stay.
/// </summary>
internal static partial class YearWords
{
    /// <summary>Judges the year at a place of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where its four digits begin.</param>
    /// <param name="reported">The year that the old report is about.</param>
    /// <returns>The new digits or <c>null</c> to leave them, whether it must be written anew by a person, and why.</returns>
    public static (string? New, bool Collect, string Reason) Judge(ReportLine line, int at, int reported)
    {
        var text = OldReport.Narrow(line.Text);
        var year = int.Parse(text.AsSpan(at, 4), CultureInfo.InvariantCulture);
        var before = text[..at];
        var after = text[(at + 4)..].TrimStart();
        if (WholeDate().IsMatch(text.Trim()) && year == reported + 1) return (null, true, "填报或落款日期");
        if (before is [.., '〔' or '[' or '［']) return (null, false, "文号");
        if (OpenQuote(before)) return (null, false, "文件名称里的年份，请核对今年的文件");
        if (RangeBefore().IsMatch(before) || after is ['-' or '—' or '－' or '～' or '~' or '至' or '–', ..]) return (null, false, "起止年份");
        if (!after.StartsWith('年')) return (null, false, "不是年度");
        var rest = after[1..].TrimStart();
        if (Day().Match(rest) is { Success: true } day && !PeriodEnd().IsMatch(rest)) return (null, false, day.Value.Contains('日', StringComparison.Ordinal) ? "具体日期" : "具体月份");
        var next = (year + 1).ToString(CultureInfo.InvariantCulture);
        if (year == reported)
        {
            if (before.EndsWith('自') || before.EndsWith('从') || Fixed().IsMatch(rest)) return (null, false, "起点年份，不随年度变");
            return (next, false, "报告年度");
        }
        if (year == reported - 1)
        {
            return Compared().IsMatch(before) || ComparedBehind().IsMatch(rest) ? (next, false, "与上年比较的年份") : (null, false, "上一年的事，请核对是否照写");
        }
        if (year == reported + 1)
        {
            var opens = before.TrimEnd() is "" or [.., '。' or '；' or '：'] && rest is ['，' or ',', ..] && Planned().IsMatch(rest);
            return opens ? (next, false, "下一年的打算") : (null, false, "下一年的事，请核对是否照写");
        }
        return (null, false, "以前的年份");
    }

    private static bool OpenQuote(string before) => before.LastIndexOf('《') > before.LastIndexOf('》');

    [GeneratedRegex("^(?:[^，。；]{0,8}(?:日期|时间)[：:]\\s*)?20[0-9]{2}\\s*年\\s*[0-9]{1,2}\\s*月\\s*[0-9]{1,2}\\s*日$")]
    private static partial Regex WholeDate();

    [GeneratedRegex("(?:[-—－～~–]|[0-9年月日]至)\\s*$")]
    private static partial Regex RangeBefore();

    [GeneratedRegex("^[0-9]{1,2}\\s*月(?:\\s*[0-9]{1,2}\\s*日)?")]
    private static partial Regex Day();

    [GeneratedRegex("^(?:12\\s*月\\s*(?:31\\s*日|底|末)|1\\s*月\\s*1\\s*日)")]
    private static partial Regex PeriodEnd();

    [GeneratedRegex("^(?:度)?(?:以来|起|开始|建成|成立|出台|印发|制定|修订|版)")]
    private static partial Regex Fixed();

    [GeneratedRegex("(?:比|较|与|同|由)(?:上年|去年)?[（(]?$")]
    private static partial Regex Compared();

    [GeneratedRegex("^(?:度)?(?:相比|同期|对比|决算数?相比|增[加长]|减少|下降|上升)")]
    private static partial Regex ComparedBehind();

    [GeneratedRegex("^[，,].{0,24}(?:将|计划|拟|打算)")]
    private static partial Regex Planned();
}
