using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Model.Measures;

namespace Jiheng.Audit.Known;

/// <summary>
/// Holds the figures of a text against all known facts of the same name, unit and year. A figure that agrees with one of
/// them, on whatever basis, is borne out; one that agrees with none is asked about, with every known value beside it, unless
/// its subject may have been said before and be narrower than its name.
/// </summary>
internal sealed class KnownCheck(ClaimSet claims, KnownFacts known)
{
    private const int MostNamed = 4;
    private const int Distinctive = 4;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly KnownLabels _labels = new(known.Facts);
    private readonly HashSet<Figure> _results = [.. claims.Claims.Where(c => c.Holds).Select(c => c.Result)];

    /// <summary>Raises the findings.</summary>
    public void Find()
    {
        var strange = new List<Figure>();
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is not (Role.Value or Role.Rate or Role.Share or Role.Prior) || mention.Figure.Bound != Bound.None) continue;
            var figure = mention.Figure;
            var (length, named) = _labels.Find(_frame.Label(mention));
            var facts = named.FindAll(f => Fits(figure, f.Value) && IsOfYear(mention, f));
            if (facts.Exists(f => !f.IsControl && Agrees(figure, f.Value)) || _results.Contains(figure)) continue;
            var isFirsthand = facts.Exists(f => !f.IsControl) && SaysItsSubject(mention, length);
            // A control or last year's figure under the very name excuses nothing; the same value under another name may be what is meant.
            if (isFirsthand && !known.Facts.Any(f => !f.IsControl && !named.Contains(f) && Fits(figure, f.Value) && Agrees(figure, f.Value))) Differ(mention, facts);
            else if (!isFirsthand && IsTelling(figure) && !known.Facts.Any(f => Fits(figure, f.Value) && Agrees(figure, f.Value))) strange.Add(figure);
        }
        if (strange.Count == 0) return;
        var some = string.Join("、", strange.Take(MostNamed).Select(f => f.Text));
        claims.Raise("JH2202", strange[0].Start, strange[0].End, $"文中{strange.Count}个数字在台账、评分表和上年数据里没有出处：{some}{(strange.Count > MostNamed ? "等" : "")}。");
    }

    /// <summary>
    /// Whether the name before a figure is all that it speaks of. '财政拨款预算数…，执行数…' leaves its subject out the second
    /// time, and a short name (签约率) behind other words takes its subject from them.
    /// </summary>
    private bool SaysItsSubject(Mention mention, int length)
    {
        var first = _frame.Back(mention).TakeWhile(m => m.Segment == mention.Segment).LastOrDefault();
        if (first is not null) return length >= Distinctive && _labels.Find(_frame.Label(first)).Facts.Count > 0;
        if (length >= Distinctive) return true;
        var before = _frame.Source.Text.AsSpan(_frame.Source.StartOf(mention.Paragraph)..mention.LabelStart);
        return KnownLabels.IsHarmless(before[(before.LastIndexOfAny("。！？；") + 1)..]);
    }

    private void Differ(Mention mention, List<KnownFact> facts)
    {
        var values = facts.Select(f => $"{f.Note}{f.Value}").Distinct(StringComparer.Ordinal).Take(MostNamed);
        claims.Raise("JH2201", mention.Figure.Start, mention.Figure.End, $"文中“{_frame.Label(mention)}”{mention.Figure.Text}；{string.Join("；", values)}。", null, "核对各处的口径（单位范围、资金口径、阶段）；口径相同的，改为一致");
    }

    /// <summary>上年 and an earlier year in front call for last year's facts; a figure of some other year is nobody's.</summary>
    private bool IsOfYear(Mention mention, KnownFact fact)
    {
        if (known.Year == 0) return mention.Role != Role.Prior;
        var year = mention.Role == Role.Prior ? known.Year - 1 : mention.Year == 0 ? known.Year : mention.Year;
        return year == (fact.Year == 0 ? known.Year : fact.Year);
    }

    private static bool Fits(Figure figure, Amount value) => figure.Unit.Kind switch
    {
        UnitKind.Money => value.Dimension.Kind == DimensionKind.Money,
        UnitKind.Percent => value.Dimension.Kind == DimensionKind.Ratio,
        UnitKind.Count or UnitKind.Physical => value.Dimension.BaseUnit == figure.Unit.Name,
        _ => false,
    };

    /// <summary>Whether the printed figure is the fact, rounded or cut off to either's places.</summary>
    private static bool Agrees(Figure figure, Amount value)
    {
        var factor = figure.Unit.Kind == UnitKind.Percent ? 100m : 1m;
        var (fact, rounding) = (value.Base * factor, value.Places > 0 ? FigureLexer.Number.Power(value.Places) * value.Unit.Factor * factor / 2m : 0m);
        var range = figure.IsWhole ? Interval.Exactly(figure.Value) : figure.RangeOrCut;
        return fact >= range.Low - rounding && fact <= range.High + rounding;
    }

    /// <summary>Small counts (两个方面, 3个科室) are told by the text itself.</summary>
    private static bool IsTelling(Figure figure) => figure.Unit.Kind is UnitKind.Money or UnitKind.Percent || (figure.Unit.IsAdditive && figure.Value >= 10m);
}
