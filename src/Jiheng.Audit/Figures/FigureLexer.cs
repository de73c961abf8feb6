using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Figures;

/// <summary>Reads the number at one place of a text, with its scale and unit, and tells quantities from other numbers.</summary>
internal static class FigureLexer
{
    private const int MostDigits = 17;

    /// <summary>Whether a number may begin with <paramref name="c"/>.</summary>
    public static bool CanBegin(char c) => IsDigit(c) || ChineseNumeral.IsPart(c);

    /// <summary>ASCII and full-width digits.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    /// <summary>Reads at <paramref name="at"/>, which must satisfy <see cref="CanBegin"/>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="bounds">The paragraph that it stands in.</param>
    public static Lexeme Read(SourceText source, int at, (int Start, int End) bounds) =>
        IsDigit(source.Text[at]) ? ReadDigits(source, at, bounds) : ReadWords(source, at, bounds);

    private static Lexeme ReadDigits(SourceText source, int at, (int Start, int End) bounds)
    {
        var text = source.Text.AsSpan();
        var number = Number.Read(text, at, bounds.End);
        if (NotAFigure.Judge(text, at, number, bounds) is { } other) return other;

        var end = number.End;
        if (RangeEnd(text, end, bounds.End) is { } second)
        {
            // '1-9个月', '0-14岁', '80%～90%': neither end is a figure that could be added up.
            var after = SkipSpaces(text, second.End, bounds.End);
            if (NotAFigure.IsDateUnit(text, after, bounds.End)) return Lexeme.Other(after + 1);
            var length = UnitTable.Match(text[after..bounds.End], out _, out _);
            return Lexeme.Other(length > 0 ? after + length : second.End);
        }
        return IsNegative(text, at, bounds.Start)
            ? Finish(source, at - 1, -number.Value, number.Places, end, bounds, inWords: false)
            : Finish(source, at, number.Value, number.Places, end, bounds, inWords: false);
    }

    /// <summary>'利润总额-1.2亿元', '增长率为-1.13‰': one minus sign between words and number. At the start of a line it is a list mark.</summary>
    private static bool IsNegative(ReadOnlySpan<char> text, int at, int start) =>
        at - 2 >= start && text[at - 1] is '-' or '－' or '−' && (text[at - 2] is >= '\u4e00' and <= '\u9fff' or '（' or '(' or '：' or ':' or '，' or '、' or ' ');

    private static Lexeme ReadWords(SourceText source, int at, (int Start, int End) bounds)
    {
        var text = source.Text.AsSpan();
        var end = at;
        while (end < bounds.End && ChineseNumeral.IsPart(text[end])) end++;
        var run = text[at..end];
        if (run.SequenceEqual("百") && text[at..bounds.End].StartsWith("百分之", StringComparison.Ordinal)) return ReadPercent(source, at, bounds);
        if (at > bounds.Start && text[at - 1] is '第' or '分' or '之') return Lexeme.Other(end);
        if (end < bounds.End && text[end] is '是' or '、' or '分' && run.Length == 1) return Lexeme.Other(end);
        if (run.SequenceEqual("一") || !ChineseNumeral.TryRead(run, out var value)) return Lexeme.Other(end);
        var unitAt = end < bounds.End && text[end] is '余' or '多' or '几' ? end + 1 : end;
        if (UnitTable.Match(text[unitAt..bounds.End], out _, out _) == 0) return Lexeme.Other(end);
        // '由三方分担', '五方联动': parties, not cubic metres.
        if (text[unitAt] == '方' && !(unitAt + 1 < bounds.End && text[unitAt + 1] == '面')) return Lexeme.Other(end);
        return Finish(source, at, value, 0, end, bounds, inWords: true);
    }

