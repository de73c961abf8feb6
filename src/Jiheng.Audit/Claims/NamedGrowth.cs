using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims;

/// <summary>A change told apart from its values, which its words name: '人员经费5120.4万元（上年4987.3万元）…。…人员经费增长2.67%'.</summary>
internal sealed class NamedGrowth(ClaimSet claims)
{
    private const int Sure = 90;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change that bears the name of a value with an earlier one beside it.</summary>
    public void Find()
    {
        foreach (var change in _frame.Mentions)
        {
            if (change.Role is not (Role.Change or Role.Growth) || change.Figure.Bound != Bound.None || change.Says(Cues.Yearly | Cues.Basis) || (change.Says(Cues.Adjust) && !change.Figure.Unit.IsRate) || claims.IsComputed(change)) continue;
            var noun = Nouns.Of(_frame, change);
            if (noun.Length < 2) continue;
            var (found, prior, best, twice) = ((Mention?)null, (Mention?)null, 9, false);
            foreach (var value in _frame.BackLines(change, 2))
            {
                if (value.Role is not (Role.Value or Role.Rate or Role.Share) || Nouns.Naming(_frame.Label(value), noun) is var naming && naming < best || PriorOf(value, change) is not { } own) continue;
                twice = naming == best && found is not null;
                (found, prior, best) = (value, own, naming);
            }
            if (found is null || prior is null || twice) continue;
            Keep(change, found, prior, mayAccuse: best >= Sure);
        }
    }

    /// <summary>The earlier value that stands beside <paramref name="value"/>: in its bracket, or compared with it.</summary>
    private Mention? PriorOf(Mention value, Mention change)
    {
        for (var i = value.Index + 1; i < _frame.Mentions.Count && i <= value.Index + 3; i++)
        {
            var other = _frame.Mentions[i];
            if (other.Role is Role.Prior or Role.Value && other.Host == value.Index && other.Says(Cues.Before) && Fits(change, value, other)) return other;
            if (other.Role == Role.Prior && _frame.SubjectOf(other) == value && Fits(change, value, other)) return other;
        }
        return null;
    }

    private static bool Fits(Mention change, Mention value, Mention prior) => prior.Figure.Unit.Fits(value.Figure.Unit) &&
        (change.Figure.Unit.Kind == UnitKind.Point ? value.Figure.Unit.Kind == UnitKind.Percent : change.Role == Role.Growth ? value.Figure.Unit.IsAdditive : value.Figure.Unit.Fits(change.Figure.Unit));

    private void Keep(Mention change, Mention present, Mention prior, bool mayAccuse)
    {
        var rises = present.Figure.Value >= prior.Figure.Value;
        if (change.Sign != 0 && rises != change.Sign > 0) return;
        var outcome = StatedChange.Compute(change, present, prior);
        if (outcome.Holds || mayAccuse) StatedChange.Keep(claims, change, present, prior, outcome);
    }
}
