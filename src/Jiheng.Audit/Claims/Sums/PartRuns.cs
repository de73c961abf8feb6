using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>Neighbouring parts of a sum taken together under a name of their own: '国道…、县道A、乡道B、村道C。农村公路（县乡村道）A+B+C'. It only confirms.</summary>
internal sealed class PartRuns(ClaimSet claims)
{
    private const int LeastDigits = 4;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every value behind a sum that nothing explained.</summary>
    public void Find()
    {
        if (claims.Groups.Count == 0) return;
        foreach (var whole in _frame.Mentions)
        {
            if (whole.Role != Role.Value || !whole.Figure.Unit.IsAdditive || whole.Figure.Bound != Bound.None || claims.IsComputed(whole) || claims.GroupOf(whole) is not null || Repairs.Digits(whole.Figure) < LeastDigits) continue;
            foreach (var group in claims.GroupsIn(whole.Paragraph)) if (group.Parts.Count >= 3 && group.Parts[^1].Index < whole.Index && group.Parts[0].Figure.Unit.Fits(whole.Figure.Unit) && Run(whole, group)) break;
        }
    }

    private bool Run(Mention whole, Group group)
    {
        for (var first = 0; first < group.Parts.Count - 1; first++)
        {
            var sum = group.Parts[first].Figure.Value;
            for (var last = first + 1; last < group.Parts.Count - (first == 0 ? 1 : 0); last++)
            {
                sum += group.Parts[last].Figure.Value;
                if (sum > whole.Figure.Value) break;
                if (sum != whole.Figure.Value) continue;
                var parts = group.Parts.Skip(first).Take(last - first + 1).ToList();
                var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
                return claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Inferred, () => Wording.Sum(whole, parts, outcome), "前文合计中相邻几项之和");
            }
        }
        return false;
    }
}
