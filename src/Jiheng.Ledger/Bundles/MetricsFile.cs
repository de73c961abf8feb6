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
        var catalog = packs.With(metrics);
        foreach (var (metric, fault) in catalog.Faults)
        {
            if (rows.TryGetValue(metric.Code, out var row)) faults.Add(BundleFaults.InFormula(row.At("公式"), fault));
        }
        return new(metrics, catalog, rows.Keys);
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
        var aliases = row.Text("别名").Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var definition = row.Text("说明");
        if (name.Length == 0) row.Faults.Add(BundleFaults.Empty(row.At("名称")));
        if (code.Length > 0 && !Code().IsMatch(code)) row.Faults.Add(BundleFaults.BadCode(row.At("编码"), code));
        if (!MeasureUnit.TryParse(symbol, out var unit))
        {
            if (symbol.Length > 0) row.Faults.Add(BundleFaults.UnknownMeasure(row.At("计量单位"), symbol));
            return null;
        }
        return new Metric
        {
            Code = code,
            Name = name,
            Unit = unit,
            Aliases = aliases,
            Expression = expression.Length > 0 ? expression : null,
            Home = expression.Length > 0 ? MetricHome.Derived : MetricHome.Reported,
            // A rate that somebody reports cannot be added up over units; a computed one is computed again.
            OverUnits = expression.Length > 0 ? OverUnits.Recompute : unit.Dimension.Kind == DimensionKind.Ratio ? OverUnits.None : OverUnits.Sum,
            Definition = definition,
        };
    }

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
}
