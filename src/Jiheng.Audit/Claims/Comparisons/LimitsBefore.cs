using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>A limit, its actual value and then words that hold one against the other: '限额86.5亿元，余额83.27亿元，余额未突破限额'.</summary>
internal sealed class LimitsBefore(ClaimSet claims)
{
    private static readonly string[] Nouns = ["预算", "限额", "编制", "控制数", "定额", "额度", "指标", "计划", "目标", "任务", "标准"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such phrase; one that brings its own figure is read elsewhere.</summary>
    public void Find()
    {
        var text = _frame.Source.Text;
        for (var p = 0; p < _frame.Source.Count; p++)
        {
            var (at, end) = (_frame.Source.StartOf(p), _frame.Source.EndOf(p));
            while (at < end)
            {
                var stop = text.AsSpan(at..end).IndexOfAny("，。；,;");
                var clauseEnd = stop < 0 ? end : at + stop;
                Clause(at, clauseEnd, p);
                at = clauseEnd + 1;
            }
        }
    }

    private void Clause(int start, int end, int paragraph)
    {
        var words = _frame.Source.Text.AsSpan(start..end);
        if (words.Length is < 4 or > 24 || NounOf(words).Length == 0 || Comparison.Find(words) is not { IsPlain: false, Claimed: not Claimed.Better } comparison) return;
        var name = words[comparison.End..];
        var noun = NounOf(name);
        if (noun.Length == 0 || name.Length > 12 || name.Contains('的')) return;
        var before = claims.IndexBefore(end);
        if (before < 1 || _frame.Mentions[before].Paragraph != paragraph || _frame.Mentions[before].Figure.End > start) return;
        Pair(before, noun, words[..comparison.Start].Trim().ToString(), comparison.Claimed);
    }

    /// <summary>The noun with which <paramref name="name"/> ends, after 以内 and 范围内 are taken off; empty for none.</summary>
    private static string NounOf(ReadOnlySpan<char> name)
    {
        foreach (var tail in (ReadOnlySpan<string>)["范围之内", "范围以内", "范围内", "以内", "之内", "总额", "数", "值", "内"]) if (name.EndsWith(tail, StringComparison.Ordinal)) name = name[..^tail.Length];
        foreach (var noun in Nouns) if (name.EndsWith(noun, StringComparison.Ordinal)) return noun;
        return "";
    }

    private void Pair(int before, string noun, string subject, Claimed claimed)
    {
        Mention? done = null, limit = null;
        var nearest = _frame.Mentions[before];
        for (var i = before; i >= 0 && i > before - 8; i--)
        {
            var other = _frame.Mentions[i];
            if (other.Sentence != nearest.Sentence) break;
            if (other.Depth > 0 || other.Role is not (Role.Value or Role.Rate or Role.Limit) || !(other.Figure.Unit.IsAdditive || other.Figure.Unit.IsRate)) continue;
            var isLimit = NamesLimit(other, noun);
            if (isLimit && limit is null && (done is null || done.Figure.Unit.Fits(other.Figure.Unit))) limit = other;
            else if (!isLimit && done is null && (limit is null || limit.Figure.Unit.Fits(other.Figure.Unit))) done = Whole(other, noun);
            if (done is not null && limit is not null) break;
        }
        if (done is null || limit is null || ReferenceEquals(done, limit) || claims.IsComputedAs(ClaimType.Ordering, done)) return;
        var holds = Comparison.Holds(claimed, done.Figure.Value, limit.Figure.Value);
        if (!holds && (!Actuals.AreNear(done, limit) || (subject.Length > 1 && !Labels.Shares(_frame.Label(done), subject) && done.Index != before))) return;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, done.Figure.Value, Interval.Exactly(done.Figure.Value));
        var (actual, target) = (done, limit);
        claims.Add(ClaimType.Ordering, actual, [target], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，目标或限额{target.Figure.Text}");
    }

    private bool NamesLimit(Mention mention, string noun)
    {
        var label = _frame.Label(mention);
        return label.Contains(noun, StringComparison.Ordinal) && !label.Contains("执行", StringComparison.Ordinal) && !label.Contains("完成", StringComparison.Ordinal) && !label.Contains("在编", StringComparison.Ordinal);
    }

    private Mention Whole(Mention mention, string noun) =>
        claims.GroupOf(mention) is { Holds: true } group && group.Whole.Sentence == mention.Sentence && group.Whole.Index < mention.Index && !NamesLimit(group.Whole, noun) ? group.Whole : mention;
}
