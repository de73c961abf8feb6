using System.Buffers;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Sentences inside a text that stop before they say anything: '完成率在全市。', '着力推动形成。', '一是加强培训；二是。', '原因是。'.</summary>
internal static partial class BrokenOff
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["市。", "省。", "县。", "区。", "国。", "州。", "镇。", "乡。", "市，", "省，", "县，", "区，", "国，", "市；", "省；", "县；", "区；", "国；", "步。", "及。", "其。", "了。", "于。", "成。", "断。", "实。", "力。", "照。", "据。", "绕。", "对。", "括。", "中。", "是。", "为。", "如。", "并。", "与。", "和。", "步；", "及；", "括；", "中；", "是；", "为；", "是\n", "一。", "二。", "三。", "四。", "过。"], StringComparison.Ordinal);

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (text.AsSpan().IndexOfAny(Hints) < 0) return;
        foreach (Match broken in Broken().Matches(text))
            if (!check.IsRaised("JH2107", broken.Index, broken.Index + broken.Length) && !check.IsRaised("JH2102", broken.Index, broken.Index + broken.Length))
                check.Raise("JH2107", broken.Index, broken.Index + broken.Length, $"“{broken.Value}”没有写完。", "补写完整");
    }

    [GeneratedRegex(@"(?:完成率|[量额幅速值分绩]|[^效频税费]率|[^姓地书提署有著]名|排位|位次|水平|进度)(?:均|都|也|已)?(?:在|居|位居|位列|列|排在|排名|处于|处在)(?:全[市省县国区州镇乡]|全系统)(?=[。；，])"
        + @"|(?:推动形成|以及|及其|为了|由于|着力|围绕|针对|其中|主要包括|主要是因为|主要原因是|原因是|分别是|分别为|例如|比如|主要是|这是因为|进一步|并且|从而|进而|因此|特别是|尤其是)(?=[。；])"
        + @"|(?<=[，。；：\n])(?:[一二三四五六七八九]是|其[一二三四五六])(?=[。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
