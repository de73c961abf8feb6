namespace Jiheng.Audit.Figures;

/// <summary>What a figure of the text measures; two figures add up only when their units are the same.</summary>
/// <param name="Kind">Broad kind.</param>
/// <param name="Name">Base symbol: 元, %, 人, 平方米; empty for a bare number.</param>
/// <param name="Per">Base symbol of the divisor of a price or yield (公斤/亩), empty for none.</param>
public sealed record Unit(UnitKind Kind, string Name, string Per = "")
{
    /// <summary>A bare number.</summary>
    public static Unit None { get; } = new(UnitKind.None, "");

    /// <summary>Money in 元.</summary>
    public static Unit Money { get; } = new(UnitKind.Money, "元");

    /// <summary>Per cent.</summary>
    public static Unit Percent { get; } = new(UnitKind.Percent, "%");

    /// <summary>Percentage points.</summary>
    public static Unit Point { get; } = new(UnitKind.Point, "个百分点");

    /// <summary>Multiples (倍).</summary>
    public static Unit Times { get; } = new(UnitKind.Times, "倍");

    /// <summary>Whether it is a rate: per cent or a multiple.</summary>
    public bool IsRate => Kind is UnitKind.Percent or UnitKind.Times;

    /// <summary>Whether figures of this unit can be parts of a sum.</summary>
    public bool IsAdditive => (Kind is UnitKind.Money or UnitKind.Count or UnitKind.Physical) && Per.Length == 0;

    /// <summary>Whether the two measure the same thing.</summary>
    public bool Fits(Unit other) => ReferenceEquals(this, other) || (Kind == other.Kind && Name == other.Name && Per == other.Per);

    /// <inheritdoc/>
    public override string ToString() => Per.Length == 0 ? Name : $"{Name}/{Per}";
}

/// <summary>Broad kinds of unit.</summary>
public enum UnitKind
{
    /// <summary>A bare number.</summary>
    None,

    /// <summary>Money, in 元.</summary>
    Money,

    /// <summary>Per cent.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    Point,

    /// <summary>Multiples.</summary>
    Times,

    /// <summary>Counted people, cases and things.</summary>
    Count,

    /// <summary>Areas, lengths, weights, days of stay.</summary>
    Physical,

    /// <summary>Ages, years, hours: read, but never added up.</summary>
    Span,
}
