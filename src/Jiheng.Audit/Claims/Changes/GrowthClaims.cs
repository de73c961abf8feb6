using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>Growth in per cent or multiples: present against earlier value, or change against what it was before.</summary>
internal sealed class GrowthClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every growth rate whose figures are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role == Role.Growth && mention.Figure.Bound is Bound.None or Bound.About && !mention.Says(Cues.Yearly) && !claims.IsComputedAs(ClaimType.Growth, mention)) Check(mention);
        }
        Points();
    }

    private void Check(Mention growth)
    {
        // '不良率1.73%，较年初2.08%下降0.35%': two rates lie points apart, whatever sign is printed.
        if (growth.Index > 0 && _frame.Mentions[growth.Index - 1] is { Role: Role.Prior, Figure.Unit.Kind: UnitKind.Percent } rate && rate.Clause == growth.Clause) return;
        if (growth.Index > 0 && Saved(growth, _frame.Mentions[growth.Index - 1])) return;
        if (_frame.SubjectOf(growth) is not { } subject)
        {
            Search(growth);
            return;
        }
        var change = Near(growth, Role.Change, subject);
        var prior = Near(growth, Role.Prior, subject);
        var planned = false;
        if (prior is null && change is not null && change.Says(Cues.Plan) && change.Says(Cues.Against) && Columns.Of(subject) == Column.Done) (prior, planned) = (Counterparts.PlanOf(_frame, subject), true);
        if (change is null && prior is null && Ahead(growth, subject) is { } ahead) change = ahead;
        if (change is null && prior is null) return;

        var readings = Readings(growth, subject, change, prior).ToList();
        var tried = 0;
        foreach (var reading in readings)
        {
            tried++;
            var outcome = reading.Compute(growth.Figure);
            if (outcome.How == Agreement.Undefined) return;
            if (!outcome.Holds || (tried > 1 && !outcome.Convinces(growth.Figure, tried, 1))) continue;
            Keep(growth, reading, outcome, tried == 1 ? Grade.Explicit : Grade.Structural);
            Direction(growth, reading, change);
            return;
        }
        if (readings.Count == 0 || WrongUnit(growth, subject, change)) return;
        // Where the value stands in the sentence before, change and earlier value of this one decide alone.
        var blamed = planned && prior is not null ? readings[0] : readings.Take(subject.Sentence == growth.Sentence ? 1 : 3).FirstOrDefault(r => MayAccuse(growth, r));
        if (blamed is not null) Keep(growth, blamed, blamed.Compute(growth.Figure), Grade.Explicit);
    }

    /// <summary>'采购金额640万元，按原价需1000万元，节约360万元，平均降幅36%': what was saved is the fall from what it would have cost.</summary>
    private bool Saved(Mention growth, Mention saved)
    {
        if (growth.Sign >= 0 || Nouns.Bare(_frame.Label(growth)) is not ("降幅" or "平均降幅" or "总降幅" or "综合降幅" or "总体降幅" or "价格降幅" or "平均价格降幅" or "价格平均降幅" or "降价幅度" or "平均降价" or "平均下降" or "下降") || saved.Segment != growth.Segment || growth.Clause - saved.Clause > 1 || !saved.Figure.Unit.IsAdditive) return false;
        var label = _frame.Label(saved);
        if (!(label.Contains("节约", StringComparison.Ordinal) || label.Contains("节省", StringComparison.Ordinal) || label.Contains("节支", StringComparison.Ordinal) || label.Contains("减负", StringComparison.Ordinal) || label.Contains("减轻", StringComparison.Ordinal))) return false;
        var own = _frame.Back(saved).TakeWhile(m => m.Segment == saved.Segment).Where(m => m.Role == Role.Value && m.Figure.Bound == Bound.None && m.Figure.Unit.Fits(saved.Figure.Unit)).Take(2).ToList();
        if (own.Count == 0) return false;
        // Paid, to be paid and saved side by side: the base is sure. Beside one amount alone arithmetic says whether it was paid or to be paid.
        var both = own.Count == 2 && Math.Abs(own[0].Figure.Value - own[1].Figure.Value) == saved.Figure.Value;
        foreach (var reading in both ? [Reading.OfChangeOverPrior(saved, own[0].Figure.Value > own[1].Figure.Value ? own[0] : own[1])] : (Reading[])[Reading.OfChange(own[0], saved, -1), Reading.OfChangeOverPrior(saved, own[0])])
        {
            var outcome = reading.Compute(growth.Figure);
            if (!both && !outcome.Convinces(growth.Figure, 2, 1)) continue;
            Keep(growth, reading, outcome, Grade.Structural);
            return true;
        }
        return false;
    }

    /// <summary>'同比下降2.60%，同比减少7件': the change may follow its rate.</summary>
    private Mention? Ahead(Mention growth, Mention subject)
    {
        if (growth.Index + 1 >= _frame.Mentions.Count) return null;
        var next = _frame.Mentions[growth.Index + 1];
        return next.Role == Role.Change && next.Sentence == growth.Sentence && next.Clause - growth.Clause == 1 && next.Figure.Unit.Fits(subject.Figure.Unit) && _frame.SubjectOf(next) == subject
            && !(next.Index + 1 < _frame.Mentions.Count && _frame.Mentions[next.Index + 1] is var after && after.Role == Role.Growth && after.Clause - next.Clause <= 1) ? next : null;
    }

    /// <summary>'与2010年相比，汉族人口减少1611人，下降1.90%': the present value stands in a sentence before; only arithmetic finds it.</summary>
    private void Search(Mention growth)
    {
        if (growth.Index > 0 && Earlier(growth) is { } prior)
        {
            Search(growth, prior);
            return;
        }
        if (growth.Index == 0 || _frame.Mentions[growth.Index - 1] is not { Role: Role.Change } change || change.Sentence != growth.Sentence || !change.Figure.Unit.IsAdditive) return;
        var tried = 0;
        foreach (var present in Counterparts.Alike(_frame, change, 4).Concat(_frame.BackLines(growth, 1).Where(m => m.Role == Role.Value && m.Figure.Unit.Fits(change.Figure.Unit)).Take(8)))
        {
            var reading = Reading.OfChange(present, change, change.Sign);
            var outcome = reading.Compute(growth.Figure);
            if (!outcome.Convinces(growth.Figure, ++tried, tried <= 4 ? 1 : 2)) continue;
            Keep(growth, reading, outcome, Grade.Inferred);
            return;
        }
    }

    /// <summary>The earlier value of the same sentence; for a run, the one at the same position of the run before.</summary>
    private Mention? Earlier(Mention growth)
    {
        var before = _frame.Mentions[growth.RunStart > 0 ? growth.RunStart - 1 : 0];
        if (before.Role != Role.Prior || before.Sentence != growth.Sentence || before.Figure.Unit.IsRate || before.RunLength != growth.RunLength) return null;
        return _frame.Mentions[before.RunStart + growth.Index - growth.RunStart];
    }

    /// <summary>'…11087例。去年同期26437例，下降58.06%': the present value stands in the sentence before.</summary>
    private void Search(Mention growth, Mention prior)
    {
        var tried = 0;
        foreach (var present in _frame.Back(prior).Where(m => m.Role is Role.Value or Role.Prior && m.Sentence == prior.Sentence - 1 && m.Figure.Unit.Fits(prior.Figure.Unit)).Take(8))
        {
            var reading = Reading.OfPrior(present, prior);
            var outcome = reading.Compute(growth.Figure);
            if (!outcome.Convinces(growth.Figure, ++tried, 1)) continue;
            Keep(growth, reading, outcome, Grade.Inferred);
            return;
        }
    }

    /// <summary>Nothing is said against a rate on other ground (可比价), or one whose value and change do not stand together.</summary>
    private bool MayAccuse(Mention growth, Reading reading)
    {
        // '与上年同期（24起、36人）相比，…满意率提高2.1%': a row of earlier values is held against its own row alone.
        if (growth.Bracket == 0 && reading.Operands.Any(IsInRow)) return false;
        // '分别下降12.5%和8.9个百分点': a row that breaks off leaves open which is whose.
        if (growth.Says(Cues.Each) && growth.RunLength == 1) return false;
        // '扣除停业因素后增长1.2%'.
        if (_frame.Source.Text.AsSpan(growth.ClauseStart..growth.Figure.Start) is var own && (own.Contains("扣除", StringComparison.Ordinal) || own.Contains("剔除", StringComparison.Ordinal))) return false;
        if (growth.Says(Cues.Basis) || reading.Operands.Any(o => o.Says(Cues.Basis))) return false;
        // An earlier value is no present one: '支出同比（402.75万元）增长6.36%' leaves the present value to another sentence.
        if (reading.Operands[0].Role == Role.Prior && reading.Operands.Count == 2 && reading.Operands[1].Role == Role.Prior) return false;
        return reading.Operands.All(o => o.Sentence == growth.Sentence && growth.Clause - o.Clause <= 14);
    }

    /// <summary>Whether it stands in a bracket beside another figure, with nothing but 、 between.</summary>
    private bool IsInRow(Mention mention) =>
        mention.Bracket > 0 && (IsJoined(mention, mention) || mention.Index + 1 < _frame.Mentions.Count && IsJoined(mention, _frame.Mentions[mention.Index + 1]));

    private bool IsJoined(Mention mention, Mention later) =>
        later.Index > 0 && later.Break == Break.Item && later.Bracket == mention.Bracket && _frame.Mentions[later.Index - 1].Bracket == mention.Bracket;

    /// <summary>The figures agree, but one word says rise and the other fall.</summary>
    private void Direction(Mention growth, Reading reading, Mention? change)
    {
        var (present, prior) = (reading.Operands[0], reading.Operands[1]);
        if (change is not null && reading.Operands.Contains(change))
        {
            if (change.Sign * growth.Sign >= 0) return;
            claims.Raise("JH2109", growth.LabelStart, growth.Figure.End, $"“{Word(change)}{change.Figure.Text}”与“{Word(growth)}{growth.Figure.Text}”方向相反。");
        }
        else if (growth.Sign != 0 && prior.Role == Role.Prior && Math.Sign(present.Figure.Value - prior.Figure.Value) * growth.Sign < 0)
        {
            claims.Raise("JH2109", growth.Figure.Start, growth.Figure.End, $"由{prior.Figure.Text}到{present.Figure.Text}，与“{Word(growth)}{growth.Figure.Text}”方向相反。");
        }
    }

    private static string Word(Mention mention) => mention.Sign < 0 ? "下降" : "增加";

    /// <summary>The rate fails as printed, and holds when the value takes the unit of its change (元 for 万元).</summary>
    private bool WrongUnit(Mention growth, Mention subject, Mention? change)
    {
        if (change is null || subject.Figure.Scale == change.Figure.Scale || !subject.Figure.Unit.Fits(change.Figure.Unit)) return false;
        var factor = change.Figure.Scale / subject.Figure.Scale;
        if (Math.Abs(subject.Figure.Value) > Interval.Limit / Math.Max(factor, 1m)) return false;
        var mended = subject.Figure.Rescaled(factor);
        if (!Weighing.Check.GrowthByChange(growth.Figure, mended, change.Figure, change.Sign == 0 ? 1 : change.Sign).Holds) return false;
        // '直接损失346.8万元，减少52.4元': of two units the smaller one was written by mistake.
        var (wrong, other) = change.Figure.Scale < subject.Figure.Scale ? (change, subject) : (subject, change);
        claims.Raise("JH2110", wrong.Figure.Start, wrong.Figure.End, $"{subject.Figure.Text}与增减额{change.Figure.Text}、幅度{growth.Figure.Text}不成比例；{wrong.Figure.Text}的单位与{other.Figure.Text}一致时恰好成立。", null, $"核对单位是否应与{other.Figure.Text}一致");
        return true;
    }

    /// <summary>'减少34人，下降4.5个百分点': a rate of persons is per cent, not points.</summary>
    private void Points()
    {
        foreach (var points in _frame.Mentions)
        {
            if (points.Figure.Unit.Kind != UnitKind.Point || points.Index == 0) continue;
            var change = _frame.Mentions[points.Index - 1];
            if (change.Role != Role.Change || !change.Figure.Unit.IsAdditive || change.Segment != points.Segment || _frame.SubjectOf(change) is not { } subject || !subject.Figure.Unit.Fits(change.Figure.Unit)) continue;
            var outcome = Weighing.Check.GrowthByChange(points.Figure, subject.Figure, change.Figure, change.Sign == 0 ? 1 : change.Sign);
            if (outcome.Convinces(points.Figure, 1, 1))
                claims.Raise("JH2110", points.Figure.Start, points.Figure.End, $"{change.Figure.Text}与{subject.Figure.Text}相比的幅度应以“%”表示，不是百分点。", null, "改为“%”");
        }
    }

    private void Keep(Mention growth, Reading reading, Outcome outcome, Grade grade) =>
        claims.Add(ClaimType.Growth, growth, reading.Operands, outcome, grade, () => reading.Formula(growth.Figure, outcome));

    private IEnumerable<Reading> Readings(Mention growth, Mention subject, Mention? change, Mention? prior)
    {
        if (prior is not null && prior.Figure.Unit.Fits(subject.Figure.Unit)) yield return Reading.OfPrior(subject, prior);
        // '较常年同期9.13亿立方米少蓄0.67亿立方米，偏少7.3%': the value itself is of another kind or lines away.
        else if (prior is not null && change is not null && prior.Figure.Unit.Fits(change.Figure.Unit) && prior.Index == change.Index - 1) yield return Reading.OfChangeOverPrior(change, prior);
        if (change is not null && change.Figure.Unit.Fits(subject.Figure.Unit))
        {
            var sign = change.Sign != 0 ? change.Sign : growth.Sign;
            yield return Reading.OfChange(subject, change, sign);
            if (prior is not null && prior.Figure.Unit.Fits(change.Figure.Unit)) yield return Reading.OfChangeOverPrior(change, prior);
            if (sign != 0 && change.Sign != growth.Sign) yield return Reading.OfChange(subject, change, -sign);
        }
        // The subject may be another value of the sentence, or last year's figure of a chain (2014年又比2013年).
        var others = 0;
        foreach (var other in _frame.Back(growth))
        {
            if (other.Sentence != growth.Sentence || others >= 6) break;
            if (other == subject || other == prior || other.Role is not (Role.Value or Role.Prior)) continue;
            others++;
            if (prior is not null && other.Figure.Unit.Fits(prior.Figure.Unit) && !(other.Role == Role.Prior && other.Says(Cues.Plan) != prior.Says(Cues.Plan))) yield return Reading.OfPrior(other, prior);
            if (change is not null && other.Role == Role.Value && other.Figure.Unit.Fits(change.Figure.Unit)) yield return Reading.OfChange(other, change, change.Sign != 0 ? change.Sign : growth.Sign);
        }
    }

    /// <summary>The nearest change or earlier value between the subject and the rate; for a run, the one at the same position.</summary>
    private Mention? Near(Mention growth, Role role, Mention subject)
    {
        // '由650元提高到690元，…由455元提高到490元，增幅分别为6.2%和7.7%': each turn has its own start.
        if (role == Role.Prior && growth.RunLength > 1 && subject.Says(Cues.Turn) && subject.Index > 0 && _frame.Mentions[subject.Index - 1] is { Role: Role.Prior } start && start.Says(Cues.From) && start.Figure.Unit.Fits(subject.Figure.Unit)) return start;
        if (growth.RunLength > 1)
        {
            var position = growth.Index - growth.RunStart;
            for (var i = growth.RunStart - 1; i >= 0 && i >= growth.RunStart - ProseFrame.Reach; i--)
            {
                var other = _frame.Mentions[i];
                if (other.Sentence != growth.Sentence) break;
                if (other.Role == role && other.RunLength == growth.RunLength) return _frame.Mentions[other.RunStart + position];
            }
        }
        Mention? found = null;
        foreach (var other in _frame.Back(growth))
        {
            if (other.Sentence != growth.Sentence || (other.Index < subject.Index && !(role == Role.Prior && other.Index == subject.Index - 1 && subject.Says(Cues.Turn)))) break;
            if (other.Role == Role.Growth && found is null && other.Bracket == growth.Bracket && growth.RunLength == 1 && role == Role.Change && other.Segment == growth.Segment && Follows(growth)) break;
            if (other.Role != role || other.Figure.Unit.IsRate || other.Figure.Unit.Kind == UnitKind.Point) continue;
            if (other.Depth > growth.Depth && other.Bracket != growth.Bracket && other.Role != Role.Prior) continue;
            // '17起、9人，同比分别减少4起、增加2人，事故起数下降…': of a row of changes in two units, the one in the unit of the value.
            if (role == Role.Change && !other.Figure.Unit.Fits(subject.Figure.Unit) && other.Index > 0 && _frame.Mentions[other.Index - 1] is { Role: Role.Change } twin && twin.Sentence == other.Sentence && other.Break <= Break.Item && twin.Figure.Unit.Fits(subject.Figure.Unit)) continue;
            found = other;
            break;
        }
        return Outer(found);
    }

    /// <summary>'比133972万人（13.3972亿人）': of a figure and its restatement in brackets the one outside.</summary>
    private Mention? Outer(Mention? found) =>
        found is { Host: >= 0 } && _frame.Mentions[found.Host] is var host && host.Role == found.Role && host.Figure.Unit.Fits(found.Figure.Unit) && host.Figure.Range.Meets(found.Figure.Range) ? host : found;

    /// <summary>Whether the rate is compared with something of its own ('较去年同期下降'), so that an earlier change is not its.</summary>
    private static bool Follows(Mention growth) => growth.Says(Cues.Against | Cues.Before);

    private sealed record Reading(IReadOnlyList<Mention> Operands, Func<Figure, Outcome> Compute, Func<Figure, Outcome, string> Formula)
    {
        public static Reading OfPrior(Mention present, Mention prior) => new([present, prior],
            result => Weighing.Check.Growth(result, present.Figure, prior.Figure),
            (result, outcome) => present.Figure.Value >= prior.Figure.Value
                ? $"({present.Figure.Text} − {prior.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}"
                : $"({prior.Figure.Text} − {present.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}");

        public static Reading OfChange(Mention present, Mention change, int sign) => new([change, present],
            result => Weighing.Check.GrowthByChange(result, present.Figure, change.Figure, sign == 0 ? 1 : sign),
            (result, outcome) => $"{change.Figure.Text} ÷ ({present.Figure.Text} {(sign < 0 ? "+" : "−")} {change.Figure.Text}) = {Wording.Result(result, outcome)}");

        public static Reading OfChangeOverPrior(Mention change, Mention prior) => new([change, prior],
            result => Weighing.Check.GrowthOverPrior(result, change.Figure, prior.Figure),
            (result, outcome) => $"{change.Figure.Text} ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}");
    }
}
