using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// A net change and, in the next sentence, the changes of its parts: '净减少5.87万元。分项看，运行费少支7.02万元，接待费多支1.15万元', with the row of their rates
/// ('变动幅度分别为-21.00%和+35.60%') over the present values of the parts.
/// </summary>
internal sealed class PartChanges(ClaimSet claims)
{
    private static readonly string[] Openers = ["分项看", "分项目看", "分类看", "分别看", "具体看", "具体来看", "从构成看", "从结构看", "分科目看", "分部门看", "按类别看", "从分项看", "其中", "具体是", "具体为", "分开看", "按项目看"];
    private static readonly string[] Rows = ["变动幅度", "增减幅度", "变化幅度", "升降幅度", "增减比例", "变动率", "增减率"];
    private static readonly string[] AnyRow = Rows;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks them all.</summary>
    public void Find()
    {
        for (var i = 0; i + 1 < _frame.Mentions.Count; i++)
        {
            var part = _frame.Mentions[i];
            if (part.Role == Role.Change && part.Sign != 0 && part.Figure.Unit.IsAdditive && (i == 0 || _frame.Mentions[i - 1].Sentence != part.Sentence) && Opens(part)) Sum(part);
        }
        if (!_frame.Source.HasAny(AnyRow)) return;
        foreach (var mention in _frame.Mentions) if (mention.Figure.Unit.Kind == UnitKind.Percent && NamesRow(mention)) Growths(mention);
    }

    /// <summary>Whether the words from the start of the sentence say that parts of what came before follow.</summary>
    private bool Opens(Mention part)
    {
        var before = _frame.Before(part);
        var sentence = before[(before.LastIndexOf('。') + 1)..].TrimStart();
        foreach (var opener in Openers) if (sentence.StartsWith(opener, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool OpensWithAmong(Mention part)
    {
        var before = _frame.Before(part);
        return before[(before.LastIndexOf('。') + 1)..].TrimStart().StartsWith("其中", StringComparison.Ordinal);
    }

    private void Sum(Mention first)
    {
        var whole = _frame.Back(first).Where(m => first.Sentence - m.Sentence == 1 && m.Role == Role.Change && m.Sign != 0 && m.Depth == 0 && m.Figure.Unit.Fits(first.Figure.Unit)).ToList();
        if (whole.Count != 1 || claims.IsComputedAs(ClaimType.Sum, whole[0])) return;
        var parts = new List<Mention>();
        for (var i = first.Index; i < _frame.Mentions.Count && _frame.Mentions[i].Sentence == first.Sentence && parts.Count < 12; i++)
            if (_frame.Mentions[i] is { Role: Role.Change } part && part.Sign != 0 && part.Depth == 0 && part.Figure.Unit.Fits(first.Figure.Unit)) parts.Add(part);
        if (parts.Count < 2) return;
        // 其中 may leave parts out; '分项看' sets out all of them.
        var complete = !OpensWithAmong(first);
        var outcome = Check.Sum(whole[0].Figure, parts.ConvertAll(p => (p.Figure, p.Sign * whole[0].Sign)));
        var slip = !outcome.Holds && complete && Repairs.Digits(whole[0].Figure) >= 3 && parts.Exists(p => p.Sign != whole[0].Sign) && outcome.Value is { } value && Repairs.IsSlip(whole[0].Figure, value);
        if (outcome.Holds || slip) claims.Add(ClaimType.Sum, whole[0], parts, outcome, Grade.Structural, () => Wording.Sum(whole[0], parts, outcome, signed: true), "各分项增减相抵应为净增减");
    }

    private bool NamesRow(Mention mention)
    {
        var label = _frame.Label(mention).TrimEnd("分别依次为是：: ");
        foreach (var row in Rows) if (label.EndsWith(row, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>As many changes and as many values before the row as it has rates, in one order.</summary>
    private void Growths(Mention first)
    {
        var rates = Row(first);
        var changes = _frame.Back(first).Where(m => m.Sentence == first.Sentence && m.Role == Role.Change && m.Sign != 0 && m.Figure.Unit.IsAdditive).Reverse().ToList();
        if (changes.Count == 0 || changes.Count != rates.Count) return;
        var values = Values(first, changes[0]);
        if (rates.Count < 2 || values.Count != rates.Count) return;
        var outcomes = rates.Select((r, k) => Check.GrowthByChange(r.Figure.Value < 0m ? r.Figure.Unsigned() : r.Figure, values[k].Figure, changes[k].Figure, changes[k].Sign)).ToList();
        // One wrong rate among several is the text's; when none holds, the pairing is not what was meant.
        if (!outcomes.Exists(o => o.Holds) || outcomes.Count(o => !o.Holds) > 1) return;
        for (var k = 0; k < rates.Count; k++)
        {
            var (rate, change, value, outcome) = (rates[k], changes[k], values[k], outcomes[k]);
            if (!claims.IsComputed(rate)) claims.Add(ClaimType.Growth, rate, [change, value], outcome, Grade.Structural, () => $"{change.Figure.Text} ÷ ({value.Figure.Text} {(change.Sign > 0 ? "−" : "+")} {change.Figure.Text}) = {Wording.Result(rate.Figure, outcome)}");
        }
    }

    /// <summary>The rates of the row: '-21.00%和+35.60%' is joined by the sign as well.</summary>
    private List<Mention> Row(Mention first)
    {
        var rates = new List<Mention> { first };
        for (var i = first.Index + 1; i < _frame.Mentions.Count && _frame.Mentions[i].Figure.Unit.Kind == UnitKind.Percent && _frame.Mentions[i].Segment == first.Segment && _frame.Between(_frame.Mentions[i - 1], _frame.Mentions[i]).Trim(" +＋") is "、" or "和" or "，" or "与"; i++) rates.Add(_frame.Mentions[i]);
        return rates;
    }

    /// <summary>The present values in the sentence; 合计 of them may follow.</summary>
    private List<Mention> Values(Mention first, Mention change) =>
        [.. _frame.Back(first).Where(m => m.Sentence == first.Sentence && m.Role == Role.Value && m.Figure.Unit.Fits(change.Figure.Unit) && !m.Says(Cues.Total)).Reverse()];
}
