using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Actual against target or limit: '指标值不低于105人，实际116人', '超过95%的目标', '未超过当年预算'.</summary>
internal sealed class OrderingClaims(ClaimSet claims)
{
    private static readonly string[] WithinBudget = ["未超过当年预算", "未超过预算", "未超预算", "没有超过预算", "没有超预算", "未超出预算", "控制在预算", "未突破预算"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every target and limit that stands with its actual value.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role == Role.Limit) Limit(mention);
            else if (mention.Role == Role.Value && (mention.Last & Cues.Target) != 0 && mention.LastDistance <= 2) Target(mention, atLeast: true);
        }
        Budgets();
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
            if (actual.Role is not (Role.Value or Role.Rate) || !actual.Says(Cues.Done) || actual.Figure.Bound != Bound.None) continue;
            Keep(actual, target, atLeast ? actual.Figure.Value >= target.Figure.Value : actual.Figure.Value <= target.Figure.Value, atLeast ? ">=" : "<=");
            return;
        }
    }

    private bool Labelled(Mention actual) => _frame.Label(actual).StartsWith("实际", StringComparison.Ordinal);

    private void Budgets()
    {
        for (var p = 0; p < _frame.Source.Count; p++)
        {
            var text = _frame.Source.Paragraph(p);
            var at = -1;
            foreach (var phrase in WithinBudget)
            {
                at = text.IndexOf(phrase, StringComparison.Ordinal);
                if (at >= 0) break;
            }
            if (at < 0) continue;
            at += _frame.Source.StartOf(p);
            var before = claims.IndexBefore(at);
            if (before < 1 || _frame.Mentions[before].Paragraph != p) continue;
            Mention? done = null;
            for (var i = before; i >= 0 && i > before - 6; i--)
            {
                var other = _frame.Mentions[i];
                if (other.Paragraph != p || other.Sentence != _frame.Mentions[before].Sentence) break;
                if (other.Role != Role.Value || !other.Figure.Unit.IsAdditive) continue;
                if (done is null) done = other;
                else if (other.Says(Cues.Plan) && other.Figure.Unit.Fits(done.Figure.Unit))
                {
                    Keep(done, other, done.Figure.Value <= other.Figure.Value, "<=");
                    break;
                }
            }
        }
    }

    private void Keep(Mention actual, Mention limit, bool holds, string sign)
    {
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        var words = (holds, sign) switch { (true, ">=") => "不低于", (true, _) => "不高于", (false, ">=") => "低于", _ => "高于" };
        claims.Add(ClaimType.Ordering, actual, [limit], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，{words}目标或限额{limit.Figure.Text}");
    }
}