    private static Lexeme ReadPercent(SourceText source, int at, (int Start, int End) bounds)
    {
        var text = source.Text.AsSpan();
        var end = at + 3;
        while (end < bounds.End && ChineseNumeral.IsPart(text[end])) end++;
        if (!ChineseNumeral.TryRead(text[(at + 3)..end], out var value)) return Lexeme.Other(at + 3);
        return Lexeme.Of(new Figure(source, at, end) { Value = value, Step = 1m, Unit = Unit.Percent, InWords = true, Bound = BoundAround(text, at, end, bounds) });
    }

    private static Lexeme Finish(SourceText source, int at, decimal value, int places, int end, (int Start, int End) bounds, bool inWords)
    {
        var text = source.Text.AsSpan();
        var (scale, afterScale) = Scale(text, end, bounds.End);
        var unitAt = SkipSpaces(text, afterScale, bounds.End);
        var length = UnitTable.Match(text[unitAt..bounds.End], out var unit, out var factor);
        if (length > 0) end = unitAt + length;
        else end = afterScale;
        if (length > 0) (unit, end) = WithDivisor(text, unit, end, bounds.End);
        scale *= factor;
        if (Math.Abs(value) > Interval.Limit / scale || (unit.IsRate && Math.Abs(value) * scale > Interval.RateLimit)) return Lexeme.Other(end);
        return Lexeme.Of(new Figure(source, at, end)
        {
            Value = value * scale,
            Scale = scale,
            Step = scale * Number.Power(places),
            Places = places,
            Unit = unit,
            InWords = inWords,
            Bound = BoundAround(text, at, end, bounds),
        });
    }

    private static (decimal Scale, int End) Scale(ReadOnlySpan<char> text, int at, int end)
    {
        var scale = 1m;
        var i = SkipSpaces(text, at, end);
        var from = i;
        while (i < end && scale < 1_0000_0000_0000m)
        {
            var factor = text[i] switch { '亿' => 1_0000_0000m, '万' => 1_0000m, '千' => 1000m, '百' => 100m, '余' or '多' => 1m, _ => 0m };
            if (factor == 0 || (factor == 1000m && i + 1 < end && text[i + 1] is '克' or '米' or '瓦')) break;
            scale *= factor;
            i++;
        }
        return i == from ? (1m, at) : (scale, i);
    }

    private static (Unit Unit, int End) WithDivisor(ReadOnlySpan<char> text, Unit unit, int at, int end)
    {
        if (at + 1 >= end || text[at] is not ('/' or '每')) return (unit, at);
        var length = UnitTable.Match(text[(at + 1)..end], out var per, out _);
        return length == 0 ? (unit, at) : (unit with { Per = per.Name }, at + 1 + length);
    }

    private static Bound BoundAround(ReadOnlySpan<char> text, int at, int end, (int Start, int End) bounds)
    {
        var before = text[bounds.Start..at];
        // 签约, 预约 and 节约 are verbs, 附近 is a place.
        if (before.EndsWith('约') && !(before.Length > 1 && before[^2] is '签' or '预' or '节' or '履' or '违' or '合' or '契' or '特' or '续')) return Bound.About;
        if (before.EndsWith('近') && !(before.Length > 1 && before[^2] is '附' or '临' or '最') || before.EndsWith("不足", StringComparison.Ordinal)) return Bound.AtMost;
        if (before.EndsWith('超') || before.EndsWith('逾')) return Bound.AtLeast;
        var after = text[end..bounds.End];
        if (after.StartsWith("左右", StringComparison.Ordinal)) return Bound.About;
        if (after.Length > 0 && (after[0] == '余' || after[0] == '多' && !(after.Length > 1 && IsDigit(after[1]))) || text[at..end].IndexOfAny('余', '多') >= 0) return Bound.AtLeast;
        if (after.StartsWith("以上", StringComparison.Ordinal) || after.StartsWith("及以上", StringComparison.Ordinal)) return Bound.AtLeast;
        return after.StartsWith("以下", StringComparison.Ordinal) || after.StartsWith("以内", StringComparison.Ordinal) ? Bound.AtMost : Bound.None;
    }

