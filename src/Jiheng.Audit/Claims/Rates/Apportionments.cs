using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>A whole shared out by printed shares: '由中央、省、县按60%、25%、15%的比例分担…需资金3701.76万元；中央应承担2221.06万元，省级925.44万元，县级555.26万元'.</summary>
internal sealed class Apportionments(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every row of shares that fill 100 % and are said to be a proportion.</summary>
    public void Find()
    {
        foreach (var first in _frame.Mentions)
        {
            if (first.RunLength < 2 || first.Index != first.RunStart || first.Figure.Unit.Kind != UnitKind.Percent) continue;
            var shares = _frame.Mentions.GetRange(first.RunStart, first.RunLength);
            if (shares.Sum(s => s.Figure.Value) != 100m || _frame.After(shares[^1]).TrimStart("的") is not (['比', '例', ..] or ['分', '担', ..] or ['分', '摊', ..] or ['承', '担', ..] or ['负', '担', ..])) continue;
            Share(shares);
        }
    }

    /// <summary>The first values behind the shares of which as many follow one another as there are shares, and the whole before them; all but one must agree.</summary>
    private void Share(List<Mention> shares)
    {
        var money = _frame.Mentions.Skip(shares[0].Index > 8 ? shares[0].Index - 8 : 0).TakeWhile(m => m.Index <= shares[^1].Index + 16).Where(m => m.Paragraph == shares[0].Paragraph && m is { Role: Role.Value, Figure: { Unit.Kind: UnitKind.Money, Bound: Bound.None, Value: > 0m } }).ToList();
        for (var at = 0; at + shares.Count <= money.Count; at++)
        {
            var amounts = money.GetRange(at, shares.Count);
            if (amounts[0].Index < shares[^1].Index) continue;
            foreach (var whole in money.Take(at).Reverse())
            {
                var outcomes = shares.Select((s, k) => Part(amounts[k].Figure, whole.Figure, s.Figure)).ToList();
                var held = outcomes.Count(o => o.Holds);
                if (held < shares.Count - 1 || held == 1 && !outcomes.Exists(o => o.How == Agreement.Exact)) continue;
                for (var k = 0; k < shares.Count; k++)
                {
                    var (amount, share, outcome) = (amounts[k], shares[k], outcomes[k]);
                    claims.Add(ClaimType.Product, amount, [whole, share], outcome, Grade.Structural, () => Wording.Binary(whole.Figure, "×", share.Figure, amount.Figure, outcome), "按文中写明的比例分担");
                }
                return;
            }
        }
    }

    private static Outcome Part(Figure amount, Figure whole, Figure share) => Outcome.Rate(amount, whole.Value * share.Value / 100m, whole.Range * (share.Value / 100m));
}
