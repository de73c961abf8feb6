using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>Rates that add up: contributions to 100 %, points of pull to the growth, shifts of shares to nothing.</summary>
internal sealed class RateSums(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks runs of rates and points.</summary>
    public void Find()
    {
        var mentions = _frame.Mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.Figure.Unit.Kind == UnitKind.Percent && mention.Says(Cues.Total)) Total(mention, RunBefore(i, UnitKind.Percent), 2);
            else if (mention.Role == Role.Growth && mention.Figure.Unit.Kind == UnitKind.Percent && RunBefore(i, UnitKind.Point) is { Count: >= 2 } pulls) Total(mention, pulls, 3);
            else if (mention.Figure.Unit.Kind == UnitKind.Point && mention.RunStart == i && mention.RunLength >= 3) Balance(mentions.GetRange(i, mention.RunLength));
        }
    }

    private List<Mention> RunBefore(int index, UnitKind kind)
    {
        var result = new List<Mention>();
        for (var i = index - 1; i >= 0 && _frame.Mentions[i].Sentence == _frame.Mentions[index].Sentence && _frame.Mentions[i].Figure.Unit.Kind == kind && result.Count < 16; i--) result.Insert(0, _frame.Mentions[i]);
        return result;
    }

    private void Total(Mention whole, List<Mention> parts, int least)
    {
        if (parts.Count < 2 || (parts.Count < least && whole.Figure.Unit.Kind != UnitKind.Percent)) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.How == Agreement.Exact || (outcome.Holds && whole.Figure.Value == 100m))
            claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome));
    }

    /// <summary>Shares that fill the whole shift by nothing on balance: '上升2.19、下降9.45、上升7.26个百分点'.</summary>
    private void Balance(List<Mention> shifts)
    {
        var ups = shifts.Where(s => s.Sign > 0).ToList();
        var downs = shifts.Where(s => s.Sign < 0).ToList();
        if (ups.Count + downs.Count != shifts.Count || (ups.Count != 1 && downs.Count != 1) || ups.Count == 0 || downs.Count == 0) return;
        var (whole, parts) = downs.Count == 1 ? (downs[0], ups) : (ups[0], downs);
        if (parts.Count < 2) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.How == Agreement.Exact) claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Inferred, () => Wording.Sum(whole, parts, outcome));
    }
}
