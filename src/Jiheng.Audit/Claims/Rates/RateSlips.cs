using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>
/// Rates that nothing bears out and that miss the quotient of two named figures by a slip of the pen: '其中城镇人口38.95万人…城镇化率60.42%' of 63.42万人.
/// The upper figure shares words with the rate; the lower one is its whole, the head of the passage, or of the same kind.
/// </summary>
internal sealed class RateSlips(ClaimSet claims)
{
    private const int MostPairs = 4;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every open rate.</summary>
    public void Find()
    {
        foreach (var rate in _frame.Mentions)
        {
            if (rate.Role != Role.Rate || rate.Figure is not { Unit.Kind: UnitKind.Percent, Bound: Bound.None, InWords: false } || claims.IsComputed(rate) || rate.Says(Cues.Basis | Cues.Against | Cues.Before | Cues.Target | Cues.Yearly) || Repairs.Digits(rate.Figure) < 3) continue;
            var name = Nouns.Bare(_frame.Label(rate)).ToString();
            if (name.Length < 3 || !(name[^1] == '率' || name.EndsWith("比例", StringComparison.Ordinal))) continue;
            Try(rate, name[..^(name[^1] == '率' ? 1 : 2)]);
        }
    }

    private void Try(Mention rate, string name)
    {
        (Mention Top, Mention Bottom, Outcome Outcome)? found = null;
        var tried = 0;
        foreach (var top in Tops(rate, name))
        {
            foreach (var bottom in Bottoms(rate, top))
            {
                if (++tried > MostPairs) return;
                var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
                if (outcome.Holds) return;
                if (!IsSlip(rate.Figure, outcome) || Repairs.Digits(rate.Figure) < 4 && !IsSure(top, bottom)) continue;
                if (found is not null) return;
                found = (top, bottom, outcome);
            }
        }
        if (found is not var (upper, lower, missed)) return;
        claims.Add(ClaimType.Ratio, rate, [upper, lower], missed, Grade.Structural, () => Wording.Ratio([upper.Figure], [lower.Figure], rate.Figure, missed), "分子与比率同名，算得的结果与文中只差一处笔误");
    }

    /// <summary>Values of the rate's sentence right before it that share a word with it and do not deny it.</summary>
    private IEnumerable<Mention> Tops(Mention rate, string name) =>
        _frame.Back(rate).TakeWhile(m => (rate.Sentence == m.Sentence || rate.Break >= Break.Sentence && rate.Sentence - m.Sentence == 1) && rate.Clause - m.Clause <= 4)
            .Where(m => m.Role == Role.Value && m.Figure is { Unit.IsAdditive: true, Bound: Bound.None } && !m.Says(Cues.Per) && (IsTotalBefore(m, rate) || Shares(m, name))).Take(2);

    private bool Shares(Mention value, string name) =>
        Labels.Shares(_frame.Label(value), name) && _frame.Label(value).Contains('未') == name.Contains('未') && _frame.Label(value).Contains('不') == name.Contains('不');

    /// <summary>'撤销、确认违法和责令履行共23件，纠错率13.70%': what was added up in the clause right before.</summary>
    private bool IsTotalBefore(Mention value, Mention rate) => value.Index == rate.Index - 1 && rate.Clause - value.Clause == 1 && claims.IsComputedAs(ClaimType.Sum, value);

    private IEnumerable<Mention> Bottoms(Mention rate, Mention top)
    {
        // '撤销、确认违法和责令履行共23件，纠错率13.70%': parts taken together are a part of the whole that they come from.
        if (claims.Held.FindLast(h => h.Type == ClaimType.Sum && h.Result == top) is { Operands: { } parts } && claims.GroupOf(parts[0]) is { Holds: true } outer && outer.Whole != top)
        {
            yield return outer.Whole;
            yield break;
        }
        if (claims.GroupOf(top) is { Holds: true } group)
        {
            yield return group.Whole;
            yield break;
        }
        var before = _frame.Back(top).Where(m => m.Role == Role.Value && m.Depth == 0 && m.Figure.Bound == Bound.None && m.Figure.Unit.Fits(top.Figure.Unit) && m.Figure.Value > top.Figure.Value).Take(6).ToList();
        // A part of another whole is no base.
        before.RemoveAll(m => claims.GroupOf(m) is { Holds: true } other && other.Whole.Index < m.Index);
        foreach (var bottom in before.Where(m => m.Sentence == top.Sentence).Take(1).Concat(before.TakeLast(1)).Distinct()) yield return bottom;
    }

    /// <summary>Whether the base can hardly be another: the whole of the upper figure, or of its kind.</summary>
    private bool IsSure(Mention top, Mention bottom) =>
        claims.GroupOf(top)?.Whole == bottom || top.Index > 0 && bottom.Index == top.Index - 1 && bottom.Sentence == top.Sentence && top.Clause - bottom.Clause == 1 && (bottom.Index == 0 || _frame.Mentions[bottom.Index - 1].Sentence != bottom.Sentence) || Nouns.Bare(_frame.Label(top)) is { Length: >= 4 } one && Nouns.Bare(_frame.Label(bottom)) is { Length: >= 4 } two && one[^2..].SequenceEqual(two[^2..]);

    private static bool IsSlip(Figure rate, Outcome outcome)
    {
        if (outcome.Value is not { } value || value > 1000m) return false;
        var rounded = Math.Round(value / rate.Step, MidpointRounding.AwayFromZero) * rate.Step;
        return Repairs.IsSlip(rate, rounded) || Math.Abs(value * 10m - rate.Value) <= rate.Step || Math.Abs(value - rate.Value * 10m) <= rate.Step * 5m;
    }
}
