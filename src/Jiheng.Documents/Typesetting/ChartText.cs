using System.Globalization;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Typesetting;

/// <summary>A chart in words, for those who cannot see it.</summary>
internal static class ChartText
{
    /// <summary>One sentence per series with all its values; what was not reported is called 未填报.</summary>
    public static string Describe(Chart chart) =>
        $"柱形图：{chart.Title}。" + string.Concat(chart.Series.Select(s => Describe(chart, s)));

    /// <summary>Decimal places that all figures of the chart are shown with: the most that any of its values has.</summary>
    public static int Places(Chart chart) => chart.Series.SelectMany(s => s.Values).OfType<decimal>().Select(v => (int)v.Scale).DefaultIfEmpty().Max();

    private static string Describe(Chart chart, ChartSeries series) =>
        $"{series.Name}：" + string.Join("，", chart.Categories.Select((name, i) =>
            i < series.Values.Count && series.Values[i] is { } value
                ? $"{name} {value.ToString(CultureInfo.InvariantCulture)}{chart.Unit}"
                : $"{name} 未填报")) + "。";
}
