namespace Jiheng.Audit.Figures;

/// <summary>Numbers that are no quantities: dates, years, document numbers, ordinals, list numbers, codes, phone numbers.</summary>
internal static class NotAFigure
{
    /// <summary>Whether a date unit stands at <paramref name="at"/>.</summary>
    public static bool IsDateUnit(ReadOnlySpan<char> text, int at, int end) =>
        at < end && text[at] is '年' or '月' or '日' or '号' or '时' or '周' or '届' or '季' || (at < end && text[at] == '点' && !(at + 1 < end && text[at + 1] is '以'));

    /// <summary>What the number is instead of a quantity; <c>null</c> when it is one.</summary>
    public static Lexeme? Judge(ReadOnlySpan<char> text, int at, FigureLexer.Number number, (int Start, int End) bounds)
    {
        var (start, end) = bounds;
        var i = number.End;
        var before = at > start ? text[at - 1] : '\n';
        var after = i < end ? text[i] : '\n';

        if (number.Digits > 16) return Lexeme.Other(i);
        if ((char.IsAsciiLetter(before) && !IsDeviceCount(text, at, number, bounds)) || before == '_') return Lexeme.Other(EndOfCode(text, i, end));
        if (before == '-' && at - 2 >= start && (char.IsAsciiLetter(text[at - 2]) || FigureLexer.IsDigit(text[at - 2]))) return Lexeme.Other(EndOfCode(text, i, end));
        if (char.IsAsciiLetter(after) && UnitTable.Match(text[i..end], out _, out _) == 0) return Lexeme.Other(EndOfCode(text, i, end));
        if (before is '第' or '〔' or '[' or '［' or '#' || after is '〕' or '号' or '#') return Lexeme.Other(i);
        if (after is '.' or '．' && i + 1 < end && FigureLexer.IsDigit(text[i + 1])) return Lexeme.Other(EndOfCode(text, i, end));
        if (number.Places == 0 && Calendar(text, number, end) is { } date) return date;
        return IsMarker(text, at, number, bounds) ? Lexeme.Other(i) : null;
    }

    /// <summary>'DR12台', 'CT3台': capital letters that name a device, then how many of it.</summary>
    private static bool IsDeviceCount(ReadOnlySpan<char> text, int at, FigureLexer.Number number, (int Start, int End) bounds) =>
        at - 2 >= bounds.Start && char.IsAsciiLetterUpper(text[at - 1]) && char.IsAsciiLetterUpper(text[at - 2]) && number.Places == 0 && number.End < bounds.End && text[number.End] is '台' or '套' or '辆' or '架';

    private static Lexeme? Calendar(ReadOnlySpan<char> text, FigureLexer.Number number, int end)
    {
        var i = FigureLexer.SkipSpaces(text, number.End, end);
        if (i >= end) return null;
        var year = number.Digits == 4 && number.Value is >= 1900 and <= 2100;
        if (text[i] == '年') return year ? Lexeme.Calendar((int)number.Value, i + 1) : Lexeme.Other(i + 1);
        if (text[i] is '月' or '日' or '时' or '届' || (text[i] == '点' && number.Value <= 24)) return Lexeme.Other(i + 1);
        // 2019-2021年, 1—9月, 3.15, 8:30
        if (text[i] is '-' or '—' or '－' or '至' or '～' or '~' or '–')
        {
            var j = i + 1;
            while (j < end && text[j] is '—' or '-') j++;
            if (j < end && FigureLexer.IsDigit(text[j]))
            {
                var second = FigureLexer.Number.Read(text, j, end);
                if (IsDateUnit(text, second.End, end)) return Lexeme.Other(second.End + 1);
                if (second.Digits >= 7 || (second.Digits == 4 && number.Digits == 4 && year)) return Lexeme.Other(second.End);
            }
        }
        return null;
    }

    private static bool IsMarker(ReadOnlySpan<char> text, int at, FigureLexer.Number number, (int Start, int End) bounds)
    {
        var (start, end) = bounds;
        var i = number.End;
        if (i >= end) return false;
        var before = at > start ? text[at - 1] : '\n';
        if (before is '（' or '(' && text[i] is '）' or ')' && number.Places == 0 && number.Digits <= 3) return true;
        if (number.Places > 0)
        {
            // '1.1财政拨款': a section number of two levels at the start of a line, when no unit follows it.
            return AtLineStart(text, at, start) && number.Digits <= 2 && number.Places <= 2
                && UnitTable.Match(text[i..end], out _, out _) == 0 && text[i] is not ('万' or '亿' or '千' or '百');
        }
        if (number.Digits > 2) return false;
        if (text[i] is '.' or '．' or '、') return i + 1 >= end || !FigureLexer.IsDigit(text[i + 1]);
        return text[i] is '）' or ')' && AtLineStart(text, at, start);
    }

    private static bool AtLineStart(ReadOnlySpan<char> text, int at, int start)
    {
        while (at > start && text[at - 1] is ' ' or '\t' or '\u3000' or '-') at--;
        return at == start;
    }

    private static int EndOfCode(ReadOnlySpan<char> text, int i, int end)
    {
        while (i < end && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '.' or '-' or '/' or '_' && i + 1 < end && char.IsAsciiLetterOrDigit(text[i + 1])))) i++;
        return i;
    }
}
