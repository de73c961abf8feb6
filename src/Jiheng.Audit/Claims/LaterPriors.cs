using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Changes and growth whose earlier value is printed behind them: '提高1.3个百分点（上年为95.5%）', '结案数上升6.05%，上年结案8500件'.</summary>
internal sealed class LaterPriors(ClaimSet claims)
{
    private const int Most = 8;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change that an earlier value follows.</summary>
    public void Find()
    {
        for (var i = 0; i + 1 < _frame.Mentions.Count; i++)
        {
            var (mention, next) = (_frame.Mentions[i], _frame.Mentions[i + 1]);
            if (mention.Role is not (Role.Change or Role.Growth) || mention.Figure.Bound != Bound.None || mention.Says(Cues.Yearly | Cues.Basis)) continue;
            if (next.Sentence != mention.Sentence || next.Clause - mention.Clause > 1 || !next.Says(Cues.Before) || next.Says(Cues.Up | Cues.Down) || next.Role is not (Role.Prior or Role.Value or Role.Rate)) continue;
            Try(mention, next);
        }
    }

    private void Try(Mention change, Mention prior)
    {
        var points = change.Figure.Unit.Kind == UnitKind.Point;
        if (points ? prior.Figure.Unit.Kind != UnitKind.Percent : change.Role == Role.Growth ? prior.Figure.Unit.IsRate : !prior.Figure.Unit.Fits(change.Figure.Unit)) return;
        var tried = 0;
        foreach (var present in _frame.Back(change).Where(m => m.Role is Role.Value or Role.Rate or Role.Share && m.Figure.Unit.Fits(prior.Figure.Unit)).Take(Most))
        {
            var rises = present.Figure.Value >= prior.Figure.Value;
            if (change.Sign != 0 && rises != change.Sign > 0) continue;
            var growth = change.Role == Role.Growth;
            var outcome = growth ? Check.Growth(change.Figure, present.Figure, prior.Figure) : Check.Difference(change.Figure, present.Figure, prior.Figure, either: true);
            if (!outcome.Convinces(change.Figure, ++tried, 1)) continue;
            var (high, low) = rises ? (present, prior) : (prior, present);
            if (growth) claims.Add(ClaimType.Growth, change, [present, prior], outcome, Grade.Structural, () => $"({high.Figure.Text} − {low.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(change.Figure, outcome)}");
            else claims.Add(ClaimType.Difference, change, [high, low], outcome, Grade.Structural, () => Wording.Binary(high.Figure, "−", low.Figure, change.Figure, outcome));
            return;
        }
    }
}
