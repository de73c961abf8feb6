using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

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
            if (Beside(change) || OfTotals(change)) continue;
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
        Accompanied();
    }

    /// <summary>'较上年的9.06万元压减0.59万元，降低6.51%': where the rate follows from two values, the amount right before it is their difference.</summary>
    private void Accompanied()
    {
        foreach (var (type, growth, operands) in claims.Held.ToList())
        {
            if (type != ClaimType.Growth || operands.Count != 2 || growth.Index == 0 || growth.RunLength > 1 || _frame.Mentions[growth.Index - 1] is not { Role: Role.Change, RunLength: 1, Figure.Bound: Bound.None } change || change.Segment != growth.Segment || growth.Clause - change.Clause > 1 || change == operands[0] || claims.IsComputed(change) || change.Sign * growth.Sign < 0) continue;
            var (present, prior) = (operands[0], operands[1]);
            if (present.Role == Role.Change || !change.Figure.Unit.Fits(present.Figure.Unit) || !present.Figure.Unit.Fits(prior.Figure.Unit)) continue;
            var outcome = StatedChange.Compute(change, present, prior);
            // '其中住宿减少0.52万元，较上年的16.48万元下降…': before the earlier value it is the change of something else.
            if (outcome.Holds || Math.Max(present.Index, prior.Index) == change.Index - 1) StatedChange.Keep(claims, change, present, prior, outcome);
        }
    }

    /// <summary>'实际成交额比上年的1596.3万元增长8.03%', '本年拨入同比（387.20万元）增长7.18%': the earlier value stands beside its change, the present one lines before under the name that the clause repeats.</summary>
    private bool Beside(Mention change)
    {
        var at = change.Index - (change.Role == Role.Growth && change.Index > 1 && _frame.Mentions[change.Index - 1] is { Role: Role.Change } twin && twin.Segment == change.Segment ? 2 : 1);
        if (at < 0 || _frame.Mentions[at] is not { Role: Role.Prior } prior || prior.Segment != change.Segment || change.Clause - prior.Clause > 1 + (change.Index - 1 - at)) return false;
        if (_frame.Label(prior).StartsWith("与", StringComparison.Ordinal) && With(change, prior)) return true;
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
            // '税收收入131462万元，占74.4%…。税收收入占比较上年同期的71.6%提高2.8个百分点'.
            if (value.Role == Role.Share && noun.EndsWith("占比", StringComparison.Ordinal) && value.Figure.Unit.Fits(prior.Figure.Unit) && value.Sentence < change.Sentence && _frame.SubjectOf(value) is { } whose && Nouns.Naming(_frame.Label(whose), noun.AsSpan()[..^2]) >= Sure && Fits(change, value, prior))
            {
                (found, best) = (value, Sure);
                break;
            }
            if (value.Role is not (Role.Value or Role.Rate) || value.Segment == change.Segment || value.Depth > 0 || !Fits(change, value, prior) || Nouns.Naming(_frame.Label(value), noun) is var naming && naming < best) continue;
            twice = naming == best && found is not null && found.Figure.Value != value.Figure.Value;
            (found, best) = (value, naming);
        }
        // '公务接待费39.45万元。接待支出比2017年的47.10万元减少7.65万元': a name alike is enough where the figures agree to the digit.
        if (found is null && change.Role == Role.Change) found = _frame.BackLines(prior, 1).FirstOrDefault(v => v.Role == Role.Value && v.Segment != change.Segment && Fits(change, v, prior) && Labels.Shares(_frame.Label(v), noun) && StatedChange.Compute(change, v, prior).How == Agreement.Exact);
        if (found is null || twice || claims.IsComputed(change)) return false;
        Keep(change, found, prior, mayAccuse: best >= 100 && prior.Sentence - found.Sentence <= 1);
        return true;
    }

    /// <summary>'与上月34102例相比，发病数上升9.14%': the present value heads the passage, or bears the name of what rose.</summary>
    private bool With(Mention change, Mention prior)
    {
        var noun = Nouns.Of(_frame, change);
        Mention? head = null, named = null;
        foreach (var value in _frame.BackLines(prior, 1))
        {
            if (value.Role != Role.Value || value.Sentence == change.Sentence || !Fits(change, value, prior)) continue;
            if (value.Depth == 0) head = value;
            if (named is null && noun.Length > 1 && Nouns.Naming(_frame.Label(value), noun) >= Sure) named = value;
        }
        foreach (var present in (ReadOnlySpan<Mention?>)[named, head])
        {
            if (present is null || change.Sign != 0 && Math.Sign(present.Figure.Value - prior.Figure.Value) != change.Sign) continue;
            var outcome = StatedChange.Compute(change, present, prior);
            if (outcome.Convinces(change.Figure, 2, 1)) return StatedChange.Keep(claims, change, present, prior, outcome);
        }
        return false;
    }

    /// <summary>'收、支总计各减少36.81万元，降低8.19%': the formula of every final account speaks of the totals told before.</summary>
    private bool OfTotals(Mention change)
    {
        if (change.Role != Role.Change || change.Index + 1 >= _frame.Mentions.Count || _frame.Mentions[change.Index + 1] is not { Role: Role.Growth } growth || growth.Sentence != change.Sentence || claims.IsComputed(growth)) return false;
        var words = _frame.Source.Text.AsSpan(change.ClauseStart..change.Figure.Start);
        if (!(words.Contains("收、支总计", StringComparison.Ordinal) || words.Contains("收支总计", StringComparison.Ordinal) || words.Contains("收入、支出总计", StringComparison.Ordinal) || words.Contains("收入支出总计", StringComparison.Ordinal))) return false;
        var total = _frame.BackLines(change, 1).FirstOrDefault(m => m.Role == Role.Value && m.Figure.Unit.Fits(change.Figure.Unit) && _frame.Label(m).TrimEnd("均为各：: ").EndsWith("总计", StringComparison.Ordinal));
        if (total is null) return false;
        var outcome = Check.GrowthByChange(growth.Figure, total.Figure, change.Figure, change.Sign < 0 ? -1 : 1);
        return claims.Add(ClaimType.Growth, growth, [change, total], outcome, Grade.Structural, () => $"{change.Figure.Text} ÷ ({total.Figure.Text} {(change.Sign < 0 ? "+" : "−")} {change.Figure.Text}) = {Wording.Result(growth.Figure, outcome)}");
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
