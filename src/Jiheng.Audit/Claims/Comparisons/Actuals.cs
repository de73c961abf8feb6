using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>Finds the actual value that a target or limit behind it speaks of.</summary>
internal sealed class Actuals(ClaimSet claims)
{
    /// <summary>Words that only join the subject with the comparison: '均高于', '总体控制在'.</summary>
    private const string Fillers = "其中均都也已仅全总体严格始终有效继续并且而较略明显远切实基本地且额外符合满足";

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>The value before <paramref name="target"/> that its clause speaks of; <c>null</c> when another one is named.</summary>
    /// <param name="target">The target or limit.</param>
    /// <param name="subject">The words before the comparison, empty for none.</param>
    /// <param name="last">Index of the last mention that may be the actual value.</param>
    public Mention? Before(Mention target, ReadOnlySpan<char> subject, int last)
    {
        subject = subject.Trim(Fillers).Trim();
        // '达到不低于45%的要求': to reach it is no subject.
        foreach (var reached in (ReadOnlySpan<string>)["达到了", "达到", "实现了", "实现"]) if (subject.EndsWith(reached, StringComparison.Ordinal) && !IsNegated(subject[..^reached.Length])) subject = subject[..^reached.Length].TrimEnd(Fillers);
        Mention? growth = null;
        for (var i = last; i >= 0 && i > last - 12; i--)
        {
            var other = _frame.Mentions[i];
            if (other.Segment != target.Segment || other.Paragraph != target.Paragraph) break;
            // '能耗下降3.5%，超过3%的目标': a change is what is meant only where no level stands.
            if (other.Role == Role.Growth && target.Figure.Unit.IsRate && other.Depth == 0) growth ??= other;
            if (!CanBe(other, target, subject)) continue;
            // A complete list of parts speaks of its whole: '用水总量A，其中甲B、乙C，控制在D以内'.
            var found = claims.GroupOf(other) is { Holds: true } group && group.Whole.Sentence == target.Sentence && group.Whole.Index < other.Index && !Comparison.EndsWithName(_frame.Label(group.Whole)) ? group.Whole : other;
            return subject.Length < 2 || Labels.Shares(_frame.Label(found), subject) || Names(found, subject) ? found : null;
        }
        return subject.Length < 2 ? growth : null;
    }

    /// <summary>'未达到', '没有达到', '尚未能达到'.</summary>
    public static bool IsNegated(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd("能完全有");
        return before.Length > 0 && before[^1] is '未' or '没' or '不' or '难';
    }

    private static bool CanBe(Mention other, Mention target, ReadOnlySpan<char> subject)
    {
        if (other.Depth > 0 && (other.Bracket != target.Bracket) || !other.Figure.Unit.Fits(target.Figure.Unit) || other.Figure.Bound != Bound.None) return false;
        return other.Role is Role.Value or Role.Rate or Role.Share || (other.Role == Role.Growth && subject.Length > 0 && subject[^1] is '幅' or '速' or '率');
    }

    /// <summary>A subject that repeats no word of the label and yet names the same: '上涨3.35%，涨幅…', '支出A，决算…'.</summary>
    private static bool Names(Mention found, ReadOnlySpan<char> subject) =>
        found.Role == Role.Growth || subject is "余额" or "支出" or "实际支出" or "决算" or "决算数" or "总额" or "规模" or "实际" or "总量" or "总支出" or "执行数" or "费用" or "比例" or "占比" or "成本" or "实有" or "在编" or "实有人数";

    /// <summary>Whether the two are so near to each other that a violated comparison is a slip and not a wrong pair.</summary>
    public static bool AreNear(Mention actual, Mention target)
    {
        var (a, t) = (Math.Abs(actual.Figure.Value), Math.Abs(target.Figure.Value));
        return a <= t * 2m && t <= a * 2m;
    }
}
