namespace Jiheng.Model.Schemes;

/// <summary>Points by the band in which the value lies.</summary>
/// <param name="Bands">The bands; they cover the values without overlap (checked when the pack is read).</param>
public sealed record BandsRule(IReadOnlyList<Band> Bands) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var value = input.Value!.Value;
        foreach (var band in Bands)
        {
            if (!band.Holds(value)) continue;
            var points = band.Points ?? input.Weight * band.Share!.Value;
            return new(Clamp(points, input.Weight), $"{N(input.Shown)}{input.Unit} 落在{band.Describe(input.Unit.Factor, input.Unit.Symbol)}，得 {N(points)}");
        }
        return new(0, $"{N(input.Shown)}{input.Unit} 不在任何一档，不得分");
    }
}

/// <summary>A band of values.</summary>
/// <param name="From">Lower end in base units; <c>null</c> for none.</param>
/// <param name="To">Upper end in base units; <c>null</c> for none.</param>
/// <param name="FromIncluded">Whether the lower end belongs to it.</param>
/// <param name="ToIncluded">Whether the upper end belongs to it.</param>
/// <param name="Points">Points given, or <c>null</c> when a share is.</param>
/// <param name="Share">Share of the weight given (1 is all), or <c>null</c> when points are.</param>
public sealed record Band(decimal? From, decimal? To, bool FromIncluded, bool ToIncluded, decimal? Points, decimal? Share)
{
    /// <summary>Whether a value in base units lies in it.</summary>
    public bool Holds(decimal value) =>
        (From is not { } from || (FromIncluded ? value >= from : value > from)) && (To is not { } to || (ToIncluded ? value <= to : value < to));

    /// <summary>As an interval: [90%, 100%].</summary>
    public string Describe(decimal factor, string unit)
    {
        string End(decimal? end) => end is { } e ? $"{(e / factor).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}{unit}" : "";
        if (From is null) return $"{End(To)}{(ToIncluded ? "及以下" : "以下")}";
        if (To is null) return $"{End(From)}{(FromIncluded ? "及以上" : "以上")}";
        return $"{(FromIncluded ? "[" : "(")}{End(From)}, {End(To)}{(ToIncluded ? "]" : ")")}";
    }
}

/// <summary>Full points at the base; each step beyond it on the given side costs points, down to 0.</summary>
/// <param name="Base">Where deduction begins, in base units.</param>
/// <param name="Side">On which side of the base points are lost.</param>
/// <param name="Step">Width of a step, in base units.</param>
/// <param name="Deduct">Points per step.</param>
/// <param name="Partial">What a step that is not full costs.</param>
public sealed record StepDeductRule(decimal Base, DeductSide Side, decimal Step, decimal Deduct, PartialStep Partial) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var value = input.Value!.Value;
        var away = Side switch
        {
            DeductSide.Over => Math.Max(0, value - Base),
            DeductSide.Under => Math.Max(0, Base - value),
            _ => Math.Abs(value - Base),
        };
        if (away == 0) return new(input.Weight, $"{N(input.Shown)}{input.Unit} 未越过 {N(Base / input.Unit.Factor)}{input.Unit}，得满分 {N(input.Weight)}");
        var steps = away / Step;
        steps = Partial switch { PartialStep.Ignore => Math.Floor(steps), PartialStep.Up => Math.Ceiling(steps), _ => steps };
        return new(Clamp(input.Weight - steps * Deduct, input.Weight),
            $"偏离 {N(Base / input.Unit.Factor)}{input.Unit} 共 {N(away / input.Unit.Factor)}，计 {N(steps)} 步，每步扣 {N(Deduct)}：{N(input.Weight)} − {N(steps)} × {N(Deduct)}");
    }
}

/// <summary>Side of the base on which points are lost.</summary>
public enum DeductSide
{
    /// <summary>Above it.</summary>
    Over,

    /// <summary>Below it.</summary>
    Under,

    /// <summary>On both sides.</summary>
    Both,
}

/// <summary>What a step that is not full costs.</summary>
public enum PartialStep
{
    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>As much as a full one.</summary>
    Up,

    /// <summary>Its share.</summary>
    Linear,
}
