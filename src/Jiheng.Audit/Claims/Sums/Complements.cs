using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>What passed and what did not ('合格419份，不合格15份') make up the whole that was split before in the same sentence.</summary>
internal sealed class Complements(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such pair that no sum explained.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
            if (mention.Role == Role.Value && mention.Figure.IsWhole && _frame.Label(mention) is { Length: >= 3 } label && label[0] == '未') Afar(mention);
        for (var i = 2; i < _frame.Mentions.Count; i++)
        {
            var negative = _frame.Mentions[i];
            // A rate of what passed may stand between.
            var positive = _frame.Mentions[i - 1] is { Figure.Unit.IsRate: true } && i >= 3 ? _frame.Mentions[i - 2] : _frame.Mentions[i - 1];
            if (positive.Role != Role.Value || negative.Role != Role.Value || negative.Sentence != positive.Sentence || negative.Clause - positive.Clause > 2) continue;
            if (!negative.Figure.Unit.Fits(positive.Figure.Unit) || !negative.Figure.IsWhole || claims.GroupOf(positive) is not null || claims.GroupOf(negative) is not null) continue;
            var label = _frame.Label(negative);
            if (label.Length < 3 || label[0] is not ('不' or '未' or '非') || !_frame.Label(positive).EndsWith(label[1..], StringComparison.Ordinal)) continue;
            Pair(positive, negative);
        }
    }

    private void Pair(Mention positive, Mention negative)
    {
        // The whole must be one that another split of the same sentence bears out.
        var whole = _frame.Back(positive).FirstOrDefault(m => m.Sentence == positive.Sentence && claims.IsWhole(m) && m.Figure.Unit.Fits(positive.Figure.Unit));
        if (whole is null)
        {
            Remainder(positive, negative);
            return;
        }
        List<Mention> parts = [positive, negative];
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (!outcome.Holds && Math.Abs(whole.Figure.Value - outcome.Value!.Value) * 10m > whole.Figure.Value) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "两项互为补足，应合为前文的总数")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    /// <summary>'已整改171个…。…未整改到位的18个问题' of 186: the word behind 未 stands with 已 before, the whole before that.</summary>
    private void Afar(Mention negative)
    {
        if (claims.IsComputed(negative) || claims.GroupOf(negative) is { Holds: true }) return;
        var label = _frame.Label(negative);
        var stem = label.Slice(1, 2).ToString();
        var positive = _frame.Back(negative).Take(8).FirstOrDefault(m => m.Role == Role.Value && m.Figure.Unit.Fits(negative.Figure.Unit) && _frame.Label(m) is var own && own.Contains(stem, StringComparison.Ordinal) && own.IndexOfAny('未', '不') < 0);
        if (positive is null || positive.Index == negative.Index - 1) return;
        var whole = _frame.Back(positive).FirstOrDefault(m => m.Sentence == positive.Sentence && m.Role == Role.Value && m.Figure.Unit.Fits(positive.Figure.Unit));
        if (whole is null || whole.Figure.Value <= positive.Figure.Value || positive.Clause - whole.Clause > 2) return;
        var outcome = Check.Difference(negative.Figure, whole.Figure, positive.Figure, either: false);
        if (!outcome.Holds && Math.Abs(outcome.Value!.Value - negative.Figure.Value) * 20m > whole.Figure.Value) return;
        claims.Add(ClaimType.Difference, negative, [whole, positive], outcome, Grade.Structural, () => Wording.Binary(whole.Figure, "−", positive.Figure, negative.Figure, outcome), "总数减去相反的一项");
    }

    /// <summary>'抽检6240批次，合格6131批次，合格率98.25%，不合格119批次': what did not pass is what was examined less what passed.</summary>
    private void Remainder(Mention positive, Mention negative)
    {
        var whole = _frame.Back(positive).FirstOrDefault(m => m.Sentence == positive.Sentence && m.Role == Role.Value && m.Depth <= positive.Depth && m.Figure.Unit.Fits(positive.Figure.Unit));
        if (whole is null || positive.Clause - whole.Clause > 2 || whole.Figure.Value < positive.Figure.Value) return;
        var outcome = Check.Difference(negative.Figure, whole.Figure, positive.Figure, either: false);
        // A gap of more than a slip means that not all were judged.
        if (!outcome.Holds && !Repairs.IsSlip(negative.Figure, outcome.Value!.Value)) return;
        if (outcome.Holds && claims.IsWhole(whole)) return;
        claims.Add(ClaimType.Difference, negative, [whole, positive], outcome, Grade.Structural, () => Wording.Binary(whole.Figure, "−", positive.Figure, negative.Figure, outcome), "总数减去相反的一项");
    }
}
