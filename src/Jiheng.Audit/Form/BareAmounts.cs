using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>'发放高龄津贴1655.3，': an amount of money without any unit in a text that gives no unit for all.</summary>
internal static class BareAmounts
{
    private static readonly string[] Money = ["津贴", "补贴", "补助", "补助金", "资金", "经费", "支出", "收入", "投资", "金额", "贷款", "罚款", "罚没款", "税收", "工资", "奖金", "救助金", "养老金", "保证金", "预算", "决算", "产值", "余额", "费用", "结余", "结转", "低保金"];

    private static readonly string[] Common = ["单位：", "单位:", "单位为", "（万元）", "(万元)", "（元）", "（亿元）", "以万元为", "均为万元"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = text.IndexOf('.'); at > 0; at = text.IndexOf('.', at + 1))
        {
            if (!FigureLexer.IsDigit(text[at - 1]) || !FigureLexer.IsDigit(FormText.At(text, at + 1))) continue;
            var start = at;
            while (start > 0 && (FigureLexer.IsDigit(text[start - 1]) || text[start - 1] == ',')) start--;
            var end = at + 1;
            while (FigureLexer.IsDigit(FormText.At(text, end))) end++;
            if (FormText.At(text, end) is not ('，' or '。' or '；') || !FormText.EndsWithAny(text.AsSpan(FormText.SentenceStart(text, start)..start), Money)) continue;
            // In a run the last figure carries the unit for all; and a list of bare numbers is a table in disguise.
            var sentence = text.AsSpan(FormText.SentenceStart(text, start)..FormText.SentenceEnd(text, end));
            if (sentence.Contains('∶') || FormText.HasAny(sentence, "分别", "依次", "得分", "指数") || !FormText.HasAny(sentence, "元", "人", "户", "%")) continue;
            if (FormText.HasAny(text, Common)) return;
            check.Raise("JH2112", start, end, $"“{text[start..end]}”是金额，但没有写计量单位。", "补写“元”“万元”或“亿元”");
        }
    }
}
