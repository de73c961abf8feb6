using System.Buffers;

namespace Jiheng.Audit.Form;

/// <summary>Leftovers of templates and conversions: [bookmark…], [图片], 此处填写, *家, ×××.</summary>
internal static class Placeholders
{
    private static readonly string[] Phrases =
        ["[bookmark", "[图片]", "［图片］", "[表格]", "[插图]", "此处填写", "此处填", "请填写", "请在此", "待补充", "待填", "XXX", "×××", "xxx", "某某某", "____", "＿＿", "错误!未找到", "错误！未找到",
         "Error! ", "#REF!", "#DIV/0!", "#VALUE!", "#N/A", "单击此处", "点击此处", "【】", "XX万", "XX%", "XX人", "XX个", "××万", "××人", "××个", "**"];

    private static readonly SearchValues<char> Beginnings = SearchValues.Create([.. Phrases.Select(p => p[0]).Distinct()]);

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Beginnings);
            if (next < 0) break;
            at += next;
            at = StartsPhrase(text, at) ? Raise(check, text, at) : at + 1;
        }
        Stars(check, text);
        Percents(check, text);
    }

    private static bool StartsPhrase(string text, int at)
    {
        foreach (var phrase in Phrases) if (phrase[0] == text[at] && string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0) return true;
        return false;
    }

    private static int Raise(FormCheck check, string text, int at)
    {
        var (start, end) = (at, at + 2);
        var open = at > 0 && text[at - 1] is '（' or '(' or '【' or '[' ? at - 1 : -1;
        if (text[at] is '[' or '［' or '【' or '（') open = at;
        if (open >= 0)
        {
            var close = text.AsSpan(open..Math.Min(text.Length, open + 60)).IndexOfAny("）)】]］");
            (start, end) = close > 0 ? (open, open + close + 1) : (open, at + 4);
        }
        else while (end < text.Length && end < at + 30 && text[end] == text[at]) end++;
        end = Math.Min(end, text.Length);
        if (text.AsSpan(start..end).IndexOf('\n') is >= 0 and var line) end = start + Math.Max(line, 1);
        check.Raise("JH2102", start, end, $"“{text[start..end]}”是模板或转换时留下的内容，没有填写或删去。", "填写实际内容，或删去");
        return Math.Max(end, at + 1);
    }

    /// <summary>'全区*家卫生室': a star where a number belongs.</summary>
    private static void Stars(FormCheck check, string text)
    {
        for (var at = text.IndexOf('*'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('*', at + 1))
        {
            if (text[at + 1] is '家' or '个' or '人' or '名' or '项' or '万' or '元' or '次' or '户' or '年' or '月' or '所' or '%')
                check.Raise("JH2102", at, at + 2, $"“{text[at..(at + 2)]}”处的数字没有填写。", "填写实际数字");
        }
    }

    /// <summary>'发生率%；': a per cent sign behind the name of a rate, in running text, where the number is missing.</summary>
    private static void Percents(FormCheck check, string text)
    {
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at < 2 || at + 1 >= text.Length || text[at + 1] is not ('，' or '。' or '；' or ',' or ';')) continue;
            if (!(text[at - 1] is '率' or '占' or '为' or '达' or '长' or '降')) continue;
            var start = at;
            while (start > 0 && at - start < 6 && char.IsLetter(text[start - 1])) start--;
            check.Raise("JH2102", start, at + 1, $"“{text[start..(at + 1)]}”缺少数值。", "填写实际数值");
        }
    }
}
