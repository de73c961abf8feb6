using System.Buffers;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>Some parts of a sum taken together by their names: '噪声和大气两类合计949件', '优良天数比例88.2%', 'Ⅰ—Ⅲ类断面12个'.</summary>
internal sealed class NamedParts(ClaimSet claims)
{
    private const int LongestRest = 6;
    private const int LongestKind = 2;

    private static readonly SearchValues<char> Spans = SearchValues.Create("—–-－~～至到");

    private static readonly string[] Openings = ["其中", "全年", "全市", "全县", "全区", "全省", "本年", "累计", "水质", "空气质量", "空气", "仅", "以"];
    private static readonly string[] Closings = ["合计", "共计", "总计", "累计", "占比", "占", "比例", "比重", "共", "率", "的", "为", "达到", "达", "约", "有", "计", "就", "："];
    private static readonly string[] Classes = ["类", "级", "天", "等", "型"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every figure behind a sum whose words name two of its parts or more.</summary>
    public void Find()
    {
        if (claims.Groups.Count == 0) return;
        foreach (var taken in _frame.Mentions)
        {
            var rate = taken.Role is Role.Share or Role.Rate && taken.Figure.Unit.Kind == UnitKind.Percent;
            if (!rate && !(taken.Role == Role.Value && taken.Figure.Unit.IsAdditive) || taken.Figure.Bound != Bound.None || taken.Figure.InWords || taken.Depth > 0 || claims.IsComputed(taken) || taken.Says(Cues.Against | Cues.Before | Cues.Plan)) continue;
            foreach (var group in claims.GroupsIn(taken.Paragraph))
            {
                if (!group.Holds || group.Parts.Count < 3 || group.Parts[^1].Index >= taken.Index || taken.Sentence - group.Parts[^1].Sentence > 1 || !rate && !group.Whole.Figure.Unit.Fits(taken.Figure.Unit) || group.Parts.Contains(taken) || group.Whole == taken) continue;
                if (Check(taken, group, rate)) break;
            }
        }
    }

    private bool Check(Mention taken, Group group, bool rate)
    {
        var words = Words(taken).ToString();
        var together = Strip(ref words);
        if (words.Length < 2) return false;
        var names = group.Parts.Select(p => Core(_frame.Label(p))).ToList();
        // '民事和行政案件办结合计' may count otherwise than the parts did; no more than the kind may follow where they are held against it.
        var sure = Spell(words, names, whole: true, LongestKind) is not null;
        if ((Spell(words, names, whole: true, LongestRest) ?? Range(words, names) ?? Spell(words, names, whole: false, LongestRest)) is not { } chosen) return false;
        if (chosen.Count < 2 || chosen.Count == group.Parts.Count) return false;
        var parts = chosen.ConvertAll(k => group.Parts[k]);
        if (parts.TrueForAll(p => p.Figure.Value == 0m)) return false;
        var figures = parts.ConvertAll(p => p.Figure);
        var outcome = rate ? Weighing.Check.Ratio(taken.Figure, figures, [group.Whole.Figure]) : Weighing.Check.Sum(taken.Figure, figures.ConvertAll(f => (f, 1)));
        if (!outcome.Holds && !(sure && together)) return false;
        if (outcome.Holds && !rate) Share(taken, group.Whole);
        return rate
            ? claims.Add(ClaimType.Ratio, taken, [.. parts, group.Whole], outcome, Grade.Structural, () => Wording.Ratio(figures, [group.Whole.Figure], taken.Figure, outcome), "点名的几项之和占合计的比重")
            : claims.Add(ClaimType.Sum, taken, parts, outcome, Grade.Structural, () => Wording.Sum(taken, parts, outcome), "点名的几项之和");
    }

    /// <summary>'Ⅰ—Ⅲ类断面21个，占84%': however short, the share of what was taken together is that of their whole.</summary>
    private void Share(Mention taken, Mention whole)
    {
        if (taken.Index + 1 >= _frame.Mentions.Count || _frame.Mentions[taken.Index + 1] is not { Role: Role.Share, Figure.Bound: Bound.None } share || share.Sentence != taken.Sentence || share.Clause - taken.Clause > 1 || _frame.Label(share).TrimEnd("为达") is not ("占" or "占比")) return;
        var outcome = Weighing.Check.Ratio(share.Figure, [taken.Figure], [whole.Figure]);
        if (outcome.Holds) claims.Add(ClaimType.Ratio, share, [taken, whole], outcome, Grade.Structural, () => Wording.Ratio([taken.Figure], [whole.Figure], share.Figure, outcome));
    }

    /// <summary>The words of the clause before the figure, past counts in words: '噪声和大气两类合计'.</summary>
    private ReadOnlySpan<char> Words(Mention taken)
    {
        var start = taken.ClauseStart;
        for (var i = taken.Index - 1; i >= 0 && _frame.Mentions[i].Clause == taken.Clause; i--)
        {
            if (_frame.Mentions[i].Figure.InWords) continue;
            start = Math.Max(start, _frame.Mentions[i].Figure.End);
            break;
        }
        return _frame.Source.Text.AsSpan(start..taken.Figure.Start).Trim(" 　、：");
    }

    /// <summary>Takes away what stands around the names.</summary>
    /// <returns>Whether these words say that the names are taken together.</returns>
    private static bool Strip(ref string words)
    {
        var together = false;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var opening in Openings)
            {
                if (!words.StartsWith(opening, StringComparison.Ordinal)) continue;
                words = words[opening.Length..];
                changed = true;
            }
            foreach (var closing in Closings)
            {
                if (!words.EndsWith(closing, StringComparison.Ordinal)) continue;
                together |= closing is "合计" or "共计" or "总计" or "共";
                words = words[..^closing.Length];
                changed = true;
            }
            // '两类', '三项'.
            if (words is [.., var count, '类' or '项' or '个' or '者' or '种' or '级'] && (count == '两' || ChineseNumeral.Digit(count) is >= 2 and <= 9))
            {
                together = changed = true;
                words = words[..^2];
            }
        }
        return together;
    }

    private static string Core(ReadOnlySpan<char> label)
    {
        label = label.Trim(" 　：:、（(");
        label = label[(label.LastIndexOfAny('，', '：', '、') + 1)..];
        foreach (var opening in Openings) if (label.Length > opening.Length && label.StartsWith(opening, StringComparison.Ordinal)) label = label[opening.Length..];
        return label.TrimEnd("为达是有约计：: ").ToString();
    }

    /// <summary>Reads the words as names of parts one behind the other: '噪声和大气', '优良天数'; in full or by their first characters ('优良' of 优秀 and 良好).</summary>
    private static List<int>? Spell(ReadOnlySpan<char> words, List<string> names, bool whole, int longestRest)
    {
        var chosen = new List<int>();
        while (words.Length > 0)
        {
            words = words.TrimStart("、和与及");
            var (found, longest) = (-1, 0);
            for (var k = 0; k < names.Count; k++)
            {
                if (names[k].Length == 0 || chosen.Contains(k)) continue;
                if (words.StartsWith(names[k], StringComparison.Ordinal) && names[k].Length > longest) (found, longest) = (k, names[k].Length);
                else if (words.StartsWith(Bare(names[k]), StringComparison.Ordinal) && Bare(names[k]).Length > longest) (found, longest) = (k, Bare(names[k]).Length);
                else if (!whole && longest == 0 && names[k].Length == 2 && words is [var first, ..] && first == names[k][0]) (found, longest) = (k, 1);
            }
            if (found < 0) break;
            chosen.Add(found);
            words = words[longest..];
        }
        // What is left names the kind: '案件', '天数'; one name alone and more words are another thing's name.
        return chosen.Count >= 2 && words.Length <= longestRest && words.IndexOfAny("、和与及") < 0 ? chosen : null;
    }

    private static string Bare(string name) => name.Length > 1 && Array.Exists(Classes, c => name.EndsWith(c, StringComparison.Ordinal)) ? name[..^1] : name;

    /// <summary>'Ⅰ—Ⅲ类', '一至三级', 'Ⅲ类及以上': neighbours from one to another; 优良 of waters are Ⅰ to Ⅲ (《地表水环境质量评价办法》).</summary>
    private static List<int>? Range(ReadOnlySpan<char> words, List<string> names)
    {
        if (words.StartsWith("优良", StringComparison.Ordinal) || words.StartsWith("达到或优于Ⅲ类", StringComparison.Ordinal) || words.StartsWith("优于Ⅲ类", StringComparison.Ordinal) || words.StartsWith("Ⅲ类及以上", StringComparison.Ordinal) || words.StartsWith("Ⅲ类以上", StringComparison.Ordinal)) words = "Ⅰ—Ⅲ类";
        var at = words.IndexOfAny(Spans);
        if (at < 1 || at > 3) return null;
        var left = words[..at].TrimEnd("类级").ToString();
        var right = words[at..].TrimStart("—–-－~～至到");
        var (first, last) = (names.FindIndex(n => Bare(n) == left), -1);
        for (var k = 0; k < names.Count; k++) if (Bare(names[k]) is { Length: > 0 } name && right.StartsWith(name, StringComparison.Ordinal) && (right.Length == name.Length || right[name.Length] is '类' or '级' or '档' or '等')) last = k;
        // Where no water is of the first class, the list begins with the second.
        if (first < 0 && left == "Ⅰ") first = names.FindIndex(n => Bare(n) == "Ⅱ");
        return first >= 0 && last > first ? [.. Enumerable.Range(first, last - first + 1)] : null;
    }
}
