using Jiheng.Audit.Figures;

namespace Jiheng.Audit.ScoreForms;

/// <summary>A bare number of a form: points, a weight, money in the form's unit, a rate.</summary>
/// <param name="Value">As printed; a rate of 87.6% is 87.6.</param>
/// <param name="Places">Decimal places printed.</param>
/// <param name="IsPercent">Whether a per cent sign follows.</param>
internal readonly record struct FormNumber(decimal Value, int Places, bool IsPercent)
{
    /// <summary>How far the true value may lie from the printed one; whole numbers, 6.00 too, are taken as they are.</summary>
    public decimal Slack => decimal.Truncate(Value) == Value ? 0m : FigureLexer.Number.Power(Places) * 0.5m;

    /// <summary>Half of the last printed digit.</summary>
    public decimal HalfStep => FigureLexer.Number.Power(Places) * 0.5m;

    /// <summary>Reads a cell that holds a number and at most a unit of the form or a remark in brackets: 10, 10分, 10%, 5（占位）.</summary>
    public static FormNumber? Read(string text)
    {
        var negative = text.Length > 1 && text[0] is '-' or '－' or '−';
        var start = negative ? 1 : 0;
        if (text.Length == start || !FigureLexer.IsDigit(text[start])) return null;
        var number = FigureLexer.Number.Read(text, start, text.Length);
        if (number.Digits > 15) return null;
        var rest = text.AsSpan(number.End);
        var percent = rest.StartsWith('%');
        if (percent || rest.StartsWith('分')) rest = rest[1..];
        else if (rest.StartsWith("万元", StringComparison.Ordinal)) rest = rest[2..];
        if (rest.Length > 0 && !(rest[0] is '（' or '(' && rest[^1] is '）' or ')')) return null;
        return new FormNumber(negative ? -number.Value : number.Value, number.Places, percent);
    }

    /// <summary>The points that a heading carries in brackets: 产出指标（50分）.</summary>
    public static FormNumber? InBrackets(string heading)
    {
        var open = heading.LastIndexOfAny(['（', '(']);
        return open > 0 && heading[^1] is '）' or ')' && heading[open..].Contains('分', StringComparison.Ordinal) && Read(heading[(open + 1)..^1]) is { Value: > 0m } number ? number : null;
    }

    /// <summary>Without trailing zeros.</summary>
    public override string ToString() => Show(Value) + (IsPercent ? "%" : "");

    /// <summary>A number without trailing zeros, at most four places.</summary>
    public static string Show(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
