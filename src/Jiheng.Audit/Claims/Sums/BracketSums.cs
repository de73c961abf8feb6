using Jiheng.Audit.Claims.Products;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>An average or standard that its bracket splits ('人均筹资960元（个人缴费350元，财政补助610元）'), and a balance that its bracket sets out.</summary>
internal sealed class BracketSums(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such bracket.</summary>
    public void Find()
    {
        for (var i = 0; i + 2 < _frame.Mentions.Count; i++)
        {
            var whole = _frame.Mentions[i];
            if (whole.Role == Role.Value && _frame.Mentions[i + 1].Host == i) Balance(whole);
            var opened = _frame.Mentions[i + 1].Says(Cues.Parts) && _frame.Mentions[i + 1].Clause - whole.Clause == 1;
            if (whole.Role != Role.Value || _frame.Mentions[i + 1].Host != i && !opened || !(whole.Says(Cues.Per) || PerHeadClaims.NamesAverage(_frame.Label(whole))) || claims.IsComputedAs(ClaimType.Sum, whole)) continue;
            var parts = new List<Mention>();
            for (var k = i + 1; k < _frame.Mentions.Count && (_frame.Mentions[k].Host == i || opened && _frame.Mentions[k].Segment == whole.Segment && (k == i + 1 || _frame.Mentions[k].Break == Break.Item)); k++) parts.Add(_frame.Mentions[k]);
            if (parts.Count < 2 || parts.Exists(p => p.Role != Role.Value || !p.Figure.Unit.Fits(whole.Figure.Unit))) continue;
            var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
            if (outcome.Holds || Repairs.Digits(whole.Figure) >= 3 && Repairs.IsSlip(whole.Figure, outcome.Value!.Value))
                claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome));
        }
    }

    /// <summary>'当期结余0.87亿元（收入6.84亿元、支出5.97亿元）'.</summary>
    private void Balance(Mention rest)
    {
        var (income, outlay) = (_frame.Mentions[rest.Index + 1], _frame.Mentions[rest.Index + 2]);
        if (!rest.Says(Cues.Left) || outlay.Host != rest.Index || claims.IsComputed(rest) || !income.Figure.Unit.Fits(rest.Figure.Unit) || !outlay.Figure.Unit.Fits(rest.Figure.Unit) || !_frame.Label(income).EndsWith("收入", StringComparison.Ordinal) || !_frame.Label(outlay).EndsWith("支出", StringComparison.Ordinal)) return;
        var outcome = Check.Difference(rest.Figure, income.Figure, outlay.Figure, either: true);
        claims.Add(ClaimType.Difference, rest, [income, outlay], outcome, Grade.Structural, () => Wording.Binary(income.Figure, "−", outlay.Figure, rest.Figure, outcome));
    }
}