    private static Number? RangeEnd(ReadOnlySpan<char> text, int at, int end)
    {
        if (at < end && text[at] == '%' && at + 1 < end && text[at + 1] is '-' or '~' or '～' or '—' or '－' or '–') at++;
        if (at + 1 >= end || text[at] is not ('-' or '~' or '～' or '—' or '－' or '–' or '至')) return null;
        var next = at + 1;
        while (next < end && text[next] is '—' or '-') next++;
        return next < end && IsDigit(text[next]) ? Number.Read(text, next, end) : null;
    }

    /// <summary>First position from <paramref name="at"/> that holds no blank; at most two are skipped.</summary>
    internal static int SkipSpaces(ReadOnlySpan<char> text, int at, int end)
    {
        var i = at;
        while (i < end && i < at + 2 && text[i] is ' ' or '\u00A0' or '\u3000' or '\u2009') i++;
        return i < end && text[i] is ' ' or '\u00A0' or '\u3000' ? at : i;
    }

    /// <summary>The digits of one number.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Places">Decimal places.</param>
    /// <param name="End">Position after its last digit.</param>
    /// <param name="Digits">Digits before the decimal point.</param>
    internal readonly record struct Number(decimal Value, int Places, int End, int Digits)
    {
        /// <summary>Worth of a digit that stands <paramref name="places"/> behind the point.</summary>
        public static decimal Power(int places) => new(1, 0, 0, false, (byte)Math.Min(places, 20));

        /// <summary>Reads digits with thousands separators (a comma, or a thin or plain blank before exactly three digits) and decimals.</summary>
        public static Number Read(ReadOnlySpan<char> text, int at, int end)
        {
            long whole = 0;
            var digits = 0;
            var i = at;
            for (; i < end; i++)
            {
                if (IsDigit(text[i]))
                {
                    if (++digits <= MostDigits) whole = whole * 10 + (text[i] & 0xF);
                }
                else if (!IsSeparator(text, at, i, end)) break;
            }
            var places = 0;
            decimal value = whole;
            if (i + 1 < end && text[i] is '.' or '．' && IsDigit(text[i + 1]))
            {
                for (i++; i < end && IsDigit(text[i]); i++)
                {
                    if (digits + places >= MostDigits) continue;
                    whole = whole * 10 + (text[i] & 0xF);
                    places++;
                }
                value = whole * Power(places);
            }
            return new Number(value, places, i, digits);
        }

        private static bool IsSeparator(ReadOnlySpan<char> text, int at, int i, int end)
        {
            if (text[i] is not (',' or '，' or ' ' or '\u2009' or '\u00A0') || i + 3 >= end + 0 && i + 3 != end) return false;
            for (var k = 1; k <= 3; k++) if (i + k >= end || !IsDigit(text[i + k])) return false;
            if (i + 4 < end && IsDigit(text[i + 4])) return false;
            var head = 0;
            while (i - head - 1 >= at && IsDigit(text[i - head - 1])) head++;
            if (head is 0 or > 3 || (head < 3 && i - head - 1 >= at)) return false;
            // A full-width comma separates thousands only between full-width digits; elsewhere it is punctuation.
            return text[i] != '，' || text[i - 1] > '\u00FF';
        }
    }
}

/// <summary>What stands at a place where a number begins.</summary>
/// <param name="Figure">The quantity; <c>null</c> when the number is something else.</param>
/// <param name="End">Where to read on.</param>
/// <param name="Year">A calendar year, or 0.</param>
internal readonly record struct Lexeme(Figure? Figure, int End, int Year)
{
    /// <summary>A quantity.</summary>
    public static Lexeme Of(Figure figure) => new(figure, figure.End, 0);

    /// <summary>A number that is no quantity.</summary>
    public static Lexeme Other(int end) => new(null, end, 0);

    /// <summary>A calendar year.</summary>
    public static Lexeme Calendar(int year, int end) => new(null, end, year);
}
