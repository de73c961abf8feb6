using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Spans of time that end before they begin, months and quarters that no year has, and days written with points (2023.11.31).</summary>
internal static partial class DateSpans
{
    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        var months = text.Contains('月');
        if (months) foreach (Match span in Span().Matches(text))
        {
            if (Reversed(span) is { } message) check.Raise("JH2106", span.Index, span.Index + span.Length, message, "核对起止日期；跨年的写明年份");
        }
        if (text.Contains('至')) foreach (Match span in Years().Matches(text))
        {
            if (Number(span, "b") < Number(span, "a")) check.Raise("JH2106", span.Index, span.Index + span.Length, $"“{span.Value}”起止年份倒置。", "核对起止年份");
        }
        if (months) foreach (Match month in Month().Matches(text))
        {
            if (Number(month, "m") is 0 or > 12) check.Raise("JH2106", month.Index, month.Index + month.Length, $"没有“{month.Groups["m"].Value}月”。", "核对月份");
        }
        if (text.Contains('季')) foreach (Match quarter in Quarter().Matches(text)) check.Raise("JH2106", quarter.Index, quarter.Index + quarter.Length, $"一年没有“{quarter.Value}”。", "核对季度");
        foreach (Match day in Pointed().Matches(text))
        {
            var (y, m, d) = (Number(day, "y"), Number(day, "m"), Number(day, "d"));
            if (m is >= 1 and <= 12 && d is >= 29 and <= 31 && d > DateTime.DaysInMonth(y, m)) check.Raise("JH2106", day.Index, day.Index + day.Length, $"没有“{day.Value}”这一天。", "核对日期");
        }
    }

    private static string? Reversed(Match span)
    {
        if (!span.Groups["m2"].Success && !span.Groups["d2"].Success) return null;
        var (year, month, day) = (Number(span, "y"), Number(span, "m"), Number(span, "d"));
        var (year2, month2, day2) = (Number(span, "y2"), Number(span, "m2"), Number(span, "d2"));
        if (!span.Groups["m2"].Success)
        {
            // '5月5日至1日': the month is the same.
            return day > 0 && day2 < day && !span.Groups["y2"].Success ? $"“{span.Value}”起止日期倒置。" : null;
        }
        if (month2 > 12 || month > 12) return null;
        if (year2 == 0 && year == 0) return month == month2 && day2 > 0 && day > day2 ? $"“{span.Value}”起止日期倒置。" : null;
        if (year == 0) return null;
        if (year2 == 0) year2 = year;
        var (from, to) = (year * 12 + month, year2 * 12 + month2);
        return to < from || (to == from && day2 > 0 && day > day2) ? $"“{span.Value}”止于开始之前。" : null;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } g ? int.Parse(g.Value, CultureInfo.InvariantCulture) : 0;

    // 次年, 翌年 and the like cannot stand between the joint and the second month, so such spans do not match.
    [GeneratedRegex(@"(?:(?<![0-9])(?<y>(?:19|20)[0-9]{2})年)?(?<![0-9])(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?(?:至|到|—{1,2}|－|–|-|~|～)(?:(?<y2>(?:19|20)[0-9]{2})年)?(?:(?<m2>[0-9]{1,2})月(?!龄))?(?:(?<d2>[0-9]{1,2})日)?", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<![0-9])(?<a>(?:19|20)[0-9]{2})年度?至(?<b>(?:19|20)[0-9]{2})年(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}年(?<m>[0-9]{1,2})月(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"第[五六七八5-8]季度", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(?<![0-9./-])(?<y>(?:19|20)[0-9]{2})(?<s>[./-])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})(?![0-9./-])", RegexOptions.CultureInvariant)]
    private static partial Regex Pointed();
}
