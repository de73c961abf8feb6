using System.Buffers;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Units whose number was never filled in: '建筑面积万平方米', '死亡　例', '增长个百分点', '、万卷、97.2万件'.</summary>
internal static class MissingFigures
{
    private const int Widest = 8;
    private const int LongestLabel = 10;

    private static readonly string[] Percents = ["占", "的", "为", "达", "到", "至", "增长", "下降", "上升", "提高", "降低", "增加", "减少", "超过", "约", "完成"];
    private static readonly string[] Named = ["支出", "收入", "预算", "决算", "预算数", "决算数", "金额", "总额", "资金", "经费", "投资", "费", "余额", "产值", "面积", "人口", "人数", "户数", "总量", "产量", "里程", "长度"];
    private static readonly string[] Points = ["增长", "下降", "上升", "提高", "降低", "增加", "减少", "回落", "提升", "高", "低", "涨", "跌", "了", "约"];
    private static readonly string[] Amounts = ["共计", "合计", "总计", "共", "支出", "经费", "资金", "投资", "金额", "总额", "预算", "决算", "余额", "补助", "补贴", "产值", "增加", "减少", "节约", "结余", "结转", "安排", "拨付", "下达", "执行", "缴纳", "费"];
    private static readonly string[] Counts = ["共计", "合计", "总计", "累计", "共", "面积", "总量", "产量", "销量", "增加", "减少", "下降", "新增", "占地", "长度", "里程", "总长", "全长"];
    private static readonly string[] Totals = ["共计", "总计", "共有", "共"];
    private static readonly string[] Cases = ["死亡", "确诊", "治愈", "新增", "共", "共计", "约", "发生"];
    private static readonly string[] BeforeGap = ["死亡", "确诊", "治愈", "共", "共计", "共有", "合计", "总计", "累计", "约", "达", "达到", "为", "占", "率", "新增", "增加", "减少", "增长", "下降", "提高", "完成", "有", "培训", "支出", "经费", "资金", "面积", "人员", "职工", "教师", "学生", "病例", "机构", "单位", "企业", "项目", "车辆", "床位"];

    /// <summary>Units by the words that demand a figure before them; the longest first.</summary>
    private static readonly (string Unit, string[] Cues)[] Units =
    [
        ("万平方公里", Counts), ("万立方米", Counts), ("万平方米", Counts), ("个百分点", Points), ("平方公里", Counts), ("万人次", Counts), ("平方米", Counts), ("立方米", Counts), ("万千瓦时", Counts), ("百分点", Points),
        ("万元", Amounts), ("亿元", Amounts), ("万人", Counts), ("万户", Counts), ("万亩", Counts), ("万吨", Counts), ("万册", Counts), ("万卷", Counts), ("万件", Counts), ("万份", Counts), ("万头", Counts), ("万公里", Counts), ("公里", Counts), ("公顷", Counts), ("公斤", Counts), ("人次", Totals),
        ("%", Percents), ("％", Percents), ("‰", Percents), ("元", Amounts), ("亩", Counts), ("吨", Counts), ("例", Cases),
        ("人", Totals), ("个", Totals), ("名", Totals), ("家", Totals), ("户", Totals), ("件", Totals), ("台", Totals), ("辆", Totals), ("套", Totals), ("起", Totals), ("份", Totals), ("条", Totals), ("座", Totals), ("次", Totals), ("张", Totals), ("册", Totals),
    ];

    private static readonly string[] OnlyBehindGap = ["天", "年", "个月", "岁", "项", "场", "处", "所", "批"];

