using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Balances;

/// <summary>What is left where a rate has already shown what was due and what was done: '排查1562处，已整改1498处，整改率95.9%，其余64处'.</summary>
internal sealed class Rests(ClaimSet claims)
{
    private const int Reach = 6;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every rest that stands near such a rate. It accuses where one slip of the pen explains the miss.</summary>
    public void Find()
    {
        List<(Mention Done, Mention Due)>? pairs = null;
        foreach (var rest in _frame.Mentions)
        {
            if (rest.Role != Role.Value || !rest.Figure.Unit.IsAdditive || claims.IsComputedAs(ClaimType.Difference, rest) || claims.GroupOf(rest) is { Holds: true } || !IsRest(rest)) continue;
            pairs ??= Pairs();
            foreach (var (done, due) in pairs)
            {
                if (!due.Figure.Unit.Fits(rest.Figure.Unit) || done == rest || due == rest || Math.Abs(rest.Index - done.Index) > Reach || Math.Abs(rest.Sentence - done.Sentence) > 1) continue;
                var outcome = Check.Difference(rest.Figure, due.Figure, done.Figure, either: due.Figure.Value < done.Figure.Value && !rest.Says(Cues.Rest));
                if (!outcome.Holds && !(Repairs.Digits(rest.Figure) >= 2 && Repairs.IsSlip(rest.Figure, outcome.Value!.Value))) continue;
                claims.Add(ClaimType.Difference, rest, [due, done], outcome, Grade.Structural, () => Wording.Binary(due.Figure, "−", done.Figure, rest.Figure, outcome), "前文的比率写明了应完成数和已完成数");
                break;
            }
        }
    }

    private bool IsRest(Mention rest)
    {
        var label = Nouns.Bare(_frame.Label(rest));
        return label is "超收" or "短收" or "超支" or "超额" or "超出" || rest.Says(Cues.Left | Cues.Rest) || (rest.Tail & Cues.Left) != 0 || label.StartsWith("未", StringComparison.Ordinal) || label.StartsWith("尚", StringComparison.Ordinal)
            || label.StartsWith("超标", StringComparison.Ordinal) || label.StartsWith("不合格", StringComparison.Ordinal) || label.StartsWith("不达标", StringComparison.Ordinal) || label.StartsWith("非", StringComparison.Ordinal);
    }

    /// <summary>What was done over what was due, of all rates below 100 % that hold.</summary>
    private List<(Mention, Mention)> Pairs() =>
        claims.Claims.Where(c => c.Type == ClaimType.Ratio && c.Holds && c.Operands.Count == 2 && c.Result.Unit.Kind == UnitKind.Percent && c.Operands[0].Figure is { } top && c.Operands[1].Figure is { } bottom && top.Unit.Fits(bottom.Unit) && top.Value != bottom.Value)
            .Select(c => (At(c.Operands[0].Figure!), At(c.Operands[1].Figure!))).ToList();

    private Mention At(Figure figure) => _frame.Mentions[claims.IndexBefore(figure.End)];
}
