using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Weighing;

/// <summary>Recomputes results from operands by exact decimals, each with the interval that printing allows.</summary>
internal static class Check
{
    /// <summary>Σ sign × times × part.</summary>
    public static Outcome Sum(Figure whole, IReadOnlyList<(Figure Figure, int Factor)> parts)
    {
        var value = 0m;
        var allowed = Interval.Exactly(0m);
        foreach (var (figure, factor) in parts)
        {
            value += figure.Value * factor;
            var range = figure.Range * Math.Abs((decimal)factor);
            allowed = factor >= 0 ? allowed + range : allowed - range;
        }
        return Outcome.Additive(whole, value, allowed);
    }

    /// <summary>Minuend less subtrahend; the sign does not matter when <paramref name="either"/> way round is meant.</summary>
    public static Outcome Difference(Figure result, Figure minuend, Figure subtrahend, bool either)
    {
        var value = minuend.Value - subtrahend.Value;
        var allowed = minuend.Range - subtrahend.Range;
        if (either && value < 0) (value, allowed) = (-value, new Interval(-allowed.High, -allowed.Low));
        return Outcome.Additive(result, value, allowed);
    }

    /// <summary>Whether <see cref="Difference"/> can hold at all; most pairs that a search tries fail by far.</summary>
    public static bool MayBeDifference(Mention result, Mention minuend, Mention subtrahend) =>
        Math.Abs(minuend.Figure.Value - subtrahend.Figure.Value - result.Figure.Value) <= minuend.Slack + subtrahend.Slack + result.Slack;

    /// <summary>Numerator over the sum of the denominators, in the terms of the result: per cent, times or a plain quotient.</summary>
    public static Outcome Ratio(Figure result, IReadOnlyList<Figure> numerator, IReadOnlyList<Figure> denominator)
    {
        var factor = result.Unit.Kind is UnitKind.Percent or UnitKind.None ? 100m : 1m;
        var (top, topRange) = Total(numerator);
        var (bottom, bottomRange) = Total(denominator);
        if (bottom < Interval.LeastDivisor) return top == 0m && result.Value == 0m ? Outcome.Undefined : new Outcome(Claims.Agreement.Violated, null, null);
        var range = Interval.Divide(Positive(topRange), bottomRange) ?? Interval.Exactly(top / bottom);
        return Outcome.Rate(result, top / bottom * factor, range * factor);
    }

    /// <summary>Whether <see cref="Ratio"/> of two figures can hold at all; a few products decide what most pairs fail by.</summary>
    public static bool MayBeRatio(Figure result, Figure top, Figure bottom)
    {
        var factor = result.Unit.Kind is UnitKind.Percent or UnitKind.None ? 100m : 1m;
        var miss = top.Value * factor - result.Value * bottom.Value;
        var room = top.Slack * factor + bottom.Slack * (result.Value + result.Step) + (result.Step * 1.5m + result.Slack) * bottom.Value;
        return Math.Abs(miss) <= room;
    }

    /// <summary>Change over the earlier value, where the earlier value is the present one less the change.</summary>
    public static Outcome GrowthByChange(Figure result, Figure present, Figure change, int sign)
    {
        var prior = present.Value - sign * change.Value;
        if (prior < Interval.LeastDivisor) return Nothing(result, change);
        var c = Positive(change.Range);
        var v = Positive(present.Range);
        // c/(v-c) rises with c and falls with v; c/(v+c) likewise.
        var low = v.High - sign * c.Low;
        var high = v.Low - sign * c.High;
        var allowed = new Interval(low < Interval.LeastDivisor ? 0m : c.Low / low * 100m, high < Interval.LeastDivisor ? Interval.Limit : c.High / high * 100m);
        return Scale(result, change.Value / prior, allowed);
    }

    /// <summary>Change over a printed earlier value.</summary>
    public static Outcome GrowthOverPrior(Figure result, Figure change, Figure prior)
    {
        if (prior.Value < Interval.LeastDivisor) return Nothing(result, change);
        var range = Interval.Divide(Positive(change.Range), prior.Range) ?? Interval.Exactly(change.Value / prior.Value);
        return Scale(result, change.Value / prior.Value, range * 100m);
    }

    /// <summary>Present over earlier value, less one; a fall counts by its size.</summary>
    public static Outcome Growth(Figure result, Figure present, Figure prior)
    {
        if (prior.Value < Interval.LeastDivisor) return Nothing(result, present);
        var quotient = Interval.Divide(Positive(present.Range), prior.Range) ?? Interval.Exactly(present.Value / prior.Value);
        var value = present.Value / prior.Value - 1m;
        var allowed = new Interval((quotient.Low - 1m) * 100m, (quotient.High - 1m) * 100m);
        if (value < 0) (value, allowed) = (-value, new Interval(-allowed.High, -allowed.Low));
        return Scale(result, value, allowed);
    }

    /// <summary>Product of two figures, the second of which may be for so many of what the first counts (<paramref name="per"/>).</summary>
    public static Outcome Product(Figure result, Figure left, Figure right, decimal per = 1m)
    {
        if (left.Value != 0m && Math.Abs(right.Value) > Interval.Limit / Math.Abs(left.Value)) return new Outcome(Claims.Agreement.Violated, null, null);
        // A price of whole yuan is set, not rounded.
        var price = right.Unit.Kind == UnitKind.Money && right.Scale == 1m && right.Places == 0 && right.Bound == Bound.None ? Interval.Exactly(right.Value) : Positive(right.Range);
        var allowed = Positive(left.Range) * price;
        var outcome = Outcome.Rate(result, left.Value * right.Value / per, new Interval(allowed.Low / per, allowed.High / per));
        return result.Bound == Bound.None && outcome.How == Claims.Agreement.Truncation ? outcome with { How = Claims.Agreement.OperandRounding } : outcome;
    }

    /// <summary>Growth from nothing: 0 % of 0 contradicts nothing, all else cannot be.</summary>
    private static Outcome Nothing(Figure result, Figure other) =>
        result.Value == 0m && other.Value == 0m ? Outcome.Undefined : new Outcome(Claims.Agreement.Violated, null, null);

    private static Outcome Scale(Figure result, decimal quotient, Interval percent) => result.Unit.Kind == UnitKind.Times
        ? Outcome.Rate(result, quotient, percent * 0.01m)
        : Outcome.Rate(result, quotient * 100m, percent);

    private static (decimal Value, Interval Range) Total(IReadOnlyList<Figure> figures)
    {
        var (value, range) = (figures[0].Value, figures[0].Range);
        for (var i = 1; i < figures.Count; i++) (value, range) = (value + figures[i].Value, range + figures[i].Range);
        return (value, range);
    }

    private static Interval Positive(Interval interval) => new(Math.Max(interval.Low, 0m), Math.Max(interval.High, 0m));
}
