using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>The number of a section or list item.</summary>
/// <param name="Level">Sort of number, from the highest.</param>
/// <param name="Number">Its value.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last.</param>
/// <param name="AtLineStart">Whether it begins a line.</param>
internal readonly record struct Marker(MarkerLevel Level, int Number, int Start, int End, bool AtLineStart)
{
    /// <summary>The marker at <paramref name="at"/>; <c>null</c> for none.</summary>
    public static Marker? Read(ReadOnlySpan<char> text, int at, int end, bool atLineStart)
    {
        var c = text[at];
        if (c is '（' or '(') return Bracketed(text, at, end, atLineStart);
        if (c == '第') return Part(text, at, end, atLineStart);
        if (FigureLexer.IsDigit(c))
        {
            var number = FigureLexer.Number.Read(text, at, end);
            var i = number.End;
            var closes = i < end && text[i] is '、' or '.' or '．' && (i + 1 >= end || !FigureLexer.IsDigit(text[i + 1]) || (atLineStart && text[i] == '、'));
            return closes && number is { Places: 0, Digits: <= 2, Value: > 0 } ? new Marker(MarkerLevel.Digit, (int)number.Value, at, i + 1, atLineStart) : null;
        }
        var stop = at;
        while (stop < end && stop < at + 4 && ChineseNumeral.IsPart(text[stop])) stop++;
        if (stop == at || stop >= end || !ChineseNumeral.TryRead(text[at..stop], out var value) || value is < 1 or > 99) return null;
        if (text[stop] == '、' && atLineStart) return new Marker(MarkerLevel.Chinese, (int)value, at, stop + 1, atLineStart);
        return text[stop] == '是' && value <= 20 ? new Marker(MarkerLevel.Point, (int)value, at, stop + 1, atLineStart) : null;
    }

    private static Marker? Bracketed(ReadOnlySpan<char> text, int at, int end, bool atLineStart)
    {
        var stop = at + 1;
        while (stop < end && stop < at + 5 && (ChineseNumeral.IsPart(text[stop]) || FigureLexer.IsDigit(text[stop]))) stop++;
        if (stop == at + 1 || stop >= end || text[stop] is not ('）' or ')')) return null;
        var inner = text[(at + 1)..stop];
        if (FigureLexer.IsDigit(inner[0]))
        {
            var number = FigureLexer.Number.Read(text, at + 1, end);
            return number.End == stop && number.Value is > 0 and < 100 ? new Marker(MarkerLevel.DigitInBrackets, (int)number.Value, at, stop + 1, atLineStart) : null;
        }
        return ChineseNumeral.TryRead(inner, out var value) && value is >= 1 and <= 99 ? new Marker(MarkerLevel.ChineseInBrackets, (int)value, at, stop + 1, atLineStart) : null;
    }

    private static Marker? Part(ReadOnlySpan<char> text, int at, int end, bool atLineStart)
    {
        var stop = at + 1;
        while (stop < end && stop < at + 4 && ChineseNumeral.IsPart(text[stop])) stop++;
        if (!atLineStart || stop == at + 1 || !ChineseNumeral.TryRead(text[(at + 1)..stop], out var value)) return null;
        var rest = text[stop..end];
        return rest.StartsWith("部分", StringComparison.Ordinal) || rest.StartsWith('章') ? new Marker(MarkerLevel.Part, (int)value, at, stop + (rest[0] == '章' ? 1 : 2), true) : null;
    }
}

/// <summary>Sorts of number, from the highest level to the lowest.</summary>
internal enum MarkerLevel
{
    /// <summary>第一部分.</summary>
    Part,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>（一）.</summary>
    ChineseInBrackets,

    /// <summary>1. or 1、.</summary>
    Digit,

    /// <summary>（1）.</summary>
    DigitInBrackets,

    /// <summary>一是.</summary>
    Point,
}
