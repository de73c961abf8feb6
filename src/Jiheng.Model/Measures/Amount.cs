using System.Globalization;

namespace Jiheng.Model.Measures;

/// <summary>
/// A figure as somebody wrote it: a decimal number, its unit and how many decimal places were printed.
/// Number and unit never travel apart.
/// </summary>
/// <remarks>
/// Equality is that of what was written: 1.00 万元 and 10000 元 are not equal amounts, but their <see cref="Base"/> is.
/// There is no amount for 'not reported'; see <c>FactState</c>.
/// </remarks>
public readonly record struct Amount
{
    /// <summary>Makes an amount of <paramref name="value"/> <paramref name="unit"/>.</summary>
    /// <param name="value">The number in front of the unit.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="places">Printed decimal places; by default those that <paramref name="value"/> carries.</param>
    public Amount(decimal value, MeasureUnit unit, int? places = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        Value = value;
        Unit = unit;
        Places = places ?? value.Scale;
    }

    /// <summary>The number as written, in <see cref="Unit"/>.</summary>
    public decimal Value { get; }

    /// <summary>The unit as written.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>Decimal places printed: 2 for 40.26 %.</summary>
    public int Places { get; }

    /// <summary>The value in the base unit of its dimension (元, 1, 人 …).</summary>
    public decimal Base => Value * Unit.Factor;

    /// <summary>What is measured.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>Makes an amount in <paramref name="unit"/> from a value in base units.</summary>
    public static Amount FromBase(decimal value, MeasureUnit unit, int? places = null) => new(value / unit.Factor, unit, places);

    /// <summary>The same quantity in another unit of the same dimension.</summary>
    /// <exception cref="DimensionMismatchException">The unit measures something else.</exception>
    public Amount In(MeasureUnit unit)
    {
        if (unit.Dimension != Dimension) throw new DimensionMismatchException(unit, Unit);
        return FromBase(Base, unit);
    }

    /// <summary>Adds; the right side is converted into the unit of the left.</summary>
    /// <exception cref="DimensionMismatchException">The two measure different things.</exception>
    public static Amount operator +(Amount left, Amount right) => new(left.Value + right.In(left.Unit).Value, left.Unit);

    /// <summary>Subtracts; the right side is converted into the unit of the left.</summary>
    /// <exception cref="DimensionMismatchException">The two measure different things.</exception>
    public static Amount operator -(Amount left, Amount right) => new(left.Value - right.In(left.Unit).Value, left.Unit);

    /// <summary>Adds; see <c>operator +</c>.</summary>
    public Amount Add(Amount other) => this + other;

    /// <summary>Subtracts; see <c>operator -</c>.</summary>
    public Amount Subtract(Amount other) => this - other;

    /// <summary>Reads '12507.41 万元', '95%', '16 个'. Thousands separators are taken; a unit is required.</summary>
    /// <exception cref="FormatException">No number, no unit, or an unknown unit.</exception>
    public static Amount Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var amount) ? amount : throw new FormatException($"“{text}”不是带计量单位的数。应写成“12507.41 万元”这样。");
    }

    /// <summary>Reads as <see cref="Parse"/> does, without throwing.</summary>
    public static bool TryParse(string? text, out Amount amount)
    {
        amount = default;
        if (text is null) return false;
        var span = text.AsSpan().Trim();
        var end = 0;
        while (end < span.Length && (char.IsAsciiDigit(span[end]) || span[end] is '.' or ',' or '-' or '+')) end++;
        if (end == 0 || !decimal.TryParse(span[..end], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return false;
        if (!MeasureUnit.TryParse(span[end..].ToString(), out var unit)) return false;
        amount = new Amount(value, unit);
        return true;
    }

    /// <summary>As a report prints it: places as given, unit directly behind the number.</summary>
    public override string ToString() => Value.ToString("F" + Places, CultureInfo.InvariantCulture) + (Unit.Symbol == "1" ? "" : Unit.Symbol);
}

/// <summary>Two figures that measure different things were added, subtracted or compared.</summary>
public sealed class DimensionMismatchException : InvalidOperationException
{
    /// <summary>Names both units.</summary>
    public DimensionMismatchException(MeasureUnit left, MeasureUnit right)
        : base($"“{left}”与“{right}”量的不是同一种东西，不能相加、相减或比较。") { }

    /// <summary>Creates the exception without naming units.</summary>
    public DimensionMismatchException() { }

    /// <summary>Creates the exception with a message of one's own.</summary>
    public DimensionMismatchException(string message) : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public DimensionMismatchException(string message, Exception innerException) : base(message, innerException) { }
}
