using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>A run of rates over two sums with as many parts: '资产210.4（80.8、129.6），负债135.0（54.7、80.3），负债率中央67.7%、地方62.0%'.</summary>
internal sealed class ParallelRates(ClaimSet claims)
{
    private const int MostGroups = 8;

    /// <summary>Checks every such run; only arithmetic finds it, so it never accuses.</summary>
    public void Find()
    {
        var mentions = claims.Frame.Mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (!IsOpen(mentions[i])) continue;
            var end = i + 1;
            while (end < mentions.Count && IsOpen(mentions[end]) && (mentions[end].Break is Break.Item or Break.Clause || mentions[end].RunStart == mentions[i].RunStart) && mentions[end].Sentence == mentions[i].Sentence) end++;
            if (end - i >= 2 && !Rows(mentions.GetRange(i, end - i)) && !Targets(mentions.GetRange(i, end - i))) Try(mentions.GetRange(i, end - i));
            i = end - 1;
        }
    }

    /// <summary>'应种剂次分别为1206、4811…，实种剂次分别为1198、4752…，接种率分别为99.34%、98.77%…': two rows as long as that of the rates right before it.</summary>
    private bool Rows(List<Mention> rates)
    {
        if (rates[0].RunLength != rates.Count || rates[0].RunStart != rates[0].Index) return false;
        var mentions = claims.Frame.Mentions;
        var upper = rates[0].Index - rates.Count;
        var lower = upper - rates.Count;
        if (lower < 0 || mentions[upper].RunStart != upper || mentions[upper].RunLength != rates.Count || mentions[lower].RunStart != lower || mentions[lower].RunLength != rates.Count || mentions[lower].Paragraph != rates[0].Paragraph || !mentions[upper].Figure.Unit.Fits(mentions[lower].Figure.Unit) || mentions[upper].Figure.Unit.IsRate) return false;
        return Keep(rates, mentions.GetRange(upper, rates.Count), mentions.GetRange(lower, rates.Count));
    }

    /// <summary>'再就业17340人，困难人员就业5926人，分别完成年度目标的108.4%和95.6%（目标分别为16000人、6200人）': the row of bases stands in the bracket behind.</summary>
    private bool Targets(List<Mention> rates)
    {
        var mentions = claims.Frame.Mentions;
        var behind = rates[^1].Index + 1;
        if (behind + rates.Count > mentions.Count || mentions[behind].Host != rates[^1].Index || mentions[behind].RunLength != rates.Count) return false;
        var tops = rates.Select(r => claims.Frame.SubjectOf(r)).OfType<Mention>().Distinct().ToList();
        return tops.Count == rates.Count && Keep(rates, tops, mentions.GetRange(behind, rates.Count));
    }

    /// <summary>'三次产业增加值占比分别为10.7%、41.9%和47.4%': the parts of the sum told before, each at its place.</summary>
    private bool OfOneWhole(List<Mention> rates)
    {
        var group = claims.GroupsIn(rates[0].Paragraph).LastOrDefault(g => g.Holds && g.Parts.Count == rates.Count && g.Whole.Index < rates[0].Index);
        return group is not null && Keep(rates, [.. group.Parts], [.. Enumerable.Repeat(group.Whole, rates.Count)]);
    }

    /// <summary>Keeps all rates of a row when all but one follow from it.</summary>
    private bool Keep(List<Mention> rates, List<Mention> uppers, List<Mention> lowers)
    {
        var outcomes = rates.Select((r, k) => Check.Ratio(r.Figure, [uppers[k].Figure], [lowers[k].Figure])).ToList();
        if (outcomes.Count(o => o.Holds) < Math.Max(1, rates.Count - 1) || !outcomes.Where((o, k) => o.Convinces(rates[k].Figure, 1, 1)).Any()) return false;
        for (var k = 0; k < rates.Count; k++)
        {
            var (rate, upper, lower, outcome) = (rates[k], uppers[k], lowers[k], outcomes[k]);
            claims.Add(ClaimType.Ratio, rate, [upper, lower], outcome, Grade.Structural, () => Wording.Ratio([upper.Figure], [lower.Figure], rate.Figure, outcome), "各行依次相对应");
        }
        return true;
    }

    private bool IsOpen(Mention mention) => mention.Role is Role.Rate or Role.Share && mention.Figure is { Unit.Kind: UnitKind.Percent, Bound: Bound.None } && (!claims.IsComputed(mention) || mention.RunLength > 1);

    private void Try(List<Mention> rates)
    {
        if (rates[0].Role == Role.Share && rates[0].RunLength == rates.Count && OfOneWhole(rates)) return;
        var groups = claims.GroupsIn(rates[0].Paragraph).Where(g => g.Parts.Count == rates.Count && g.Whole.Index < rates[0].Index).TakeLast(MostGroups).ToList();
        foreach (var top in groups)
        {
            foreach (var bottom in groups)
            {
                if (top == bottom || !top.Whole.Figure.Unit.Fits(bottom.Whole.Figure.Unit)) continue;
                var outcomes = rates.Select((r, k) => Check.Ratio(r.Figure, [top.Parts[k].Figure], [bottom.Parts[k].Figure])).ToList();
                if (!outcomes.TrueForAll(o => o.Holds) || !outcomes[0].Convinces(rates[0].Figure, 1, 2)) continue;
                for (var k = 0; k < rates.Count; k++)
                {
                    // The formula is written later, so it must not look at the counter.
                    var (rate, upper, lower, outcome) = (rates[k], top.Parts[k], bottom.Parts[k], outcomes[k]);
                    claims.Add(ClaimType.Ratio, rate, [upper, lower], outcome, Grade.Inferred, () => Wording.Ratio([upper.Figure], [lower.Figure], rate.Figure, outcome));
                }
                return;
            }
        }
    }
}
