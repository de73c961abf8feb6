using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Units written twice behind one number: 396.90万元万元, 12人人, 5%%.</summary>
internal static class RepeatedUnits
{
    private static readonly WordTable<bool> Clashes = new(new[] { "万元元", "亿元元", "万元万", "亿元亿", "元万元", "元亿元", "亿万元", "万万元", "人人次", "人次人", "人次次", "%个百分点", "个百分点%", "%％", "％%", "户户次", "件件次" }.Select(c => (c, true)));

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (!FigureLexer.IsDigit(text[at]) || FigureLexer.IsDigit(text[at + 1])) continue;
            var unit = FormText.IsBlank(text[at + 1]) ? at + 2 : at + 1;
            if (unit + 1 >= text.Length || text[unit] is '.' or ',' or '，' or '、' or '。') continue;
            if (Length(text, unit) is not (> 0 and var length)) continue;
            var start = at;
            while (start > 0 && (FigureLexer.IsDigit(text[start - 1]) || text[start - 1] is '.' or ',')) start--;
            var half = text[unit..(unit + length)];
            check.Raise("JH2112", start, unit + length, $"“{text[start..(unit + length)]}”的计量单位“{half}”重复或相冲突。", "只保留一个正确的单位");
            at = unit + length - 1;
        }
    }

    /// <summary>Length of a doubled or clashing unit at <paramref name="at"/>, 0 for none.</summary>
    private static int Length(string text, int at)
    {
        foreach (var (clash, _) in Clashes.Of(text[at], FormText.At(text, at + 1))) if (string.CompareOrdinal(text, at, clash, 0, clash.Length) == 0 && (clash[^1] == '元' || clash[^1] == '点' || clash[^1] is '%' or '％' || FormText.IsClauseEnd(FormText.At(text, at + clash.Length)))) return clash.Length;
        // A unit that stands twice brings its first character twice.
        if (!text.AsSpan((at + 1)..Math.Min(text.Length, at + 8)).Contains(text[at])) return 0;
        var from = at;
        while (from < text.Length && from < at + 2 && text[from] is '万' or '亿') from++;
        var own = from - at + UnitTable.Match(text.AsSpan(from..Math.Min(text.Length, from + 6)), out _, out _);
        if (own == 0 || at + 2 * own > text.Length || string.CompareOrdinal(text, at, text, at + own, own) != 0) return 0;
        // One character may begin the next word (12人人均, 2023年年初, 5户户主): a stop must follow.
        var next = FormText.At(text, at + 2 * own);
        return own > 1 || text[at] is '%' or '％' or '‰' || (FormText.IsClauseEnd(next) && text[at] is not ('年' or '月' or '日' or '天' or '分' or '点')) ? 2 * own : 0;
    }
}
