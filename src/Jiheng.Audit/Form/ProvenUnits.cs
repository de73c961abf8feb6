using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>'拨款5870万元，购书经费1027元，占17.5%': the printed share holds exactly when the part is read in the unit of its whole.</summary>
internal sealed class ProvenUnits(ClaimSet claims)
{
    private const int MostWholes = 4;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Finds them all.</summary>
    public void Find()
    {
        foreach (var share in _frame.Mentions)
        {
            if (share.Figure.Unit.Kind != UnitKind.Percent || share.Role is not (Role.Share or Role.Rate) || share.Figure.Places == 0 || claims.IsComputed(share)) continue;
            if (Part(share) is { } part) Check(share, part);
        }
        foreach (var total in _frame.Mentions) if (total.Role == Role.Value && total.Figure.Unit.Kind == UnitKind.Money && total.Figure.Bound == Bound.None && total.Depth == 0 && total.Says(Cues.Total) && !claims.IsComputed(total) && claims.GroupOf(total) is null) Sum(total);
    }

    /// <summary>'甲1892.4万元；乙5163.7元。两项累计7056.1万元': the two or more amounts right before make up the total exactly once one is read in the total's unit.</summary>
    private void Sum(Mention total)
    {
        if (Digits(total.Figure) < 4) return;
        Mention? odd = null;
        var (sum, printed, count) = (0m, 0m, 0);
        foreach (var part in _frame.Back(total))
        {
            if (total.Sentence - part.Sentence > 1) return;
            if (part.Figure.Unit.Kind != UnitKind.Money || part.Role != Role.Value || part.Depth > 0) continue;
            if (part.Figure.Scale != total.Figure.Scale)
            {
                // Which of two is odd, nobody can say; nor is a price that makes an amount.
                if (odd is not null || part.Says(Cues.Per) || claims.IsComputed(part) || claims.IsFactor(part) || Digits(part.Figure) < 3) return;
                odd = part;
            }
            sum += part.Figure.Printed;
            printed += part.Figure.Value;
            count++;
            if (printed == total.Figure.Value) return;
            if (sum < total.Figure.Printed) continue;
            if (sum == total.Figure.Printed && count >= 2 && odd is not null)
                claims.Raise("JH2110", odd.Figure.Start, odd.Figure.End, $"各项之和不是{total.Figure.Text}；{odd.Figure.Text}的单位与{total.Figure.Text}一致时恰好成立。", null, "核对单位是否应与合计一致");
            return;
        }
    }

    /// <summary>The amount that the share speaks of: the nearest value of money before it whose own clause or the next one holds the share.</summary>
    private Mention? Part(Mention share)
    {
        foreach (var mention in _frame.Back(share))
        {
            if (mention.Sentence != share.Sentence || share.Clause - mention.Clause > 2) return null;
            // '占5870万元的17.5%': the whole stands between.
            if (mention.Figure.Unit.Kind != UnitKind.Money || _frame.Label(mention).StartsWith('占')) continue;
            return mention.Role == Role.Value ? mention : null;
        }
        return null;
    }

    private void Check(Mention share, Mention part)
    {
        var tried = 0;
        Mention? proof = null;
        foreach (var whole in _frame.Back(share))
        {
            if (whole == part || whole.Figure.Unit.Kind != UnitKind.Money || whole.Figure.Value <= 0m) continue;
            if (++tried > MostWholes || share.Sentence - whole.Sentence > 1) break;
            if (Holds(share.Figure, part.Figure, whole.Figure, 1m)) return;
            var factor = whole.Figure.Scale / part.Figure.Scale;
            if (proof is null && factor != 1m && Holds(share.Figure, part.Figure, whole.Figure, factor)) proof = whole;
        }
        if (proof is null || Digits(part.Figure) < 3 || Digits(proof.Figure) < 2) return;
        claims.Raise("JH2110", part.Figure.Start, part.Figure.End, $"{part.Figure.Text}与{proof.Figure.Text}相比不是{share.Figure.Text}；单位与{proof.Figure.Text}一致时恰好成立。", null, "核对单位是否应与总额一致");
    }

    private static bool Holds(Figure share, Figure part, Figure whole, decimal factor)
    {
        if (Math.Abs(part.Value) > Interval.Limit / 1000m / Math.Max(factor, 1m)) return false;
        var ratio = Interval.Divide(part.Range * (factor * 100m), whole.Range);
        return ratio is { } r && r.Meets(share.RangeOrCut);
    }

    private static int Digits(Figure figure)
    {
        var (digits, printed) = (figure.Places, Math.Abs(figure.Printed));
        for (; printed >= 1m; printed /= 10m) digits++;
        return digits;
    }
}
