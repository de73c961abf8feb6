using Jiheng.Casework.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;
using Jiheng.Web.Wording;

namespace Jiheng.Web.Dossiers;

/// <summary>A line of the list of figures.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Part">Which part of it: an item on an axis, another unit; empty for the whole.</param>
/// <param name="Value">As printed; empty when <paramref name="State"/> says why there is none.</param>
/// <param name="State">Why there is no value; <c>null</c> when there is one.</param>
/// <param name="Prior">Last year's, as printed; empty when not reported.</param>
/// <param name="Basis">口径, or that it was computed.</param>
/// <param name="Source">Source and evidence, or the formula in words.</param>
/// <param name="Note">Remark; for a computed figure what was printed instead.</param>
/// <param name="IsContradicted">Whether something else was printed for a computed figure.</param>
public sealed record FigureLine(
    Metric Metric, string Part, string Value, Chip? State, string Prior, Chip Basis, string Source, string Note, bool IsContradicted = false)
{
    /// <summary>Whether the line holds a text.</summary>
    public bool Mentions(string text) =>
        Metric.Aliases.Append(Metric.Name).Append(Metric.Code).Append(Part).Append(Source).Append(Note).Append(Value)
            .Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The figures of one area: 财务, 资产 …</summary>
/// <param name="Name">Name of the area.</param>
/// <param name="Anchor">Id of its heading on the page.</param>
/// <param name="Lines">Its figures.</param>
public sealed record FigureArea(string Name, string Anchor, IReadOnlyList<FigureLine> Lines);

/// <summary>Lists a dossier's figures: the year's facts, and behind them what is computed from them.</summary>
public static class FigureList
{
    /// <summary>All lines, area by area, in the order of the metric dictionary.</summary>
    public static IReadOnlyList<FigureLine> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reported = file.Dossier.Facts
            .Where(f => f.Key.Year == file.Dossier.Year && f.Key.Basis.Stage != Stage.Control)
            .Select(f => Reported(file, f));
        var computed = file.Metrics.All.Select(m => Computed(file, m)).OfType<FigureLine>();
        return [.. reported.Concat(computed).OrderBy(l => Names.AreaOrder(l.Metric)).ThenBy(l => l.Metric.Index)];
    }

    /// <summary>Lines by area, in the order of their first line.</summary>
    public static IReadOnlyList<FigureArea> ByArea(IEnumerable<FigureLine> lines) =>
        [.. lines.GroupBy(l => Names.AreaOf(l.Metric)).Select((g, i) => new FigureArea(g.Key, $"area{i + 1}", [.. g]))];

    /// <summary>Which part of its metric a fact covers: an item, another unit; empty for the whole of the department.</summary>
    public static string PartOf(CaseFile file, FactKey key)
    {
        ArgumentNullException.ThrowIfNull(file);
        var unit = key.Subject == file.Dossier.Subject ? "" : file.Dossier.Units.First(u => u.Code == key.Subject).Name;
        return string.Join(" · ", new[] { unit, key.Member.IsAll ? "" : $"{key.Member.Axis}：{key.Member.Item}" }.Where(t => t.Length > 0));
    }

    private static FigureLine Reported(CaseFile file, Fact fact)
    {
        var before = file.Book.Find(fact.Key with { Year = fact.Key.Year - 1 })?.Value?.ToString() ?? "";
        var source = string.Join(" · ", new[] { fact.Source, fact.Evidence }.Where(t => t.Length > 0));
        return new(file.Metrics[fact.Key.Metric], PartOf(file, fact.Key), fact.Value?.ToString() ?? "", Chips.Of(fact.State), before, Chips.Of(fact.Key.Basis), source, fact.Note);
    }

    private static FigureLine? Computed(CaseFile file, Metric metric)
    {
        if (file.Metrics.FormulaOf(metric) is not { } formula) return null;
        var trace = Trace.Of(formula, file.Figures);
        var printed = file.ControlOf(metric);
        if (!trace.Result.IsComputed && printed is null) return null;
        var value = trace.Result.IsComputed ? FigureText.Of(trace.Result.Value, metric.Unit) : "";
        var note = printed?.Value is { } p ? $"报告所写：{p}" + (printed.Note.Length > 0 ? $"。{printed.Note}" : "") : "";
        return new(metric, "", value, trace.Result.IsComputed ? null : new("算不出", Tone.Look), "", new("计算", Tone.Info),
            trace.Result.IsComputed ? $"{trace.Words} = {trace.Numbers}" : trace.Result.Reason, note, printed is not null);
    }
}
