using System.Buffers;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.ScoreForms;

/// <summary>What a target demands, or an actual value states: ≥95%, 13所, 不超过90万元.</summary>
/// <param name="Sign">Which way the target is met; of an actual value <see cref="Sense.None"/>.</param>
/// <param name="Value">The number in base units of <paramref name="Unit"/>.</param>
/// <param name="Unit">Base unit as text; empty for none.</param>
internal readonly record struct FormValue(Sense Sign, decimal Value, string Unit)
{
    private const int LongestUnit = 5;

    private static readonly SearchValues<char> NotInUnits = SearchValues.Create("前后底内月日年至完成分以");

    private static readonly (string Word, Sense Sign)[] Openers =
    [
        ("大于或等于", Sense.AtLeast), ("小于或等于", Sense.AtMost), ("大于等于", Sense.AtLeast), ("小于等于", Sense.AtMost), ("不少于", Sense.AtLeast), ("不低于", Sense.AtLeast), ("不小于", Sense.AtLeast),
        ("不超过", Sense.AtMost), ("不高于", Sense.AtMost), ("不多于", Sense.AtMost), ("不大于", Sense.AtMost), ("至少", Sense.AtLeast), ("达到", Sense.AtLeast), ("控制在", Sense.AtMost), ("≥", Sense.AtLeast), (">=", Sense.AtLeast),
        ("≤", Sense.AtMost), ("<=", Sense.AtMost), (">", Sense.AtLeast), ("<", Sense.AtMost), ("==", Sense.Equal), ("=", Sense.Equal), ("等于", Sense.Equal),
    ];

    private static readonly (string Word, Sense Sign)[] Closers = [("及以上", Sense.AtLeast), ("以上", Sense.AtLeast), ("及以下", Sense.AtMost), ("以下", Sense.AtMost), ("以内", Sense.AtMost), ("之内", Sense.AtMost)];

    private static readonly string[] LowerIsBetter = ["成本", "控制率", "死亡率", "发病率", "发生率", "感染率", "投诉", "事故", "超支", "变动率", "违规", "时限", "天数", "时长", "费用", "差错"];
    private static readonly string[] HigherIsBetter = ["率", "满意度", "人数", "人次", "数量", "次数", "个数", "覆盖", "完成"];

    /// <summary>Reads a cell that holds one value and nothing else; <c>null</c> for words, dates, ranges and lists.</summary>
    /// <param name="text">The cell, without blanks.</param>
    public static FormValue? Read(string text)
    {
        var rest = text.AsSpan();
        var sign = Sense.None;
        foreach (var (word, meaning) in Openers)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal)) continue;
            sign = meaning;
            rest = rest[word.Length..];
            break;
        }
        foreach (var (word, meaning) in Closers)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal)) continue;
            sign = meaning;
            rest = rest[..^word.Length];
            break;
        }
        if (rest.Length == 0 || !FigureLexer.IsDigit(rest[0])) return null;
        var number = FigureLexer.Number.Read(rest, 0, rest.Length);
        if (number.Digits > 12) return null;
        var unit = rest[number.End..];
        if (unit.SequenceEqual("年") && number.Value is >= 1900m and <= 2100m) return null;
        return ReadUnit(unit) is var (name, factor) ? new FormValue(sign, number.Value * factor, name) : null;
    }

    /// <summary>Whether a cell holds a digit at all.</summary>
    public static bool HasNumber(string text) => text.AsSpan().ContainsAnyInRange('0', '9') || text.Contains("百分之", StringComparison.Ordinal);

    /// <summary>Which way an indicator is usually read by its name; a guess.</summary>
    public static Sense Usual(string indicator) =>
        Array.Exists(LowerIsBetter, w => indicator.Contains(w, StringComparison.Ordinal)) ? Sense.AtMost
        : Array.Exists(HigherIsBetter, w => indicator.Contains(w, StringComparison.Ordinal)) ? Sense.AtLeast : Sense.None;

    /// <summary>Whether <paramref name="actual"/> can be held against this target.</summary>
    public bool Fits(FormValue actual) =>
        Unit == actual.Unit || (Unit.Length == 0 && actual.Unit is not ("%" or "元")) || (actual.Unit.Length == 0 && Unit is not ("%" or "元"));

    /// <summary>Whether <paramref name="actual"/> meets this target read as <paramref name="sign"/>; <c>null</c> when that cannot be said.</summary>
    public bool? IsMetBy(FormValue actual, Sense sign) => sign switch
    {
        Sense.AtLeast => actual.Value >= Value,
        Sense.AtMost => actual.Value <= Value,
        // '=13所' with 14 done is more than asked for; '=0起' with 1 is not met.
        Sense.Equal when actual.Value == Value => true,
        Sense.Equal when actual.Value < Value || Value == 0m => false,
        _ => null,
    };

    private static (string Name, decimal Factor)? ReadUnit(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return ("", 1m);
        // '12月' is a time by which, not an amount.
        if (text is "年" or "月" or "日") return null;
        var scale = text[0] switch { '万' when text.Length > 1 => 1_0000m, '亿' when text.Length > 1 => 1_0000_0000m, _ => 1m };
        var own = scale == 1m ? text : text[1..];
        if (UnitTable.Match(text, out var unit, out var factor) == text.Length) return (unit.Name, factor);
        if (UnitTable.Match(own, out unit, out factor) == own.Length) return (unit.Name, scale * factor);
        if (own.Length > LongestUnit || own.ContainsAny(NotInUnits)) return null;
        foreach (var c in own) if (!char.IsLetter(c) && c != '/') return null;
        return (own.ToString(), scale);
    }
}

/// <summary>Which way a target is met.</summary>
internal enum Sense
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>At least the value.</summary>
    AtLeast,

    /// <summary>At most the value.</summary>
    AtMost,

    /// <summary>Just the value.</summary>
    Equal,
}
