using Jiheng.Audit.Figures;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Balances;

/// <summary>What came less what went, wherever the two stand in the paragraph: '净增6304户…全年新设13506户，注销7202户'.</summary>
internal sealed class NetFlows(ClaimSet claims)
{
    private static readonly string[] AnyNet = ["净增", "净减", "净流入", "净流出", "净迁入", "净迁出", "净转入", "净转出", "净进", "净调入", "净调出"];
    private static readonly string[] NetGoing = ["净减", "净流出", "净迁出", "净转出", "净调出"];
    private static readonly string[] Coming = ["新设", "新登记", "新增", "新办", "新开", "新建", "新进", "新入", "新收", "接收", "进馆", "入库", "迁入", "转入", "调入", "流入", "招录", "录用", "引进", "发行", "举借", "借入", "纳入", "新注册", "购入", "购置", "吸纳", "开业", "设立", "发展"];
    private static readonly string[] Going = ["注销", "吊销", "移出", "销毁", "偿还", "归还", "还本", "退出", "迁出", "转出", "调出", "流出", "死亡", "退休", "离职", "辞职", "报废", "核减", "关闭", "停业", "清退", "撤销", "处置", "销号", "剔除", "退役", "出库", "去世", "病故", "结清"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every net change.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyNet)) return;
        foreach (var net in _frame.Mentions)
        {
            if (net.Role is not (Role.Change or Role.Value) || !net.Figure.Unit.IsAdditive || net.Figure.Bound != Bound.None || !FormText.HasAny(_frame.Label(net), AnyNet)) continue;
            foreach (var sentence in Flows(net)) if (Check(net, sentence)) break;
        }
    }

    /// <summary>The figures of each sentence of the paragraph that came or went, the net change's own sentence first.</summary>
    private IEnumerable<List<(Mention Flow, int Sign)>> Flows(Mention net)
    {
        var found = new List<(Mention Flow, int Sign)>();
        for (var i = Math.Max(0, net.Index - ProseFrame.Reach / 2); i < _frame.Mentions.Count && i <= net.Index + ProseFrame.Reach / 2; i++)
        {
            var other = _frame.Mentions[i];
            if (other == net || other.Paragraph != net.Paragraph || other.Role is not (Role.Value or Role.Change) || !other.Figure.Unit.Fits(net.Figure.Unit) || other.Says(Cues.Against | Cues.Before) || other.Says(Cues.Parts) && other.Index != net.Index + 1) continue;
            if (SignOf(other) is not 0 and var sign) found.Add((other, sign));
        }
        return found.GroupBy(f => f.Flow.Sentence).OrderBy(g => Math.Abs(g.Key - net.Sentence)).Select(g => g.ToList());
    }

    private int SignOf(Mention flow)
    {
        var label = _frame.Label(flow);
        if (FormText.HasAny(label, AnyNet)) return 0;
        var came = Has(label, Coming);
        var went = Has(label, Going);
        return came == went ? 0 : came ? 1 : -1;
    }

    private bool Check(Mention net, List<(Mention Flow, int Sign)> flows)
    {
        var way = Has(_frame.Label(net), NetGoing) ? -1 : 1;
        if (Judge(net, flows, way, accuse: flows.Count == 2)) return true;
        for (var i = 0; flows.Count > 2 && i + 1 < flows.Count; i++)
            if (flows[i + 1].Flow.Index - flows[i].Flow.Index == 1 && Judge(net, [flows[i], flows[i + 1]], way, accuse: false)) return true;
        return false;
    }

    private bool Judge(Mention net, List<(Mention Flow, int Sign)> flows, int way, bool accuse)
    {
        if (!flows.Exists(f => f.Sign > 0) || !flows.Exists(f => f.Sign < 0)) return false;
        var ordered = flows.OrderByDescending(f => f.Sign * way).ToList();
        var outcome = Weighing.Check.Sum(net.Figure, [.. ordered.Select(f => (f.Flow.Figure, f.Sign * way))]);
        if (outcome.Value is not { } value || value <= 0m) return false;
        var near = Math.Abs(net.Sentence - ordered[0].Flow.Sentence);
        if (outcome.How != Agreement.Exact)
        {
            accuse &= near <= 1 && !outcome.Holds && Repairs.Digits(net.Figure) >= 3 && Repairs.IsSlip(net.Figure, value);
            if (!accuse) return false;
        }
        else if (near > 0 && Repairs.Digits(net.Figure) < 2) return false;
        var operands = ordered.ConvertAll(f => f.Flow);
        return claims.Add(ClaimType.Difference, net, operands, outcome, Grade.Structural,
            () => string.Concat(ordered.Select((f, k) => (k == 0 ? "" : f.Sign * way < 0 ? " − " : " + ") + f.Flow.Figure.Text)) + " = " + Wording.Result(net.Figure, outcome), "新增减去减少应为净增");
    }

    private static bool Has(ReadOnlySpan<char> label, ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
