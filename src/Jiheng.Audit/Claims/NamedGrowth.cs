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
            if (Beside(change)) continue;
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

    /// <summary>'实际成交额比上年的1596.3万元增长8.03%', '本年拨入同比（387.20万元）增长7.18%': the earlier value stands beside its change, the present one lines before under the name that the clause repeats.</summary>
    private bool Beside(Mention change)
    {
        var at = change.Index - (change.Role == Role.Growth && change.Index > 1 && _frame.Mentions[change.Index - 1] is { Role: Role.Change } twin && twin.Segment == change.Segment ? 2 : 1);
        if (at < 0 || _frame.Mentions[at] is not { Role: Role.Prior } prior || prior.Segment != change.Segment || change.Clause - prior.Clause > 1 + (change.Index - 1 - at)) return false;
        var words = _frame.Before(prior).TrimEnd("（( ");
        words = words[(words.LastIndexOfAny('，', '；', '。') + 1)..];
        var against = words.IndexOfAny('比', '较', '同');
        if (against > 0 && words[against] == '同' && !words[against..].StartsWith("同比", StringComparison.Ordinal)) against = -1;
        // '接待费比预算6万元节约1.14万元，比上年5.43万元压减0.57万元': the clause before names it.
        if (against == 0)
        {
            words = _frame.Before(prior);
            words = words[(words.LastIndexOfAny('。', '；') + 1)..];
            against = words.IndexOfAny('比', '较');
        }
        if (against < 2) return false;
        var noun = Nouns.Bare(words[..against]).TrimEnd('环').ToString();
        var (found, best, twice) = ((Mention?)null, Sure - 1, false);
        foreach (var value in _frame.BackLines(prior, 1))
        {
            if (value.Role is not (Role.Value or Role.Rate) || value.Segment == change.Segment || value.Depth > 0 || !Fits(change, value, prior) || Nouns.Naming(_frame.Label(value), noun) is var naming && naming < best) continue;
            twice = naming == best && found is not null && found.Figure.Value != value.Figure.Value;
            (found, best) = (value, naming);
        }
        if (found is null || twice || claims.IsComputed(change)) return false;
        Keep(change, found, prior, mayAccuse: best >= 100 && prior.Sentence - found.Sentence <= 1);
        return true;
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
