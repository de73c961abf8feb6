using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Weighing;

/// <summary>Whether one slip of the pen explains a difference.</summary>
internal static class Repairs
{
    /// <summary>
    /// Whether one changed digit, in the result or in an operand, explains why <paramref name="computed"/> is not what is printed:
    /// the difference is one digit followed by zeros. Among numbers of n digits that happens by chance once in 10ⁿ ÷ 18n.
    /// </summary>
    public static bool IsOneDigit(Figure result, decimal computed)
    {
        if (result.Step <= 0m) return false;
        var steps = Math.Abs(result.Value - computed) / result.Step;
        if (steps == 0m || steps >= 1_0000_0000_0000_0000m || steps != decimal.Truncate(steps)) return false;
        var n = (long)steps;
        while (n % 10 == 0) n /= 10;
        return n < 10;
    }

    /// <summary>Digits printed, without leading zeros.</summary>
    public static int Digits(Figure figure)
    {
        var count = 0;
        for (var n = figure.Step <= 0m ? 0m : decimal.Truncate(Math.Abs(figure.Value) / figure.Step); n >= 1m; n = decimal.Truncate(n / 10m)) count++;
        return count;
    }
}
