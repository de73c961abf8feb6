using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>The same figure twice by the text's own words: '14.3亿元，即143024万元'.</summary>
internal sealed class RestatementClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every restatement.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Index == 0 || !mention.Says(Cues.Same) || mention.Role != Role.Value) continue;
            var first = _frame.Mentions[mention.Index - 1];
            if (first.Sentence != mention.Sentence || mention.Clause - first.Clause > 1 || !first.Figure.Unit.Fits(mention.Figure.Unit) || !mention.Figure.Unit.IsAdditive) continue;
            var outcome = Outcome.Additive(first.Figure, mention.Figure.Value, mention.Figure.Range);
            if (!outcome.Holds && _frame.Label(mention).Length > 8) continue;
            claims.Add(ClaimType.Equality, first, [mention], outcome, Grade.Explicit, () => $"{first.Figure.Text}即{mention.Figure.Text}");
        }
    }
}
