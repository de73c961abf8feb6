using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Ledger.Bundles;

/// <summary><c>metrics.csv</c>: the metrics that only this dossier has.</summary>
internal static partial class MetricsFile
{
    private static readonly CsvColumn[] Columns = [new("编码"), new("名称"), new("计量单位"), new("公式", false), new("别名", false), new("说明", false)];

    /// <summary>Reads the own metrics and checks their formulas against those of the packs.</summary>
    public static OwnMetrics Read(string text, MetricCatalog packs, List<BundleFault> faults)
    {
        if (CsvSheet.Open(BundleFolder.Metrics, text, Columns, faults) is not { } sheet) return new([], packs, null);
        List<Metric> metrics = [];
        Dictionary<string, CsvRecord> rows = new(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var code = row.Needed("编码");
            var metric = ReadMetric(row, code);
            if (code.Length == 0) continue;
            if (rows.TryGetValue(code, out var first)) faults.Add(BundleFaults.MetricTwice(row.At("编码"), code, first.Line));
            else if (packs.TryFind(code, out _)) faults.Add(BundleFaults.MetricTwice(row.At("编码"), code, null));
            else
            {
                rows.Add(code, row);
                if (metric is not null) metrics.Add(metric);
            }
        }
        return OwnMetrics.Among(packs, metrics, rows.Keys, code => rows[code].At("公式"), faults);
    }

    /// <summary>Writes the own metrics in their order.</summary>
    public static string Write(IReadOnlyList<Metric> metrics)
    {
        var text = new StringBuilder();
        CsvTable.Append(text, Columns.Select(c => c.Name));
        foreach (var m in metrics)
            CsvTable.Append(text, m.Code, CsvText.Guard(m.Name), m.Unit.Symbol, m.Expression ?? "", CsvText.Guard(string.Join('；', m.Aliases)), CsvText.Guard(m.Definition));
        return text.ToString();
    }

    private static Metric? ReadMetric(CsvRecord row, string code)
    {
        var (name, symbol, expression) = (row.Text("名称").Trim(), row.Needed("计量单位"), row.Word("公式"));
        var aliases = Aliases(row.Text("别名"));
        var definition = row.Text("说明");
        if (name.Length == 0) row.Faults.Add(BundleFaults.Empty(row.At("名称")));
        if (code.Length > 0 && !Code().IsMatch(code)) row.Faults.Add(BundleFaults.BadCode(row.At("编码"), code));
        if (!MeasureUnit.TryParse(symbol, out var unit))
        {
            if (symbol.Length > 0) row.Faults.Add(BundleFaults.UnknownMeasure(row.At("计量单位"), symbol));
            return null;
        }
        return Own(code, name, unit, expression.Length > 0 ? expression : null, aliases, definition);
    }

    /// <summary>A metric of a dossier's own; what the file does not say follows from what it says.</summary>
    public static Metric Own(string code, string name, MeasureUnit unit, string? expression, IReadOnlyList<string> aliases, string definition) => new()
    {
        Code = code,
        Name = name,
        Unit = unit,
        Aliases = aliases,
        Expression = expression,
        Home = expression is null ? MetricHome.Reported : MetricHome.Derived,
        // A rate that somebody reports cannot be added up over units; a computed one is computed again.
        OverUnits = expression is not null ? OverUnits.Recompute : unit.Dimension.Kind == DimensionKind.Ratio ? OverUnits.None : OverUnits.Sum,
        Definition = definition,
    };

    /// <summary>Labels divided by ；.</summary>
    public static string[] Aliases(string text) => text.Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
    private static partial Regex Code();
}

/// <summary>The own metrics of a dossier among those of the packs.</summary>
/// <param name="Metrics">Those read without fault.</param>
/// <param name="Catalog">The packs' metrics and these.</param>
/// <param name="Declared">All codes of the file, faulty rows too, so that one fault does not bring others; <c>null</c> when the file could not be read.</param>
internal sealed record OwnMetrics(IReadOnlyList<Metric> Metrics, MetricCatalog Catalog, IReadOnlyCollection<string>? Declared)
{
    /// <summary>A dossier without metrics of its own.</summary>
    public static OwnMetrics None(MetricCatalog packs) => new([], packs, []);

    /// <summary>Puts own metrics, whose codes the packs do not have, among those of the packs and checks their formulas.</summary>
    public static OwnMetrics Among(MetricCatalog packs, IReadOnlyList<Metric> metrics, IReadOnlyCollection<string> declared, Func<string, BundlePlace> place, List<BundleFault> faults)
    {
        var catalog = packs.With(metrics);
        var codes = metrics.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(catalog.Faults.Where(f => codes.Contains(f.Metric.Code)).Select(f => BundleFaults.InFormula(place(f.Metric.Code), f.Fault)));
        return new(metrics, catalog, declared);
    }
}
