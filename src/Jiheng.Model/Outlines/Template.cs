using System.Globalization;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Outlines;

/// <summary>
/// A sentence with figures in it, read once and checked: text between braces is a variable, a formula or a list of items.
/// See <see cref="Outline"/> for what may stand there.
/// </summary>
public sealed class Template
{
    /// <summary>Variables that a template may name.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["department", "year", "next-year", "notice", "scheme", "score", "grade"];

    private Template(string source, IReadOnlyList<TemplatePiece> pieces) => (Source, Pieces) = (source, pieces);

    /// <summary>The text that was read.</summary>
    public string Source { get; }

    /// <summary>Its pieces in order.</summary>
    public IReadOnlyList<TemplatePiece> Pieces { get; }

    /// <summary>Reads a template; all its faults are told at once, with their offset in <paramref name="source"/>.</summary>
    public static TemplateReading Read(string source, MetricCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<TemplatePiece> pieces = [];
        List<FormulaFault> faults = [];
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('{', at);
            if (open < 0) open = source.Length;
            if (open > at) pieces.Add(new LiteralPiece(source[at..open]));
            if (open == source.Length) break;
            var close = source.IndexOf('}', open);
            if (close < 0)
            {
                faults.Add(new(FormulaFaultKind.Syntax, open, "“{”没有对应的“}”。"));
                break;
            }
            if (Piece(source[(open + 1)..close], open + 1, catalog, faults) is { } piece) pieces.Add(piece);
            at = close + 1;
        }
        return new(faults.Count == 0 ? new Template(source, pieces) : null, faults);
    }

    private static TemplatePiece? Piece(string text, int offset, MetricCatalog catalog, List<FormulaFault> faults)
    {
        if (Variables.Contains(text)) return new VariablePiece(text);
        var parts = text.Split('|');
        if (parts[0].Split(" by ") is [var code, var axis])
        {
            if (catalog.TryFind(code.Trim(), out var metric)) return new ItemsPiece(metric, axis.Trim());
            faults.Add(new(FormulaFaultKind.UnknownMetric, offset, $"没有数据项“{code.Trim()}”。", catalog.Nearest(code.Trim())));
            return null;
        }
        var (formula, found) = Formula.Read(parts[0], catalog);
        faults.AddRange(found.Select(f => f with
        {
            Position = f.Position + offset,
            Nearest = f.Nearest ?? (f.Kind == FormulaFaultKind.UnknownMetric ? Spelling.Nearest(parts[0], Variables) : null),
        }));
        var bare = parts.Length > 1 && parts[1].StartsWith('#');
        var symbol = parts.Length > 1 ? parts[1].TrimStart('#') : "";
        MeasureUnit? unit = null;
        if (symbol.Length > 0 && !MeasureUnit.TryParse(symbol, out unit))
            faults.Add(new(FormulaFaultKind.UnknownUnit, offset + parts[0].Length + 1, $"不认识的计量单位“{symbol}”。", Spelling.Nearest(symbol, MeasureUnit.KnownSymbols)));
        else if (unit is not null && formula is not null && unit.Dimension != formula.Dimension)
            faults.Add(new(FormulaFaultKind.UnitMismatch, offset + parts[0].Length + 1, $"算出的是“{formula.Dimension}”，不能印成“{unit}”。"));
        int? places = null;
        if (parts.Length > 2)
        {
            if (int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var p) && p <= 8) places = p;
            else faults.Add(new(FormulaFaultKind.Syntax, offset, "小数位数应为 0 到 8 的整数。"));
        }
        return formula is null ? null : new FigurePiece(formula, unit, bare, places);
    }

    /// <inheritdoc/>
    public override string ToString() => Source;
}

/// <summary>What reading a template gave: the template, or all its faults.</summary>
public sealed record TemplateReading(Template? Template, IReadOnlyList<FormulaFault> Faults);

/// <summary>A piece of a template.</summary>
public abstract record TemplatePiece;

/// <summary>Text as it stands.</summary>
public sealed record LiteralPiece(string Text) : TemplatePiece;

/// <summary>One of <see cref="Template.Variables"/>.</summary>
public sealed record VariablePiece(string Name) : TemplatePiece;

/// <summary>A figure.</summary>
/// <param name="Formula">What is printed.</param>
/// <param name="Unit">Unit to print it in; <c>null</c> for as reported, or the metric's own.</param>
/// <param name="Bare">Whether the unit is left out.</param>
/// <param name="Places">Decimal places; <c>null</c> for as reported.</param>
public sealed record FigurePiece(Formula Formula, MeasureUnit? Unit, bool Bare, int? Places) : TemplatePiece;

/// <summary>The items of a metric on an axis, each with its figure: 甲3万元、乙2万元.</summary>
public sealed record ItemsPiece(Metric Metric, string Axis) : TemplatePiece;
