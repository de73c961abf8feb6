using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Weighing;

/// <summary>What came out when a stated result was computed again.</summary>
/// <param name="How">Whether and how it agrees.</param>
/// <param name="Value">The computed result in base units; <c>null</c> when undefined.</param>
/// <param name="Allowed">What the rounding of the operands allows, in base units.</param>
internal readonly record struct Outcome(Agreement How, decimal? Value, Interval? Allowed)
{
    /// <summary>Whether the figures agree.</summary>
    public bool Holds => How != Agreement.Violated;

    /// <summary>Division by nothing: 0 ÷ 0 written as 0 % contradicts nothing.</summary>
    public static Outcome Undefined => new(Agreement.Undefined, null, null);

    /// <summary>Judges a sum or difference: the result may miss by what rounding allows.</summary>
    public static Outcome Additive(Figure result, decimal value, Interval allowed) =>
        value == result.Value ? new(Agreement.Exact, value, allowed)
        : !allowed.Meets(result.Range) ? new(Agreement.Violated, value, allowed)
        : new(Agreement.Rounding, value, allowed);

    /// <summary>Judges a rate: the result may be rounded or cut off.</summary>
    public static Outcome Rate(Figure result, decimal value, Interval allowed)
    {
        var half = result.Step / 2m;
        if (result.Bound == Bound.About) return new(allowed.Meets(result.Range) ? Agreement.Rounding : Agreement.Violated, value, allowed);
        if (value == result.Value) return new(Agreement.Exact, value, allowed);
        if (value >= result.Value - half && value <= result.Value + half) return new(Agreement.Rounding, value, allowed);
        if (value > result.Value && value < result.Value + result.Step) return new(Agreement.Truncation, value, allowed);
        // The cut-off range is open above: 0.75 is not 0.74 cut off.
        return new(allowed.Meets(result.RangeOrCut) && allowed.Low < result.RangeOrCut.High ? Agreement.OperandRounding : Agreement.Violated, value, allowed);
    }

    /// <summary>
    /// Whether agreement by chance is unlikely: the range in which such a result may lie, against the width that agrees
    /// and the number of readings tried, must leave <paramref name="digits"/> decimal digits of evidence.
    /// </summary>
    public bool Convinces(Figure result, int tried, int digits)
    {
        if (!Holds || Value is null) return false;
        var width = (How == Agreement.Exact ? 0m : Allowed?.Width ?? 0m) + (result.IsWhole ? 1m : result.Step * 1.5m);
        var range = result.Unit.IsRate || result.Unit.Kind == UnitKind.Point ? 100m : Math.Max(Math.Abs(result.Value), 1m);
        if (result.Unit.Kind == UnitKind.Times) range = 10m;
        var need = 1m;
        for (var i = 0; i < digits; i++) need *= 10m;
        return range >= width * tried * need;
    }
}
