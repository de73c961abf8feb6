namespace Jiheng.Model.Measures;

/// <summary>
/// How many places the three named rounding points of a scheme keep. Always half away from zero (四舍五入);
/// nothing else in the product rounds a figure, except where one is shown.
/// </summary>
/// <param name="Rate">Places of a percentage before it is scored.</param>
/// <param name="Score">Places of an indicator's score.</param>
/// <param name="Total">Whether the total is the sum of the rounded scores or is rounded from the exact ones.</param>
public sealed record Rounding(int Rate, int Score, TotalRounding Total)
{
    /// <summary>Two places each, total as the sum of the printed scores: what every known scheme does.</summary>
    public static Rounding Usual { get; } = new(2, 2, TotalRounding.SumOfScores);

    /// <summary>Rounds half away from zero to <paramref name="places"/> places.</summary>
    public static decimal HalfUp(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}

/// <summary>From what the total score is added up.</summary>
public enum TotalRounding
{
    /// <summary>From the scores as printed, so that the column of the form adds up.</summary>
    SumOfScores,

    /// <summary>From the exact scores, rounded once.</summary>
    ExactSum,
}
