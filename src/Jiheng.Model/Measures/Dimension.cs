namespace Jiheng.Model.Measures;

/// <summary>
/// What kind of thing a figure measures. Two figures may be added or compared only when their dimensions are equal;
/// 万元 and 元 share one, 人 and 万元 do not.
/// </summary>
/// <remarks>
/// A dimension is named by its base unit: <c>元</c> for money, <c>1</c> for ratios (a percentage is a hundredth of it),
/// the measure word itself for counted things (人, 户, 份), and <c>元/人</c> for a quotient of two others.
/// The default value is no dimension at all and equals nothing but itself.
/// </remarks>
public readonly record struct Dimension
{
    private Dimension(string baseUnit, DimensionKind kind) => (BaseUnit, Kind) = (baseUnit, kind);

    /// <summary>Symbol of the base unit in which values of this dimension are computed.</summary>
    public string BaseUnit { get; }

    /// <summary>Broad kind: money, ratio, counted things, physical measure or quotient.</summary>
    public DimensionKind Kind { get; }

    /// <summary>Money, computed in 元.</summary>
    public static Dimension Money { get; } = new("元", DimensionKind.Money);

    /// <summary>Pure numbers and rates; 1 is 100 %.</summary>
    public static Dimension Ratio { get; } = new("1", DimensionKind.Ratio);

    /// <summary>Points of a score (分).</summary>
    public static Dimension Score { get; } = Count("分");

    /// <summary>Things counted with the measure word <paramref name="counter"/>, for example 人 or 份.</summary>
    public static Dimension Count(string counter) => new(counter, DimensionKind.Count);

    /// <summary>A physical measure with base unit <paramref name="baseUnit"/>, for example 平方米 or 公斤.</summary>
    public static Dimension Physical(string baseUnit) => new(baseUnit, DimensionKind.Physical);

    /// <summary>
    /// Decimal places kept in storage: 2 for money (分), 8 for ratios (10⁻⁶ of a per cent), 6 for all else.
    /// A figure with more places is refused, never rounded.
    /// </summary>
    public int StoredPlaces => Kind switch { DimensionKind.Money => 2, DimensionKind.Ratio => 8, _ => 6 };

    /// <summary>Dimension of a product. Ratios leave the other side as it is; 元/人 × 人 is 元.</summary>
    /// <returns><c>null</c> when the product means nothing here, for example 元 × 元.</returns>
    public Dimension? Times(Dimension other)
    {
        if (Kind == DimensionKind.Ratio) return other;
        if (other.Kind == DimensionKind.Ratio) return this;
        if (Kind == DimensionKind.Quotient && BaseUnit.EndsWith("/" + other.BaseUnit, StringComparison.Ordinal)) return Numerator;
        if (other.Kind == DimensionKind.Quotient && other.BaseUnit.EndsWith("/" + BaseUnit, StringComparison.Ordinal)) return other.Numerator;
        return null;
    }

    /// <summary>Dimension of a quotient. Equal dimensions, and any two kinds of counted things, give a ratio.</summary>
    /// <returns><c>null</c> when the quotient means nothing here, for example a ratio divided by money.</returns>
    public Dimension? Over(Dimension divisor)
    {
        if (this == divisor || (Kind == DimensionKind.Count && divisor.Kind == DimensionKind.Count)) return Ratio;
        if (divisor.Kind == DimensionKind.Ratio) return this;
        if (Kind is DimensionKind.Quotient or DimensionKind.Ratio || divisor.Kind == DimensionKind.Quotient) return null;
        return new($"{BaseUnit}/{divisor.BaseUnit}", DimensionKind.Quotient);
    }

    private Dimension Numerator => MeasureUnit.Parse(BaseUnit[..BaseUnit.IndexOf('/', StringComparison.Ordinal)]).Dimension;

    /// <summary>For messages: the base unit, or 比率 for ratios.</summary>
    public override string ToString() => Kind == DimensionKind.Ratio ? "比率" : BaseUnit ?? "无";
}

/// <summary>Broad kinds of dimension.</summary>
public enum DimensionKind
{
    /// <summary>No dimension; only the default value of <see cref="Dimension"/> has it.</summary>
    None,

    /// <summary>Money, in 元.</summary>
    Money,

    /// <summary>Pure numbers, rates and shares.</summary>
    Ratio,

    /// <summary>Counted people, cases or things.</summary>
    Count,

    /// <summary>Areas, lengths, weights, volumes.</summary>
    Physical,

    /// <summary>One dimension per another, for example 元/人.</summary>
    Quotient,
}
