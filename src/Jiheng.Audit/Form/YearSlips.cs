using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Comparisons with a year that has not come yet or with itself, and reports whose title names another year than their text.</summary>
internal static partial class YearSlips
{
    private static readonly string[] Reports = ["报告", "决算", "自评", "总结", "说明", "公报"];
    private static readonly string[] Ahead = ["明年", "次年", "下年", "下一年", "预计", "计划", "目标", "力争", "预测", "上年", "去年", "规划", "预期"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        var years = Years(text);
        var title = Title(check);
        Future(check, text, years, title);
        // A year that is compared with itself stands twice.
        if (years.Count > 1) foreach (Match self in Self().Matches(text))
        {
            if (!Year().IsMatch(self.Groups["between"].Value)) check.Raise("JH2106", self.Groups["c"].Index, self.Groups["c"].Index + self.Groups["c"].Length, $"{self.Groups["y"].Value}年的数与{self.Groups["y"].Value}年自身相比，年份有误。", "核对所比较的年份");
        }
        if (years.Count > 1 && text.Contains("原因", StringComparison.Ordinal)) Causes(check, text, years);
        if (text.Contains("本年", StringComparison.Ordinal) || text.Contains("今年", StringComparison.Ordinal)) foreach (Match same in ThisYear().Matches(text))
        {
            var sentence = text.AsSpan(FormText.SentenceStart(text, same.Index)..FormText.SentenceEnd(text, same.Index));
            if (FormText.HasAny(sentence, Ahead) || Year().Count(sentence) > 0) continue;
            check.Raise("JH2106", same.Index, same.Index + same.Length, $"“{same.Value}”：本年的数与本年自身相比，疑为“上年”之误。", "核对是否应为“上年”");
        }
        if (title is { } t) Body(check, text, years, t);
        Signed(check, text);
        Stale(check, text);
        Left(check, text, years);
    }

    private static List<(int Index, int Value, bool Compared)> Years(string text)
    {
        var years = new List<(int, int, bool)>();
        foreach (var match in Year().EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            var compared = FormText.At(text, match.Index - 1) is '较' or '比' or '与' or '同';
            var start = compared ? match.Index - 1 : match.Index;
            years.Add((start, Parse(text.AsSpan(match.Index, 4)), compared && IsCompared(text, start, end)));
        }
        return years;
    }

    /// <summary>'2022年…比2021年减少…。2021年…减少的主要原因': the cause is told of another year than the change.</summary>
    private static void Causes(FormCheck check, string text, List<(int Index, int Value, bool Compared)> years)
    {
        foreach (Match cause in Cause().Matches(text))
        {
            var year = Parse(cause.Groups["y"].Value);
            var start = FormText.SentenceStart(text, cause.Index);
            var paragraph = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
            // The passage speaks of one later year, which the sentences before it compare with this one or with none.
            var told = years.Where(y => y.Index >= paragraph && y.Index < start && !y.Compared).Select(y => y.Value).Distinct().ToList();
            if (told.Count != 1 || told[0] <= year || told[0] - year > 3) continue;
            check.Raise("JH2106", cause.Groups["y"].Index, cause.Groups["y"].Index + 5, $"上文说的是{told[0]}年的增减，这里写成{year}年的原因，年份有误。", "核对年份是否未更新");
        }
    }

    /// <summary>'较2025年提高' in a text that speaks of no year later than 2022.</summary>
    private static void Future(FormCheck check, string text, List<(int Index, int Value, bool Compared)> years, (int Year, int At)? title)
    {
        if (!years.Exists(y => y.Compared)) return;
        var told = years.Where(y => !y.Compared).Select(y => y.Value).Concat(Document().Matches(text).Select(m => Parse(m.Groups["y"].Value))).ToList();
        if (told.Count == 0 || (title is null && FormText.HasAny(text, "今年", "本年", "目前", "当前", "至今", "近年"))) return;
        var latest = told.Max();
        foreach (var (index, year, compared) in years)
        {
            if (!compared || year <= latest) continue;
            check.Raise("JH2106", index, index + 6, $"文中所述的年份最晚为{latest}年，却与尚未到来的{year}年相比，年份有误。", "核对所比较的年份");
        }
    }

    private static bool IsCompared(string text, int start, int end)
    {
        var rest = text.AsSpan(end..Math.Min(text.Length, end + 12));
        if (FormText.HasAny(rest, "目标", "计划", "规划", "预算", "预期")) return false;
        return text[start] is '较' or '比' || rest.Contains("相比", StringComparison.Ordinal);
    }

    /// <summary>The year that a title on one of the first lines gives to the report.</summary>
    private static (int Year, int At)? Title(FormCheck check)
    {
        for (var p = 0; p < Math.Min(check.Source.Count, 4); p++)
        {
            var line = check.Source.Paragraph(p);
            if (line.Length > 45 || line.ContainsAny('，', '。') || !FormText.HasAny(line, Reports)) continue;
            foreach (var match in Year().EnumerateMatches(line))
            {
                var at = match.Index + match.Length - 5;
                return (Parse(line.Slice(at, 4)), check.Source.StartOf(p) + at);
            }
        }
        return null;
    }

