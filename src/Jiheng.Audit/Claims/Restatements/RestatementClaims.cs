using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Restatements;

/// <summary>The same figure twice by the text's own words: '14.3亿元，即143024万元'.</summary>
internal sealed class RestatementClaims(ClaimSet claims)
{
    private static readonly decimal[] Moves = [10m, 100m, 1000m];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every restatement, and every figure alone in a bracket that gives the one before it in another unit: '351000万元（35.1亿元）'.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Index == 0 || mention.Role != Role.Value || !(mention.Says(Cues.Same) || Converts(mention) || IsBracketed(mention))) continue;
            var first = _frame.Mentions[mention.Index - 1];
            // '108.9万元，即机构40.8万元、居家68.1万元' sets out parts.
            if (mention.Index + 1 < _frame.Mentions.Count && _frame.Mentions[mention.Index + 1] is { Break: Break.Item } part && part.Sentence == mention.Sentence && part.Figure.Unit.Fits(mention.Figure.Unit)) continue;
            if (first.Sentence != mention.Sentence || mention.Clause - first.Clause > 1 || !mention.Figure.Unit.IsAdditive) continue;
            var factor = first.Figure.Unit.Fits(mention.Figure.Unit) ? 1m : Factor(mention.Figure.Unit, first.Figure.Unit);
            if (factor == 0m || mention.Says(Cues.Per)) continue;
            var outcome = Outcome.Additive(first.Figure, mention.Figure.Value * factor, mention.Figure.Range * factor);
            if (!outcome.Holds && _frame.Label(mention).Length > 8) continue;
            claims.Add(ClaimType.Equality, first, [mention], outcome, Grade.Explicit, () => $"{first.Figure.Text}即{mention.Figure.Text}");
        }
    }

    /// <summary>How many of <paramref name="to"/> make one of <paramref name="from"/>, for land, whose two units have no common base; 0 for other units.</summary>
    private static decimal Factor(Unit from, Unit to) => (from.Name, to.Name) switch
    {
        ("平方米", "亩") => 15m / 10000m,
        ("亩", "平方米") => 10000m / 15m,
        _ => 0m,
    };

    /// <summary>'相当于32000万元', '约合1.2亿元': words that only bring the same amount in another unit.</summary>
    private bool Converts(Mention mention) => _frame.Label(mention) is "相当于" or "约合" or "折合" or "折合约" or "折算" or "换算为" or "换算成" or "折合成" or "约折合" or "也就是" or "亦即" or "合计即" or "折算成";

    /// <summary>'4,286,531.27元（42.87万元）': the same digits, the point moved.</summary>
    private static bool IsMisplaced(Figure first, Figure again) =>
        first.Unit.Fits(again.Unit) && !first.Range.Meets(again.Range) && Array.Exists(Moves, f => Math.Abs(first.Value / f - again.Value) <= again.Step || Math.Abs(first.Value * f - again.Value) <= again.Step);

    private bool IsBracketed(Mention mention)
    {
        var first = _frame.Mentions[mention.Index - 1];
        if (mention.Bracket == 0 || mention.Host != first.Index || _frame.Label(mention).Length > 0 || first.Figure.Scale == mention.Figure.Scale || first.Role != Role.Value) return false;
        if (Repairs.Digits(mention.Figure) >= 4 && IsMisplaced(first.Figure, mention.Figure)) return true;
        return _frame.After(mention) is ['）' or ')', ..] && first.Figure.Unit.Fits(mention.Figure.Unit) && first.Figure.RangeOrCut.Meets(mention.Figure.RangeOrCut);
    }
}