    /// <summary>All of them by their last character; a piece that ends with another one ends with no unit.</summary>
    private static readonly Dictionary<char, (string Unit, string[] Cues)[]> ByLast = Units.Concat(OnlyBehindGap.Select(u => (u, Array.Empty<string>()))).GroupBy(u => u.Item1[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；、,;）)！？\n：:（(“”");

    /// <summary>Units of which a bare mention in an enumeration can only be a gap: '、万卷、'.</summary>
    private static readonly string[] Alone = ["万卷", "万件", "万册", "万元", "亿元", "万人", "万户", "万亩", "万吨", "万人次", "万平方米", "平方米", "公里", "万公里", "公顷", "个百分点", "%", "％"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        var start = 0;
        while (text.AsSpan(start).IndexOfAny(Marks) is >= 0 and var length)
        {
            var c = text[start + length];
            if (length > 1 && FormText.IsClauseEnd(c) && c != '\n')
            {
                Piece(check, text, start, start + length);
                MissingNumbers.AtEnd(check, text, start, start + length);
            }
            start += length + 1;
        }
    }

    private static void Piece(FormCheck check, string text, int start, int end)
    {
        while (start < end && FormText.IsBlank(text[start])) start++;
        while (end > start && FormText.IsBlank(text[end - 1])) end--;
        if (end - start < 2 && text[start] is not ('%' or '％')) return;
        var piece = text.AsSpan(start..end);
        if (IsAlone(text, start, end, piece))
        {
            Raise(check, text, start, end);
            return;
        }
        if (!ByLast.TryGetValue(piece[^1], out var units)) return;
        foreach (var (unit, cues) in units)
        {
            if (!piece.EndsWith(unit, StringComparison.Ordinal)) continue;
            Judge(check, text, start, end, unit, cues);
            return;
        }
    }

    private static void Judge(FormCheck check, string text, int start, int end, string unit, string[] cues)
    {
        var at = end - unit.Length;
        var words = text.AsSpan(start..at).TrimEnd(" \t\u3000\u00A0");
        var gap = at - start - words.Length;
        if (words.Length < 1 || !FormText.IsHan(words[^1]) || ChineseNumeral.IsPart(words[^1])) return;
        var found = gap == 0 ? FormText.EndsWithAny(words, cues) && !IsOtherWord(words, unit) || IsStated(words, unit, cues) : IsGap(text, at, words, gap, unit);
        if (found) Raise(check, text, words.Length <= LongestLabel ? start : at - gap - 4, end);
    }

    /// <summary>'支出决算为万元': the verb behind a word that calls for an amount.</summary>
    private static bool IsStated(ReadOnlySpan<char> words, string unit, string[] cues)
    {
        if (cues != Amounts && cues != Counts || unit.Length < 2 && unit != "亩" && unit != "吨") return false;
        foreach (var verb in (ReadOnlySpan<string>)["约为", "为", "约"]) if (words.EndsWith(verb, StringComparison.Ordinal)) return FormText.EndsWithAny(words[..^verb.Length], Named);
        return false;
    }

    /// <summary>Blanks before a unit stand for a number only behind a word that calls for one, or when they are wide and the line is not spaced out.</summary>
    private static bool IsGap(string text, int at, ReadOnlySpan<char> words, int gap, string unit)
    {
        if (words.ContainsAny(" \t\u3000\u00A0") || words.Length < 2 || IsOtherWord(words, unit)) return false;
        if (FormText.EndsWithAny(words, BeforeGap) || unit is "%" or "％" && words[^1] == '的') return true;
        var wide = gap > 1 || text[at - 1] == '\u3000';
        return wide && gap <= Widest && unit is "例" or "%" or "‰" or "万元" or "亿元" or "辆" or "公里" or "平方米" or "人次" or "个百分点" or "场" or "起";
    }

    /// <summary>公共, 签约人, 达人, 单元, 条例: the unit is the end of a word.</summary>
    private static bool IsOtherWord(ReadOnlySpan<char> words, string unit)
    {
        if (words[^1] == '共' && words.Length > 1 && words[^2] is '公' or '中') return true;
        if (words[^1] == '约' && words.Length > 1 && words[^2] is '签' or '预' or '节' or '集' or '契' or '制' or '公' or '条' or '合' or '违' or '履' or '守' or '相' or '特' or '续' or '解') return true;
        return unit.Length == 1 && words[^1] switch
        {
            '达' => unit == "人",
            '为' => unit is "人" or "例",
            '有' => unit is "人" or "个" or "次" or "名",
            '费' => unit == "元",
            _ => false,
        };
    }

    private static bool IsAlone(string text, int start, int end, ReadOnlySpan<char> piece)
    {
        var (left, right) = (FormText.At(text, start - 1), FormText.At(text, end));
        if (left is not ('、' or '，') || right is not ('、' or '，' or '。' or '；') || (left != '、' && right != '、')) return false;
        var unit = false;
        foreach (var alone in Alone) unit |= piece.SequenceEqual(alone);
        // '单位为人、万元、个' is a list of units; beside a gap stand figures.
        return unit && FigureNear(text, start - 2, -1) && (right != '、' || FigureNear(text, end + 1, 1));
    }

    /// <summary>Whether the next piece in one direction holds a digit.</summary>
    private static bool FigureNear(string text, int at, int step)
    {
        for (var i = 0; i < 24; i++, at += step)
        {
            var c = FormText.At(text, at);
            if (FigureLexer.IsDigit(c)) return true;
            if (FormText.IsClauseEnd(c)) return false;
        }
        return false;
    }

    private static void Raise(FormCheck check, string text, int start, int end)
    {
        while (start < end && FormText.IsBlank(text[start])) start++;
        check.Raise("JH2102", start, end, $"“{text[start..end]}”缺少数值。", "填写实际数值");
    }
}
