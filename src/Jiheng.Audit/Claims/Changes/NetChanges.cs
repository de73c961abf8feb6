using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>A change and, behind a colon or 其中, the changes that it nets: '净增25个：甲增加4个，乙增加23个，丙减少2个'.</summary>
internal sealed class NetChanges(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such list.</summary>
    public void Find()
    {
        foreach (var whole in _frame.Mentions)
        {
            if (whole.Role != Role.Change || whole.Sign == 0 || !whole.Figure.Unit.IsAdditive || claims.IsComputed(whole)) continue;
            if (_frame.Label(whole).Contains("净增", StringComparison.Ordinal) || _frame.Label(whole).Contains("净减", StringComparison.Ordinal)) Behind(whole);
            if (whole.Index + 2 >= _frame.Mentions.Count) continue;
            var opener = _frame.Mentions[whole.Index + 1];
            if (opener.Break == Break.Colon || opener.Says(Cues.Parts) || opener.Host == whole.Index) Netted(whole);
        }
    }

    private void Netted(Mention whole)
    {
        var parts = new List<Mention>();
        for (var i = whole.Index + 1; i < _frame.Mentions.Count && _frame.Mentions[i].Sentence == whole.Sentence && parts.Count < 16; i++)
        {
            var part = _frame.Mentions[i];
            if (SignOf(part) == 0 || !part.Figure.Unit.Fits(whole.Figure.Unit)) break;
            parts.Add(part);
        }
        if (parts.Count < 2) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, SignOf(p) * whole.Sign)));
        // Added up whatever their direction, or one slip of the pen in the whole.
        var unsigned = parts.Exists(p => SignOf(p) != whole.Sign) && parts.Sum(p => p.Figure.Value) == whole.Figure.Value;
        if (outcome.Holds || unsigned || Repairs.Digits(whole.Figure) >= 4 && Repairs.IsSlip(whole.Figure, outcome.Value!.Value)) claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome, signed: true));
    }

    /// <summary>'城镇人口增加318.72万人，乡村人口减少201.40万人，常住人口净增117.32万人': the changes right before it.</summary>
    private void Behind(Mention net)
    {
        var parts = new List<Mention>();
        for (var i = net.Index - 1; i >= 0 && _frame.Mentions[i] is { Role: Role.Change } part && part.Sentence == net.Sentence && part.Sign != 0 && part.Figure.Unit.Fits(net.Figure.Unit) && parts.Count < 6; i--) parts.Insert(0, part);
        if (parts.Count < 2) return;
        var outcome = Check.Sum(net.Figure, parts.ConvertAll(p => (p.Figure, p.Sign * net.Sign)));
        if (outcome.Holds || Repairs.Digits(net.Figure) >= 3 && Repairs.IsSlip(net.Figure, outcome.Value!.Value)) claims.Add(ClaimType.Sum, net, parts, outcome, Grade.Structural, () => Wording.Sum(net, parts, outcome, signed: true));
    }

    /// <summary>'年初预算1260.00万元，年中追加385.50万元、压减42.70万元，调整后预算1602.80万元': the budget and its changes in one sentence.</summary>
    public void FindBudgets()
    {
        if (!_frame.Source.Has("调整") && !_frame.Source.Has("追加") && !_frame.Source.Has("调减")) return;
        foreach (var adjusted in _frame.Mentions)
        {
            var label = _frame.Label(adjusted);
            if (adjusted.Figure.Unit.Kind != Figures.UnitKind.Money || claims.IsComputedAs(ClaimType.Sum, adjusted) || !(label.Contains("调整后", StringComparison.Ordinal) || label.Contains("调整预算", StringComparison.Ordinal) || label is "全年预算数" or "全年预算" or "预算数")) continue;
            var own = _frame.Back(adjusted).TakeWhile(m => m.Sentence == adjusted.Sentence).Where(m => m.Depth == adjusted.Depth && m.Figure.Unit.Fits(adjusted.Figure.Unit)).Take(5).Reverse().ToList();
            // '全年预算数485.80万元（年中追加65.80万元）': the changes follow in its bracket.
            for (var i = adjusted.Index + 1; i < _frame.Mentions.Count && _frame.Mentions[i].Host == adjusted.Index; i++) if (_frame.Mentions[i].Figure.Unit.Fits(adjusted.Figure.Unit)) own.Add(_frame.Mentions[i]);
            var opening = own.FindLastIndex(m => m.Role == Role.Value && _frame.Label(m) is var name && (name.Contains("年初", StringComparison.Ordinal) || name.Contains("批复", StringComparison.Ordinal)));
            if (opening < 0 || own.Count - opening < 2) continue;
            var parts = own[opening..];
            var signs = parts.ConvertAll(p => p == own[opening] ? 1 : SignOf(p));
            if (signs.Contains(0) || parts.Count < 2) continue;
            var outcome = Check.Sum(adjusted.Figure, [.. parts.Select((p, k) => (p.Figure, signs[k]))]);
            if (claims.Add(ClaimType.Sum, adjusted, parts, outcome, Grade.Structural, () => Wording.Sum(adjusted, parts, outcome, signed: true), "年初预算加追加减压减应为调整后预算")) claims.Add(new Group(adjusted, parts, outcome.Holds));
        }
    }

    /// <summary>+1 for what came, -1 for what went: '新进287人' came, though nothing rose.</summary>
    private int SignOf(Mention part)
    {
        if (part.Role == Role.Change) return part.Sign;
        if (part.Role != Role.Value) return 0;
        var label = Nouns.Bare(_frame.Label(part));
        foreach (var word in (ReadOnlySpan<string>)["追加", "调增", "新进", "新增", "调入", "招录", "转入", "录用", "新建", "接收", "进馆", "新购", "购置", "购入", "新设", "增设", "招聘", "引进"]) if (label.Contains(word, StringComparison.Ordinal)) return 1;
        foreach (var word in (ReadOnlySpan<string>)["压减", "调减", "核减", "收回", "退休", "调出", "转出", "辞职", "离职", "注销", "退出", "销毁", "移出", "撤销", "报废", "拍卖", "处置", "淘汰", "关闭", "撤并"]) if (label.Contains(word, StringComparison.Ordinal)) return -1;
        return 0;
    }
}
