using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Days that no calendar has, and explanations that name the wrong year.</summary>
internal static class Dates
{
    private static readonly string[] Reasons = ["同比下降的原因", "同比增长的原因", "同比减少的原因", "同比增加的原因", "下降的主要原因", "增长的主要原因", "减少的主要原因", "增加的主要原因", "比上年减少的原因", "比上年增加的原因"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var source = check.Source;
        for (var p = 0; p < source.Count; p++)
        {
            Days(check, source.StartOf(p), source.EndOf(p));
            WrongYear(check, source.StartOf(p), source.EndOf(p));
        }
    }

    private static void Days(FormCheck check, int start, int end)
    {
        var text = check.Source.Text.AsSpan();
        if (!text[start..end].Contains('月')) return;
        var (year, yearAt) = (0, 0);
        for (var at = start; at < end; at++)
        {
            if (!FigureLexer.IsDigit(text[at])) continue;
            var first = FigureLexer.Number.Read(text, at, end);
            var from = at;
            at = first.End;
            if (first.Places > 0 || at >= end) continue;
            if (text[at] == '年' && first.Digits == 4) (year, yearAt) = ((int)first.Value, from);
            if (text[at] != '月' || at + 1 >= end || !FigureLexer.IsDigit(text[at + 1])) continue;
            var day = FigureLexer.Number.Read(text, at + 1, end);
            if (day.End >= end || text[day.End] != '日' || day.Places > 0) continue;
            var near = year > 0 && from - yearAt <= 6;
            var month = (int)Math.Min(first.Value, 99m);
            if (month is >= 1 and <= 12 && day.Value >= 1 && day.Value <= DateTime.DaysInMonth(near ? year : 2024, month)) continue;
            var begin = near ? yearAt : from;
            check.Raise("JH2106", begin, day.End + 1, $"没有“{text[begin..(day.End + 1)]}”这一天。", "核对日期");
            at = day.End;
        }
    }

    /// <summary>A text that compares this year with the last one explains 'the fall of last year'.</summary>
    private static void WrongYear(FormCheck check, int start, int end)
    {
        var text = check.Source.Text.AsSpan(start..end);
        var main = YearAt(text, text.IndexOf('年') - 4);
        if (main == 0 || text.IndexOf("上年", StringComparison.Ordinal) < 0) return;
        foreach (var reason in Reasons)
        {
            var at = text.IndexOf(reason, StringComparison.Ordinal);
            if (at < 0) continue;
            var sentence = text[..at].LastIndexOf('。') + 1;
            var sign = text[sentence..at].IndexOf('年');
            if (sign < 4 || YearAt(text, sentence + sign - 4) is var named && named != main - 1) continue;
            check.Raise("JH2106", start + sentence + sign - 4, start + sentence + sign + 1, $"全段说的是{main}年与上年相比，这里说明原因时写成了{main - 1}年。", $"核对年份，是否应为{main}年");
            return;
        }
    }

    private static int YearAt(ReadOnlySpan<char> text, int at)
    {
        if (at < 0 || at + 4 > text.Length) return 0;
        var year = 0;
        for (var i = at; i < at + 4; i++)
        {
            if (!FigureLexer.IsDigit(text[i])) return 0;
            year = year * 10 + (text[i] & 0xF);
        }
        return year is >= 1990 and <= 2100 ? year : 0;
    }
}
