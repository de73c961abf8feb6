using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>A part that passes its whole: '案件3420件，其中农民工案件3516件', '受理37件，办结39件', '报告病例12例，死亡15例'.</summary>
internal sealed class PartBounds(ClaimSet claims)
{
    /// <summary>What can never be more than what it comes from, by the words of both.</summary>
    private static readonly (string[] Wholes, string[] Parts)[] Within =
    [
        (["受理", "收到", "接到", "承办", "交办", "接办", "登记", "申诉", "转办", "提出"], ["办结", "办复", "答复", "回复", "按期办结", "已办结", "办理完毕"]),
        (["抽检", "抽查", "检测", "监测", "检验", "验收"], ["合格", "不合格", "达标", "超标", "阳性"]),
        (["病例", "发病", "患者", "发病人数", "感染"], ["死亡", "治愈", "痊愈"]),
        (["发放问卷", "发出问卷", "发放调查问卷", "发放"], ["收回", "回收", "有效问卷", "收回问卷", "回收问卷", "收回有效问卷", "回收有效问卷"]),
        (["参加考试", "参考", "参训", "报考", "参加考核"], ["合格", "通过", "考核合格", "考试合格"]),
        (["筛查", "检查", "体检"], ["确诊", "阳性", "异常"]),
    ];

    /// <summary>Words of old stock, or of a level that is none of the whole.</summary>
    private static readonly string[] Stock = ["旧存", "存量", "结转", "历年", "往年", "上年", "去年", "积案", "遗留", "累计", "以前", "年初", "转入", "跨年", "前期", "上期", "历史"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every part that is announced as one, and every pair of words of which one lies within the other.</summary>
    public void Find()
    {
        foreach (var part in _frame.Mentions)
        {
            if (part.Index == 0 || part.Role != Role.Value || !part.Figure.Unit.IsAdditive || part.Figure.Bound != Bound.None || part.Figure.InWords || part.Depth > 0) continue;
            if ((Announcing(part) ?? Containing(part)) is { } whole) Keep(part, whole);
        }
    }

    /// <summary>The value right before 其中, when <paramref name="part"/> is more than it and than any other before it.</summary>
    private Mention? Announcing(Mention part)
    {
        var head = part;
        while (head.Break == Break.Item && head.Index > 0 && _frame.Mentions[head.Index - 1] is { Role: Role.Value } before && before.Figure.Unit.Fits(part.Figure.Unit)) head = before;
        if (!_frame.Label(head).StartsWith("其中", StringComparison.Ordinal) && !(head.Break == Break.Colon && _frame.Source.Text.AsSpan(0, head.LabelStart - 1).EndsWith("其中", StringComparison.Ordinal))) return null;
        Mention? whole = null;
        foreach (var other in _frame.Back(part))
        {
            if (whole is null && other.Sentence < part.Sentence - 1) return null;
            if (!other.Figure.Unit.Fits(part.Figure.Unit) || other.Index >= head.Index) continue;
            // Some whole that is large enough stands before: 其中 may mean that one.
            if (other.Figure.Value >= part.Figure.Value || other.Role != Role.Value || other.Figure.Bound is not Bound.None) return null;
            var label = _frame.Label(other);
            if (whole is null && (label.Contains("结余", StringComparison.Ordinal) || label.Contains('净') || label.Contains('差') || label.Contains('增') || label.Contains('每') || label.Contains('均') || other.Figure.InWords)) return null;
            whole ??= other;
        }
        return whole is not null && part.Figure.Value <= whole.Figure.Value * 3m && OfOneKind(part, whole) ? whole : null;
    }

    /// <summary>Whether both count the same things. 个 and 处 count anything: '行政村136个，其中卫生室138个' are two kinds.</summary>
    private bool OfOneKind(Mention part, Mention whole) =>
        part.Figure.Unit.Kind == UnitKind.Money || part.Figure.Unit.Name is "人" or "人次" or "件" or "例" or "户" or "次" or "批次" or "份" or "起" or "亩" or "辆" || Labels.Shares(_frame.Label(whole), _frame.Label(part));

    private Mention? Containing(Mention part)
    {
        var whole = _frame.Mentions[part.Index - 1];
        if (whole.Segment != part.Segment || part.Clause - whole.Clause != 1 || whole.Depth > 0 || whole.Role != Role.Value || whole.Figure.Bound != Bound.None || !whole.Figure.Unit.Fits(part.Figure.Unit) || whole.Figure.Value >= part.Figure.Value) return null;
        return IsWithin(part, whole) ? whole : null;
    }

    private bool IsWithin(Mention part, Mention whole)
    {
        var label = _frame.Label(part).TrimStart("其中已共全部").TrimEnd("了为共").ToString();
        foreach (var (wholes, parts) in Within)
        {
            if (!parts.Contains(label)) continue;
            var name = _frame.Label(whole).ToString();
            if (!Array.Exists(wholes, w => name.Contains(w, StringComparison.Ordinal)) || name.Contains('新')) continue;
            var text = _frame.Source.Paragraph(part.Paragraph).ToString();
            if (Array.Exists(Stock, s => text.Contains(s, StringComparison.Ordinal))) return false;
            return true;
        }
        return false;
    }

    private void Keep(Mention part, Mention whole)
    {
        if (claims.GroupsIn(whole.Paragraph).Any(g => ReferenceEquals(g.Whole, whole) && g.Parts.Any(p => ReferenceEquals(p, part)))) return;
        var outcome = new Outcome(Agreement.Violated, part.Figure.Value, null);
        claims.Add(ClaimType.Bound, whole, [part], outcome, Grade.Explicit, () => $"部分{part.Figure.Text} > 整体{whole.Figure.Text}");
    }
}
