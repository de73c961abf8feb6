using Jiheng.Model.Metrics;

namespace Jiheng.Model.Facts;

/// <summary>What is known of one metric for one subject and year: a value, or why there is none.</summary>
/// <remarks>The default value is 'not reported'. Not reported is never zero.</remarks>
public readonly record struct Figure
{
    private Figure(FigureState state, decimal value, Fact? fact) => (State, Value, Fact) = (state, value, fact);

    /// <summary>Whether there is a value and if not, why.</summary>
    public FigureState State { get; }

    /// <summary>The value in base units of the metric's dimension; 0 and meaningless unless <see cref="IsGiven"/>.</summary>
    public decimal Value { get; }

    /// <summary>The fact behind it; <c>null</c> for a sum over units or a computed figure.</summary>
    public Fact? Fact { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsGiven => State == FigureState.Given;

    /// <summary>Nobody reported it.</summary>
    public static Figure NotReported { get; }

    /// <summary>A value in base units.</summary>
    public static Figure Given(decimal value, Fact? fact = null) => new(FigureState.Given, value, fact);

    /// <summary>What a fact says.</summary>
    public static Figure Of(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.State switch
        {
            FactState.Given => new(FigureState.Given, fact.Value!.Value.Base, fact),
            FactState.NotApplicable => new(FigureState.NotApplicable, 0, fact),
            _ => new(FigureState.NotAvailable, 0, fact),
        };
    }
}

/// <summary>Whether a figure has a value.</summary>
public enum FigureState
{
    /// <summary>Nobody reported it.</summary>
    NotReported,

    /// <summary>There is a value.</summary>
    Given,

    /// <summary>The subject has no such thing.</summary>
    NotApplicable,

    /// <summary>Not known or withheld.</summary>
    NotAvailable,
}

/// <summary>The figures that formulas read: one subject, one year, with the years before within reach.</summary>
public interface IFigures
{
    /// <summary>The fiscal year in hand.</summary>
    int Year { get; }

    /// <summary>The figure of a metric that is not derived, <paramref name="yearsBack"/> years before <see cref="Year"/>.</summary>
    Figure Find(Metric metric, int yearsBack);

    /// <summary>The figures of a metric's items on one axis.</summary>
    IReadOnlyList<(string Item, Figure Figure)> Items(Metric metric, string axis, int yearsBack);
}
