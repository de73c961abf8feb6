using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Spans of time that cannot be: '上半年（1-9月）', a yearly report whose statistics begin a year too early, a year left over from the last report.</summary>
internal static partial class Periods
{
    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (text.Contains("季度", StringComparison.Ordinal) || text.Contains("半年", StringComparison.Ordinal)) foreach (Match span in Named().Matches(text)) Months(check, span);
        if (text.Contains("年1月1日", StringComparison.Ordinal)) foreach (Match span in Statistics().Matches(text)) Reported(check, text, span);
        if (text.Contains("过去的", StringComparison.Ordinal) || text.Contains("回顾", StringComparison.Ordinal)) foreach (Match review in Review().Matches(text)) LeftOver(check, text, review);
    }

    /// <summary>The months in brackets behind the name of a half-year or quarter.</summary>
    private static void Months(FormCheck check, Match span)
    {
        var (from, to) = span.Groups["name"].Value switch
        {
            "上半年" => (1, 6),
            "下半年" => (7, 12),
            "一季度" or "第一季度" => (1, 3),
            "二季度" or "第二季度" => (4, 6),
            "三季度" or "第三季度" => (7, 9),
            "四季度" or "第四季度" => (10, 12),
            "前三季度" or "前三个季度" => (1, 9),
            "前两季度" or "前两个季度" => (1, 6),
            _ => (0, 0),
        };
        if (from == 0 || Parse(span.Groups["from"]) == from && Parse(span.Groups["to"]) == to) return;
        var months = span.Groups["months"];
        check.Raise("JH2106", months.Index, months.Index + months.Length, $"{span.Groups["name"].Value}是{from}至{to}月，与“{months.Value}”不符。", $"核对后改为“{from}-{to}月”或改正所说的时段");
    }

    /// <summary>'《2023年…年度报告》所列数据统计期限为2022年1月1日至2023年12月31日': a yearly report covers its own year.</summary>
    private static void Reported(FormCheck check, string text, Match span)
    {
        var (from, to) = (Parse(span.Groups["from"]), Parse(span.Groups["to"]));
        var before = text.AsSpan(0..span.Index);
        var year = 0;
        foreach (var report in Yearly().EnumerateMatches(before)) year = int.Parse(text.AsSpan(report.Index, 4), CultureInfo.InvariantCulture);
        if (year == 0 ? to - from != 1 || !text.Contains("本年度报告", StringComparison.Ordinal) && !text.Contains("本年报", StringComparison.Ordinal) : from == year && to == year) return;
        var wrong = year == 0 || from != year ? span.Groups["first"] : span.Groups["last"];
        check.Raise("JH2106", wrong.Index, wrong.Index + wrong.Length, year == 0 ? "年度报告的统计期限跨了两年，疑有一处年份没有更新。" : $"{year}年度报告的统计期限应为{year}年1月1日至12月31日。", "核对统计期限的年份");
    }

    /// <summary>'过去的2023年，…。2022年财政收入…。': within the review of one year a sentence of its own on the year before, which is named nowhere else.</summary>
    private static void LeftOver(FormCheck check, string text, Match review)
    {
        var year = Parse(review.Groups["y"]);
        var old = (year - 1).ToString(CultureInfo.InvariantCulture) + "年";
        var end = text.IndexOf('\n', review.Index) is >= 0 and var stop ? stop : text.Length;
        var at = text.IndexOf(old, review.Index, end - review.Index, StringComparison.Ordinal);
        if (at < 0 || at == 0 || text[at - 1] != '。' || text.IndexOf(old, StringComparison.Ordinal) != at || text.LastIndexOf(old, StringComparison.Ordinal) != at) return;
        var sentence = text.AsSpan(at..FormText.SentenceEnd(text, at));
        if (FormText.At(text, at + old.Length) is '底' or '末' or '度' or '至' or '以' or '起' or '的' or '被' or '，' || FigureLexer.IsDigit(FormText.At(text, at + old.Length)) || FormText.HasAny(sentence, "比", "较", "增加到", "上升", "提高到", "由", "从", "今年", "本年", "以来", "相比", review.Groups["y"].Value)) return;
        check.Raise("JH2106", at, at + old.Length, $"前文回顾的是{year}年，这一句却写{old}，疑为上年文稿没有更新。", "核对年份");
    }

    private static int Parse(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<name>[上下]半年|第?[一二三四]季度|前[两三]个?季度)[（(](?<months>(?<from>1?[0-9])月?[-—－~～至到](?<to>1?[0-9])月)(?:份)?[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:统计期限|统计期间|统计时限|报告期限?|数据期限|统计时段|统计时间)[^，。；0-9\n]{0,8}(?<first>(?<from>20[0-9]{2})年1月1日)起?[至到—\-－~～](?<last>(?<to>20[0-9]{2})年12月31日)", RegexOptions.CultureInvariant)]
    private static partial Regex Statistics();

    [GeneratedRegex(@"20[0-9]{2}年(?=[^，。；\n]{0,24}(?:年度报告|年报))", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"(?:过去的|回顾)(?<y>20[0-9]{2})年", RegexOptions.CultureInvariant)]
    private static partial Regex Review();
}
