using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

// Rates whose figures do not stand in the order that the rate reads them: named by it, behind it, or split in two.
internal sealed partial class RateClaims
{
    /// <summary>'…审结9014件…审结率96.4%': the upper figure bears the rate's name, the lower one stands near; less evidence is needed then.</summary>
    private bool ByStem(Mention rate, List<Mention> values)
    {
        var label = _frame.Label(rate).TrimEnd("为达到是约：: ");
        if (label.Length < 3 || label[^1] != '率') return false;
        var stem = label.Slice(label.Length - 3, 2).ToString();
        var tried = 0;
        foreach (var top in values.Where(v => _frame.Label(v).Contains(stem, StringComparison.Ordinal)).Take(2))
        {
            foreach (var bottom in values.Concat(Later(rate)).Where(v => v != top && (v.Figure.Unit.Fits(top.Figure.Unit) || (v.Figure.Unit.Kind == UnitKind.Count && top.Figure.Unit.Kind == UnitKind.Count))))
            {
                if (Columns.IsInverse(rate, top, bottom)) continue;
                var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
                if (!outcome.Convinces(rate.Figure, ++tried, 1)) continue;
                Keep(rate, [top], [bottom], outcome, Grade.Inferred);
                return true;
            }
        }
        return false;
    }

    /// <summary>Values behind the rate in its paragraph: '出生4200人，出生率9.2‰。年末人口45.6万人'.</summary>
    private IEnumerable<Mention> Later(Mention rate)
    {
        for (var i = rate.Index + 1; i < _frame.Mentions.Count && i <= rate.Index + Nearest && _frame.Mentions[i].Paragraph == rate.Paragraph; i++)
        {
            if (_frame.Mentions[i] is { Role: Role.Value, Figure: { Unit.IsAdditive: true, Bound: Bound.None } } later && !later.Says(Cues.Per)) yield return later;
        }
    }

    /// <summary>'较预算10万元节约2.58万元，节约率25.8%': the gap over what it is measured against.</summary>
    private bool Saving(Mention rate)
    {
        if (rate.Index < 2 || _frame.Mentions[rate.Index - 1] is not { Role: Role.Change } change || _frame.Mentions[rate.Index - 2] is not { Role: Role.Prior } prior || change.Sentence != rate.Sentence || prior.Sentence != rate.Sentence || !change.Figure.Unit.Fits(prior.Figure.Unit)) return false;
        var outcome = Check.Ratio(rate.Figure, [change.Figure], [prior.Figure]);
        var named = Nouns.Bare(_frame.Label(rate)) is "节约率" or "节支率" or "资金节约率" or "核减率" or "审减率" or "降低率" or "超支率";
        if (!(named ? rate.Clause - change.Clause <= 1 : outcome.Convinces(rate.Figure, 1, 1))) return false;
        Keep(rate, [change], [prior], outcome, Grade.Structural);
        return true;
    }

    /// <summary>'活产5218人，其中住院分娩5217人，…；低出生体重儿196人，发生率3.76%': where the head of the sentence bears the rate out as well as one of its parts, the head is meant.</summary>
    private Mention Head(Mention rate, Mention top, Mention bottom) =>
        bottom.Says(Cues.Parts) && bottom.Segment != top.Segment && bottom.Index > 0 && _frame.Mentions[bottom.Index - 1] is { Role: Role.Value } head && head.Sentence == bottom.Sentence && head.Figure.Unit.Fits(bottom.Figure.Unit) && Check.Ratio(rate.Figure, [top.Figure], [head.Figure]).Holds ? head : bottom;

    /// <summary>'结余11.00万元，结余率0.35%': what is left over what it was left of.</summary>
    private bool OfBalance(Mention rate)
    {
        if (rate.Index == 0 || _frame.Mentions[rate.Index - 1] is not { Role: Role.Value } rest || rest.Sentence != rate.Sentence || rate.Clause - rest.Clause > 1 || (claims.MinuendOf(rest) ?? (claims.GroupOf(rest) is { Holds: true, Parts.Count: 2 } group ? group.Whole : null)) is not { } whole) return false;
        if (Nouns.Bare(_frame.Label(rate)) is not ("结余率" or "结转率" or "结转结余率" or "资金结余率" or "结余结转率" or "剩余率" or "节约率" or "资金节约率" or "节支率" or "节省率")) return false;
        Keep(rate, [rest], [whole], Check.Ratio(rate.Figure, [rest.Figure], [whole.Figure]), Grade.Structural);
        return true;
    }

    /// <summary>'支出541.20万元，…。与年初预算530.00万元相比，完成102.11%': what was done heads the sentence before; so far off it only confirms.</summary>
    private bool AgainstPlan(Mention rate)
    {
        if (rate.Index < 2 || _frame.Label(rate) is not ("完成" or "完成了" or "完成预算的" or "执行率为" or "为") || _frame.Mentions[rate.Index - 1] is not { Role: Role.Prior } plan || plan.Sentence != rate.Sentence || !_frame.After(plan).StartsWith("相比", StringComparison.Ordinal)) return false;
        foreach (var done in _frame.Back(plan).Where(m => plan.Sentence - m.Sentence <= 1 && m.Role == Role.Value && m.Depth == 0 && m.Figure.Unit.Fits(plan.Figure.Unit)).Take(Nearest))
        {
            var outcome = Check.Ratio(rate.Figure, [done.Figure], [plan.Figure]);
            if (!outcome.Convinces(rate.Figure, 2, 1)) continue;
            Keep(rate, [done], [plan], outcome, Grade.Structural);
            return true;
        }
        return false;
    }

