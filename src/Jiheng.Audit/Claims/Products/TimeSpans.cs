using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Claims.Products;

/// <summary>A span of time that a text names, with the whole days and months that it holds.</summary>
/// <param name="At">Where it is named.</param>
/// <param name="Days">Numbers of days that it may have; two where the year decides and is not named; empty when the text does not say.</param>
/// <param name="Months">Whole months, 0 when it is not made of whole ones.</param>
/// <param name="IsPrinted">Whether the words bound the span on both sides; a single date or no word at all leaves doubt.</param>
internal sealed record TimeSpanNamed(int At, IReadOnlyList<int> Days, int Months, bool IsPrinted)
{
    /// <summary>A year, of 365 or 366 days where the year is not named.</summary>
    public static TimeSpanNamed Year(int at, int year, bool isPrinted) => new(at, year == 0 ? [365, 366] : [DateTime.IsLeapYear(year) ? 366 : 365], 12, isPrinted);
}

/// <summary>Finds spans of time by their words: '8月14日至20日', '1—9月', '上半年', '截至6月30日今年累计', '第18周', '三年来', '全年'.</summary>
internal static partial class TimeSpans
{
    private const string Digits = "零一二三四五六七八九十";

    /// <summary>A common year and a leap year, for a text that names none.</summary>
    private static readonly int[] Either = [2023, 2024];

    /// <summary>The spans that <paramref name="text"/> names, in reading order; a year in <paramref name="year"/> is that of the report, 0 for unknown.</summary>
    public static List<TimeSpanNamed> In(string text, int year)
    {
        var found = new List<(int At, int End, TimeSpanNamed Span)>();
        Take(text, Dates(), m => OfDates(m, year), found);
        Take(text, Months(), m => OfMonths(m, year), found);
        Take(text, Until(), m => OfUntil(m, year), found);
        Take(text, Years(), m => Whole(m.Index, 12 * (Number(m.Groups["y2"].Value) - Number(m.Groups["y"].Value) + 1)), found);
        Take(text, ManyYears(), m => Whole(m.Index, 12 * Number(m.Groups["n"].Value)), found);
        Take(text, Plan(), m => Whole(m.Index, 60), found);
        Take(text, ManyMonths(), m => Number(m.Groups["n"].Value) is var n and > 1 and <= 12 ? FirstMonths(m.Index, 1, n, year) : null, found);
        Take(text, Parts(), m => OfPart(m, year), found);
        Take(text, Week(), m => new TimeSpanNamed(m.Index, [7], 0, true), found);
        Take(text, Month(), m => Number(m.Groups["m"].Value) is var month and >= 1 and <= 12 ? FirstMonths(m.Index, month, month, YearOr(m, year)) : null, found);
        Take(text, FullYear(), m => TimeSpanNamed.Year(m.Index, YearOr(m, year), true), found);
        return [.. found.OrderBy(f => f.At).Select(f => f.Span)];
    }

    private static void Take(string text, Regex words, Func<Match, TimeSpanNamed?> read, List<(int At, int End, TimeSpanNamed Span)> found)
    {
        foreach (Match match in words.Matches(text))
        {
            // A longer reading was taken first: the month of '8月14日至20日' is no span of its own.
            if (found.Exists(f => match.Index < f.End && f.At < match.Index + match.Length)) continue;
            if (read(match) is { } span) found.Add((match.Index, match.Index + match.Length, span));
        }
    }

    private static TimeSpanNamed? OfDates(Match match, int year)
    {
        var (m, d, d2) = (Number(match.Groups["m"].Value), Number(match.Groups["d"].Value), Number(match.Groups["d2"].Value));
        var m2 = match.Groups["m2"].Success ? Number(match.Groups["m2"].Value) : m;
        var from = YearOr(match, year);
        var to = match.Groups["y2"].Success ? Number(match.Groups["y2"].Value) : from;
        var days = new List<int>();
        foreach (var guess in from == 0 ? Either : [from])
        {
            var last = to == 0 ? guess : to;
            if (m is < 1 or > 12 || m2 is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(guess, m) || d2 < 1 || d2 > DateTime.DaysInMonth(last, m2)) return null;
            var count = (new DateOnly(last, m2, d2).DayNumber - new DateOnly(guess, m, d).DayNumber) + 1;
            if (count <= 1) return null;
            if (!days.Contains(count)) days.Add(count);
        }
        var whole = d == 1 && d2 == DateTime.DaysInMonth(to == 0 ? 2023 : to, m2) && from == to ? m2 - m + 1 : 0;
        return new TimeSpanNamed(match.Index, days, whole, true);
    }

    private static TimeSpanNamed? OfMonths(Match match, int year)
    {
        var (m, m2) = (Number(match.Groups["m"].Value), Number(match.Groups["m2"].Value));
        return m is >= 1 and <= 12 && m2 is >= 1 and <= 12 && m2 > m ? FirstMonths(match.Index, m, m2, YearOr(match, year)) : null;
    }

