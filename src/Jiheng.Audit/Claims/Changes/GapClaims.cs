using Jiheng.Audit.Claims.Products;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// A gap by its word right behind the two figures that it lies between: '送审1260万元，审定1180万元，核减80万元', '高于全市平均（86.7%）1.5个百分点'.
/// It is claimed only when it is exactly their difference, and accuses nobody.
/// </summary>
internal sealed class GapClaims(ClaimSet claims)
{
    private static readonly string[] Words =
        ["超支", "超收", "超出", "短收", "短缺", "缺口", "核减", "核增", "审减", "调减", "调增", "压减", "节约", "节省", "节支", "高于", "低于", "快于", "慢于", "增加", "减少", "多", "少", "高", "低", "差", "缺", "超", "增", "减", "净"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every gap that no other reading explained.</summary>
    public void Find()
    {
        foreach (var gap in _frame.Mentions)
        {
            if (gap.Role is not (Role.Value or Role.Change or Role.Limit) || gap.Figure.Bound != Bound.None || gap.Figure.Value == 0m || claims.IsComputed(gap) || claims.GroupOf(gap) is not null) continue;
            if ((gap.Figure.Unit.Kind == UnitKind.Point || gap.Figure.Unit.IsAdditive) && (Names(gap) || IsCompared(gap))) Between(gap, gap.Figure.Unit.Kind == UnitKind.Point);
        }
    }

    private void Between(Mention gap, bool points)
    {
        var pair = _frame.Back(gap).TakeWhile(m => m.Sentence == gap.Sentence).Where(m => IsState(m) && (points ? m.Figure.Unit.Kind == UnitKind.Percent : m.Figure.Unit.Fits(gap.Figure.Unit))).Take(2).ToList();
        // '…支出938万元。与预算902万元相比，超出36万元': what is compared stands in the sentence before.
        if (pair.Count == 1 && pair[0].Role == Role.Prior && _frame.Mentions.GetRange(Math.Max(0, gap.Index - ProseFrame.Reach), Math.Min(gap.Index, ProseFrame.Reach)).Find(m => m.Paragraph == gap.Paragraph && m.Sentence == gap.Sentence - 1 && m.Role == Role.Value && m.Figure.Unit.Fits(gap.Figure.Unit)) is { } head) pair.Add(head);
        if (pair.Count < 2 || pair[1].Sentence == gap.Sentence && (gap.Clause - pair[1].Clause > 5 || gap.Index - pair[1].Index > 4)) return;
        // '比预算6万元节约…，比上年5.43万元压减…': what is compared with is not compared with another such.
        if (pair[0].Role == Role.Prior && pair[1].Role == Role.Prior) return;
        var (high, low) = pair[0].Figure.Value >= pair[1].Figure.Value ? (pair[0], pair[1]) : (pair[1], pair[0]);
        var outcome = Check.Difference(gap.Figure, high.Figure, low.Figure, either: true);
        var slip = pair[0].Index == gap.Index - 1 && (pair[1].Index == gap.Index - 2 || points && IsCompared(gap)) && pair[1].Sentence == gap.Sentence && Repairs.Digits(gap.Figure) >= (points ? 2 : 3) && outcome.Value is { } computed && Repairs.IsSlip(gap.Figure, computed);
        if (IsBound(gap, pair) || slip)
            claims.Add(ClaimType.Difference, gap, [high, low], outcome, Grade.Structural, () => Wording.Binary(high.Figure, "−", low.Figure, gap.Figure, outcome));
        else if (outcome.How == Agreement.Exact) claims.Add(ClaimType.Difference, gap, [high, low], outcome, Grade.Inferred, () => Wording.Binary(high.Figure, "−", low.Figure, gap.Figure, outcome));
    }

    /// <summary>'加装506部，超出年度任务450部66部': what is compared with stands right before its gap, and the value before that; nothing else can be meant.</summary>
    private bool IsBound(Mention gap, List<Mention> pair) =>
        pair[0].Index == gap.Index - 1 && pair[1].Index == gap.Index - 2 && gap.Break == Break.None && gap.Clause - pair[1].Clause <= 1 && _frame.Between(pair[0], gap).Length <= 1
        && _frame.Label(pair[0]) is var label && (label.Contains('超') || label.Contains("高于", StringComparison.Ordinal) || label.Contains("低于", StringComparison.Ordinal) || label.Contains("少于", StringComparison.Ordinal) || label.Contains("多于", StringComparison.Ordinal));

    private bool IsState(Mention mention) => mention.Role is Role.Value or Role.Rate or Role.Share or Role.Prior or Role.Limit && !PerHeadClaims.NamesAverage(_frame.Label(mention));

    /// <summary>Whether the figure right before the gap is one that the value is said to pass or miss.</summary>
    private bool IsCompared(Mention gap) => gap.Index > 0 && gap.Break == Break.None && _frame.Mentions[gap.Index - 1] is var limit && limit.Sentence == gap.Sentence && limit.Says(Cues.Above | Cues.Below) && limit.Figure.Unit.Fits(gap.Figure.Unit);

    private bool Names(Mention gap)
    {
        var label = _frame.Label(gap);
        if (label.Length == 0 && gap.Index > 0 && gap.Break == Break.Bracket) label = _frame.Label(_frame.Mentions[gap.Index - 1]).Length == 0 ? Outer(gap) : label;
        // '高级职称9人' is no gap: a word of one character must stand at the figure.
        foreach (var word in Words) if (word.Length == 1 ? label.TrimEnd("了出").EndsWith(word, StringComparison.Ordinal) : label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The words before a bracket that closes right before the gap.</summary>
    private ReadOnlySpan<char> Outer(Mention gap)
    {
        var before = _frame.Before(gap);
        var open = before.LastIndexOfAny('（', '(');
        return open < 0 ? "" : before[Math.Max(0, open - 12)..open];
    }
}
