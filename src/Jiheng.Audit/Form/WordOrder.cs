using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Counters whose characters changed places: '80万人余次', '120次人', '提高3.5个分百点', '86元万'.</summary>
internal static partial class WordOrder
{
    /// <summary>One of these stands in every such slip.</summary>
    private static readonly string[] Hints = ["余次", "多次", "个余", "名余", "户余", "家余", "项余", "场余", "件余", "所余", "座余", "辆余", "台余", "次人", "元万", "元亿", "百点", "点分", "百分个", "百个分"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (!check.Source.HasAny(Hints)) return;
        foreach (Match slip in Slip().Matches(text))
        {
            var right = slip.Groups["more"].Success ? $"{slip.Groups["n"].Value}{slip.Groups["more"].Value}{slip.Groups["unit"].Value}{slip.Groups["rest"].Value}"
                : slip.Groups["visits"].Success ? $"{slip.Groups["n"].Value}人次"
                : slip.Groups["money"].Success ? $"{slip.Groups["n"].Value}{slip.Groups["scale"].Value}元"
                : $"{slip.Groups["n"].Value}个百分点";
            check.Raise("JH2114", slip.Index, slip.Index + slip.Length, $"“{slip.Value}”语序有误，应为“{right}”。", $"改为“{right}”");
        }
    }

    [GeneratedRegex(@"(?<n>(?<![0-9.])[0-9][0-9.]*[万亿千百]?)(?:(?<unit>[人户场台架辆件车项])(?<more>[余多])(?<rest>次)(?!数)|(?<unit>[个名户家项场件所座辆台])(?<more>余)(?<rest>)(?=[，。；、\n])|(?<visits>次人)(?=[，。；、）\n])|(?<money>元(?<scale>[万亿]))(?=[，。；、）\n])|个?(?:分百点|百点分|百个分点|分个百点|个分百点|百分个点)(?=[，。；、）\n]))", RegexOptions.CultureInvariant)]
    private static partial Regex Slip();
}
