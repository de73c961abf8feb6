using System.Globalization;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Weighing;

/// <summary>Slips of the pen between two printings of one number.</summary>
internal static class Slips
{
    /// <summary>The digits as printed, without leading zeros, point and separators.</summary>
    public static string DigitsOf(Figure figure) =>
        figure.Step <= 0m || Math.Abs(figure.Value) / figure.Step >= 1_0000_0000_0000_0000m ? "" : ((long)(Math.Abs(figure.Value) / figure.Step)).ToString(CultureInfo.InvariantCulture);

    /// <summary>How often each digit but 0 stands in <paramref name="digits"/>, four bits for each.</summary>
    public static ulong Multiset(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var set = 0UL;
        foreach (var c in digits) if (c != '0') set += 1UL << (4 * (c - '0'));
        return set;
    }

    /// <summary>The number that is left of <paramref name="digits"/> without the one at <paramref name="place"/>.</summary>
    public static long Without(string digits, int place)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var rest = 0L;
        for (var i = 0; i < digits.Length; i++) if (i != place) rest = rest * 10 + (digits[i] - '0');
        return rest;
    }

    /// <summary>Whether two neighbouring digits were exchanged: 2718.90 and 2781.90.</summary>
    public static bool IsSwap(Figure left, Figure right)
    {
        if (left.Step != right.Step || left.Value == right.Value) return false;
        var (a, b) = (DigitsOf(left), DigitsOf(right));
        if (a.Length != b.Length) return false;
        var at = 0;
        while (a[at] == b[at]) at++;
        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }

    /// <summary>Whether the same digits stand for another magnitude: 1205万元 and 12.05亿元.</summary>
    public static bool IsShift(Figure left, Figure right) =>
        left.Value != right.Value && DigitsOf(left) is var digits && digits == DigitsOf(right) && digits.AsSpan().TrimEnd('0').Length >= 4;
}
