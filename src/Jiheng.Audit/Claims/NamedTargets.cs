using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>An actual value and, behind a word of comparison, the target: '95.1%，高于省定目标（90%）', '93.4%，未达到95%的考核目标'.</summary>
internal sealed class NamedTargets(ClaimSet claims)
{
    private static readonly string[] Names = ["目标", "要求", "标准", "任务", "限值", "控制数"];

    /// <summary>What each word says of the actual value; +1 not less, -1 less, 0 better in whichever direction is good.</summary>
    private static readonly (string Word, int Sign)[] Words =
        [("未达到", -1), ("未达", -1), ("达不到", -1), ("低于", -1), ("高于", 1), ("高出", 1), ("超过", 1), ("超出", 1), ("达到", 1), ("优于", 0)];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every target that stands behind its actual value.</summary>
    public void Find()
    {
        for (var i = 1; i < _frame.Mentions.Count; i++)
        {
            var (actual, target) = (_frame.Mentions[i - 1], _frame.Mentions[i]);
            if (actual.Sentence != target.Sentence || target.Clause - actual.Clause > 2 || !actual.Figure.Unit.Fits(target.Figure.Unit) || claims.IsComputedAs(ClaimType.Ordering, actual)) continue;
            if (actual.Role is not (Role.Value or Role.Rate or Role.Share) || actual.Figure.Bound != Bound.None || target.Figure.InWords) continue;
            if (Sign(actual, target) is { } sign) Keep(actual, target, sign);
        }
    }

    private int? Sign(Mention actual, Mention target)
    {
        var between = _frame.Between(actual, target);
        if (between.Length > 16) return null;
        var before = between.TrimEnd("（( 为值的").ToString();
        var named = before.Length < between.Length && Array.Exists(Names, n => before.EndsWith(n, StringComparison.Ordinal));
        if (!named && !IsNamed(_frame.After(target))) return null;
        foreach (var (word, sign) in Words)
        {
            if (!between.Contains(word, StringComparison.Ordinal)) continue;
            // '较低于', '不低于' compare otherwise or set a limit.
            return between.Contains("不" + word, StringComparison.Ordinal) ? null : sign;
        }
        return null;
    }

    /// <summary>'的考核目标', '的年度目标': at most four words between the target's figure and its name.</summary>
    private static bool IsNamed(ReadOnlySpan<char> after)
    {
        if (after.Length == 0 || after[0] != '的') return false;
        var head = after[..Math.Min(after.Length, 9)].ToString();
        var stop = head.AsSpan().IndexOfAny("，。；、");
        return Array.Exists(Names, n => head.IndexOf(n, StringComparison.Ordinal) is > 0 and var at && (stop < 0 || at < stop));
    }

    private void Keep(Mention actual, Mention target, int sign)
    {
        var (a, t) = (actual.Figure.Value, target.Figure.Value);
        var holds = sign > 0 ? a >= t : sign >= 0 || a < t;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, a, Interval.Exactly(a));
        var words = a >= t ? "不低于" : "低于";
        claims.Add(ClaimType.Ordering, actual, [target], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，{words}目标或限额{target.Figure.Text}");
    }
}
