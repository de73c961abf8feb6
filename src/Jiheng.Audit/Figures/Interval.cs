namespace Jiheng.Audit.Figures;

/// <summary>All values that a printed number may stand for: 8856.68 means [8856.675, 8856.685].</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Greatest value, not less than <paramref name="Low"/>.</param>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>Greatest magnitude that takes part in arithmetic; beyond it a figure is read but not computed with.</summary>
    public const decimal Limit = 1_0000_0000_0000_0000m;

    /// <summary>Smallest divisor; below it a quotient says nothing and would pass the range of exact arithmetic.</summary>
    public const decimal LeastDivisor = 0.000001m;

    /// <summary>Greatest rate, in per cent or times, that is read as one.</summary>
    public const decimal RateLimit = 10_0000_0000m;

    /// <summary>One value alone.</summary>
    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>Distance between the ends.</summary>
    public decimal Width => High - Low;

    /// <summary>Whether the two have a value in common.</summary>
    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>Sum of the two.</summary>
    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>Difference of the two.</summary>
    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>Product of two intervals without negative values.</summary>
    public static Interval operator *(Interval left, Interval right) => new(left.Low * right.Low, left.High * right.High);

    /// <summary>Multiplied by a factor above zero.</summary>
    public static Interval operator *(Interval left, decimal factor) => new(left.Low * factor, left.High * factor);

    /// <summary>Quotient of two intervals without negative values; <c>null</c> when the divisor may be zero.</summary>
    public static Interval? Divide(Interval left, Interval right) =>
        right.Low < LeastDivisor ? null : new(left.Low / right.High, left.High / right.Low);

    /// <summary>Sum of the two.</summary>
    public Interval Add(Interval other) => this + other;

    /// <summary>Difference of the two.</summary>
    public Interval Subtract(Interval other) => this - other;

    /// <summary>Product of the two.</summary>
    public Interval Multiply(Interval other) => this * other;
}
