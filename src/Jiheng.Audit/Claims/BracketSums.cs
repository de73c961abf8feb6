using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>An average or standard that its bracket splits: '人均筹资960元（个人缴费350元，财政补助610元）'.</summary>
internal sealed class BracketSums(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such bracket.</summary>
    public void Find()
    {
        for (var i = 0; i + 2 < _frame.Mentions.Count; i++)
        {
            var whole = _frame.Mentions[i];
            if (whole.Role != Role.Value || _frame.Mentions[i + 1].Host != i || !(whole.Says(Cues.Per) || PerHeadClaims.NamesAverage(_frame.Label(whole))) || claims.IsComputedAs(ClaimType.Sum, whole)) continue;
            var parts = new List<Mention>();
            for (var k = i + 1; k < _frame.Mentions.Count && _frame.Mentions[k].Host == i; k++) parts.Add(_frame.Mentions[k]);
            if (parts.Count < 2 || parts.Exists(p => p.Role != Role.Value || !p.Figure.Unit.Fits(whole.Figure.Unit))) continue;
            var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
            if (outcome.Holds || Repairs.Digits(whole.Figure) >= 3 && Repairs.IsSlip(whole.Figure, outcome.Value!.Value))
                claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome));
        }
    }
}
