using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>
/// 'X任务均超额完成：甲计划40座、完成42座；…', '指标值≥260人，全年救助248人；…三项指标均已完成': where the text says of all that they are met, each plan is held
/// against what was done.
/// </summary>
internal sealed partial class PlansMet(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such phrase.</summary>
    public void Find()
    {
        foreach (Match phrase in Met().Matches(_frame.Source.Text))
        {
            var paragraph = _frame.Source.ParagraphAt(phrase.Index);
            Mention? missed = null;
            for (var i = 1; i < _frame.Mentions.Count; i++)
            {
                var (plan, done) = (_frame.Mentions[i - 1], _frame.Mentions[i]);
                if (done.Paragraph != paragraph || !IsPair(plan, done)) continue;
                var holds = done.Figure.Value >= plan.Figure.Value;
                var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, done.Figure.Value, Interval.Exactly(done.Figure.Value));
                claims.Add(ClaimType.Ordering, done, [plan], outcome, Grade.Explicit, () => $"实际{done.Figure.Text}，{(holds ? "不低于" : "低于")}计划或指标{plan.Figure.Text}");
                if (!holds) missed ??= done;
            }
            if (missed is not null) claims.Raise("JH2111", phrase.Index, phrase.Index + phrase.Length, $"{missed.Figure.Text}没有达到计划或指标，与“{phrase.Value}”的说法不符。", null, "改正结论，或核对这项数字");
        }
    }

    /// <summary>A plan and, right behind it in the same part of the sentence, what was done of it.</summary>
    private bool IsPair(Mention plan, Mention done)
    {
        if (plan.Segment != done.Segment || done.Clause - plan.Clause > 1 || !plan.Figure.Unit.Fits(done.Figure.Unit) || !plan.Figure.Unit.IsAdditive || done.Role != Role.Value || done.Figure.Bound != Bound.None || plan.Role is not (Role.Value or Role.Limit) || plan.Figure.Bound == Bound.AtMost || plan.Says(Cues.Ceiling)) return false;
        var set = _frame.Label(plan);
        var made = _frame.Label(done);
        return (set.EndsWith("计划", StringComparison.Ordinal) || set.EndsWith("任务", StringComparison.Ordinal) || set.EndsWith("目标", StringComparison.Ordinal) || plan.Role == Role.Limit && plan.Says(Cues.Floor) || set.Contains("指标值", StringComparison.Ordinal))
            && (made.StartsWith("完成", StringComparison.Ordinal) || made.StartsWith("实际", StringComparison.Ordinal) || made.StartsWith("已", StringComparison.Ordinal) || made.StartsWith("全年", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:均|全部|都)(?:已)?(?:超额|按期|如期|全面)?完成(?!率|的)", RegexOptions.CultureInvariant)]
    private static partial Regex Met();
}
