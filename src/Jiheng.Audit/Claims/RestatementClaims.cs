using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>The same figure twice by the text's own words: '14.3亿元，即143024万元'.</summary>
internal sealed class RestatementClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every restatement, and every figure alone in a bracket that gives the one before it in another unit: '351000万元（35.1亿元）'.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Index == 0 || mention.Role != Role.Value || !(mention.Says(Cues.Same) || IsBracketed(mention))) continue;
            var first = _frame.Mentions[mention.Index - 1];
            if (first.Sentence != mention.Sentence || mention.Clause - first.Clause > 1 || !first.Figure.Unit.Fits(mention.Figure.Unit) || !mention.Figure.Unit.IsAdditive) continue;
            var outcome = Outcome.Additive(first.Figure, mention.Figure.Value, mention.Figure.Range);
            if (!outcome.Holds && _frame.Label(mention).Length > 8) continue;
            claims.Add(ClaimType.Equality, first, [mention], outcome, Grade.Explicit, () => $"{first.Figure.Text}即{mention.Figure.Text}");
        }
    }

    private bool IsBracketed(Mention mention)
    {
        var first = _frame.Mentions[mention.Index - 1];
        if (mention.Bracket == 0 || mention.Host != first.Index || _frame.Label(mention).Length > 0 || first.Figure.Scale == mention.Figure.Scale || first.Role != Role.Value) return false;
        return _frame.After(mention) is ['）' or ')', ..] && first.Figure.Unit.Fits(mention.Figure.Unit) && first.Figure.RangeOrCut.Meets(mention.Figure.RangeOrCut);
    }
}
