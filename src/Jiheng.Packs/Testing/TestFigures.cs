using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Testing;

/// <summary>Reads the facts of a test: figures by metric code, last year's behind '上年.'.</summary>
internal sealed class TestFigures(MetricCatalog catalog, int year, FaultLog log)
{
    private const string LastYear = "上年.";

    public FigureRow Read(Fields? fields)
    {
        var figures = new FigureRow(year, catalog);
        foreach (var entry in fields?.Map.Entries ?? [])
        {
            var isPrior = entry.Key.Text.StartsWith(LastYear, StringComparison.Ordinal);
            var code = isPrior ? entry.Key.Text[LastYear.Length..] : entry.Key.Text;
            if (!catalog.TryFind(code, out var metric))
                log.Add(PackFaultCode.UnknownMetric, entry.Key.Place, $"没有数据项“{code}”。", catalog.Nearest(code));
            else if (Figure(fields!, entry, metric) is { } figure) figures.Set(metric, figure, isPrior ? 1 : 0);
        }
        return figures;
    }

    private Figure? Figure(Fields fields, YamlEntry entry, Metric metric)
    {
        var text = (entry.Value as YamlText)?.Text;
        if (text == "不适用") return Model.Facts.Figure.Of(Fact(metric, FactState.NotApplicable, null));
        if (text == "暂无数据") return Model.Facts.Figure.Of(Fact(metric, FactState.NotAvailable, null));
        if (fields.Amount(entry.Key.Text) is not { } amount) return null;
        if (amount.Dimension == metric.Unit.Dimension) return Model.Facts.Figure.Of(Fact(metric, FactState.Given, amount));
        log.Add(PackFaultCode.UnitMismatch, entry.Value.Place, $"“{metric.Name}”的单位是“{metric.Unit}”，写的是“{amount.Unit}”。");
        return null;
    }

    private Fact Fact(Metric metric, FactState state, Amount? value) => new()
    {
        Key = new FactKey("", year, metric.Code, Member.All, Basis.Usual),
        State = state,
        Value = value,
    };
}