    /// <summary>'完成投资18.64亿元，比年度计划17.2亿元多1.44亿元，完成率108.4%'.</summary>
    private bool OverPlan(Mention rate)
    {
        if (AgainstPlan(rate)) return true;
        if (rate.Index < 2 || !Nouns.Bare(_frame.Label(rate)).EndsWith("完成率", StringComparison.Ordinal)) return false;
        // '目标不低于1200吨，实际1386吨，完成率115.5%'.
        if (_frame.Mentions[rate.Index - 1] is { Role: Role.Value } actual && actual.Says(Cues.Done) && _frame.Mentions[rate.Index - 2] is { Role: Role.Limit } floor && floor.Says(Cues.Floor) && floor.Segment == rate.Segment && actual.Segment == rate.Segment && floor.Figure.Unit.Fits(actual.Figure.Unit))
        {
            Keep(rate, [actual], [floor], Check.Ratio(rate.Figure, [actual.Figure], [floor.Figure]), Grade.Explicit);
            return true;
        }
        var at = rate.Index - (_frame.Mentions[rate.Index - 1].Role == Role.Change ? 2 : 1);
        if (at < 1 || _frame.Mentions[at] is not { Role: Role.Prior } plan || !plan.Says(Cues.Plan) || plan.Sentence != rate.Sentence || _frame.SubjectOf(plan) is not { } done || !done.Figure.Unit.Fits(plan.Figure.Unit)) return false;
        Keep(rate, [done], [plan], Check.Ratio(rate.Figure, [done.Figure], [plan.Figure]), Grade.Explicit);
        return true;
    }

    /// <summary>'批准逮捕620人，不捕180人，不捕率22.5%': what did and what did not make up the base, which is not printed.</summary>
    private bool Complement(Mention rate, List<Mention> values)
    {
        for (var i = 0; i < 2 && values.Count >= 2; i++)
        {
            var (top, other) = (values[i], values[1 - i]);
            if (top.Sentence != rate.Sentence || other.Sentence != rate.Sentence || !top.Figure.Unit.Fits(other.Figure.Unit) || !(Denies(top) ^ Denies(other))) continue;
            var outcome = Check.Ratio(rate.Figure, [top.Figure], [top.Figure, other.Figure]);
            if (!outcome.Convinces(rate.Figure, 1, 1)) continue;
            // '抽检1850批次，合格1813批次，不合格47批次，合格率98%': what was examined is printed.
            if (_frame.Back(rate).FirstOrDefault(w => w != top && w != other && w.Role == Role.Value && w.Sentence == rate.Sentence && w.Figure.Unit.Fits(top.Figure.Unit) && w.Figure.Value >= top.Figure.Value && Check.Ratio(rate.Figure, [top.Figure], [w.Figure]).Holds) is { } examined)
            {
                Keep(rate, [top], [examined], Check.Ratio(rate.Figure, [top.Figure], [examined.Figure]), Grade.Structural);
                return true;
            }
            // '指标18个…。完成16个，未完成2个，完成率88.9%': the whole is printed all the same.
            if (_frame.Back(values[^1]).Prepend(values[^1]).FirstOrDefault(w => w.Role == Role.Value && w.Figure.Unit.Fits(top.Figure.Unit) && w.Figure.Value == top.Figure.Value + other.Figure.Value && claims.IsWhole(w)) is { } printed)
            {
                List<Mention> both = top.Index < other.Index ? [top, other] : [other, top];
                var sum = Check.Sum(printed.Figure, both.ConvertAll(p => (p.Figure, 1)));
                claims.Add(ClaimType.Sum, printed, both, sum, Grade.Structural, () => Wording.Sum(printed, both, sum));
                Keep(rate, [top], [printed], outcome, Grade.Structural);
                return true;
            }
            claims.Add(ClaimType.Ratio, rate, [top, other], outcome, Grade.Structural, () => Wording.Ratio([top.Figure], [top.Figure, other.Figure], rate.Figure, outcome), "两项互为补足，合为基数");
            return true;
        }
        return false;
    }

    private bool Denies(Mention mention) => _frame.Label(mention) is ['不' or '未' or '非', ..] or ['检' or '发' or '查', '出' or '现', '不' or '未', ..];

    /// <summary>'优良天数比例93.4%，优良341天，有效监测365天': any two figures of the sentence, before or behind; only arithmetic decides.</summary>
    private bool BySentence(Mention rate)
    {
        var values = new List<Mention>();
        for (var i = Math.Max(0, rate.Index - 5); i < _frame.Mentions.Count && i <= rate.Index + 4; i++)
        {
            var value = _frame.Mentions[i];
            if (value.Sentence == rate.Sentence && value.Role is Role.Value or Role.Prior && value.Figure is { Unit.IsAdditive: true, Bound: Bound.None, Value: > 0m } && !value.Says(Cues.Per)) values.Add(value);
        }
        var tried = 0;
        foreach (var top in values)
        {
            foreach (var bottom in values)
            {
                if (top == bottom || !top.Figure.Unit.Fits(bottom.Figure.Unit) || top.Figure.Value > bottom.Figure.Value && !rate.Says(Cues.Done) || Columns.IsInverse(rate, top, bottom)) continue;
                var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
                if (!outcome.Convinces(rate.Figure, ++tried, 2)) continue;
                Keep(rate, [top], [bottom], outcome, Grade.Inferred);
                return true;
            }
        }
        return false;
    }
}
