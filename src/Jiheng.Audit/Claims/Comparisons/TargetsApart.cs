using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>Targets in one sentence and what became of them in a later one, worded alike: '目标：新建车位不少于120个…完成情况：新建车位133个'.</summary>
internal sealed class TargetsApart(ClaimSet claims)
{
    private const int Reach = 24;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every limit whose own words return with another figure.</summary>
    public void Find()
    {
        foreach (var limit in _frame.Mentions)
        {
            if ((Sign(limit) ?? (IsPlanned(limit) ? 1 : null)) is not { } sign || Core(limit) is not { Length: >= 3 } core) continue;
            for (var i = limit.Index + 1; i < _frame.Mentions.Count && i <= limit.Index + Reach && _frame.Mentions[i].Paragraph - limit.Paragraph <= 6; i++)
            {
                var actual = _frame.Mentions[i];
                if (actual.Sentence == limit.Sentence || actual.Figure.Bound != Bound.None || actual.Role is not (Role.Value or Role.Rate or Role.Share) || !actual.Figure.Unit.Fits(limit.Figure.Unit)) continue;
                if (!_frame.Label(actual).TrimEnd("为达到是约：: ").EndsWith(core, StringComparison.Ordinal)) continue;
                if (!claims.IsComputedAs(ClaimType.Ordering, actual) && (limit.Role == Role.Limit || sign < 0 || limit.Figure.Bound != Bound.None || limit.Says(Cues.Floor) || actual.Figure.Value < limit.Figure.Value)) Keep(actual, limit, sign);
                break;
            }
        }
    }

    /// <summary>+1 for a limit from below, -1 for one from above, <c>null</c> for none.</summary>
    private static int? Sign(Mention mention)
    {
        if (mention.Figure.InWords || mention.Says(Cues.Against | Cues.Before)) return null;
        if (mention.Says(Cues.Floor) || mention.Figure.Bound == Bound.AtLeast && mention.Role is Role.Limit or Role.Rate) return 1;
        return mention.Says(Cues.Ceiling) ? -1 : null;
    }

    /// <summary>'年度目标：开展义诊24场，培训600人次。': a plain number in a sentence that opens as a list of targets. It speaks only when it was missed.</summary>
    private bool IsPlanned(Mention mention)
    {
        if (mention.Role != Role.Value || mention.Figure.InWords || mention.Figure.Unit.Kind != UnitKind.Count || mention.Depth > 0) return false;
        var before = _frame.Before(mention);
        var sentence = before[(before.LastIndexOfAny('。', '；') + 1)..].TrimStart();
        foreach (var opener in (ReadOnlySpan<string>)["年度目标：", "绩效目标：", "年初目标：", "目标：", "年度绩效目标：", "产出目标：", "目标任务："]) if (sentence.StartsWith(opener, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The words of a limit without those that make it one.</summary>
    private string Core(Mention limit)
    {
        var label = _frame.Label(limit);
        foreach (var word in (ReadOnlySpan<string>)["不低于", "不少于", "不小于", "不超过", "不高于", "不大于", "控制在", "达到", "至少", "≥", "≤"])
        {
            if (label.EndsWith(word, StringComparison.Ordinal)) return label[..^word.Length].Trim().ToString();
        }
        return IsPlanned(limit) ? label.TrimEnd("为共： ").ToString() : "";
    }

    private void Keep(Mention actual, Mention limit, int sign)
    {
        var holds = sign > 0 ? actual.Figure.Value >= limit.Figure.Value : actual.Figure.Value <= limit.Figure.Value;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        var words = (holds, sign) switch { (true, > 0) => "不低于", (true, _) => "不高于", (false, > 0) => "低于", _ => "高于" };
        claims.Add(ClaimType.Ordering, actual, [limit], outcome, Grade.Structural, () => $"实际{actual.Figure.Text}，{words}目标或限额{limit.Figure.Text}");
    }
}
