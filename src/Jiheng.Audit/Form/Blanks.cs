using System.Buffers;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Runs of crosses, rings, bars and stars that hold the place of a number or name: XX户, ××县, X万元, ____, 〇〇个.</summary>
internal static class Blanks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("XxＸｘ×〇○◯□*＊_＿…?？");
    private static readonly string[] Places = ["省", "市", "县", "区", "镇", "乡", "村", "街道", "社区", "局", "委", "单位", "部门", "医院", "学校", "公司", "项目", "年", "月", "日", "分", "万元", "亿元", "万人", "万", "亿", "%", "％"];
    private static readonly string[] Sure = ["万元", "亿元", "元", "万人", "%", "％", "人次", "户", "辆", "台", "份", "场", "件", "项", "所", "亩", "吨", "公里", "平方米", "个", "名", "家", "人", "次"];
    private static readonly string[] Formula = ["若", "如果", "假设", "公式", "得分", "扣", "＝", "=", "≥", "≤", "权重", "每X", "第X"];
    private static readonly string[] Before = ["共", "约", "为", "达", "占", "计", "到", "名", "：", ":"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Marks);
            if (next < 0) return;
            at += next;
            var end = at + 1;
            while (end < text.Length && text[end] == text[at]) end++;
            if (End(text, at, end) is { } stop) check.Raise("JH2102", at, stop, $"“{text[at..stop]}”是空位符号，实际内容没有填写。", "填写实际内容");
            at = end;
        }
    }

    /// <summary>Where the placeholder with its unit ends; <c>null</c> when the run is none.</summary>
    private static int? End(string text, int start, int end)
    {
        var (before, after, length) = (FormText.At(text, start - 1), FormText.At(text, end), end - start);
        var rest = text.AsSpan(end..Math.Min(text.Length, end + 6)).TrimStart(" \u3000");
        var from = end + Math.Min(text.Length, end + 6) - end - rest.Length;
        var unit = UnitTable.Match(rest, out _, out _);
        var place = Longest(rest, Places);
        int? named = unit > 0 || place > 0 ? from + Math.Max(unit, place) : null;
        switch (text[start])
        {
            case 'X' or 'x' or 'Ｘ' or 'ｘ':
                if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || (FigureLexer.IsDigit(after) && length == 1)) return null;
                // '0831-6201xxxx' masks a number.
                if (length >= 3) return FigureLexer.IsDigit(before) ? null : named ?? end;
                if (length == 2) return named is { } two && !(FigureLexer.IsDigit(before) && after != '年') ? two : Alone(text, start, before, after) ? end : null;
                return FormText.IsHan(before) && Longest(rest, Sure) is > 0 and var sure && !InFormula(text, start) ? from + sure : null;
            case '×':
                if (length < 2 || FigureLexer.IsDigit(before) || FigureLexer.IsDigit(after)) return null;
                return length >= 3 ? named ?? end : named ?? (Alone(text, start, before, after) ? end : null);
            case '〇' or '○' or '◯' or '□':
                return length >= 2 && !ChineseNumeral.IsPart(before) && !FigureLexer.IsDigit(before) && !ChineseNumeral.IsPart(after) && (text[start] != '〇' || after is not ('年' or '月' or '日')) ? named : null;
            case '*' or '＊':
                // A mask keeps some digits or letters; a lone star with a unit stands for a number.
                if (IsMasked(before) || IsMasked(after)) return null;
                return length >= 2 ? named ?? end : Longest(rest, Sure) is > 0 and var star && FormText.IsHan(before) ? from + star : null;
            case '_' or '＿':
                return length >= 2 && !(IsMasked(before) && IsMasked(after)) ? named ?? end : null;
            default:
                return (length >= 2 || text[start] == '…') && FormText.IsHan(before) && Longest(rest, ["万元", "亿元", "%", "平方米", "人次"]) is > 0 and var money ? from + money : null;
        }
    }

    private static bool Alone(string text, int start, char before, char after) =>
        FormText.IsClauseEnd(after) && after is not ('）' or ')') && before is not ('（' or '(') && FormText.EndsWithAny(text.AsSpan(Math.Max(0, start - 4)..start), Before);

    private static bool InFormula(string text, int at) => FormText.HasAny(text.AsSpan(FormText.SentenceStart(text, at)..FormText.SentenceEnd(text, at)), Formula);

    private static bool IsMasked(char c) => char.IsAsciiLetterOrDigit(c);

    private static int Longest(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        var longest = 0;
        foreach (var word in words) if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal)) longest = word.Length;
        return longest;
    }
}