    /// <summary>'截至6月30日': from the first of January, when the text counts from there.</summary>
    private static TimeSpanNamed? OfUntil(Match match, int year)
    {
        var (m, d) = (Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        var named = YearOr(match, year);
        if (m is < 1 or > 12) return null;
        if (d == 0 || d == DateTime.DaysInMonth(named == 0 ? 2023 : named, m)) return FirstMonths(match.Index, 1, m, named) with { IsPrinted = false };
        if (d > DateTime.DaysInMonth(2024, m)) return null;
        var days = (named == 0 ? Either : [named]).Where(y => d <= DateTime.DaysInMonth(y, m)).Select(y => new DateOnly(y, m, d).DayOfYear).Distinct().ToList();
        return new TimeSpanNamed(match.Index, days, 0, false);
    }

    private static TimeSpanNamed? OfPart(Match match, int year) => (match.Value[0] == '第' ? match.Value[1..] : match.Value) switch
    {
        "上半年" => FirstMonths(match.Index, 1, 6, year),
        "下半年" => FirstMonths(match.Index, 7, 12, year),
        "前三季度" or "前三个季度" => FirstMonths(match.Index, 1, 9, year),
        ['一' or '首' or '1', ..] => FirstMonths(match.Index, 1, 3, year),
        ['二' or '2', ..] => FirstMonths(match.Index, 4, 6, year),
        ['三' or '3', ..] => FirstMonths(match.Index, 7, 9, year),
        ['四' or '4', ..] => FirstMonths(match.Index, 10, 12, year),
        _ => new TimeSpanNamed(match.Index, [], 3, true),
    };

    private static TimeSpanNamed? Whole(int at, int months) => months is > 0 and <= 600 ? new TimeSpanNamed(at, [], months, true) : null;

    private static TimeSpanNamed FirstMonths(int at, int from, int to, int year)
    {
        var days = new List<int>();
        foreach (var guess in year == 0 ? Either : [year])
        {
            var count = Enumerable.Range(from, to - from + 1).Sum(m => DateTime.DaysInMonth(guess, m));
            if (!days.Contains(count)) days.Add(count);
        }
        return new TimeSpanNamed(at, days, to - from + 1, true);
    }

    private static int YearOr(Match match, int year) => match.Groups["y"].Success ? Number(match.Groups["y"].Value) : year;

    /// <summary>A number in digits, or in words up to ninety-nine.</summary>
    private static int Number(string words)
    {
        if (words.Length == 0) return 0;
        if (char.IsAsciiDigit(words[0])) return int.Parse(words, CultureInfo.InvariantCulture);
        words = words.Replace('两', '二');
        var ten = words.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Digits.IndexOf(words[0], StringComparison.Ordinal);
        var tens = ten == 0 ? 1 : Digits.IndexOf(words[0], StringComparison.Ordinal);
        return tens * 10 + (ten + 1 < words.Length ? Digits.IndexOf(words[ten + 1], StringComparison.Ordinal) : 0);
    }

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年)?(?<![0-9])(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日?(?:至|到|[—－–~～-]+)(?:(?<y2>20[0-9]{2})年)?(?:(?<m2>[0-9]{1,2})月)?(?<d2>[0-9]{1,2})日", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年)?(?<![0-9])(?<m>[0-9]{1,2})月?份?(?:至|到|[—－–~～-]+)(?<m2>[0-9]{1,2})月(?![0-9龄])", RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"(?:截[至止]到?|到)(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日|底|末)", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?<y>20[0-9]{2})年?(?:至|到|[—－–~～-]+)(?<y2>20[0-9]{2})年", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:近|过去|前|后|这|连续|以上)(?<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})个?年(?!度|龄|级)|(?:建设期|工期|周期|期限|为期|历时|执行期|实施期)(?:为|共)?(?<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})年|(?<![0-9])(?<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})个?年(?=来|间|合计|累计|合起来|加起来|共|总计|以来|期间|里|内|时间|建设|下来)", RegexOptions.CultureInvariant)]
    private static partial Regex ManyYears();

    [GeneratedRegex(@"“?十[一二三四五]五”?(?:时期|期间|以来|五年)", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(@"前(?<n>[0-9]{1,2}|[两二三四五六七八九十]{1,3})个?月", RegexOptions.CultureInvariant)]
    private static partial Regex ManyMonths();

    [GeneratedRegex(@"[上下]半年|前三个?季度|第?[一二三四1-4]季度?|首季度?|[本当该]季度?", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})周|[本上当该]周|(?<![第])一周(?!岁|年)|黄金周", RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年)?(?<![0-9一二三四五六七八九十])(?<m>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?(?![0-9一二三四五六七八九十底末初上中下]|日|至|到|[—－–~～-]|龄|均)", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<y>20[0-9]{2})年度?(?![0-9]{1,2}月|[0-9]月|第|[一二三四]季|[上下]半|末|底|初|[—－–~～-]|至|到)|全年|本年度?|当年|今年(?!以来|累计)|年内|年度", RegexOptions.CultureInvariant)]
    private static partial Regex FullYear();
}
