namespace Jiheng.Audit.Figures;

/// <summary>Reads numbers in Chinese numerals: 一百二十三万, 三千, 两.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Whether <paramref name="c"/> can be part of a number in words.</summary>
    public static bool IsPart(char c) => c is '零' or '两' or '十' or '百' or '千' or '万' or '亿' or '〇' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    /// <summary>Value of one digit, -1 when <paramref name="c"/> is none.</summary>
    public static int Digit(char c) => c switch { '零' => 0, '两' => 2, _ => Digits.IndexOf(c) };

    /// <summary>
    /// Reads all of <paramref name="text"/>. Digits in a row (二〇二四, 一二三) name a year or a list, not a quantity,
    /// and a multiplier without a digit (万, 千) is none either; 十 alone is ten.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.Length == 0 || text[0] is '百' or '千' or '万' or '亿' or '零' or '〇') return false;
        decimal section = 0, digit = -1;
        foreach (var c in text)
        {
            switch (c)
            {
                case '十' or '百' or '千':
                    section += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                    digit = -1;
                    break;
                case '万' or '亿':
                    section += Math.Max(digit, 0);
                    value = c == '万' ? value + section * 1_0000m : (value + section) * 1_0000_0000m;
                    if (value > Interval.Limit) return false;
                    (section, digit) = (0, -1);
                    break;
                default:
                    if (digit > 0) return false;
                    digit = Digit(c);
                    break;
            }
        }
        value += section + Math.Max(digit, 0);
        return true;
    }
}
