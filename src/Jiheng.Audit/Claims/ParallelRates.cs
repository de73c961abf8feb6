using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

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
            while (end < mentions.Count && IsOpen(mentions[end]) && mentions[end].Break is Break.Item or Break.Clause && mentions[end].Sentence == mentions[i].Sentence) end++;
            if (end - i >= 2) Try(mentions.GetRange(i, end - i));
            i = end - 1;
        }
    }

    private bool IsOpen(Mention mention) => mention.Role is Role.Rate or Role.Share && mention.Figure.Unit.Kind == UnitKind.Percent && !claims.IsComputed(mention);

    private void Try(List<Mention> rates)
    {
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
