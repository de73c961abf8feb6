using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>A change beside both values ('比上年21177万元增加563万元'), and what is left of one figure after another (结余, 净值).</summary>
internal sealed class DifferenceClaims(ClaimSet claims)
{
    private const int MostBases = 12;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change and every remainder whose two figures are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Bound is not (Bound.None or Bound.About) || claims.IsComputedAs(ClaimType.Difference, mention)) continue;
            if (mention.Role == Role.Change && mention.Says(Cues.Left) && mention.Figure.Unit.Kind == UnitKind.Point) Deviation(mention);
            else if (mention.Role == Role.Change && !mention.Says(Cues.Adjust)) Change(mention);
            else if (mention.Role == Role.Value && (mention.Says(Cues.Left | Cues.Rest) || (mention.Tail & Cues.Left) != 0) && !mention.Says(Cues.Before) && mention.Figure.Unit.IsAdditive && !claims.IsComputed(mention) && !IsPartBefore(mention)) Remainder(mention);
        }
    }

    /// <summary>A part of a whole printed before it is explained; one that opens a later sum ('当期结余A，上年结余B，累计C') is not.</summary>
    private bool IsPartBefore(Mention rest) => claims.GroupOf(rest) is { Holds: true } group && !(group.Whole.Index > rest.Index && group.Parts[0] == rest);

    private void Change(Mention change)
    {
        if (_frame.SubjectOf(change) is { } executed && change.Says(Cues.Plan) && change.Says(Cues.Against) && executed.Sentence == change.Sentence && executed.Figure.Unit.Fits(change.Figure.Unit)
            && Columns.Of(executed) == Column.Done && Counterparts.PlanOf(_frame, executed) is { } plan)
        {
            Keep(change, executed, plan, Check.Difference(change.Figure, executed.Figure, plan.Figure, either: true), Grade.Structural);
            return;
        }
        if (_frame.SubjectOf(change) is { } subject && Prior(change, subject) is { } prior)
        {
            var outcome = Check.Difference(change.Figure, subject.Figure, prior.Figure, either: true);
            if (outcome.Holds || Explains(change, subject, prior) || GrowthHolds(change, subject, prior))
            {
                Keep(change, subject, prior, outcome, Grade.Explicit);
                if (outcome.Holds) Direction(change, subject, prior);
                return;
            }
        }
        Search(change);
    }

    /// <summary>'不低于95%，实际93.5%，偏差1.5个百分点': the two rates right before it.</summary>
    private void Deviation(Mention deviation)
    {
        var rates = _frame.Back(deviation).Where(m => m.Segment == deviation.Segment && m.Figure.Unit.Kind == UnitKind.Percent && m.Role is Role.Rate or Role.Limit or Role.Value).Take(2).ToList();
        if (rates.Count < 2) return;
        Keep(deviation, rates[1], rates[0], Check.Difference(deviation.Figure, rates[1].Figure, rates[0].Figure, either: true), Grade.Explicit);
    }

    /// <summary>'较上年280件减少40件' of 320件: the figures agree, the word does not.</summary>
    private void Direction(Mention change, Mention present, Mention prior)
    {
        if (change.Sign == 0 || prior.Role != Role.Prior || prior.Says(Cues.Plan) || Math.Sign(present.Figure.Value - prior.Figure.Value) * change.Sign >= 0) return;
        claims.Raise("JH2109", change.LabelStart, change.Figure.End, $"由{prior.Figure.Text}到{present.Figure.Text}，与“{(change.Sign < 0 ? "减少" : "增加")}{change.Figure.Text}”方向相反。");
    }

    /// <summary>Whether change, value and earlier value stand so close that nothing else can be meant; a turn ('由A降至B，下降C') always does.</summary>
    private static bool Explains(Mention change, Mention subject, Mention prior) =>
        subject.Says(Cues.Turn) && prior.Index == subject.Index - 1 && change.Clause - subject.Clause <= 1 && !change.Says(Cues.Basis)
        || subject.Sentence == change.Sentence && !change.Says(Cues.Basis) && change.Clause - prior.Clause <= 2 && subject.Index < prior.Index && subject.Clause - prior.Clause >= -3;

    /// <summary>Whether the rate right behind a change follows from the same two values, so that they are the change's too.</summary>
    private bool GrowthHolds(Mention change, Mention subject, Mention prior) =>
        change.Index + 1 < _frame.Mentions.Count && _frame.Mentions[change.Index + 1] is { Role: Role.Growth } growth && growth.Clause - change.Clause <= 1 && growth.Figure.Unit.Kind == UnitKind.Percent && change.Figure.Unit.IsAdditive
        && Check.Growth(growth.Figure, subject.Figure, prior.Figure).Convinces(growth.Figure, 1, 2);

    private Mention? Prior(Mention change, Mention subject)
    {
        var points = change.Figure.Unit.Kind == UnitKind.Point;
        // '由47.5%升至91.3%': the turn says what was before.
        if (subject.Says(Cues.Turn) && subject.Index > 0 && _frame.Mentions[subject.Index - 1] is { Role: Role.Prior } turned && turned.Figure.Unit.Fits(subject.Figure.Unit) && turned.Sentence == change.Sentence) return turned;
        foreach (var other in _frame.Back(change))
        {
            if (other.Sentence != change.Sentence) return null;
            if (other.Role is Role.Prior or Role.Limit && other.Index > subject.Index
                && (points ? other.Figure.Unit.Kind == UnitKind.Percent : other.Figure.Unit.Fits(change.Figure.Unit) && subject.Figure.Unit.Fits(change.Figure.Unit)))
                return other.Host >= 0 && _frame.Mentions[other.Host] is { Role: Role.Prior } host && host.Figure.Range.Meets(other.Figure.Range) && host.Figure.Unit.Fits(other.Figure.Unit) ? host : other;
            if (other.Index <= subject.Index || (other.Role == Role.Change && other.Clause != change.Clause)) return null;
        }
        return null;
    }

    /// <summary>Two earlier values whose difference is the change: only arithmetic that cannot be chance counts, and it never accuses.</summary>
    private void Search(Mention change)
    {
        if (!change.Figure.Unit.IsAdditive || change.Figure.Value == 0m) return;
        var values = _frame.BackLines(change, 4).Where(m => m.Role is Role.Value or Role.Prior && m.Figure.Unit.Fits(change.Figure.Unit)).Take(MostBases).ToList();
        if (_frame.SubjectOf(change) is not { } subject || subject.Clause < change.Clause - 1) subject = null;
        var tried = 0;
        foreach (var present in values)
        {
            if (subject is not null && present != subject) continue;
            foreach (var prior in values)
            {
                if (prior == present || present.Role == Role.Prior && prior.Role == Role.Prior) continue;
                tried++;
                var (minuend, subtrahend) = change.Sign < 0 ? (prior, present) : (present, prior);
                if (!Check.MayBeDifference(change, minuend, subtrahend)) continue;
                var outcome = Check.Difference(change.Figure, minuend.Figure, subtrahend.Figure, either: false);
                if (!outcome.Convinces(change.Figure, tried, 2)) continue;
                Keep(change, present, prior, outcome, Grade.Inferred);
                return;
            }
        }
    }

    private void Remainder(Mention rest)
    {
        var values = _frame.Back(rest).Where(m => (m.Role == Role.Value || m.Role == Role.Limit && m.Sentence == rest.Sentence) && m.Depth <= rest.Depth && m.Figure.Unit.Fits(rest.Figure.Unit)).Take(MostBases).ToList();
        if (Adjacent(rest, values)) return;
        var tried = 0;
        for (var j = 0; j < values.Count; j++)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (i == j || values[i].Figure.Value < values[j].Figure.Value) continue;
                tried++;
                if (!Check.MayBeDifference(rest, values[i], values[j])) continue;
                var outcome = Check.Difference(rest.Figure, values[i].Figure, values[j].Figure, either: false);
                if (outcome.Holds && outcome.Convinces(rest.Figure, tried, values[j].Sentence == rest.Sentence && (tried < 3 || values[i].Role == Role.Limit) ? 1 : 2))
                {
                    Keep(rest, values[i], values[j], outcome, Grade.Structural);
                    return;
                }
            }
        }
        if (ToDo(rest, values) || WithStock(rest, values) || WithCarry(rest, values) || Afar(rest) || Slip(rest, values)) return;
        // '资金A，支出B，结余C': two figures of one sentence, the second of them spent from the first.
        var own = values.Where(v => v.Sentence == rest.Sentence).ToList();
        if (!rest.Says(Cues.Left) || own.Count == 0 || own.Exists(v => v.Says(Cues.Left | Cues.Before))) return;
        // '累计投入2.36亿元，占概算3.15亿元的74.9%，尚需投入0.79亿元': the base of the share stands last.
        if (own.Count >= 2 && own[0].Says(Cues.Share) && own[0].Figure.Value > own[1].Figure.Value && own[1].Index == own[0].Index - 1 && rest.Clause - own[0].Clause == 1)
        {
            Keep(rest, own[0], own[1], Check.Difference(rest.Figure, own[0].Figure, own[1].Figure, either: false), Grade.Explicit);
            return;
        }
        var done = own[0];
        var bases = own.Skip(1).Where(v => v.Figure.Value >= done.Figure.Value).Select(v => v.Figure.Value).Distinct().ToList();
        if (bases.Count != 1 || !IsSpent(done) || rest.Clause - done.Clause > 2) return;
        var fund = own.Skip(1).First(v => v.Figure.Value == bases[0]);
        Keep(rest, fund, done, Check.Difference(rest.Figure, fund.Figure, done.Figure, either: false), Grade.Explicit);
    }

    /// <summary>'核定28名，实有26人，空编2名': the two values right before it, in the same part of the sentence, whatever their size.</summary>
    private bool Adjacent(Mention rest, List<Mention> values)
    {
        if (values.Count < 2 || values[1].Segment != rest.Segment || rest.Clause - values[1].Clause > 3 || rest.Says(Cues.Rest) || claims.GroupOf(values[0]) is not null) return false;
        var outcome = Check.Difference(rest.Figure, values[1].Figure, values[0].Figure, either: _frame.Label(rest) is var label && (label.EndsWith("赤字", StringComparison.Ordinal) || label.EndsWith("缺口", StringComparison.Ordinal) || label.EndsWith("逆差", StringComparison.Ordinal)));
        // '甲1950元，乙1450元，相差500元': nothing else can be meant.
        if (Nouns.Bare(_frame.Label(rest)) is "相差" or "差额" or "差距" or "相差了" && values[0].Index == rest.Index - 1 && values[1].Index == rest.Index - 2)
        {
            var gap = Check.Difference(rest.Figure, values[1].Figure, values[0].Figure, either: true);
            Keep(rest, values[1], values[0], gap, Grade.Structural);
            return true;
        }
        if (outcome.How != Agreement.Exact || rest.Figure.Value == 0m) return false;
        Keep(rest, values[1], values[0], outcome, Grade.Structural);
        return true;
    }

    /// <summary>'任务6.5万亩…。…已完成5.9万亩，完成率90.7%，还差0.6万亩': what was set less what is done.</summary>
    private bool ToDo(Mention rest, List<Mention> values)
    {
        if (Nouns.Bare(_frame.Label(rest)) is not ("还差" or "尚差" or "仍差" or "尚缺")) return false;
        if (values.Find(v => v.Sentence == rest.Sentence && Columns.Of(v) == Column.Done) is not { } done || values.Find(v => v != done && v.Says(Cues.Plan) && v.Figure.Value >= done.Figure.Value) is not { } due) return false;
        Keep(rest, due, done, Check.Difference(rest.Figure, due.Figure, done.Figure, either: false), Grade.Structural);
        return true;
    }

    /// <summary>'安排186.40万元…用掉171.92万元，剩14.84万元': two values of the sentence that miss the rest by a slip of the pen.</summary>
    private bool Slip(Mention rest, List<Mention> values)
    {
        var own = values.Where(v => v.Sentence == rest.Sentence).Take(6).ToList();
        if (!rest.Says(Cues.Left) || Repairs.Digits(rest.Figure) < 3 || own.Count < 2) return false;
        foreach (var fund in own.Skip(1).Where(f => f.Figure.Value > own[0].Figure.Value))
        {
            var outcome = Check.Difference(rest.Figure, fund.Figure, own[0].Figure, either: false);
            if (outcome.Holds || outcome.Value is not { } value || !Repairs.IsSlip(rest.Figure, value)) continue;
            Keep(rest, fund, own[0], outcome, Grade.Structural);
            return true;
        }
        return false;
    }

    /// <summary>'调整预算5580.75万元，支出5312.07万元…年末仍有268.68万元未支付', lines apart: what was there and what was spent, by their own words.</summary>
    private bool Afar(Mention rest)
    {
        var before = _frame.BackLines(rest, 4).Where(m => m.Role == Role.Value && m.Bracket == 0 && m.Figure.Unit.Fits(rest.Figure.Unit) && !m.Says(Cues.Left | Cues.Rest)).Take(MostBases).ToList();
        var tried = 0;
        foreach (var spent in before.Where(IsSpent))
        {
            foreach (var fund in before.Where(m => m != spent && m.Figure.Value > spent.Figure.Value && !Columns.NamesSpending(_frame.Label(m))))
            {
                var outcome = Check.Difference(rest.Figure, fund.Figure, spent.Figure, either: false);
                if (!outcome.Convinces(rest.Figure, ++tried, tried == 1 ? 1 : 2)) continue;
                Keep(rest, fund, spent, outcome, Grade.Inferred);
                return true;
            }
        }
        // Heads that name income and outlay, or budget and outlay, and a rest that misses them by one digit.
        if (before.Find(IsSpent) is { } outlay && before.Find(m => m != outlay && m.Figure.Value > outlay.Figure.Value && (m.Says(Cues.Plan) || _frame.Label(m).Contains("收入", StringComparison.Ordinal))) is { } head
            && Repairs.Digits(rest.Figure) >= 4 && Check.Difference(rest.Figure, head.Figure, outlay.Figure, either: false) is { Value: { } missed } slip && Repairs.IsSlip(rest.Figure, missed))
        {
            Keep(rest, head, outlay, slip, Grade.Structural);
            return true;
        }
        return false;
    }

    /// <summary>'收案321146件（不含旧存28802件）…审结325490件，未结24458件': what came in and the stock in its bracket, less what was settled.</summary>
    private bool WithStock(Mention rest, List<Mention> values)
    {
        foreach (var stock in _frame.Back(rest).Where(m => m.Host >= 0 && m.Role == Role.Value && m.Says(Cues.Beside) && m.Figure.Unit.Fits(rest.Figure.Unit)))
        {
            var income = _frame.Mentions[stock.Host];
            foreach (var done in values.Where(v => v.Index > stock.Index && income.Figure.Unit.Fits(v.Figure.Unit)))
            {
                var outcome = Check.Sum(rest.Figure, [(income.Figure, 1), (stock.Figure, 1), (done.Figure, -1)]);
                if (!outcome.Convinces(rest.Figure, values.Count, 2)) continue;
                claims.Add(ClaimType.Difference, rest, [income, stock, done], outcome, Grade.Structural,
                    () => $"{income.Figure.Text} + {stock.Figure.Text} − {done.Figure.Text} = {Wording.Result(rest.Figure, outcome)}");
                return true;
            }
        }
        return false;
    }

    /// <summary>'年初结转128.6万元，本年收入2350.4万元，本年支出2301.7万元，年末结转177.3万元': what was there and what came in, less what was spent.</summary>
    private bool WithCarry(Mention rest, List<Mention> values)
    {
        var own = values.Where(v => rest.Sentence - v.Sentence <= 1).Take(5).ToList();
        foreach (var spent in own)
        {
            for (var i = 0; i < own.Count; i++)
            {
                for (var j = i + 1; j < own.Count; j++)
                {
                    if (own[i] == spent || own[j] == spent || !(own[i].Says(Cues.Left | Cues.Before) || own[j].Says(Cues.Left | Cues.Before))) continue;
                    var outcome = Check.Sum(rest.Figure, [(own[j].Figure, 1), (own[i].Figure, 1), (spent.Figure, -1)]);
                    if (!outcome.Convinces(rest.Figure, 6, 1)) continue;
                    claims.Add(ClaimType.Difference, rest, [own[j], own[i], spent], outcome, Grade.Structural,
                        () => $"{own[j].Figure.Text} + {own[i].Figure.Text} − {spent.Figure.Text} = {Wording.Result(rest.Figure, outcome)}");
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Whether a figure says what was spent, used or settled.</summary>
    private bool IsSpent(Mention mention)
    {
        if (Columns.Of(mention) == Column.Done) return true;
        return Columns.NamesSpending(_frame.Label(mention));
    }

    /// <summary>Of a figure said again in another unit ('1.27亿元，即12700万元') the first.</summary>
    private Mention First(Mention mention) => mention.Says(Cues.Same) && mention.Index > 0 && _frame.Mentions[mention.Index - 1] is var before && before.Figure.Value == mention.Figure.Value && before.Figure.Unit.Fits(mention.Figure.Unit) ? before : mention;

    private void Keep(Mention result, Mention minuend, Mention subtrahend, Outcome outcome, Grade grade)
    {
        if (minuend.Figure.Value < subtrahend.Figure.Value) (minuend, subtrahend) = (subtrahend, minuend);
        (minuend, subtrahend) = (First(minuend), First(subtrahend));
        claims.Add(ClaimType.Difference, result, [minuend, subtrahend], outcome, grade, () => Wording.Binary(minuend.Figure, "−", subtrahend.Figure, result.Figure, outcome));
    }
}
