using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>Points of a self-assessment: what each part got adds up to the score ('…得9.57分；…得48分。自评总分97.07分').</summary>
internal sealed class ScoreSums(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every total score against the points got before it in its paragraph.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions) if (mention.Figure.Unit.Name == "分" && !claims.IsComputed(mention)) Total(mention);
    }

    private void Total(Mention whole)
    {
        var label = _frame.Label(whole).TrimEnd("为是达：: ");
        if (!(label.EndsWith("总分", StringComparison.Ordinal) || label.EndsWith("总得分", StringComparison.Ordinal) || label.EndsWith("综合得分", StringComparison.Ordinal) || label.EndsWith("自评得分", StringComparison.Ordinal) || label.EndsWith("合计得分", StringComparison.Ordinal) || label.EndsWith("最终得分", StringComparison.Ordinal))) return;
        var parts = (_frame.Back(whole).Any(m => m.Figure.Unit.Name == "分") ? _frame.BackLines(whole, 0) : _frame.BackLines(whole, 6)).Where(m => m.Figure.Unit.Name == "分" && IsGot(m)).Reverse().ToList();
        if (parts.Count == 0) parts = _frame.Back(whole).Where(m => m.Figure.Unit.Name == "分" && m.Sentence == whole.Sentence && !m.Says(Cues.Full)).Reverse().ToList();
        // '总得分92.4分。预算执行满分10分，得9.4分；…': the points follow their total.
        if (parts.Count < 2) parts = _frame.Mentions.Skip(whole.Index + 1).TakeWhile(m => m.Paragraph == whole.Paragraph).Where(m => m.Figure.Unit.Name == "分" && IsGot(m)).ToList();
        // '实际得分依次为A、B、C、D，自评总分W'.
        if (whole.Index > 0 && _frame.Mentions[whole.Index - 1] is { RunLength: >= 3 } last && last.Figure.Unit.Name == "分" && last.Sentence == whole.Sentence) parts = _frame.Mentions.GetRange(last.RunStart, last.RunLength);
        if (Deducted(whole) || parts.Count < 2) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.Holds) Again(whole, parts);
        if (outcome.Holds || IsComplete(whole, parts) && parts.Count >= 3) claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome));
    }

    /// <summary>'自评总分94.0分…综上，自评得分95.0分': the same score told once more.</summary>
    private void Again(Mention whole, List<Mention> parts)
    {
        foreach (var other in _frame.Mentions.Skip(whole.Index + 1))
        {
            if (other.Figure.Unit.Name != "分" || other.Role != Role.Value || other.Says(Cues.Full) || parts.Contains(other) || other.Figure.Value == whole.Figure.Value || claims.IsComputed(other)) continue;
            var label = _frame.Label(other).TrimEnd("为是达：: ");
            if (!(label.EndsWith("自评得分", StringComparison.Ordinal) || label.EndsWith("自评总分", StringComparison.Ordinal) || label.EndsWith("总得分", StringComparison.Ordinal) || label.EndsWith("综合得分", StringComparison.Ordinal)) || Math.Abs(other.Figure.Value - whole.Figure.Value) > 10m) continue;
            claims.Add(ClaimType.Equality, other, [whole], Outcome.Additive(whole.Figure, other.Figure.Value, other.Figure.Range), Grade.Structural, () => $"前文总分{whole.Figure.Text}，此处{other.Figure.Text}");
            return;
        }
    }

    /// <summary>'满分100分，因…扣2.3分，因…扣1.2分，最终得分96.5分': what is left of the full marks.</summary>
    private bool Deducted(Mention whole)
    {
        var own = _frame.Back(whole).TakeWhile(m => m.Sentence == whole.Sentence).Where(m => m.Figure.Unit.Name == "分").Reverse().ToList();
        if (own.Count < 2 || !own[0].Says(Cues.Full) || !own.Skip(1).All(m => _frame.Label(m).EndsWith('扣') || _frame.Label(m).EndsWith("扣减", StringComparison.Ordinal) || _frame.Label(m).EndsWith("扣除", StringComparison.Ordinal))) return false;
        var outcome = Check.Sum(whole.Figure, [.. own.Select((m, k) => (m.Figure, k == 0 ? 1 : -1))]);
        return claims.Add(ClaimType.Difference, whole, own, outcome, Grade.Structural, () => string.Join(" − ", own.Select(m => m.Figure.Text)) + " = " + Wording.Result(whole.Figure, outcome), "满分减去各项扣分");
    }

    /// <summary>Whether the weights beside the points fill 100, so that no item is left out.</summary>
    private bool IsComplete(Mention whole, List<Mention> parts)
    {
        var full = _frame.Mentions.Where(m => m.Paragraph == whole.Paragraph && m.Figure.Unit.Name == "分" && m != whole && !parts.Contains(m) && (m.Depth > 0 || m.Says(Cues.Full) || _frame.Mentions[m.RunStart].Says(Cues.Full)) && m.Figure.Value < 100m).ToList();
        return full.Count == parts.Count && full.Sum(m => m.Figure.Value) == 100m;
    }

    private bool IsGot(Mention mention) => _frame.Label(mention).TrimEnd("了为：: ") is var label && (label.EndsWith('得') || label.EndsWith("得分", StringComparison.Ordinal) || label.EndsWith("自评", StringComparison.Ordinal));
}
