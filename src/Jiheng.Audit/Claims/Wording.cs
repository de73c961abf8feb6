using System.Globalization;
using System.Text;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Writes computations as a reader would: '849 ÷ 919 = 92.38%'.</summary>
internal static class Wording
{
    /// <summary>A sum with its signs.</summary>
    public static string Sum(Mention whole, IReadOnlyList<Mention> parts, Outcome outcome, bool signed = false)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var minus = (signed || part.Role == Role.Change) && part.Sign < 0;
            if (text.Length > 0 || minus) text.Append(minus ? (text.Length > 0 ? " − " : "−") : " + ");
            if (part.Times > 1) text.Append(part.Times).Append(" × ");
            text.Append(part.Figure.Text);
        }
        return text.Append(" = ").Append(Result(whole.Figure, outcome)).ToString();
    }

    /// <summary>One operation between two figures.</summary>
    public static string Binary(Figure left, string sign, Figure right, Figure result, Outcome outcome) => $"{left.Text} {sign} {right.Text} = {Result(result, outcome)}";

    /// <summary>A quotient whose sides may be sums.</summary>
    public static string Ratio(IReadOnlyList<Figure> top, IReadOnlyList<Figure> bottom, Figure result, Outcome outcome) =>
        $"{Side(top)} ÷ {Side(bottom)} = {Result(result, outcome)}";

    /// <summary>The computed result in the unit of the printed one, with one digit more when it disagrees.</summary>
    public static string Result(Figure result, Outcome outcome)
    {
        if (outcome.Value is not { } value) return "无法计算";
        var unit = result.Unit.Kind is UnitKind.Percent ? "%" : UnitSuffix(result);
        return Number(value / (result.Unit.Kind == UnitKind.Percent ? 1m : result.Scale), Math.Max(result.Places, result.Unit.IsRate ? 2 : 0)) + unit;
    }

    /// <summary>A number without superfluous zeros, at most <paramref name="places"/> or, when it is finer, two more.</summary>
    public static string Number(decimal value, int places)
    {
        var rounded = Math.Round(value, Math.Min(places, 8), MidpointRounding.AwayFromZero);
        if (rounded != value && Math.Abs(value - rounded) * 1000m > Math.Abs(value)) rounded = Math.Round(value, Math.Min(places + 2, 10), MidpointRounding.AwayFromZero);
        return rounded.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private static string Side(IReadOnlyList<Figure> figures) =>
        figures.Count == 1 ? figures[0].Text : "(" + string.Join(" + ", figures.Select(f => f.Text)) + ")";

    private static string UnitSuffix(Figure figure)
    {
        var text = figure.Text.AsSpan();
        var i = text.Length;
        while (i > 0 && !FigureLexer.IsDigit(text[i - 1]) && !ChineseNumeral.IsPart(text[i - 1])) i--;
        while (i > 0 && text[i - 1] is '万' or '亿' or '千' or '百') i--;
        return text[i..].Trim().ToString();
    }
}
