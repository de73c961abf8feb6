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

    /// <summary>Whether one slip of the pen explains the difference: one digit, or two neighbours written the wrong way round.</summary>
    public static bool IsSlip(Figure result, decimal computed) => IsOneDigit(result, computed) || IsSwap(result, computed);

    /// <summary>Whether two neighbouring digits were exchanged: 2621 for 2261. The difference is then nine times a digit, followed by zeros.</summary>
    private static bool IsSwap(Figure result, decimal computed)
    {
        if (result.Step <= 0m) return false;
        var (a, b) = (Math.Abs(result.Value) / result.Step, Math.Abs(computed) / result.Step);
        if (a == b || a >= 1_0000_0000_0000_0000m || b >= 1_0000_0000_0000_0000m || b != decimal.Truncate(b)) return false;
        var (x, y) = ((long)a, (long)b);
        while (x % 10 == y % 10) (x, y) = (x / 10, y / 10);
        return x / 100 == y / 100 && x % 10 == y / 10 % 10 && y % 10 == x / 10 % 10;
    }

    /// <summary>Whether one changed digit explains the difference, where the rounding of the operands may hide up to three units of the last digit.</summary>
    public static bool IsOneDigit(Figure result, Outcome outcome)
    {
        if (outcome.Value is not { } computed || result.Step <= 0m) return false;
        if (IsOneDigit(result, computed)) return true;
        if (outcome.Allowed is not { } allowed || result.IsWhole) return false;
        var room = Math.Min(3m, decimal.Truncate(allowed.Width / 2m / result.Step + 0.5m));
        for (var k = 1m; k <= room; k++)
        {
            // Only a digit above the last one can be told from rounding.
            if (IsHigherDigit(result, computed + k * result.Step) || IsHigherDigit(result, computed - k * result.Step)) return true;
        }
        return false;
    }

    private static bool IsHigherDigit(Figure result, decimal computed) => Math.Abs(result.Value - computed) >= 10m * result.Step && IsOneDigit(result, computed);

    /// <summary>Digits printed, without leading and closing zeros.</summary>
    public static int Significant(Figure figure)
    {
        var count = Digits(figure);
        for (var n = figure.Step <= 0m ? 0m : decimal.Truncate(Math.Abs(figure.Value) / figure.Step); n >= 10m && n % 10m == 0m; n /= 10m) count--;
        return count;
    }

    /// <summary>Digits printed, without leading zeros.</summary>
    public static int Digits(Figure figure)
    {
        var count = 0;
        for (var n = figure.Step <= 0m ? 0m : decimal.Truncate(Math.Abs(figure.Value) / figure.Step); n >= 1m; n = decimal.Truncate(n / 10m)) count++;
        return count;
    }
}
