using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

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
            if (Sign(limit) is not { } sign || Core(limit) is not { Length: >= 3 } core) continue;
            for (var i = limit.Index + 1; i < _frame.Mentions.Count && i <= limit.Index + Reach && _frame.Mentions[i].Paragraph - limit.Paragraph <= 6; i++)
            {
                var actual = _frame.Mentions[i];
                if (actual.Sentence == limit.Sentence || actual.Figure.Bound != Bound.None || actual.Role is not (Role.Value or Role.Rate or Role.Share) || !actual.Figure.Unit.Fits(limit.Figure.Unit)) continue;
                if (!_frame.Label(actual).TrimEnd("为达到是约：: ").EndsWith(core, StringComparison.Ordinal)) continue;
                if (!claims.IsComputedAs(ClaimType.Ordering, actual)) Keep(actual, limit, sign);
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

    /// <summary>The words of a limit without those that make it one.</summary>
    private string Core(Mention limit)
    {
        var label = _frame.Label(limit);
        foreach (var word in (ReadOnlySpan<string>)["不低于", "不少于", "不小于", "不超过", "不高于", "不大于", "控制在", "达到", "至少", "≥", "≤"])
        {
            if (label.EndsWith(word, StringComparison.Ordinal)) return label[..^word.Length].Trim().ToString();
        }
        return "";
    }

    private void Keep(Mention actual, Mention limit, int sign)
    {
        var holds = sign > 0 ? actual.Figure.Value >= limit.Figure.Value : actual.Figure.Value <= limit.Figure.Value;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        var words = (holds, sign) switch { (true, > 0) => "不低于", (true, _) => "不高于", (false, > 0) => "低于", _ => "高于" };
        claims.Add(ClaimType.Ordering, actual, [limit], outcome, Grade.Structural, () => $"实际{actual.Figure.Text}，{words}目标或限额{limit.Figure.Text}");
    }
}
