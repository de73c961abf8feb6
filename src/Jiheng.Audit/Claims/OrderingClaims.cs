using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Actual against target or limit: '指标值不低于105人，实际116人', '超过95%的目标', '未超过当年预算'.</summary>
internal sealed class OrderingClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every target and limit that stands with its actual value.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role == Role.Limit) Limit(mention);
            else if (mention.Role == Role.Value && (mention.Last & Cues.Target) != 0 && mention.LastDistance <= 2) Target(mention, atLeast: true);
            else if (mention.Role is Role.Rate or Role.Value && mention.Figure.Bound == Bound.AtLeast && IsDemanded(mention)) Target(mention, atLeast: true);
        }
    }

    /// <summary>'应达95%以上', '要求达到90%以上': what ought to be, by its own words.</summary>
    private bool IsDemanded(Mention mention)
    {
        var label = _frame.Label(mention).TrimEnd("为到在：: ");
        foreach (var word in (ReadOnlySpan<string>)["应达", "须达", "需达", "要求", "要求达", "应", "目标", "指标值", "目标值", "目标达", "标准"]) if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
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
            if (actual.Role is not (Role.Value or Role.Rate) || !actual.Says(Cues.Done) || _frame.Label(actual).Contains("超额", StringComparison.Ordinal) || actual.Figure.Bound != Bound.None) continue;
            Keep(actual, target, atLeast ? actual.Figure.Value >= target.Figure.Value : actual.Figure.Value <= target.Figure.Value, atLeast ? ">=" : "<=");
            return;
        }
    }

    private bool Labelled(Mention actual) => _frame.Label(actual).StartsWith("实际", StringComparison.Ordinal);

    private void Keep(Mention actual, Mention limit, bool holds, string sign)
    {
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        var words = (holds, sign) switch { (true, ">=") => "不低于", (true, _) => "不高于", (false, ">=") => "低于", _ => "高于" };
        claims.Add(ClaimType.Ordering, actual, [limit], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，{words}目标或限额{limit.Figure.Text}");
    }
}
