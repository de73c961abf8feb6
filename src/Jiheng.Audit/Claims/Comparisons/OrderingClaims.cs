using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>Actual against target or limit: '指标值不低于105人，实际116人', '超过95%的目标', '未超过当年预算'.</summary>
internal sealed class OrderingClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every target and limit that stands with its actual value.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role == Role.Limit && mention.Says(Cues.Above | Cues.Below) && Asserted(mention)) continue;
            if (mention.Role == Role.Limit && (mention.Says(Cues.Floor | Cues.Ceiling) && Met(mention) || OverNamed(mention))) continue;
            if (mention.Role == Role.Limit) Limit(mention);
            else if (mention.Role == Role.Value && WithinPosts(mention)) continue;
            else if (mention.Role == Role.Value && (mention.Last & Cues.Target) != 0 && mention.LastDistance <= 2) Target(mention, atLeast: true);
            else if (mention.Role is Role.Rate or Role.Value && mention.Figure.Bound == Bound.AtLeast && (IsDemanded(mention) || IsAnswered(mention))) Target(mention, atLeast: true);
        }
    }

    /// <summary>'应达95%以上', '要求达到90%以上': what ought to be, by its own words.</summary>
    private bool IsDemanded(Mention mention)
    {
        var label = _frame.Label(mention).TrimEnd("为到在：: ");
        foreach (var word in (ReadOnlySpan<string>)["应达", "须达", "需达", "要求", "要求达", "应", "目标", "指标值", "目标值", "目标达", "标准"]) if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>'覆盖率达到95%以上，实际97.4%': what is reached in fact stands right behind.</summary>
    private bool IsAnswered(Mention mention) =>
        mention.Index + 1 < _frame.Mentions.Count && _frame.Mentions[mention.Index + 1] is var next && next.Segment == mention.Segment && next.Clause - mention.Clause == 1 && next.Figure.Unit.Fits(mention.Figure.Unit)
        && _frame.Label(next).TrimEnd("为达到是：: ") is "实际" or "实际完成" or "实际值" or "完成值" && _frame.Label(mention).TrimEnd("在为 ").EndsWith("达到", StringComparison.Ordinal);

    /// <summary>'2个部门执行率低于50%，…执行率55.5%': what is said of a rate, and the rate itself by the same name in the same part of the sentence.</summary>
    private bool Asserted(Mention limit)
    {
        if (!limit.Figure.Unit.IsRate || limit.Figure.Bound != Bound.None || Comparison.Find(_frame.Label(limit)) is not { IsPlain: true } comparison || Comparison.StartsWithName(_frame.After(limit))) return false;
        var name = _frame.Label(limit)[..comparison.Start].Trim();
        if (comparison.End < _frame.Label(limit).Length || !name.EndsWith("率", StringComparison.Ordinal)) return false;
        for (var i = limit.Index + 1; i < _frame.Mentions.Count && i <= limit.Index + 4 && _frame.Mentions[i].Segment == limit.Segment; i++)
        {
            var actual = _frame.Mentions[i];
            if (actual.Role != Role.Rate || actual.Figure.Bound != Bound.None || !actual.Figure.Unit.Fits(limit.Figure.Unit)) continue;
            var own = Nouns.Bare(_frame.Label(actual));
            if (own.Length < 3 || !name.EndsWith(own, StringComparison.Ordinal)) return false;
            var less = comparison.Claimed == Claimed.Less;
            Keep(actual, limit, less ? actual.Figure.Value < limit.Figure.Value : actual.Figure.Value > limit.Figure.Value, less ? "<=" : ">=");
            return true;
        }
        return false;
    }

    /// <summary>'成活率88.6%，达到不低于85%的规定', '8610人份，达到年度不少于8500人份的要求': the actual value stands before.</summary>
    private bool Met(Mention limit)
    {
        var label = _frame.Label(limit);
        if (!label.StartsWith("达到", StringComparison.Ordinal) && !label.StartsWith("符合", StringComparison.Ordinal) && !label.StartsWith("满足", StringComparison.Ordinal)) return false;
        var after = _frame.After(limit);
        if (!(after.StartsWith("的规定", StringComparison.Ordinal) || after.StartsWith("的要求", StringComparison.Ordinal) || after.StartsWith("的标准", StringComparison.Ordinal) || after.StartsWith("的目标", StringComparison.Ordinal)) || Earlier(limit) is not { } actual || actual.Figure.Bound != Bound.None) return false;
        var floor = limit.Says(Cues.Floor);
        Keep(actual, limit, floor ? actual.Figure.Value >= limit.Figure.Value : actual.Figure.Value <= limit.Figure.Value, floor ? ">=" : "<=");
        return true;
    }

    /// <summary>'开放床位460张，高于编制床位450张': the clause compares with a figure that is set.</summary>
    private bool OverNamed(Mention limit)
    {
        var label = _frame.Label(limit);
        var above = label.StartsWith("高于", StringComparison.Ordinal) || label.StartsWith("超过", StringComparison.Ordinal) || label.StartsWith("多于", StringComparison.Ordinal);
        if (!above && !label.StartsWith("低于", StringComparison.Ordinal) && !label.StartsWith("少于", StringComparison.Ordinal) || !(label.Contains("编制", StringComparison.Ordinal) || label.Contains("核定", StringComparison.Ordinal)) || limit.Index == 0 || _frame.Mentions[limit.Index - 1] is not { Role: Role.Value, Figure.Bound: Bound.None } actual || limit.Clause - actual.Clause != 1 || actual.Sentence != limit.Sentence || !actual.Figure.Unit.Fits(limit.Figure.Unit)) return false;
        Keep(actual, limit, above ? actual.Figure.Value >= limit.Figure.Value : actual.Figure.Value <= limit.Figure.Value, above ? ">=" : "<=");
        return true;
    }

    /// <summary>'核定编制96名，实有94名，未超编'; where it is not so, the saying is what is wrong (JH2111).</summary>
    private bool WithinPosts(Mention actual)
    {
        var after = _frame.After(actual);
        if (!(after.StartsWith("，未超编", StringComparison.Ordinal) || after.StartsWith("，没有超编", StringComparison.Ordinal) || after.StartsWith("，不超编", StringComparison.Ordinal)) || actual.Index == 0 || _frame.Mentions[actual.Index - 1] is not { Role: Role.Value } posts || posts.Segment != actual.Segment || !_frame.Label(posts).Contains('编') || !posts.Figure.Unit.Fits(actual.Figure.Unit) || actual.Figure.Value > posts.Figure.Value) return false;
        Keep(actual, posts, holds: true, "<=");
        return true;
    }

    private void Limit(Mention limit)
    {
        if (limit.Says(Cues.Floor) || (limit.Says(Cues.Target) && !limit.Says(Cues.Ceiling | Cues.Below))) Target(limit, atLeast: true);
        else if (limit.Says(Cues.Ceiling)) Target(limit, atLeast: false);
        else if (limit.Says(Cues.Above) && TargetFollows(limit) && Earlier(limit) is { } reached) Keep(reached, limit, reached.Figure.Value >= limit.Figure.Value, ">=");
    }

    private bool TargetFollows(Mention limit) => _frame.After(limit) is var after && (after.StartsWith("的目标", StringComparison.Ordinal) || after.StartsWith("目标", StringComparison.Ordinal) || after.StartsWith("的指标", StringComparison.Ordinal) || after.StartsWith("的任务", StringComparison.Ordinal) || after.StartsWith("的要求", StringComparison.Ordinal));

    private Mention? Earlier(Mention limit)
    {
        foreach (var other in _frame.Back(limit))
        {
            if (other.Sentence != limit.Sentence || limit.Clause - other.Clause > 2) return null;
            if (other.Role is Role.Rate or Role.Share or Role.Value && other.Figure.Unit.Fits(limit.Figure.Unit)) return other;
        }
        return null;
    }

    /// <summary>The actual value follows its target in the same part of the sentence.</summary>
    private void Target(Mention target, bool atLeast)
    {
        for (var i = target.Index + 1; i < _frame.Mentions.Count && i <= target.Index + 3; i++)
        {
            var actual = _frame.Mentions[i];
            if (actual.Segment != target.Segment || actual.Clause - target.Clause > 2) return;
            if (!actual.Figure.Unit.Fits(target.Figure.Unit) && !(actual.Figure.Unit.Kind == UnitKind.Count && target.Figure.Unit.Kind == UnitKind.Count && Labelled(actual))) continue;
            if (actual.Role is not (Role.Value or Role.Rate) || !(actual.Says(Cues.Done) || _frame.Label(actual).Contains("结果", StringComparison.Ordinal)) || _frame.Label(actual).Contains("超额", StringComparison.Ordinal) || actual.Figure.Bound != Bound.None) continue;
            Keep(actual, target, atLeast ? actual.Figure.Value >= target.Figure.Value : actual.Figure.Value <= target.Figure.Value, atLeast ? ">=" : "<=");
            return;
        }
    }

    private bool Labelled(Mention actual) => _frame.Label(actual).StartsWith("实际", StringComparison.Ordinal);

    private void Keep(Mention actual, Mention limit, bool holds, string sign)
    {
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        var words = (holds, sign) switch { (true, ">=") => "不低于", (true, _) => "不高于", (false, ">=") => "低于", _ => "高于" };
        claims.Add(ClaimType.Ordering, actual, [limit], outcome, holds || !Comparison.IsAdmitted(_frame.After(actual)) ? Grade.Explicit : Grade.Inferred, () => $"实际{actual.Figure.Text}，{words}目标或限额{limit.Figure.Text}");
    }
}
