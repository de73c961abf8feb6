using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Metrics;

/// <summary>Reads the parts of the metric dictionary into one catalogue.</summary>
internal sealed class MetricsReader(FaultLog log)
{
    private static readonly Dictionary<string, OverUnits> OverUnitsWords = new() { ["sum"] = OverUnits.Sum, ["none"] = OverUnits.None };
    private static readonly Dictionary<string, OverTime> OverTimeWords = new() { ["sum"] = OverTime.Sum, ["last"] = OverTime.Last, ["none"] = OverTime.None };
    private static readonly Dictionary<string, MetricHome> Homes = new() { ["reported"] = MetricHome.Reported, ["register"] = MetricHome.Register };

    private static readonly Dictionary<string, MetricSpan> Spans = new()
    {
        ["year"] = MetricSpan.CalendarYear,
        ["oct-sep"] = MetricSpan.OctoberToSeptember,
        ["point"] = MetricSpan.PointInTime,
    };

    private readonly List<Metric> _metrics = [];
    private readonly Dictionary<string, Fields> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Code, Place Place)> _labels = new(StringComparer.Ordinal);
    private readonly List<(Catalogue Catalogue, Fields Fields)> _catalogues = [];

    /// <summary>Takes in one document that begins with <c>metrics:</c>.</summary>
    public void Take(YamlMap document)
    {
        var fields = new Fields(document, log);
        var area = fields.Required("metrics");
        fields.Required("name");
        foreach (var entry in fields.Sections("list")) TakeMetric(entry, area);
        foreach (var catalogue in fields.Sections("catalogues")) _catalogues.Add((Catalogue(catalogue), catalogue));
        fields.Close();
    }

    /// <summary>The catalogue of everything taken in; faults of formulas are in the log.</summary>
    public (MetricCatalog Catalog, IReadOnlyList<Catalogue> Catalogues) Finish()
    {
        var catalog = new MetricCatalog(_metrics);
        foreach (var (metric, fault) in catalog.Faults)
        {
            if (_entries[metric.Code].Scalar("value") is { } text) log.Add(fault, text);
        }
        foreach (var (catalogue, fields) in _catalogues) CheckItems(catalogue, fields, catalog);
        return (catalog, [.. _catalogues.Select(c => c.Catalogue)]);
    }

    private void TakeMetric(Fields fields, string area)
    {
        var code = fields.Required("code");
        var isDerived = fields.Has("value");
        var metric = new Metric
        {
            Code = code,
            Name = fields.Required("name"),
            Unit = fields.Require("unit") ? fields.Unit("unit") ?? MeasureUnit.One : MeasureUnit.One,
            Aliases = [.. fields.Texts("aliases").Select(a => a.Text)],
            Expression = isDerived ? fields.Text("value") : null,
            OverUnits = isDerived ? OverUnits.Recompute : fields.Word("over-units", OverUnitsWords, OverUnits.Sum),
            OverTime = isDerived ? OverTime.None : fields.Word("over-time", OverTimeWords, OverTime.Sum),
            Span = fields.Word("span", Spans, MetricSpan.CalendarYear),
            Home = isDerived ? MetricHome.Derived : fields.Word("home", Homes, MetricHome.Reported),
            MayExceedWhole = fields.Flag("may-exceed"),
            Definition = fields.Text("definition"),
            Note = fields.Text("note"),
            Provenance = fields.Provenance(),
        };
        fields.Close();
        if (code.Length == 0) return;
        if (!code.StartsWith(area + ".", StringComparison.Ordinal))
            log.Add(PackFaultCode.WrongType, fields.PlaceOf("code"), $"代码“{code}”应以本文件的领域“{area}.”开头。");
        if (!_entries.TryAdd(code, fields))
        {
            log.Add(PackFaultCode.DuplicateMetric, fields.PlaceOf("code"), $"数据项“{code}”已在 {_entries[code].PlaceOf("code")} 定义。");
            return;
        }
        _metrics.Add(metric);
        foreach (var label in fields.Texts("aliases").Prepend(fields.Scalar("name")).OfType<YamlText>()) TakeLabel(label, code);
    }

    // A label that means two metrics would make every text that uses it ambiguous.
    private void TakeLabel(YamlText label, string code)
    {
        if (!_labels.TryAdd(label.Text, (code, label.Place)))
            log.Add(PackFaultCode.DuplicateMetric, label.Place, $"名称“{label.Text}”已用于数据项“{_labels[label.Text].Code}”（{_labels[label.Text].Place}）。");
    }

    private static Catalogue Catalogue(Fields fields)
    {
        List<CatalogueItem> items = [];
        foreach (var item in fields.Sections("items"))
        {
            item.Require("number");
            items.Add(new(item.Whole("number", 1, 9999) ?? 0, item.Required("name"), [.. item.Texts("metrics").Select(m => m.Text)]));
            item.Close();
        }
        var catalogue = new Catalogue(fields.Required("id"), fields.Required("name"), items, fields.Provenance(), fields.Text("note"));
        fields.Close();
        return catalogue;
    }

    private void CheckItems(Catalogue catalogue, Fields fields, MetricCatalog catalog)
    {
        foreach (var code in fields.Sections("items").SelectMany(i => i.Texts("metrics")).Where(c => !catalog.TryFind(c.Text, out _)))
            log.Add(PackFaultCode.UnknownMetric, code.Place, $"名录“{catalogue.Name}”里的数据项“{code.Text}”不存在。", catalog.Nearest(code.Text));
    }
}
