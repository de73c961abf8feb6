using System.Buffers;

namespace Jiheng.Audit.Form;

/// <summary>Leftovers of templates and conversions: [bookmark…], [图片], 此处填写, （待补）, PAGEREF.</summary>
internal static class Placeholders
{
    private static readonly string[] Phrases =
        ["[bookmark", "[图片]", "［图片］", "[表格]", "[插图]", "此处填写", "此处填", "此处插入", "此处略去", "请填写", "请在此", "请输入", "待补充", "待填", "某某某", "错误!未找到", "错误！未找到", "错误!书签", "错误！书签",
         "Error! ", "#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "单击此处", "点击此处", "单击或点击", "【】", "（待补", "(待补", "（待定）", "(待定)", "（待核", "(待核", "（待确认", "(待确认", "（待更新", "（待完善）", "（待统计", "(待统计", "（数据待", "(数据待", "（填写", "(填写", "（请说明", "（简要说明", "（简要介绍", "（详细说明", "（说明原因", "（可附", "（请写明",
         "（单位名称）", "（部门名称）", "[待", "【待", "【请", "【填", "[请", "[填", "{{", "${", "TODO", "TBD", "PAGEREF _", "HYPERLINK \"", "MERGEFIELD", "FORMTEXT", "&nbsp;", "<br>", "<br/>", "</p>", "</span>", "</td>", "\uFFFD", "锟斤拷"];

    /// <summary>Marks of a conversion that come in dozens; the first is enough.</summary>
    private static readonly string[] Swarms = ["PAGEREF _", "HYPERLINK \"", "MERGEFIELD", "FORMTEXT", "&nbsp;", "<br>", "<br/>", "</p>", "</span>", "</td>", "\uFFFD"];

    private static readonly SearchValues<char> Starts = SearchValues.Create([.. Phrases.Select(p => p[0]).Distinct()]);

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        var swarms = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Starts);
            if (next < 0) break;
            at += next;
            if (PhraseAt(text, at) is not { } phrase) at++;
            else if (IsProse(text, at, phrase) || swarms.Contains(phrase)) at += phrase.Length;
            else
            {
                if (Swarms.Contains(phrase)) swarms.Add(phrase);
                at = Raise(check, text, at, phrase);
            }
        }
        Rates(check, text);
    }

    private static string? PhraseAt(string text, int at)
    {
        foreach (var phrase in Phrases) if (phrase[0] == text[at] && string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0) return phrase;
        return null;
    }

    /// <summary>'人员力量有待补充', 'TODOLIST': words that say what they mean.</summary>
    private static bool IsProse(string text, int at, string phrase) =>
        (phrase is "待补充" or "待填" && FormText.At(text, at - 1) is '有' or '尚' or '亟' or '急' or '仍' or '还' or '须' or '需' or '正' or '等' or '项' or '处' or '“')
        || (phrase is "TODO" or "TBD" && (char.IsAsciiLetter(FormText.At(text, at - 1)) || char.IsAsciiLetter(FormText.At(text, at + phrase.Length))))
        || (phrase is "请填写" or "请输入" && FormText.At(text, at - 1) is '申' or '提' or '邀' or '报' or '聘')
        || (phrase is "（填写" or "(填写" && text.AsSpan(at..Math.Min(text.Length, at + 12)).ContainsAny("率份人次"));

    private static int Raise(FormCheck check, string text, int at, string phrase)
    {
        var (start, end) = (at, at + phrase.Length);
        if (start > 0 && text[start - 1] is '（' or '(' or '【' or '[') start--;
        if (text[start] is '[' or '［' or '【' or '（' or '(')
        {
            var close = text.AsSpan(start..Math.Min(text.Length, start + 60)).IndexOfAny("）)】]］");
            end = close > 0 ? start + close + 1 : end;
        }
        if (text.AsSpan(start..end).IndexOf('\n') is >= 0 and var line) end = start + Math.Max(line, 1);
        check.Raise("JH2102", start, end, $"“{text[start..end]}”是模板或转换时留下的内容，没有填写或删去。", "填写实际内容，或删去");
        return Math.Max(end, at + 1);
    }

    /// <summary>'发生率%；': a per cent sign behind the name of a rate, in running text, where the number is missing.</summary>
    private static void Rates(FormCheck check, string text)
    {
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at < 2 || text[at - 1] != '率' || FormText.At(text, at + 1) is not ('，' or '。' or '；' or ',' or ';')) continue;
            var start = at;
            while (start > 0 && at - start < 6 && char.IsLetter(text[start - 1])) start--;
            check.Raise("JH2102", start, at + 1, $"“{text[start..(at + 1)]}”缺少数值。", "填写实际数值");
        }
    }
}
