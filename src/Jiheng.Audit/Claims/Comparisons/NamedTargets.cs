using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>An actual value and, behind a word of comparison, the target or limit: '95.1%，高于省定目标（90%）', '支出31.85万元，控制在年初预算30万元以内'.</summary>
internal sealed class NamedTargets(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;
    private readonly Actuals _actuals = new(claims);

    /// <summary>Checks every target that stands behind its actual value.</summary>
    public void Find()
    {
        var used = new HashSet<Figure>(ReferenceEqualityComparer.Instance);
        foreach (var claim in claims.Claims)
        {
            if (claim.Type != ClaimType.Ordering) continue;
            foreach (var operand in claim.Operands) if (operand.Figure is { } figure) used.Add(figure);
        }
        for (var i = 1; i < _frame.Mentions.Count; i++)
        {
            var target = _frame.Mentions[i];
            if (target.Figure.InWords || used.Contains(target.Figure) || target.Role is Role.Aside or Role.Part) continue;
            if (target.Bracket > 0 && InBracket(target)) continue;
            Behind(target);
        }
    }

    private void Behind(Mention target)
    {
        var start = Math.Max(target.ClauseStart, _frame.Mentions[target.Index - 1].Figure.End);
        var words = Words(target, ref start);
        if (Comparison.Find(words) is not { } comparison) return;
        var name = words[comparison.End..].Trim();
        var after = _frame.After(target);
        var named = Comparison.StartsWithName(after) || (name.Length <= 14 && Comparison.EndsWithName(name)) || IsEarlier(name) || (target.Bracket > 0 && comparison.End == words.Length && NamedBeforeBracket(target));
        var subject = words[..comparison.Start];
        // '未达到不低于95%的目标': what is not reached lies below it.
        if (comparison.Claimed is Claimed.AtLeast or Claimed.AtMost && !comparison.IsPlain && subject.EndsWith("达到", StringComparison.Ordinal) && Actuals.IsNegated(subject[..^2]))
        {
            if (comparison.Claimed == Claimed.AtMost) return;
            comparison = comparison with { Claimed = Claimed.Less };
            subject = subject[..^2].TrimEnd("能完全有尚仍还未没不难");
        }
        // '康复率98.3%，指标要求不低于95%': the name stands before the comparison, the actual value right before that.
        if (!named && name.Length == 0 && OnlyName(subject) && target.Clause - _frame.Mentions[target.Index - 1].Clause == 1) named = (subject = "").IsEmpty;
        if (!named && !(name.Length == 0 && words[..comparison.End].EndsWith("控制在", StringComparison.Ordinal) && after is ['以' or '之', '内' or '下', ..])) return;
        if (GivesGap(target, comparison, name)) return;
        var last = _frame.Mentions[target.Index - 1].Figure.End > start ? target.Index - 2 : target.Index - 1;
        var isPlain = comparison.IsPlain && name.Length > 0 && name[^1] != '的' && target.Bracket == 0;
        if (_actuals.Before(target, subject, target.Bracket > 0 && target.Host >= 0 ? Math.Min(last, target.Host) : last) is not { } actual || claims.IsComputedAs(ClaimType.Ordering, actual) || (isPlain && !Actuals.AreNear(actual, target))) return;
        Keep(actual, target, comparison.Claimed, mayAccuse: !isPlain || Passed(actual, target, comparison),
            reaches: words[..comparison.End].EndsWith("达到", StringComparison.Ordinal));
    }

    /// <summary>'新增4.13万人，超过年度目标4.2万人': read as a gap, there would have been no target at all.</summary>
    private static bool Passed(Mention actual, Mention target, Comparison comparison) =>
        comparison.Claimed == Claimed.AtLeast && target.Figure.Value > actual.Figure.Value && target.Figure.Unit.IsAdditive && Actuals.AreNear(actual, target);

    /// <summary>'指标要求', '国家考核标准': names a target and nothing else.</summary>
    private static bool OnlyName(ReadOnlySpan<char> subject)
    {
        subject = subject.Trim("，,的为是应均 ");
        if (!Comparison.EndsWithName(subject)) return false;
        foreach (var name in Comparison.Names) if (subject.EndsWith(name, StringComparison.Ordinal)) { subject = subject[..^name.Length]; break; }
        for (var before = -1; before != subject.Length;)
        {
            before = subject.Length;
            foreach (var owner in (ReadOnlySpan<string>)["指标", "考核", "年度", "国家", "省级", "省定", "市级", "市定", "上级", "规定", "绩效", "目标", "年初", "规范", "本年", "全年", "省", "市", "县"]) if (subject.StartsWith(owner, StringComparison.Ordinal)) subject = subject[owner.Length..];
        }
        return subject.Length == 0;
    }

    /// <summary>The words of the clause before the target; those before its bracket when it stands in one: '达到年度目标（不高于30）'.</summary>
    private ReadOnlySpan<char> Words(Mention target, ref int start)
    {
        var text = _frame.Source.Text;
        var own = text.AsSpan(start..target.Figure.Start);
        if (target.Bracket == 0 || Comparison.Find(own) is not null) return own;
        var open = text.LastIndexOfAny(['（', '('], target.Figure.Start - 1, target.Figure.Start - start + 1);
        if (open < 0) return own;
        start = Math.Max(text.LastIndexOfAny(['，', '。', '；', '：', '\n', ','], open - 1) + 1, target.Host >= 0 ? _frame.Mentions[target.Host].Figure.End : 0);
        return start < target.Figure.Start ? text.AsSpan(start..target.Figure.Start) : own;
    }

    /// <summary>'达到年度目标（不高于30微克）': the name stands before the bracket.</summary>
    private bool NamedBeforeBracket(Mention target)
    {
        var text = _frame.Source.Text.AsSpan(_frame.Source.StartOf(target.Paragraph)..target.LabelStart).TrimEnd("（( ");
        return text.Length < target.LabelStart && Comparison.EndsWithName(text);
    }

    /// <summary>'低于上年的3.2万元': the earlier value itself; without 的 it would be the gap.</summary>
    private static bool IsEarlier(ReadOnlySpan<char> name) =>
        name.Length is > 2 and <= 8 && name[^1] == '的' && (name.StartsWith("上年", StringComparison.Ordinal) || name.StartsWith("去年", StringComparison.Ordinal) || name.StartsWith("上月", StringComparison.Ordinal));

    /// <summary>'低于预算2万元' gives the gap where the figure is far from the actual one; so does a figure with its gap behind it.</summary>
    private bool GivesGap(Mention target, Comparison comparison, ReadOnlySpan<char> name)
    {
        if (claims.IsComputedAs(ClaimType.Difference, target) || IsFollowedByRate(target)) return true;
        if (target.Index + 1 < _frame.Mentions.Count && _frame.Mentions[target.Index + 1] is var next && next.Clause == target.Clause && next.Break == Break.None && _frame.Between(target, next).Trim().Length == 0) return true;
        // '超额完成年度计划4%': by 4 % more.
        return target.Figure.Unit.IsRate && target.Figure.Value < 40m && name.Length > 0 && name[^1] != '的' && target.Bracket == 0 && (comparison.IsPlain || _frame.Source.Text.AsSpan(target.ClauseStart..target.Figure.Start).Contains("超额", StringComparison.Ordinal)) && !Comparison.StartsWithName(_frame.After(target));
    }

    /// <summary>'达到预算100万元的95%': a share of the target, not the target.</summary>
    private bool IsFollowedByRate(Mention target) => _frame.After(target) is ['的', var digit, ..] && FigureLexer.IsDigit(digit);

    /// <summary>'新建蓄水池36座（目标36座）': the bare target in the bracket of its actual value.</summary>
    private bool InBracket(Mention target)
    {
        if (target.Host < 0 || target.Host != target.Index - 1 || _frame.After(target) is not (['）' or ')' or '，' or '；', ..] or ['以', '上' or '内' or '下', ..])) return false;
        var actual = _frame.Mentions[target.Host];
        if (actual.Depth > 0 || !actual.Figure.Unit.Fits(target.Figure.Unit) || actual.Role is not (Role.Value or Role.Rate or Role.Share) || actual.Figure.Bound != Bound.None) return false;
        if (_frame.Source.Text[actual.Figure.End..(target.LabelStart)].Trim() is not ("（" or "(")) return false;
        var label = _frame.Label(target);
        var comparison = Comparison.Find(label);
        var name = (comparison is { } c ? label[..c.Start] : label).TrimEnd("为是值数：: ");
        if (name.Length is < 2 or > 8 || !(name.EndsWith("目标", StringComparison.Ordinal) || name.EndsWith("指标", StringComparison.Ordinal) || name.EndsWith("任务", StringComparison.Ordinal) || name.EndsWith("要求", StringComparison.Ordinal)) || label.Contains('占')) return false;
        var claimed = comparison?.Claimed ?? (_frame.After(target) is ['以', '内' or '下', ..] ? Claimed.AtMost : Claimed.AtLeast);
        // A bare target of costs, times or harms may be meant as a ceiling.
        if (comparison is null && _frame.After(target)[0] != '以' && MayBeCeiling(actual)) return true;
        Keep(actual, target, claimed, mayAccuse: true);
        return true;
    }

    private bool MayBeCeiling(Mention actual)
    {
        if (actual.Figure.Unit.Kind is UnitKind.Money || actual.Figure.Unit.Name is "天" or "小时" or "分钟") return true;
        var label = _frame.Label(actual).ToString();
        return Array.Exists(["死亡", "发生", "失业", "投诉", "事故", "浓度", "能耗", "负债", "感染", "缺陷", "误差", "成本", "费", "压减", "减少", "降低", "逾期", "流失", "发病", "差错", "排放"], w => label.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>'浓度达到35微克的标准', '失业率优于4.5%的目标': where less is better, to reach means not to pass.</summary>
    private bool LessIsBetter(Mention actual)
    {
        var label = _frame.Label(actual).ToString();
        return Array.Exists(["死亡率", "发病率", "失业率", "浓度", "感染率", "能耗", "投诉率", "事故", "负债率", "漏诊率", "误诊率"], w => label.Contains(w, StringComparison.Ordinal));
    }

    private void Keep(Mention actual, Mention target, Claimed claimed, bool mayAccuse, bool reaches = false)
    {
        if ((claimed == Claimed.Better || reaches) && LessIsBetter(actual)) claimed = Claimed.AtMost;
        var (a, t) = (actual.Figure.Value, target.Figure.Value);
        var holds = Comparison.Holds(claimed, a, t);
        if (!holds && (!mayAccuse || !Actuals.AreNear(actual, target))) return;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, a, Interval.Exactly(a));
        var words = a == t ? "等于" : a > t ? "高于" : "低于";
        claims.Add(ClaimType.Ordering, actual, [target], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，{words}目标或限额{target.Figure.Text}");
    }
}
