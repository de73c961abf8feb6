using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>One figure to another by their names: '城乡收入比为1.82:1', '医护比1:1.21', '在职退休比2.55'.</summary>
internal sealed class ProportionClaims(ClaimSet claims)
{
    private const int Most = 12;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every proportion whose two sides are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Unit.Kind != UnitKind.None || mention.Figure.Bound != Bound.None || mention.Figure.InWords || mention.Index != mention.RunStart) continue;
            var label = _frame.Label(mention).TrimEnd("为是达到约：: ");
            // '城乡收入比由上年的2.04缩小到2.00': the name stands before the value that it turns from.
            if (mention.Index > 0 && _frame.Mentions[mention.Index - 1] is var from && from.Says(Cues.From) && from.Sentence == mention.Sentence && from.Figure.Unit.Kind == UnitKind.None && _frame.Label(from) is var turned && turned.IndexOf('比') is > 1 and var end && !from.Says(Cues.Same)) label = turned[..(end + 1)];
            if (label.EndsWith("之比", StringComparison.Ordinal) && mention.Role == Role.Part && mention.RunLength == 2)
            {
                // '床位与职工之比为1∶1.34'.
                if (label.IndexOfAny('与', '和') is > 1 and var with && label.Length - with > 4 && Two(mention, _frame.Mentions[mention.Index + 1], label[Math.Max(0, with - 4)..with].ToString(), label[(with + 1)..^2].ToString())) continue;
                Pair(mention, _frame.Mentions[mention.Index + 1]);
                continue;
            }
            if (label.Length < 3 || label[^1] != '比' || mention.Says(Cues.SexRatio | Cues.Share)) continue;
            var name = label[..^1];
            if (name[^1] is '同' or '环' or '相' or '对' or '占' or '别') continue;
            if (mention.Role is Role.Value or Role.Prior)
            {
                Try(mention, name, turned: false);
                Row(mention);
            }
            else if (mention.Role == Role.Part && mention.RunLength == 2)
            {
                var other = _frame.Mentions[mention.Index + 1];
                if (other.Figure.Value == 1m)
                {
                    Try(mention, name, turned: false);
                    Search(mention);
                }
                else if (mention.Figure.Value == 1m) Try(other, name, turned: true);
            }
        }
    }

    /// <summary>'两者之比为1∶1.8', '二者之比为6:4': the two like figures right before it.</summary>
    private void Pair(Mention left, Mention right)
    {
        var values = _frame.Back(left).Where(m => left.Sentence - m.Sentence <= 1 && m.Role == Role.Value && m.Figure.Unit.IsAdditive && m.Figure.Value > 0m).Take(2).ToList();
        if (values.Count < 2 || !values[0].Figure.Unit.Fits(values[1].Figure.Unit) || left.Figure.Value <= 0m || right.Figure.Value <= 0m) return;
        var (ratio, top, bottom) = left.Figure.Value == 1m ? (right, values[0], values[1]) : right.Figure.Value == 1m ? (left, values[1], values[0]) : (left, values[1], values[0]);
        if (left.Figure.Value != 1m && right.Figure.Value != 1m) return;
        var outcome = Quotient(ratio.Figure, top.Figure, bottom.Figure);
        if (outcome.Holds) Keep(ratio, top, bottom, outcome, Grade.Structural);
    }

    private bool Two(Mention left, Mention right, string first, string second)
    {
        while (first.Length > 2 && !_frame.BackLines(left, 2).Any(m => Names(m, first))) first = first[1..];
        return left.Figure.Value == 1m ? TrySides(right, second, first, turned: false) : right.Figure.Value == 1m && TrySides(left, first, second, turned: false);
    }

    /// <summary>'平均竞争比33.5∶1', '抚养比2.62∶1': names that say nothing of their sides; any two counts of the passage that agree too closely for chance.</summary>
    private void Search(Mention ratio)
    {
        if (claims.IsComputed(ratio) || Repairs.Digits(ratio.Figure) < 3) return;
        if (Row(ratio)) return;
        var values = _frame.BackLines(ratio, 1).Where(m => m.Role == Role.Value && m.Figure is { Unit.Kind: UnitKind.Count, Bound: Bound.None, InWords: false, Value: > 0m }).Take(6).ToList();
        var tried = 0;
        foreach (var top in values)
        {
            foreach (var bottom in values)
            {
                if (top == bottom || top.Figure.Value < bottom.Figure.Value || !top.Figure.Unit.Fits(bottom.Figure.Unit)) continue;
                var outcome = Quotient(ratio.Figure, top.Figure, bottom.Figure);
                if (outcome.Convinces(ratio.Figure, ++tried, 1) && Keep(ratio, top, bottom, outcome, Grade.Inferred)) return;
            }
        }
    }

    /// <summary>'城乡居民收入分别达到38420元、19865元，收入比缩小到1.93∶1': the row of two right before.</summary>
    private bool Row(Mention ratio) =>
        !claims.IsComputed(ratio) && Repairs.Digits(ratio.Figure) >= 3 && _frame.Back(ratio).FirstOrDefault(m => m.RunLength == 2 && m.Role == Role.Value && m.Figure.Unit.IsAdditive && ratio.Sentence == m.Sentence) is { } row && _frame.Mentions[row.RunStart] is var upper && _frame.Mentions[row.RunStart + 1] is var lower
        && upper.Figure.Unit.Fits(lower.Figure.Unit) && lower.Figure.Value > 0m && Quotient(ratio.Figure, upper.Figure, lower.Figure) is { Holds: true } both && Keep(ratio, upper, lower, both, Grade.Inferred);

    private void Try(Mention ratio, ReadOnlySpan<char> name, bool turned)
    {
        if (claims.IsComputed(ratio)) return;
        for (var width = Math.Min(name.Length / 2, 3); width >= 1; width--)
        {
            // '在职退休比' names its sides and nothing else; '城乡收入比' names them first.
            if (TrySides(ratio, name[..width].ToString(), name[width..(2 * width)].ToString(), turned)) return;
            var at = name.Length - 2 * width;
            if (at > 0 && TrySides(ratio, name[at..(at + width)].ToString(), name[(at + width)..].ToString(), turned)) return;
        }
    }

    private bool TrySides(Mention ratio, string left, string right, bool turned)
    {
        var values = _frame.BackLines(ratio, 2).Where(m => m.Role == Role.Value && m.Figure.Unit.IsAdditive && m.Figure.Value > 0m && m.Figure.Bound == Bound.None).Take(2 * Most).ToList();
        for (var i = ratio.Index + 1; i < _frame.Mentions.Count && i <= ratio.Index + 4 && _frame.Mentions[i].Sentence == ratio.Sentence; i++) if (_frame.Mentions[i] is { Role: Role.Value, Figure: { Unit.Kind: UnitKind.Count, Bound: Bound.None, Value: > 0m } } later) values.Add(later);
        var tops = values.FindAll(v => Names(v, left));
        var bottoms = values.FindAll(v => Names(v, right));
        if (turned) (tops, bottoms) = (bottoms, tops);
        var tried = 0;
        foreach (var top in tops)
        {
            foreach (var bottom in bottoms)
            {
                if (top == bottom || !Comparable(top, bottom)) continue;
                var outcome = Quotient(ratio.Figure, top.Figure, bottom.Figure);
                if (outcome.Convinces(ratio.Figure, ++tried, 0)) return Keep(ratio, top, bottom, outcome, Grade.Structural);
            }
        }
        // Two passages with two proportions: those of the own sentence are meant.
        if (tops.Count > 1 || bottoms.Count > 1)
        {
            tops = tops.FindAll(t => t.Sentence == ratio.Sentence);
            bottoms = bottoms.FindAll(b => b.Sentence == ratio.Sentence);
        }
        // Only where no other figure bears either name is the proportion itself wrong.
        if (tops.Count != 1 || bottoms.Count != 1 || tops[0] == bottoms[0] || !Comparable(tops[0], bottoms[0])) return false;
        return tops[0].Paragraph == ratio.Paragraph && Keep(ratio, tops[0], bottoms[0], Quotient(ratio.Figure, tops[0].Figure, bottoms[0].Figure), Grade.Structural);
    }

    private bool Names(Mention value, string side)
    {
        var label = _frame.Label(value);
        return label.Contains(side, StringComparison.Ordinal) || (side == "乡" && label.Contains("农村", StringComparison.Ordinal));
    }

    private static bool Comparable(Mention top, Mention bottom) =>
        top.Figure.Unit.Fits(bottom.Figure.Unit) || (top.Figure.Unit.Kind == UnitKind.Count && bottom.Figure.Unit.Kind == UnitKind.Count);

    private static Outcome Quotient(Figure result, Figure top, Figure bottom) =>
        Interval.Divide(top.Range, bottom.Range) is { } range ? Outcome.Rate(result, top.Value / bottom.Value, range) : new Outcome(Agreement.Violated, null, null);

    private bool Keep(Mention ratio, Mention top, Mention bottom, Outcome outcome, Grade grade) =>
        claims.Add(ClaimType.Ratio, ratio, [top, bottom], outcome, grade, () => Wording.Ratio([top.Figure], [bottom.Figure], ratio.Figure, outcome));
}
