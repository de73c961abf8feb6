using System.Buffers;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>Sentences inside a text that stop before they say anything: '完成率在全市。', '着力推动形成。', '一是加强培训；二是。', '原因是。'.</summary>
internal static partial class BrokenOff
{
    private const int Longest = 16;

    private static readonly SearchValues<char> Stops = SearchValues.Create("。；，\n");

    /// <summary>The last characters of what is sought.</summary>
    private static readonly SearchValues<char> Lasts = SearchValues.Create("市省县国区州镇乡统成及其了于力绕对中括为是如步且而此别一二三四五六");

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = text.AsSpan().IndexOfAny(Stops); at >= 0;)
        {
            if (at > 1 && Lasts.Contains(text[at - 1]) && Broken().Match(text, Math.Max(0, at - Longest), Math.Min(text.Length, at + 1) - Math.Max(0, at - Longest)) is { Success: true } broken
                && !check.IsRaised("JH2107", broken.Index, broken.Index + broken.Length) && !check.IsRaised("JH2102", broken.Index, broken.Index + broken.Length))
                check.Raise("JH2107", broken.Index, broken.Index + broken.Length, $"“{broken.Value}”没有写完。", "补写完整");
            var next = text.AsSpan(at + 1).IndexOfAny(Stops);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    [GeneratedRegex(@"(?:完成率|[量额幅速值分绩]|[^效频税费]率|[^姓地书提署有著]名|排位|位次|水平|进度)(?:均|都|也|已)?(?:在|居|位居|位列|列|排在|排名|处于|处在)(?:全[市省县国区州镇乡]|全系统)(?=[。；，])"
        + @"|(?:推动形成|以及|及其|为了|由于|着力|围绕|针对|其中|主要包括|主要是因为|主要原因是|原因是|分别是|分别为|例如|比如|主要是|这是因为|进一步|并且|从而|进而|因此|特别是|尤其是)(?=[。；])"
        + @"|(?<=[，。；：\n])(?:[一二三四五六七八九]是|其[一二三四五六])(?=[。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
