using Jiheng.Audit.Claims.Changes;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>
/// Rates and growth whose figures stand anywhere in the paragraph in no usual order. Only arithmetic that can hardly be chance counts here, so these
/// claims confirm and never accuse.
/// </summary>
internal sealed class WideSearch(ClaimSet claims)
{
    private const int Reach = 24;
    private const int Tops = 3;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Tries every rate and growth that nothing explained.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Unit.Kind == UnitKind.Point && mention.Role == Role.Change && mention.Figure.Bound == Bound.None && !claims.IsComputed(mention) && (mention.Says(Cues.Above | Cues.Below | Cues.Left) || _frame.Label(mention).Contains("于", StringComparison.Ordinal))) Points(mention);
            if (mention is { Role: Role.Change, Figure: { Unit.IsAdditive: true, Bound: Bound.None } } && !mention.Says(Cues.Adjust) && claims.GroupOf(mention) is null && !claims.IsComputed(mention)) Step(mention);
            if (mention is { Role: Role.Value, Figure: { Unit.IsAdditive: true, Bound: Bound.None } } && Repairs.Digits(mention.Figure) >= 4 && !claims.IsComputed(mention) && claims.GroupOf(mention) is null && !claims.IsFactor(mention)) Product(mention);
            if (mention.Figure.Unit.Kind != UnitKind.Percent || mention.Figure.Bound != Bound.None || mention.Figure.InWords || claims.IsComputed(mention) || mention.Says(Cues.Yearly | Cues.Basis | Cues.Target)) continue;
            if (mention.Role is Role.Rate or Role.Share && mention.Figure.Value is > 0m and not 100m) Rate(mention);
            else if (mention.Role is Role.Rate or Role.Share && mention.Figure.Value == 100m) Whole(mention);
            else if (mention.Role == Role.Growth && mention.Figure.Value > 0m) Growth(mention);
        }
    }

    /// <summary>The values of the rate's sentence and the head of the one before over any other value of the paragraph; then pairs that make the base together.</summary>
    private void Rate(Mention rate)
    {
        var values = Values(rate);
        var tops = values.Where(v => v.Sentence == rate.Sentence).Take(Tops).ToList();
        foreach (var sentence in (ReadOnlySpan<int>)[rate.Sentence, rate.Sentence - 1])
            if (values.FindLast(v => v.Sentence == sentence && v.Index < rate.Index) is { } head && !tops.Contains(head)) tops.Add(head);
        // '相对年初预算，支出占124.71%': the part stands in the sentence before, under the name that the share repeats.
        if (tops.Count < Tops && Nouns.Of(_frame, rate) is { Length: >= 2 } noun)
            foreach (var value in values) if (value.Sentence == rate.Sentence - 1 && !tops.Contains(value) && Nouns.Naming(_frame.Label(value), noun) >= 90) tops.Add(value);
        foreach (var value in values) if (tops.Count < 2 * Tops && value.Sentence == rate.Sentence && !tops.Contains(value) && Labels.Shares(_frame.Label(value), _frame.Label(rate))) tops.Add(value);
        foreach (var top in tops)
        {
            var tried = 0;
            foreach (var bottom in values)
            {
                if (bottom == top || (rate.Figure.Value <= 100m ? bottom.Figure.Value < top.Figure.Value : bottom.Figure.Value > top.Figure.Value) || !Comparable(top, bottom) || Columns.IsInverse(rate, top, bottom)) continue;
                tried++;
                if (!Check.MayBeRatio(rate.Figure, top.Figure, bottom.Figure)) continue;
                var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
                // So near to 100 % almost any two alike figures agree.
                if (!outcome.Convinces(rate.Figure, tried, 2) || (rate.Figure.Value >= 99m && outcome.How is not (Agreement.Exact or Agreement.Rounding))) continue;
                Keep(rate, [top], [bottom], outcome);
                return;
            }
        }
        if (Named(rate, values)) return;
        foreach (var top in tops) if (Together(rate, top, values)) return;
        Several(rate, values);
    }

    /// <summary>'托养96.50万元。…托养96.50万元，执行率100%': the same amount stands once as what was due and once as what was done.</summary>
    private void Whole(Mention rate)
    {
        var values = Values(rate).Where(v => v.Index < rate.Index).ToList();
        if (values.Count == 0 || values[0] is not { } done || done.Segment != rate.Segment || rate.Clause - done.Clause > (done.Index == rate.Index - 1 ? 3 : 1)) return;
        var due = values.Skip(1).FirstOrDefault(v => v.Figure.Value == done.Figure.Value && v.Figure.Unit.Fits(done.Figure.Unit) && !v.Says(Cues.Same));
        // '任务512户，完结497户、关闭15户，完结率（含关闭）100%': two that together make what was due.
        if (due is null && values.Count >= 3 && !done.Says(Cues.Parts) && !values[1].Says(Cues.Parts) && values[1].Segment == rate.Segment && values[1].Index == done.Index - 1 && values.Skip(2).FirstOrDefault(v => v.Sentence == rate.Sentence && v.Figure.Unit.Fits(done.Figure.Unit) && v.Figure.Value == done.Figure.Value + values[1].Figure.Value) is { } whole && values[1].Figure.Unit.Fits(done.Figure.Unit) && Repairs.Digits(whole.Figure) >= 3)
            Keep(rate, [values[1], done], [whole], Check.Ratio(rate.Figure, [values[1].Figure, done.Figure], [whole.Figure]));
        if (due is not null && Repairs.Digits(done.Figure) >= 3) Keep(rate, [done], [due], Check.Ratio(rate.Figure, [done.Figure], [due.Figure]));
    }

    /// <summary>'接入132家，接入率95.7%，未接入的6家': what did and what did not make the base; '抽查12460张，不合格137张' of a rate of passing.</summary>
    private bool Together(Mention rate, Mention top, List<Mention> values)
    {
        foreach (var other in values)
        {
            if (other == top || other.Sentence != rate.Sentence || !other.Figure.Unit.Fits(top.Figure.Unit)) continue;
            if (Math.Abs(other.Index - top.Index) <= 2 && (other.Index == rate.Index + 1 || top.Index == rate.Index + 1) || Math.Min(top.Index, other.Index) == rate.Index - 2 && Math.Max(top.Index, other.Index) == rate.Index - 1)
            {
                foreach (var part in (ReadOnlySpan<Mention>)[top, other])
                {
                    var both = Check.Ratio(rate.Figure, [part.Figure], [top.Figure, other.Figure]);
                    if (!both.Convinces(rate.Figure, 2, 2)) continue;
                    // What both belong to is printed: '抽检1850批次，合格1813批次，不合格47批次，合格率98%'.
                    if (values.Find(w => w != part && w.Sentence == rate.Sentence && w.Figure.Value >= top.Figure.Value && w.Figure.Value >= other.Figure.Value && w != top && w != other && Check.Ratio(rate.Figure, [part.Figure], [w.Figure]).Holds) is { } printed)
                    {
                        Keep(rate, [part], [printed], Check.Ratio(rate.Figure, [part.Figure], [printed.Figure]));
                        return true;
                    }
                    var rest = part == top ? other : top;
                    claims.Add(ClaimType.Ratio, rate, [part, rest], both, Grade.Inferred, () => Wording.Ratio([part.Figure], [part.Figure, rest.Figure], rate.Figure, both));
                    return true;
                }
            }
            if (!Denies(top) || Denies(rate) || other.Figure.Value <= top.Figure.Value) continue;
            var share = 100m - top.Figure.Value / other.Figure.Value * 100m;
            if (Math.Abs(share - rate.Figure.Value) > rate.Figure.Step) continue;
            var passed = Outcome.Rate(rate.Figure, share, Interval.Exactly(share));
            claims.Add(ClaimType.Ratio, rate, [other, top], passed, Grade.Inferred, () => $"({other.Figure.Text} − {top.Figure.Text}) ÷ {other.Figure.Text} = {Wording.Result(rate.Figure, passed)}");
            return true;
        }
        return false;
    }

    /// <summary>'判决2317件、调解2086件、撤诉1452件…调解撤诉率58.79%', '公办园和普惠性民办园合计占89.7%': two values whose names the rate joins.</summary>
    private bool Named(Mention rate, List<Mention> values)
    {
        var name = _frame.Source.Text.AsSpan(Math.Max(rate.ClauseStart, rate.Index > 0 && _frame.Mentions[rate.Index - 1].Clause == rate.Clause ? _frame.Mentions[rate.Index - 1].Figure.End : 0)..rate.Figure.Start);
        if (name.Length < 3) return false;
        var tops = new List<Mention>();
        foreach (var value in values) if (value.Index < rate.Index && Nouns.Bare(_frame.Label(value)) is { Length: >= 2 } own && (name.Contains(own[..2], StringComparison.Ordinal) || own.Length <= 3 && name.Contains(own[..1], StringComparison.Ordinal) && rate.Sentence == value.Sentence) && tops.Count < 4) tops.Add(value);
        for (var i = 0; i < tops.Count; i++)
        {
            for (var j = i + 1; j < tops.Count; j++)
            {
                if (!tops[i].Figure.Unit.Fits(tops[j].Figure.Unit)) continue;
                var tried = 0;
                foreach (var bottom in values.Where(v => v.Index < rate.Index && !tops.Contains(v) && v.Figure.Unit.Fits(tops[i].Figure.Unit) && v.Figure.Value >= tops[i].Figure.Value + tops[j].Figure.Value))
                {
                    var outcome = Check.Ratio(rate.Figure, [tops[j].Figure, tops[i].Figure], [bottom.Figure]);
                    if (!outcome.Convinces(rate.Figure, ++tried, 1)) continue;
                    Keep(rate, [tops[j], tops[i]], [bottom], outcome);
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>'分别支出498.7万元、318.0万元和201.3万元…综合支出率92.3%': a run together over a whole of the paragraph.</summary>
    private void Several(Mention rate, List<Mention> values)
    {
        var last = values.Find(v => v.Index < rate.Index && v.RunLength >= 2 && v.Sentence == rate.Sentence);
        if (last is null)
        {
            Neighbours(rate, values);
            return;
        }
        var run = _frame.Mentions.GetRange(last.RunStart, last.RunLength);
        if (run.Exists(m => !m.Figure.Unit.Fits(last.Figure.Unit))) return;
        var tried = 0;
        foreach (var bottom in values.Where(v => !run.Contains(v) && v.Figure.Unit.Fits(last.Figure.Unit)))
        {
            var outcome = Check.Ratio(rate.Figure, run.ConvertAll(m => m.Figure), [bottom.Figure]);
            if (!outcome.Convinces(rate.Figure, ++tried, 2)) continue;
            Keep(rate, run, [bottom], outcome);
            return;
        }
    }

    /// <summary>'在园62418人，公办园在园33705人、占54.0%，普惠性民办园在园21904人，普惠性幼儿园覆盖率89.1%': the two like values before the rate over a whole that both are parts of.</summary>
    private void Neighbours(Mention rate, List<Mention> values)
    {
        var own = values.FindAll(v => v.Index < rate.Index && v.Sentence == rate.Sentence);
        if (own.Count < 3 || own[0].Index != rate.Index - 1 || !own[0].Figure.Unit.Fits(own[1].Figure.Unit)) return;
        foreach (var bottom in own.Skip(2).Where(v => v.Figure.Unit.Fits(own[0].Figure.Unit) && v.Figure.Value > own[0].Figure.Value + own[1].Figure.Value).Take(1))
        {
            var outcome = Check.Ratio(rate.Figure, [own[1].Figure, own[0].Figure], [bottom.Figure]);
            if (outcome.Convinces(rate.Figure, 1, 2)) Keep(rate, [own[1], own[0]], [bottom], outcome);
        }
    }

    /// <summary>'出院18640人次，平均住院7.8天，占用总床日145392床日': two printed figures of the sentence whose product is the third to its last digit.</summary>
    private void Product(Mention product)
    {
        var own = _frame.Back(product).TakeWhile(m => m.Sentence == product.Sentence).Where(m => m.Role is Role.Value or Role.Per && m.Figure is { Unit.IsRate: false, Bound: Bound.None, InWords: false } && Repairs.Digits(m.Figure) >= 2 && m.Figure.Printed > 1m).Take(Tops).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            for (var k = i + 1; k < own.Count; k++)
            {
                if (own[i].Figure.Unit.Fits(own[k].Figure.Unit) || own[k].Figure.Printed * own[i].Figure.Printed != product.Figure.Printed || product.Figure.Unit.Fits(own[i].Figure.Unit) && product.Figure.Scale != own[i].Figure.Scale || product.Figure.Unit.Fits(own[k].Figure.Unit) && product.Figure.Scale != own[k].Figure.Scale) continue;
                // '人均结案203件（34名，审结6902件）': an average comes out of the two behind it.
                if (_frame.Label(own[i]).Contains('均') && own[i].Figure.Unit.Fits(product.Figure.Unit) || _frame.Label(own[k]).Contains('均') && own[k].Figure.Unit.Fits(product.Figure.Unit)) continue;
                var (one, other) = (own[k], own[i]);
                var outcome = Outcome.Additive(product.Figure, product.Figure.Value, Interval.Exactly(product.Figure.Value));
                claims.Add(ClaimType.Product, product, [one, other], outcome, Grade.Inferred, () => Wording.Binary(one.Figure, "×", other.Figure, product.Figure, outcome));
                return;
            }
        }
    }

    /// <summary>'保留185辆…。车改前实有397辆，减少212辆': a change that is just what lies between the value right before it and another of the paragraph.</summary>
    private void Step(Mention change)
    {
        if (change.Index == 0 || _frame.Mentions[change.Index - 1] is not { Role: Role.Value or Role.Prior } near || near.Sentence != change.Sentence || change.Clause - near.Clause > 1 || !near.Figure.Unit.Fits(change.Figure.Unit) || Repairs.Digits(change.Figure) < (near.Role == Role.Prior ? 2 : 3)) return;
        foreach (var other in _frame.Back(near).Where(m => m.Role == Role.Value && m.Figure.Unit.Fits(change.Figure.Unit) && m.Figure.Bound == Bound.None).Take(Tops * 4))
        {
            var outcome = Check.Difference(change.Figure, near.Figure, other.Figure, either: true);
            if (outcome.How != Agreement.Exact) continue;
            StatedChange.Keep(claims, change, other, near, outcome);
            return;
        }
    }

    private void Keep(Mention rate, List<Mention> top, List<Mention> bottom, Outcome outcome) =>
        claims.Add(ClaimType.Ratio, rate, [.. top, .. bottom], outcome, Grade.Inferred, () => Wording.Ratio(top.ConvertAll(m => m.Figure), bottom.ConvertAll(m => m.Figure), rate.Figure, outcome));

    private static bool Comparable(Mention top, Mention bottom) =>
        bottom.Figure.Unit.Fits(top.Figure.Unit) || (bottom.Figure.Unit.Kind == UnitKind.Count && top.Figure.Unit.Kind == UnitKind.Count && IsPeople(bottom) == IsPeople(top));

    /// <summary>'农村居民增速快于城镇居民1.8个百分点': any two rates of the paragraph that lie just so far apart.</summary>
    private void Points(Mention points)
    {
        var rates = _frame.Back(points).Where(m => m.Figure.Unit.Kind == UnitKind.Percent && m.Figure.Bound == Bound.None && m.Role is Role.Rate or Role.Share or Role.Growth or Role.Prior).Take(6).ToList();
        for (var i = points.Index + 1; i < _frame.Mentions.Count && i <= points.Index + 2 && _frame.Mentions[i].Sentence == points.Sentence; i++) if (_frame.Mentions[i].Figure.Unit.Kind == UnitKind.Percent && _frame.Mentions[i].Role is Role.Rate or Role.Growth) rates.Add(_frame.Mentions[i]);
        var tried = 0;
        foreach (var high in rates)
        {
            foreach (var low in rates)
            {
                if (high == low || high.Role != low.Role || high.Figure.Value * high.Sign < low.Figure.Value * low.Sign) continue;
                var outcome = Check.Difference(points.Figure, high.Figure, low.Figure, either: false);
                if (!outcome.Convinces(points.Figure, ++tried, 1)) continue;
                claims.Add(ClaimType.Difference, points, [high, low], outcome, Grade.Inferred, () => Wording.Binary(high.Figure, "−", low.Figure, points.Figure, outcome));
                return;
            }
        }
    }

    /// <summary>'本年新增240张，年末3100张，增长8.4%': a step and where it led, or two values of which one is the other's earlier.</summary>
    private void Growth(Mention growth)
    {
        if (OfChange(growth)) return;
        var values = Values(growth).Where(v => v.Index < growth.Index + 2 && Math.Abs(growth.Sentence - v.Sentence) <= (v.Index < growth.Index ? 1 : 0)).Take(7).ToList();
        var tried = 0;
        foreach (var present in values)
        {
            foreach (var other in values)
            {
                if (other == present || !other.Figure.Unit.Fits(present.Figure.Unit)) continue;
                tried++;
                if (IsStep(other) && other.Figure.Value < present.Figure.Value)
                {
                    var step = Check.GrowthByChange(growth.Figure, present.Figure, other.Figure, growth.Sign < 0 ? -1 : 1);
                    if (!step.Convinces(growth.Figure, tried, 1)) continue;
                    claims.Add(ClaimType.Growth, growth, [other, present], step, Grade.Inferred, () => $"{other.Figure.Text} ÷ ({present.Figure.Text} − {other.Figure.Text}) = {Wording.Result(growth.Figure, step)}");
                    return;
                }
                if (growth.Sign != 0 && Math.Sign(present.Figure.Value - other.Figure.Value) != growth.Sign || Labels.Overlap(_frame.Label(present), _frame.Label(other)) == 0) continue;
                var outcome = Check.Growth(growth.Figure, present.Figure, other.Figure);
                if (!outcome.Convinces(growth.Figure, tried, 2)) continue;
                claims.Add(ClaimType.Growth, growth, [present, other], outcome, Grade.Inferred, () => $"{present.Figure.Text} 与 {other.Figure.Text} 相比 = {Wording.Result(growth.Figure, outcome)}");
                return;
            }
        }
    }

    /// <summary>'净减少5.87万元，降低16.01%。…当年总计30.79万元': the change stands beside its rate, the value anywhere in the paragraph.</summary>
    private bool OfChange(Mention growth)
    {
        if (growth.Index == 0 || _frame.Mentions[growth.Index - 1] is not { Role: Role.Change, Figure.Unit.IsAdditive: true } change || change.Sentence != growth.Sentence || change.Sign * growth.Sign < 0) return false;
        var around = _frame.Back(change).Take(Reach / 2).Concat(_frame.Mentions.Skip(growth.Index + 1).TakeWhile(m => m.Paragraph == growth.Paragraph).Take(Reach / 2));
        var tried = 0;
        foreach (var present in around.Where(m => m.Role == Role.Value && m.Figure.Unit.Fits(change.Figure.Unit) && m.Figure.Bound == Bound.None))
        {
            var outcome = Check.GrowthByChange(growth.Figure, present.Figure, change.Figure, growth.Sign < 0 ? -1 : 1);
            if (!outcome.Convinces(growth.Figure, ++tried, 2)) continue;
            claims.Add(ClaimType.Growth, growth, [change, present], outcome, Grade.Inferred, () => $"{change.Figure.Text} ÷ ({present.Figure.Text} {(growth.Sign < 0 ? "+" : "−")} {change.Figure.Text}) = {Wording.Result(growth.Figure, outcome)}");
            return true;
        }
        return false;
    }

    private bool IsStep(Mention mention) => Nouns.Bare(_frame.Label(mention)) is var label && (label.Contains("新增", StringComparison.Ordinal) || label.Contains("净增", StringComparison.Ordinal) || label.Contains("新建", StringComparison.Ordinal) || label.Contains("增加", StringComparison.Ordinal));

    private bool Denies(Mention mention) => Nouns.Bare(_frame.Label(mention)) is ['不' or '未' or '非', ..];

    private static bool IsPeople(Mention mention) => mention.Figure.Unit.Name is "人" or "名" or "位" or "人次";

    /// <summary>Plain values of the paragraph around a rate, the nearest first.</summary>
    private List<Mention> Values(Mention rate)
    {
        var result = new List<Mention>();
        for (var step = 1; step <= Reach; step++)
        {
            foreach (var i in (ReadOnlySpan<int>)[rate.Index - step, rate.Index + step])
            {
                if (i < 0 || i >= _frame.Mentions.Count || (i > rate.Index && step > 3)) continue;
                var value = _frame.Mentions[i];
                if (value.Paragraph == rate.Paragraph && value.Role is Role.Value or Role.Change && value.Figure is { Unit.IsAdditive: true, Bound: Bound.None, Value: > 0m, InWords: false } && (value.Role == Role.Value || IsStep(value))) result.Add(value);
            }
        }
        return result;
    }
}
