using System.Collections.Frozen;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Words of one or two characters that stand twice by mistake: 的的, 是是, 增加增加. Reduplication (常常, 一个一个, 讨论讨论) is none.</summary>
internal static class DoubledWords
{
    /// <summary>Single characters that are never doubled, with those behind which or before which the pair belongs to other words.</summary>
    private static readonly FrozenDictionary<char, (string After, string Before)> Single = new Dictionary<char, (string, string)>
    {
        ['的'] = ("目", "确士"),
        ['了'] = ("为除不没末罢", "了解然事却结断当"),
        ['是'] = ("", "是非否"),
        ['们'] = ("", ""),
        ['之'] = ("", ""),
        ['也'] = ("", ""),
        ['被'] = ("", ""),
        ['而'] = ("", ""),
        ['于'] = ("", "都田洪"),
        ['在'] = ("", "职校建岗线册编读场外内"),
        ['把'] = ("", "关脉握"),
    }.ToFrozenDictionary();

    /// <summary>Pairs that speech or counting doubles.</summary>
    private static readonly FrozenSet<string> Doubled = new[]
    {
        "讨论", "研究", "考虑", "商量", "了解", "学习", "锻炼", "休息", "打扫", "收拾", "整理", "检查", "沟通", "交流", "宣传", "调研", "体验", "感受", "尝试", "非常", "很多", "好多", "许多", "永远", "逐个", "逐项", "逐步", "如此", "哈哈",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Doubled.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the word that stands twice from <paramref name="at"/> on, 0 for none.</summary>
    public static int Length(string text, int at)
    {
        var first = text[at];
        if (FormText.At(text, at + 1) == first)
        {
            if (!Single.TryGetValue(first, out var others)) return 0;
            return others.After.Contains(FormText.At(text, at - 1), StringComparison.Ordinal) || others.Before.Contains(FormText.At(text, at + 2), StringComparison.Ordinal) ? 0 : 1;
        }
        if (FormText.At(text, at + 2) != first || FormText.At(text, at + 3) != text[at + 1] || !FormText.IsHan(text[at + 1])) return 0;
        // 一步一步, 二零二零, 几个几个; units behind figures are looked at elsewhere.
        if (FormText.IsNumeric(first) || FormText.IsNumeric(text[at + 1]) || first is '每' or '各' or '逐' or '越' or '又' or '边' || FigureLexer.IsDigit(FormText.At(text, at - 1))) return 0;
        return Lookup.Contains(text.AsSpan(at, 2)) || FormText.At(text, at + 4) == first ? 0 : 2;
    }
}
