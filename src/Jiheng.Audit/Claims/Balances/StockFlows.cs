using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Balances;

/// <summary>What was there, what came and what went make what is left: '年初库存120支，购入360支，使用345支，期末库存135支'.</summary>
internal sealed class StockFlows(ClaimSet claims)
{
    private static readonly string[] Opening = ["年初", "期初", "月初", "上年末", "上年结", "上年滚存", "上期", "旧存"];
    private static readonly string[] Closing = ["年末", "期末", "月末", "年底", "累计结余", "滚存", "未结", "未执结", "未办结", "未审结", "结转下年", "结转下年度"];
    private static readonly string[] Coming = ["收到", "受理", "举借", "发行", "转入", "新增", "增加", "收入", "购入", "入库", "纳入", "新收", "转入", "调入", "招录", "录用", "接收", "净增"];
    private static readonly string[] Going = ["偿还", "归还", "还本", "报废", "处置", "收回", "退出", "减少", "支出", "使用", "出库", "消耗", "注销", "办结", "审结", "执结", "结案", "转出", "调出", "退休", "核减", "清退", "销号", "死亡"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every closing stock whose sentence holds its opening.</summary>
    public void Find()
    {
        foreach (var closing in _frame.Mentions)
        {
            if (closing.Role is not (Role.Value or Role.Prior) || !closing.Figure.Unit.IsAdditive || claims.IsComputed(closing) || claims.GroupOf(closing) is { Holds: true }) continue;
            var label = _frame.Label(closing);
            if (!Has(label, Closing) || Has(label, Opening.AsSpan(0, 3))) continue;
            var own = _frame.Back(closing).Where(m => m.Sentence == closing.Sentence && (m.Depth <= closing.Depth || Has(_frame.Label(m), Opening) || Has(_frame.Label(m), Coming.AsSpan(0, 2)) || _frame.Label(m).Contains("新收", StringComparison.Ordinal)) && m.Role is Role.Value or Role.Prior or Role.Change && m.Figure.Unit.Fits(closing.Figure.Unit)).Take(10).Reverse().ToList();
            // The opening may follow: '新收A件…审结B件；年末未结C件，上年末旧存D件'.
            if (!own.Exists(m => Has(_frame.Label(m), Opening)) && closing.Index + 1 < _frame.Mentions.Count && _frame.Mentions[closing.Index + 1] is var next && next.Sentence == closing.Sentence && next.Role is Role.Value or Role.Prior && next.Figure.Unit.Fits(closing.Figure.Unit) && Has(_frame.Label(next), Opening)) own.Insert(0, next);
            var opening = own.FindIndex(m => Has(_frame.Label(m), Opening));
            if (opening < 0) continue;
            if (!Surplus(closing, own, own[opening]) && !Flow(closing, own, opening)) Earlier(closing, own[opening]);
        }
    }

    /// <summary>'当期结余A，上年结余B，累计结余C'.</summary>
    private bool Surplus(Mention closing, List<Mention> own, Mention opening)
    {
        if (own.Find(m => m != opening && _frame.Label(m).Contains("结余", StringComparison.Ordinal)) is not { } current) return false;
        List<Mention> parts = current.Index < opening.Index ? [current, opening] : [opening, current];
        var outcome = Check.Sum(closing.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        // '当期结余', '累计结余' and '上年末累计结余' name all three terms; a miss is the text's.
        var named = _frame.Label(closing).Contains("累计结余", StringComparison.Ordinal) && _frame.Label(opening).Contains("结余", StringComparison.Ordinal) && (_frame.Label(current).Contains("当期", StringComparison.Ordinal) || _frame.Label(current).Contains("当年", StringComparison.Ordinal) || _frame.Label(current).Contains("本年", StringComparison.Ordinal));
        return (outcome.Holds || named) && claims.Add(ClaimType.Sum, closing, parts, outcome, Grade.Structural, () => Wording.Sum(closing, parts, outcome));
    }

    private bool Flow(Mention closing, List<Mention> own, int opening)
    {
        own = own.FindAll(m => m == own[opening] || m.Role != Role.Change || m.Says(Cues.Adjust) || own.IndexOf(m) > opening);
        opening = own.FindIndex(m => Has(_frame.Label(m), Opening));
        // '新收A件，旧存B件，审结C件': what came in may stand before what was there.
        var parts = opening > 0 && own[opening].Clause - own[opening - 1].Clause <= 4 && Has(_frame.Label(own[opening - 1]), Coming) ? own[(opening - 1)..] : own[opening..];
        // '全年新收A件，其中甲…乙…；加上旧存B件，共审执结C件': the head of the sentence came in.
        if (parts.Count == 2 && own.Take(opening).FirstOrDefault(m => Has(_frame.Label(m), Coming) && m.Role == Role.Value && !m.Says(Cues.Parts)) is { } came) parts = [came, .. parts];
        if (parts.Count < 3) return false;
        var signs = parts.ConvertAll(p => p == own[opening] ? 1 : p.Role == Role.Change ? p.Sign : Has(_frame.Label(p), Going) ? -1 : Has(_frame.Label(p), Coming) ? 1 : 0);
        if (signs.Contains(0) || !signs.Contains(-1)) return false;
        var outcome = Check.Sum(closing.Figure, [.. parts.Select((p, k) => (p.Figure, signs[k]))]);
        return claims.Add(ClaimType.Difference, closing, parts, outcome, Grade.Structural,
            () => string.Concat(parts.Select((p, k) => (k == 0 ? "" : signs[k] < 0 ? " − " : " + ") + p.Figure.Text)) + " = " + Wording.Result(closing.Figure, outcome), "期初加增加减减少应为期末");
    }

    /// <summary>'当年基金收入A，支出B。…上年滚存结余C，本年末滚存结余D': income and outlay head the sentences before; far away as they are, they only confirm.</summary>
    private void Earlier(Mention closing, Mention opening)
    {
        if (opening.Sentence != closing.Sentence || !_frame.Label(closing).Contains("结余", StringComparison.Ordinal) && !_frame.Label(closing).Contains("余额", StringComparison.Ordinal)) return;
        Mention? Head(string word) => _frame.Back(opening).Where(m => m.Sentence < closing.Sentence && closing.Sentence - m.Sentence <= 2 && m.Depth == 0 && m.Role == Role.Value && !m.Says(Cues.Parts) && m.Figure.Unit.Fits(closing.Figure.Unit) && _frame.Label(m).EndsWith(word, StringComparison.Ordinal)).LastOrDefault();
        if (Head("收入") is not { } income || Head("支出") is not { } outlay) return;
        List<Mention> parts = [opening, income, outlay];
        var outcome = Check.Sum(closing.Figure, [(opening.Figure, 1), (income.Figure, 1), (outlay.Figure, -1)]);
        if (outcome.Holds) claims.Add(ClaimType.Difference, closing, parts, outcome, Grade.Structural, () => $"{opening.Figure.Text} + {income.Figure.Text} − {outlay.Figure.Text} = {Wording.Result(closing.Figure, outcome)}", "期初加收入减支出应为期末");
    }

    private static bool Has(ReadOnlySpan<char> label, ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