    /// <summary>The text never speaks of the year in its title, but over and over of one other year.</summary>
    private static void Body(FormCheck check, string text, List<(int Index, int Value, bool Compared)> years, (int Year, int At) title)
    {
        var rest = years.Where(y => Math.Abs(y.Index - title.At) > 6).ToList();
        if (rest.Count < 3 || rest.Any(y => y.Value == title.Year) || rest.Select(y => y.Value).Distinct().Count() != 1 || text.Contains(title.Year.ToString(CultureInfo.InvariantCulture) + "-", StringComparison.Ordinal)) return;
        check.Raise("JH2106", title.At, title.At + 5, $"标题写的是{title.Year}年，正文说的都是{rest[0].Value}年。", "核对标题与正文的年度");
    }

    /// <summary>A text signed in March cannot tell what had been done by December.</summary>
    private static void Signed(FormCheck check, string text)
    {
        if (!text.Contains('截')) return;
        if (Signature().Match(text) is not { Success: true } signature || Date(signature) is not { } signed) return;
        foreach (Match until in Until().Matches(text))
        {
            if (Date(until) is not { } day || day <= signed) continue;
            var sentence = text.AsSpan(until.Index..FormText.SentenceEnd(text, until.Index));
            if (!FormText.HasAny(sentence, "已", "累计", "实有", "共完成", "共有")) continue;
            check.Raise("JH2106", until.Index, until.Index + until.Length, $"“{until.Value}”晚于文末落款的日期{signature.Value.Trim()}。", "核对两处日期");
        }
    }

    /// <summary>'截至2023年9月底，…收入…。截至2022年9月底，…支出…': the second of two heads of one passage was left at last year.</summary>
    private static void Stale(FormCheck check, string text)
    {
        if (!text.Contains('截')) return;
        Match? first = null;
        foreach (Match head in Head().Matches(text))
        {
            var sentence = text.AsSpan(head.Index..FormText.SentenceEnd(text, head.Index));
            if (first is not null && text.AsSpan(first.Index..head.Index).IndexOf('\n') < 0 && head.Groups["day"].Value == first.Groups["day"].Value && Parse(first.Groups["y"].Value) - Parse(head.Groups["y"].Value) == 1 && !FormText.HasAny(sentence, "上年", "去年", "同期", "当时", "分别", "其中", "较", "比"))
                check.Raise("JH2106", head.Groups["y"].Index, head.Groups["y"].Index + 5, $"上文写的是{first.Value}，这里写成{head.Groups["y"].Value}年，疑为上年的年份未改。", "核对年份是否未更新");
            first = head;
        }
    }

    /// <summary>'2022年度…比2021年度减少…。2020年度国内公务接待23批次': a passage of one year and the one before it, in which a sentence begins with a year older than both.</summary>
    private static void Left(FormCheck check, string text, List<(int Index, int Value, bool Compared)> years)
    {
        foreach (var (index, year, compared) in years)
        {
            if (compared || FormText.At(text, index - 1) is not '。' || FormText.At(text, index + 5) != '度') continue;
            var start = text.LastIndexOf('\n', index - 1) + 1;
            var end = text.IndexOf('\n', index) is >= 0 and var stop ? stop : text.Length;
            var others = years.Where(y => y.Index >= start && y.Index < end && y.Index != index).ToList();
            var latest = others.Count > 0 ? others.Max(y => y.Value) : 0;
            if (others.Count < 2 || others.Exists(y => y.Value < latest - 1) || year != latest - 2 || !others.Exists(y => y.Value == latest - 1 && y.Compared) || FormText.HasAny(text.AsSpan(index..FormText.SentenceEnd(text, index)), "比", "较", "以来", "至", "连续", "结转", "下达", "批复", "印发", "立项", "启动", "开工", "完工", "竣工", "验收", "续建", "逐年", "由于", "曾")) continue;
            check.Raise("JH2106", index, index + 5, $"上文说的是{latest}年及其上年，这一句写成{year}年，疑为旧稿的年份未改。", "核对年份是否未更新");
        }
    }

    private static DateOnly? Date(Match match)
    {
        var (y, m, d) = (Parse(match.Groups["y"].Value), Parse(match.Groups["m"].Value), Parse(match.Groups["d"].Value));
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Parse(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"[〔\[（(【](?<y>20[0-9]{2})[〕\]）)】]|(?<![0-9])(?<y>20[0-9]{2})(?=[-./][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    [GeneratedRegex(@"(?<![0-9较比与同])(?<y>(?:19|20)[0-9]{2})年(?![0-9]{3})(?<between>[^。；！？\n]{0,80}?)(?<c>[较比]\k<y>年度?(?:同期)?|与\k<y>年度?(?:同期)?(?:的[^，。；]{0,20})?(?=相比))(?=相比|增加|增长|减少|下降|上升|提高|降低|净增|多|少)", RegexOptions.CultureInvariant)]
    private static partial Regex Self();

    [GeneratedRegex(@"(?<=[。；\n])(?<y>20[0-9]{2})年度?[^。；，\n]{0,30}(?:减少|下降|增加|增长|上升)(?:的?主要?原因|，主?要?原因)", RegexOptions.CultureInvariant)]
    private static partial Regex Cause();

    [GeneratedRegex(@"[较比](?:本年度?|今年)(?=增加|增长|减少|下降|上升|提高|降低|净增)", RegexOptions.CultureInvariant)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"(?<=\n)[ \u3000]*(?<y>20[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日[ \u3000]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<=^|[。\n])截[至止]到?(?<y>20[0-9]{2})年(?<day>[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|份)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"截[至止]到?(?<y>20[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日", RegexOptions.CultureInvariant)]
    private static partial Regex Until();
}
