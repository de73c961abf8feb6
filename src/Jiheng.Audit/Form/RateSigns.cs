using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>'辅具适配率98.6，': a rate by its own name without its sign, in a text that gives none for all.</summary>
internal static partial class RateSigns
{
    private static readonly string[] Bare = ["容积率", "周转率", "倍率", "汇率", "曲率", "市盈率", "市净率", "频率", "心率", "功率", "分辨率", "速率", "斜率", "利率", "赔率", "概率", "折旧率", "生育率", "负荷率", "换算率", "折算率", "更替率", "效率", "抚养率", "性别率"];

    private static readonly string[] Shared = ["分别", "依次", "得分", "分值", "权重", "满分", "指标值", "目标值", "系数", "（%）", "(%)", "（‰）", "（％）", "单位：%", "单位:%", "单位：‰", "百分比", "各为", "均为"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (!text.Contains('率') && !text.Contains('占')) return;
        foreach (Match rate in Rate().Matches(text))
        {
            var figure = rate.Groups["n"];
            var sentence = text.AsSpan(FormText.SentenceStart(text, rate.Index)..FormText.SentenceEnd(text, rate.Index + rate.Length));
            // A list of bare numbers is a table in disguise, and in a run the last figure carries the sign for all.
            if (FormText.HasAny(sentence, Shared) || FormText.EndsWithAny(text.AsSpan(0, rate.Groups["name"].Index + rate.Groups["name"].Length), Bare)) continue;
            if (text[rate.Index + rate.Length - 1] == '、' || !Signed().IsMatch(text) && !(figure.ValueSpan.Contains('.') && FormText.HasAny(sentence, "人", "元", "户")) || decimal.Parse(figure.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is > 100m or < 1m || !figure.ValueSpan.Contains('.') && figure.Length < 2) continue;
            if (FormText.HasAny(text, "（%）", "(%)", "单位：%", "单位:%", "单位：‰")) return;
            check.Raise("JH2112", figure.Index, figure.Index + figure.Length, $"“{Words(text, rate.Index)}{rate.Value}”漏写“%”。", $"改为“{figure.Value}%”");
        }
    }

    /// <summary>What the rate is called: the characters before it, up to a mark or a figure.</summary>
    private static string Words(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 10 && FormText.IsHan(text[start - 1])) start--;
        return text[start..end];
    }

    [GeneratedRegex(@"(?<name>率|占比|比重)(?:为|达到|达|是|仅为|仅|约为|约|由|提高到|提升到|下降到|降至|升至|提升至|提高至)?(?<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?=[，。；）)\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"率[^，。；0-9]{0,6}[0-9.]+[%％‰]|[0-9][%％‰]", RegexOptions.CultureInvariant)]
    private static partial Regex Signed();
}
