using Jiheng.Audit.Claims.Changes;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>Rates of two printed figures: execution, completion, coverage, control, averages and proportions.</summary>
internal sealed partial class RateClaims(ClaimSet claims)
{
    private const int Nearest = 8;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every rate whose two figures are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Bound is Bound.AtLeast or Bound.AtMost || mention.Figure.InWords || claims.IsComputedAs(ClaimType.Ratio, mention)) continue;
            if (mention.Role == Role.Rate && mention.Figure.Unit.IsRate && (!mention.Says(Cues.Total) || mention.Says(Cues.Rate) && !_frame.Label(mention).StartsWith("合计"))) Rate(mention);
            else if (mention.Role == Role.Part) Part(mention);
            else if (mention.Figure.Unit.Kind == UnitKind.None && (mention.Says(Cues.SexRatio) || (mention.Says(Cues.Turn) && mention.Index > 0 && _frame.Mentions[mention.Index - 1].Says(Cues.SexRatio)))) SexRatio(mention);
        }
    }

    private void Rate(Mention rate)
    {
        var values = Values(rate);
        if (Beside(rate) is { } target)
        {
            Named(rate, target, values);
            return;
        }
        if (OfStock(rate) || OfWhole(rate, values) || OfBalance(rate) || OverPlan(rate)) return;
        var tried = 0;
        foreach (var (top, bottom, grade) in Pairs(rate, values))
        {
            // Beyond this many readings an agreement of so few digits would be chance.
            if (++tried > 3 && tried * rate.Figure.Step * 150m > 100m && grade == Grade.Inferred) continue;
            if (!Check.MayBeRatio(rate.Figure, top.Figure, bottom.Figure)) continue;
            var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
            if (!outcome.Holds || (rate.Figure.Value == 100m && outcome.How != Agreement.Exact) || grade == Grade.Inferred && IsOfOtherItem(rate, top, bottom)) continue;
            if (grade != Grade.Explicit && !outcome.Convinces(rate.Figure, grade == Grade.Inferred ? tried : 1, grade == Grade.Inferred ? 2 : 1)) continue;
            Keep(rate, [top], [Head(rate, top, bottom)], outcome, grade);
            return;
        }
        if (SumBase(rate, values) || Complement(rate, values) || ByStem(rate, values) || Saving(rate) || BySentence(rate)) return;
        // Their base is the mean population of the year, which no text need print.
        if (NaturalIncrease.IsCrude(_frame.Label(rate))) return;
        // Its base is the bed-days of the year; beds never make it.
        if (_frame.Label(rate).Contains("床位使用率", StringComparison.Ordinal) || _frame.Label(rate).Contains("病床使用率", StringComparison.Ordinal)) values.RemoveAll(v => v.Figure.Unit.Name == "张");
        if (IsNarrower(rate, values)) return;
        Accuse(rate, values);
        if (!claims.IsComputed(rate)) Blame(rate);
    }

    /// <summary>'合格2352批次，不合格48批次，不合格率2.0%': a part named by its rate is held against the whole of its split before anything else.</summary>
    private bool OfWhole(Mention rate, List<Mention> values)
    {
        if (values.Count == 0 || claims.GroupOf(values[0]) is not { Holds: true } group || values[0].Sentence != rate.Sentence) return false;
        var label = _frame.Label(rate).TrimEnd("为达到是约：: ");
        if (label.Length < 3 || label[^1] != '率' || !_frame.Label(values[0]).EndsWith(label[..^1], StringComparison.Ordinal)) return false;
        var outcome = Check.Ratio(rate.Figure, [values[0].Figure], [group.Whole.Figure]);
        if (!outcome.Convinces(rate.Figure, 1, 1)) return false;
        Keep(rate, [values[0]], [group.Whole], outcome, Grade.Structural);
        return true;
    }

    /// <summary>'完成全年900万人目标的73%': the base stands in the rate's own words.</summary>
    private Mention? Beside(Mention rate)
    {
        if (rate.Index == 0 || rate.Break != Break.None) return null;
        var before = _frame.Mentions[rate.Index - 1];
        if (before.Sentence != rate.Sentence || before.Figure.Unit.IsRate || before.Role is not (Role.Value or Role.Limit or Role.Prior)) return null;
        var between = _frame.Between(before, rate);
        return between.Length <= 8 && between.TrimEnd("约近超").EndsWith("的", StringComparison.Ordinal) ? before : null;
    }

    private void Named(Mention rate, Mention target, List<Mention> values)
    {
        var done = values.FirstOrDefault(v => v != target && v.Figure.Unit.Fits(target.Figure.Unit) && v.Index < target.Index);
        if (done is null) return;
        // '总收入8973万元，其中中央级…、地方级…，完成年度任务9500万元的94.45%': behind its parts the whole is meant.
        if (claims.GroupOf(done) is { Holds: true } group && group.Whole.Sentence == rate.Sentence && group.Whole.Index < done.Index && target.Clause != done.Clause && group.Whole.Figure.Unit.Fits(target.Figure.Unit)
            && (Check.Ratio(rate.Figure, [group.Whole.Figure], [target.Figure]).Holds || !Check.Ratio(rate.Figure, [done.Figure], [target.Figure]).Holds)) done = group.Whole;
        var outcome = Check.Ratio(rate.Figure, [done.Figure], [target.Figure]);
        if (outcome.Holds || done.Sentence == rate.Sentence) Keep(rate, [done], [target], outcome, Grade.Explicit);
    }

    /// <summary>Values that the rate may be made of, nearest first; a bracket right behind the rate counts too.</summary>
    private List<Mention> Values(Mention rate)
    {
        var result = new List<Mention>();
        for (var i = rate.Index + 1; i < _frame.Mentions.Count && i <= rate.Index + 4; i++)
        {
            var later = _frame.Mentions[i];
            if (later.Host == rate.Index && later.Sentence == rate.Sentence && later.Role == Role.Value) result.Add(later);
        }
        foreach (var other in _frame.BackLines(rate, 2))
        {
            if (result.Count >= Nearest) break;
            if (other.Role == Role.Value && other.Figure.Unit.IsAdditive && other.Figure.Bound == Bound.None && !other.Says(Cues.Per)) result.Add(other);
        }
        if (result.Count == 0) return result;
        foreach (var whole in claims.WholesBefore(rate.Index))
        {
            if (result.Count >= Nearest + 2 || rate.Paragraph - whole.Paragraph > 40) break;
            if (whole.Figure.Unit.Fits(result[0].Figure.Unit) && !result.Contains(whole)) result.Add(whole);
        }
        return result;
    }

    /// <summary>Pairs to try: the nearest value over each other one, then the other way round, then all that is left.</summary>
    private IEnumerable<(Mention Top, Mention Bottom, Grade Grade)> Pairs(Mention rate, List<Mention> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = i + 1; j < values.Count; j++)
            {
                var (later, earlier) = (values[i], values[j]);
                if (!later.Figure.Unit.Fits(earlier.Figure.Unit) && !(later.Figure.Unit.Kind == UnitKind.Count && earlier.Figure.Unit.Kind == UnitKind.Count && later.Figure.Unit.Name is not "户" == earlier.Figure.Unit.Name is not "户")) continue;
                var near = Together(rate, later, earlier, i, j);
                yield return (later, earlier, near);
                // '预算90.20万元，决算88.00万元，完成预算的102.50%': what was planned is never what was done.
                if (Columns.IsInverse(rate, earlier, later)) continue;
                yield return (earlier, later, near == Grade.Explicit && Columns.Of(earlier) != Column.Done && Columns.Of(later) != Column.Plan ? Grade.Inferred : i == 0 && j == 1 ? near : Grade.Inferred);
            }
        }
    }

    /// <summary>'（一）…完成4126万元，占计划4500万元的…。（二）…普及率91.6%': the items of a numbered list speak each of its own.</summary>
    private bool IsOfOtherItem(Mention rate, Mention top, Mention bottom) =>
        top.Paragraph != rate.Paragraph && bottom.Paragraph != rate.Paragraph && _frame.Source.Paragraph(rate.Paragraph).TrimStart() is ['（' or '(' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or (>= '1' and <= '9'), _, ..];

    /// <summary>The two nearest values of the rate's own part of the sentence make the rate; its value over a total is structure; all else is only inferred.</summary>
    private Grade Together(Mention rate, Mention later, Mention earlier, int i, int j)
    {
        if (i != 0 || later.Sentence != rate.Sentence) return Grade.Inferred;
        if (j == 1 && earlier.Segment == rate.Segment && later.Segment == rate.Segment) return Grade.Explicit;
        if (earlier.Sentence != rate.Sentence) return Grade.Inferred;
        return j == 1 || claims.IsWhole(earlier) ? Grade.Structural : Grade.Inferred;
    }

    /// <summary>A rate whose base is a stock and what came in: 结案率 of received and old cases.</summary>
    private bool SumBase(Mention rate, List<Mention> values)
    {
        var tried = 8;
        foreach (var top in values.Take(3))
        {
            for (var i = 0; i < values.Count; i++)
            {
                for (var j = i + 1; j < values.Count; j++)
                {
                    if (values[i] == top || values[j] == top || !values[i].Figure.Unit.Fits(top.Figure.Unit) || !values[j].Figure.Unit.Fits(top.Figure.Unit)) continue;
                    if (values[i].Host != values[j].Index) continue;
                    tried++;
                    var outcome = Check.Ratio(rate.Figure, [top.Figure], [values[j].Figure, values[i].Figure]);
                    if (!outcome.Convinces(rate.Figure, 1, 2)) continue;
                    Keep(rate, [top], [values[j], values[i]], outcome, Grade.Inferred);
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Accuses only when exactly the pair of what was due and what was done stands before the rate, in its own part of the sentence.</summary>
    private void Accuse(Mention rate, List<Mention> values)
    {
        var completes = rate.Says(Cues.Done) && (rate.Says(Cues.Plan) || _frame.Label(rate) is "完成" or "已完成");
        if ((!rate.Says(Cues.Rate) && !completes) || rate.Says(Cues.Basis) || (rate.Last & Cues.Target) != 0 || values.Count < 2) return;
        if (_frame.Label(rate) is ['不' or '未', ..] && !_frame.Label(values[0]).Contains('不') && !_frame.Label(values[0]).Contains('未')) return;
        // '合格138份，优良率88.0%': what is merely sound is not yet good.
        if (_frame.Label(rate).Contains('优') && !_frame.Label(values[0]).Contains('优')) return;
        if (Stem(rate, values)) return;
        var own = values.Where(v => v.Segment == rate.Segment && v.Index < rate.Index && !IsTaken(v, rate)).ToList();
        if (own.Count != 2 || !own[0].Figure.Unit.Fits(own[1].Figure.Unit) && !(own[0].Figure.Unit.Kind == UnitKind.Count && own[1].Figure.Unit.Kind == UnitKind.Count)) return;
        var (done, due) = (own[0], own[1]);
        // What was due may stand behind what was done: '参保86520人，应参保88000人'.
        if (_frame.Label(done).StartsWith('应') && !_frame.Label(due).StartsWith('应')) (done, due) = (due, done);
        if (rate.Clause - done.Clause > 1 || Columns.Of(done) == Column.Plan || (Columns.Of(due) == Column.Plain && Columns.Of(done) == Column.Plain && !Columns.NamesSpending(_frame.Label(done)))) return;
        // '办结14955件，在办305件，办结率98%': what was done is no base of what is left.
        if (done.Says(Cues.Left) && Columns.Of(due) == Column.Done) return;
        var outcome = Check.Ratio(rate.Figure, [done.Figure], [due.Figure]);
        Keep(rate, [done], [due], outcome, Grade.Explicit);
    }

    /// <summary>'居民3.18万人，签约1.46万人，重点人群签约率83.9%': of a narrower group than the figures tell of.</summary>
    private bool IsNarrower(Mention rate, List<Mention> values)
    {
        foreach (var word in (ReadOnlySpan<string>)["重点", "有效", "规范"])
            if (_frame.Label(rate).Contains(word, StringComparison.Ordinal) && !values.Exists(v => v.Sentence == rate.Sentence && _frame.Label(v).Contains(word, StringComparison.Ordinal))) return true;
        return false;
    }

    /// <summary>'执行5832.55万元，执行率97.19%': the rate is named after its upper figure, and the figure before that is its base.</summary>
    private bool Stem(Mention rate, List<Mention> values)
    {
        var label = _frame.Label(rate).TrimEnd("为达到是约：: ");
        if (label.Length < 3 || !label.EndsWith('率')) return false;
        var stem = label.Slice(label.Length - 3, 2);
        var own = values.Where(v => v.Segment == rate.Segment && v.Index < rate.Index).ToList();
        if (own.Count < 2 || rate.Clause - own[0].Clause > 1 || !own[0].Figure.Unit.Fits(own[1].Figure.Unit)) return false;
        if (!_frame.Label(own[0]).Contains(stem, StringComparison.Ordinal) || _frame.Label(own[1]).Contains(stem, StringComparison.Ordinal) || IsTaken(own[0], rate) || InList(own[1], own[0])) return false;
        if (Denies(own[0]) && label[0] is not ('不' or '未'))
        {
            Passed(rate, own[1], own[0]);
            return true;
        }
        Keep(rate, [own[0]], [own[1]], Check.Ratio(rate.Figure, [own[0].Figure], [own[1].Figure]), Grade.Explicit);
        return true;
    }

    /// <summary>Whether another rate stands between a value and this one, so that the value was meant for that.</summary>
    private bool IsTaken(Mention value, Mention rate)
    {
        for (var i = value.Index + 1; i < rate.Index; i++) if (_frame.Mentions[i].Role is Role.Rate or Role.Share && _frame.Mentions[i].Figure.Unit.IsRate) return true;
        return false;
    }

    /// <summary>'三次产业结构为6.2:40.1:53.7': each part is the share of the sector at its place.</summary>
    private void Part(Mention part)
    {
        var run = part.RunLength;
        if (part.Says(Cues.SexRatio) || _frame.Mentions[part.RunStart].Says(Cues.SexRatio))
        {
            if (part.Index == part.RunStart) SexRatio(part);
            return;
        }
        if (run < 2 || _frame.Mentions[part.RunStart].Says(Cues.From)) return;
        foreach (var group in claims.GroupsIn(part.Paragraph).Reverse())
        {
            if (group.Parts.Count != run || group.Whole.Index > part.Index) continue;
            var top = group.Parts[part.Index - part.RunStart];
            var outcome = Check.Ratio(part.Figure, [top.Figure], [group.Whole.Figure]);
            var others = Enumerable.Range(0, run).Count(k => k != part.Index - part.RunStart && Check.Ratio(_frame.Mentions[part.RunStart + k].Figure, [group.Parts[k].Figure], [group.Whole.Figure]).Convinces(_frame.Mentions[part.RunStart + k].Figure, 1, 1));
            // Two sectors written for each other: every part is some sector's share, only not its own.
            var exchanged = others >= 1 && Enumerable.Range(0, run).All(k => group.Parts.Any(p => Check.Ratio(_frame.Mentions[part.RunStart + k].Figure, [p.Figure], [group.Whole.Figure]).Convinces(_frame.Mentions[part.RunStart + k].Figure, 1, 1)));
            if (!outcome.Convinces(part.Figure, 1, 1) && (outcome.Holds || !exchanged && (others < 2 || others < run - 1))) continue;
            Keep(part, [top], [group.Whole], outcome, Grade.Structural);
            return;
        }
    }

    /// <summary>Men to a hundred women: the two nearest figures of men and women.</summary>
    private void SexRatio(Mention ratio)
    {
        Mention? men = null, women = null;
        foreach (var other in _frame.Back(ratio))
        {
            if (other.Role != Role.Value || !other.Figure.Unit.IsAdditive) continue;
            var label = _frame.Label(other);
            if (men is null && label.Contains('男')) men = other;
            else if (women is null && label.Contains('女')) women = other;
        }
        for (var i = ratio.Index + 1; (men is null || women is null) && i < _frame.Mentions.Count && i <= ratio.Index + 3 && _frame.Mentions[i].Sentence == ratio.Sentence; i++)
        {
            if (_frame.Mentions[i] is not { Role: Role.Value, Figure.Unit.IsAdditive: true } later) continue;
            if (_frame.Label(later).Contains('男')) men ??= later;
            else if (_frame.Label(later).Contains('女')) women ??= later;
        }
        if (ratio.Role is not (Role.Value or Role.Part) || ratio.Bracket > 0 || men is null || women is null || ratio.Says(Cues.Against)) return;
        var outcome = Check.Ratio(ratio.Figure, [men.Figure], [women.Figure]);
        // The ratio of births beside the figures of all people is another one.
        if (outcome.Holds || men.Sentence == ratio.Sentence || (ratio.Sentence - men.Sentence == 1 && !_frame.Label(ratio).Contains("出生", StringComparison.Ordinal))) Keep(ratio, [men], [women], outcome, Grade.Explicit);
    }

    private void Keep(Mention rate, IReadOnlyList<Mention> top, IReadOnlyList<Mention> bottom, Outcome outcome, Grade grade) =>
        claims.Add(ClaimType.Ratio, rate, [.. top, .. bottom], outcome, grade, () => Wording.Ratio([.. top.Select(m => m.Figure)], [.. bottom.Select(m => m.Figure)], rate.Figure, outcome));
}
