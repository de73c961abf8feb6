namespace Jiheng.Casework.Writing;

/// <summary>Numbers of headings by level: 一、（一）1.（1）, as GB/T 9704-2012 orders them.</summary>
internal static class HeadingNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int level, int number) => level switch
    {
        1 => $"{Chinese(number)}、",
        2 => $"（{Chinese(number)}）",
        3 => $"{number}.",
        _ => $"（{number}）",
    };

    /// <summary>1 to 99 in Chinese.</summary>
    public static string Chinese(int number)
    {
        var (tens, ones) = Math.DivRem(number, 10);
        var head = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return head + (ones == 0 && tens > 0 ? "" : Digits[ones]);
    }
}
