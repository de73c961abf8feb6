using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Figures;

/// <summary>A quantity as printed in a text, with the values it may stand for.</summary>
public sealed class Figure
{
    private readonly SourceText? _source;
    private readonly Spot _at;
    private readonly string? _text;

    internal Figure(SourceText source, int start, int end) => (_source, Start, End) = (source, start, end);

    internal Figure(Spot at, string text) => (_at, _text) = (at, text);

    internal int Start { get; }

    internal int End { get; }

    /// <summary>Where it stands, number and unit.</summary>
    public Spot At => _source is null ? _at : _source.Spot(Start, End);

    /// <summary>As printed, with its unit.</summary>
    public string Text => _text ?? _source!.Text[Start..End];

    /// <summary>The number in base units: 元, 人, kilograms; rates in per cent.</summary>
    public decimal Value { get; internal init; }

    /// <summary>Base units in one of the printed unit: 10000 for 万元.</summary>
    public decimal Scale { get; internal init; } = 1m;

    /// <summary>Worth of the last printed digit, in base units.</summary>
    public decimal Step { get; internal init; }

    /// <summary>What is measured.</summary>
    public Unit Unit { get; internal init; } = Unit.None;

    /// <summary>What the words around it say about the number.</summary>
    public Bound Bound { get; internal init; }

    /// <summary>Whether it is written in Chinese numerals.</summary>
    public bool InWords { get; internal init; }

    /// <summary>Whether its unit was left out and taken over from its neighbours (32.49万 among 万元).</summary>
    public bool LacksUnit { get; internal init; }

    /// <summary>Decimal places printed.</summary>
    public int Places { get; internal init; }

    /// <summary>Whether it counts whole things, so that no rounding can excuse a difference.</summary>
    public bool IsWhole => (Unit.Kind is UnitKind.Count or UnitKind.None || Unit.Name == "天") && Places == 0 && Scale == 1m;

    /// <summary>The values that rounding to the printed digits allows.</summary>
    public Interval Range => new(Value - Slack, Value + Slack);

    /// <summary>How far the true value may lie from the printed one: half the last digit; 2 % after 约; nothing for things counted one by one.</summary>
    public decimal Slack => Bound == Bound.About ? Value * 0.02m : IsWhole ? 0m : Step * 0.5m;

    /// <summary>As <see cref="Range"/>, and the values that are cut off to the printed digits instead of rounded.</summary>
    public Interval RangeOrCut => Bound == Bound.About ? Range : new(Value - Step * 0.5m, Value + Step);

    /// <summary>The number in the printed unit.</summary>
    public decimal Printed => Value / Scale;

    /// <summary>The same figure with the unit of its neighbours, which was left out by mistake.</summary>
    internal Figure LackingUnit(Unit unit) => new(_source!, Start, End) { Value = Value, Scale = Scale, Step = Step, Unit = unit, Bound = Bound, InWords = InWords, Places = Places, LacksUnit = true };

    /// <summary>The same number in the unit that its label or a note above names.</summary>
    internal Figure In(Unit unit, decimal scale = 1m) => new(_source!, Start, End) { Value = Value * scale, Scale = Scale * scale, Step = Step * scale, Unit = unit, Bound = Bound, InWords = InWords, Places = Places };

    /// <summary>The same number in the unit that the last figure of its run carries for all: '上升2.15、下降0.79个百分点'.</summary>
    internal Figure Sharing(Figure last) =>
        new(_source!, Start, End) { Value = Value * last.Scale, Scale = last.Scale, Step = Step * last.Scale, Unit = last.Unit, Bound = Bound, InWords = InWords, Places = Places };

    /// <summary>A change or growth by its size; its sign is kept with the mention.</summary>
    internal Figure Unsigned() => new(_source!, Start, End) { Value = Math.Abs(Value), Scale = Scale, Step = Step, Unit = Unit, Bound = Bound, InWords = InWords, Places = Places };

    /// <summary>The figure without its sign.</summary>
    internal Figure Absolute() => new(At, Text) { Value = Math.Abs(Value), Scale = Scale, Step = Step, Unit = Unit, Bound = Bound, Places = Places };

    /// <summary>The same printed number in a unit that is <paramref name="factor"/> times as large.</summary>
    internal Figure Rescaled(decimal factor) => new(At, Text) { Value = Value * factor, Scale = Scale * factor, Step = Step * factor, Unit = Unit, Bound = Bound, InWords = InWords, Places = Places };

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>What the words around a number say about it.</summary>
public enum Bound
{
    /// <summary>Nothing: the number itself.</summary>
    None,

    /// <summary>约, 左右.</summary>
    About,

    /// <summary>超, 以上, 余, 不少于.</summary>
    AtLeast,

    /// <summary>近, 不足, 以内, 不超过.</summary>
    AtMost,

    /// <summary>One end of a printed range (1-9 个月).</summary>
    Range,
}
