using Jiheng.Model.Measures;

namespace Jiheng.Storage.Facts;

/// <summary>
/// Figures as the database keeps them: integers at the scale of their dimension (money in 分, ratios in 10⁻⁸, the rest in
/// 10⁻⁶), so that sums in SQL are exact. What does not fit is refused, never rounded.
/// </summary>
public static class StoredFigure
{
    /// <summary>Turns an amount into the integer that stands for it.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="stored">The integer; 0 when the amount does not fit.</param>
    /// <returns>Whether it fits and if not, why.</returns>
    public static StorageFit Of(Amount amount, out long stored)
    {
        stored = 0;
        try
        {
            var scaled = amount.Base * Scale(amount.Dimension);
            if (scaled != decimal.Truncate(scaled)) return StorageFit.TooManyPlaces;
            stored = decimal.ToInt64(scaled);
            return StorageFit.Fits;
        }
        catch (OverflowException)
        {
            return StorageFit.TooLarge;
        }
    }

    /// <summary>The amount that <paramref name="stored"/> stands for, as it was written.</summary>
    /// <param name="stored">What <see cref="Of"/> gave.</param>
    /// <param name="unit">The unit in which it was written.</param>
    /// <param name="places">The decimal places that were printed.</param>
    public static Amount Restore(long stored, MeasureUnit unit, int places)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Amount.FromBase(stored / Scale(unit.Dimension), unit, places);
    }

    /// <summary>Most decimal places that a figure in this unit may have: 2 for 元, 6 for 万元 and for %.</summary>
    public static int PlacesOf(MeasureUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var places = 0;
        for (var step = unit.Factor * Scale(unit.Dimension) / 10; step == decimal.Truncate(step); step /= 10) places++;
        return places;
    }

    private static decimal Scale(Dimension dimension)
    {
        var scale = 1m;
        for (var i = 0; i < dimension.StoredPlaces; i++) scale *= 10;
        return scale;
    }
}

/// <summary>Whether a figure can be kept exactly.</summary>
public enum StorageFit
{
    /// <summary>It can.</summary>
    Fits,

    /// <summary>It has more decimal places than its dimension keeps.</summary>
    TooManyPlaces,

    /// <summary>It is too large.</summary>
    TooLarge,
}
