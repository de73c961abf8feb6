using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Work that is finished before it begins ('2023年9月启动、2023年3月完成'), and a holding dated with another year than all of its report.</summary>
internal static partial class DateOrders
{
    private static readonly string[] Beside = ["二期", "三期", "下一", "另", "其他", "分别", "拟", "计划", "原定", "上年"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        foreach (Match pair in StartThenEnd().Matches(text))
        {
            var (from, to) = (Months(pair, "y", "m"), Months(pair, "y2", "m2"));
            if (from is null || to is null || FormText.HasAny(pair.ValueSpan, Beside)) continue;
            var days = pair.Groups["d"].Success && pair.Groups["d2"].Success && from == to && Number(pair, "d2") < Number(pair, "d");
            if (to >= from && !days) continue;
            var second = pair.Groups["second"];
            check.Raise("JH2106", second.Index, second.Index + second.Length, $"“{second.Value}{pair.Groups["end"].Value}”早于“{pair.Groups["first"].Value}{pair.Groups["start"].Value}”。", "核对开始和完成的日期");
        }
        Holding(check, text);
    }

    /// <summary>'2023年度…截至2022年12月31日，公务用车保有量6辆': every other year of the text is that of the report.</summary>
    private static void Holding(FormCheck check, string text)
    {
        var dates = Until().Matches(text);
        if (dates.Count == 0 || Report().Match(text) is not { Success: true } report) return;
        // A budget is made before its year: what it holds is counted at the end of the year before.
        if (text.Contains("预算", StringComparison.Ordinal) && !text.Contains("决算", StringComparison.Ordinal)) return;
        var told = Number(report, "y");
        var places = dates.Select(m => m.Groups["y"].Index).ToHashSet();
        if (Year().Matches(text).Any(m => !places.Contains(m.Index) && Number(m, "y") != told)) return;
        foreach (Match until in dates)
        {
            var year = Number(until, "y");
            if (year == told || Math.Abs(told - year) > 2 || report.Index > until.Index) continue;
            var sentence = text.AsSpan(FormText.SentenceStart(text, until.Index)..FormText.SentenceEnd(text, until.Index));
            if (!FormText.HasAny(sentence, "保有", "实有", "共有", "在职", "编制", "拥有") || FormText.HasAny(sentence, "上年", "去年", "相比", "增加", "减少", "较", "比")) continue;
            check.Raise("JH2106", until.Groups["date"].Index, until.Groups["date"].Index + until.Groups["date"].Length, $"报告说的是{told}年度，时点却写成“{until.Groups["date"].Value}”。", $"核对是否应为{told}年12月31日");
        }
    }

    private static int? Months(Match match, string year, string month)
    {
        var (y, m) = (match.Groups[year].Success ? Number(match, year) : Number(match, "y"), Number(match, month));
        return m is >= 1 and <= 12 ? y * 12 + m : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // The year of the end must be printed: '2023年9月启动、次年3月完成' is in order.
    [GeneratedRegex(@"(?<first>(?<![0-9])(?<y>(?:19|20)[0-9]{2})年(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?)(?:正式|全面|份|底|初)?(?<start>启动|开工|开始|立项|动工|开建|起步|实施|部署|开展)[^。；！？\n0-9]{0,10}(?<second>(?<y2>(?:19|20)[0-9]{2})年(?<m2>[0-9]{1,2})月(?:(?<d2>[0-9]{1,2})日)?)(?:正式|全面|全部|底|前|份|竣工验收并)?(?<end>完成|竣工|完工|结束|建成|验收|投用|投入使用|交付|办结|通过)", RegexOptions.CultureInvariant)]
    private static partial Regex StartThenEnd();

    [GeneratedRegex(@"截[至止]到?(?<date>(?<y>20[0-9]{2})年(?:12月31日|末|底))", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})(?=年)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})年(?:度)?(?=[^。\n]{0,30}(?:决算|“三公”|三公|部门|经费|支出|预算))", RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
