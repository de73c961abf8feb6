using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// Items that are each told in two measures, and the two totals before them: '事故53起…；死亡41人…。道路36起、死亡29人，工矿14起、死亡10人，其他3起、死亡2人'.
/// Both columns adding up is no chance; one alone says nothing, so nobody is accused.
/// </summary>
internal sealed class PairRows(ClaimSet claims)
{
    private const int Reach = 12;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every row of such pairs.</summary>
    public void Find()
    {
        for (var i = 1; i + 3 < _frame.Mentions.Count; i++)
        {
            if (!IsPair(i)) continue;
            var (upper, lower) = (new List<Mention> { _frame.Mentions[i] }, new List<Mention> { _frame.Mentions[i + 1] });
            var next = i + 2;
            while (next + 1 < _frame.Mentions.Count && IsPair(next) && GoesOn(_frame.Mentions[i], _frame.Mentions[next]) && _frame.Mentions[next + 1].Figure.Unit.Fits(lower[0].Figure.Unit))
            {
                upper.Add(_frame.Mentions[next]);
                lower.Add(_frame.Mentions[next + 1]);
                next += 2;
            }
            if (upper.Count >= 2 && claims.GroupOf(upper[0]) is null && claims.GroupOf(lower[0]) is null) Totals(upper, lower);
            i = next - 1;
        }
    }

    /// <summary>Two values of different units, joined by 、.</summary>
    private bool IsPair(int at)
    {
        var (left, right) = (_frame.Mentions[at], _frame.Mentions[at + 1]);
        return IsPlain(left) && IsPlain(right) && right.Break == Break.Item && left.Sentence == right.Sentence && left.Bracket == right.Bracket && !left.Figure.Unit.Fits(right.Figure.Unit);
    }

    private static bool IsPlain(Mention mention) => mention is { Role: Role.Value, Figure: { Unit.IsAdditive: true, Bound: Bound.None } } && !mention.Says(Cues.Per | Cues.Total);

    private static bool GoesOn(Mention first, Mention next) => next.Sentence == first.Sentence && next.Bracket == first.Bracket && next.Break is Break.Clause or Break.Segment && next.Figure.Unit.Fits(first.Figure.Unit);

    private void Totals(List<Mention> upper, List<Mention> lower)
    {
        var (left, right) = (Total(upper), Total(lower));
        if (left is null || right is null) return;
        Keep(left, upper);
        Keep(right, lower);
    }

    /// <summary>The value before the row that its column makes up; digits enough in both columns stand against chance.</summary>
    private Mention? Total(List<Mention> column) =>
        _frame.Back(column[0]).Take(Reach).FirstOrDefault(m => IsTotal(m, column[0]) && column[0].Sentence - m.Sentence <= 1 && Check.Sum(m.Figure, column.ConvertAll(c => (c.Figure, c.Times))).How == Agreement.Exact);

    private static bool IsTotal(Mention mention, Mention first) => mention is { Role: Role.Value, Depth: 0, Figure.Bound: Bound.None } && mention.Figure.Unit.Fits(first.Figure.Unit);

    private void Keep(Mention whole, List<Mention> parts)
    {
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, p.Times)));
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "各项两种计数分别与前文两个合计对上")) claims.Add(new Group(whole, parts, true));
    }
}
