using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Neighbouring parts of a sum taken together under a name of their own: '国道…、县道A、乡道B、村道C。农村公路（县乡村道）A+B+C'. It only confirms.</summary>
internal sealed class PartRuns(ClaimSet claims)
{
    private const int LeastDigits = 4;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every value behind a sum that nothing explained.</summary>
    public void Find()
    {
        if (claims.Groups.Count == 0) return;
        foreach (var whole in _frame.Mentions)
        {
            if (whole.Role != Role.Value || !whole.Figure.Unit.IsAdditive || whole.Figure.Bound != Bound.None || claims.IsComputed(whole) || Named(whole) || claims.GroupOf(whole) is not null || Repairs.Digits(whole.Figure) < LeastDigits) continue;
            foreach (var group in claims.GroupsIn(whole.Paragraph)) if (group.Parts.Count >= 3 && group.Parts[^1].Index < whole.Index && group.Parts[0].Figure.Unit.Fits(whole.Figure.Unit) && Run(whole, group)) break;
        }
    }

    /// <summary>'撤销14件、确认违法6件、责令履行3件、终止34件。撤销、确认违法和责令履行共23件': the words before the number name the parts; each name must be that of one part.</summary>
    private bool Named(Mention whole)
    {
        if (whole.Index < 2 || whole.Break < Break.Segment || whole.Depth > 0) return false;
        var text = _frame.Source.Text[Math.Max(_frame.Mentions[whole.Index - 1].Figure.End, _frame.Source.StartOf(whole.Paragraph))..whole.Figure.Start];
        var start = text.LastIndexOfAny(['。', '；', '，']) + 1;
        var words = text[start..];
        foreach (var end in (ReadOnlySpan<string>)["合计", "共计", "总计", "累计", "两项共", "三项共", "两者共", "共"])
        {
            if (!words.TrimEnd('为', '达', '有').EndsWith(end, StringComparison.Ordinal)) continue;
            var names = words[..words.LastIndexOf(end, StringComparison.Ordinal)].Split(['、', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries);
            if (names.Length is < 2 or > 8 || Array.Exists(names, n => n.Length < 2)) return false;
            var group = claims.GroupsIn(whole.Paragraph).LastOrDefault(g => g.Parts.Count > names.Length && g.Parts[^1].Index < whole.Index && g.Parts[0].Figure.Unit.Fits(whole.Figure.Unit));
            if (group is null) return false;
            var parts = names.Select(n => group.Parts.Where(p => Nouns.Bare(_frame.Label(p)).SequenceEqual(n)).ToList()).ToList();
            if (parts.Exists(p => p.Count != 1)) return false;
            var mentions = parts.ConvertAll(p => p[0]);
            var outcome = Check.Sum(whole.Figure, mentions.ConvertAll(p => (p.Figure, 1)));
            if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Explicit, () => Wording.Sum(whole, mentions, outcome), "文中点名的几项之和")) claims.Add(new Group(whole, mentions, outcome.Holds));
            return true;
        }
        return false;
    }

    private bool Run(Mention whole, Group group)
    {
        for (var first = 0; first < group.Parts.Count - 1; first++)
        {
            var sum = group.Parts[first].Figure.Value;
            for (var last = first + 1; last < group.Parts.Count - (first == 0 ? 1 : 0); last++)
            {
                sum += group.Parts[last].Figure.Value;
                if (sum > whole.Figure.Value) break;
                if (sum != whole.Figure.Value) continue;
                var parts = group.Parts.Skip(first).Take(last - first + 1).ToList();
                var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
                return claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Inferred, () => Wording.Sum(whole, parts, outcome), "前文合计中相邻几项之和");
            }
        }
        return false;
    }
}
