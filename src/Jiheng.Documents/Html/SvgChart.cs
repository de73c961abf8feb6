using System.Globalization;
using System.Text;
using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Html;

/// <summary>
/// Draws a bar chart as inline SVG: lying bars, one group per category, its value at the end of each bar. Bars lie so
/// that long names stay readable on a narrow screen; colours come from the page's style sheet (classes s1, s2 …).
/// </summary>
internal static class SvgChart
{
    private const int Width = 720;
    private const int Bar = 18;
    private const int GroupGap = 14;
    private const int HalfCharacter = 7; // pixels of half a character of the 14 pixel font
    private const int SeriesClasses = 6;

    /// <summary>Writes the chart as a <c>figure</c> with title, legend and a description in words.</summary>
    public static void Write(StringBuilder html, Chart chart)
    {
        var labels = Math.Min(Width / 2, chart.Categories.Max(c => TextMeasure.Width(c)) * HalfCharacter + 10);
        var values = chart.Series.SelectMany(s => s.Values).OfType<decimal>().ToList();
        var (low, high) = (Math.Min(0m, values.DefaultIfEmpty().Min()), Math.Max(0m, values.DefaultIfEmpty().Max()));
        var places = ChartText.Places(chart);
        var figures = values.Select(v => Print(v, places).Length).DefaultIfEmpty().Max() * (HalfCharacter + 1) + 12;
        var scale = new Scale(low, high == low ? low + 1 : high, labels, Width - figures);
        var group = chart.Series.Count * Bar + GroupGap;
        var height = chart.Categories.Count * group + GroupGap / 2;

        html.Append("<figure class=\"chart\"><figcaption>");
        HtmlWriter.Encode(html, chart.Title);
        if (chart.Unit.Length > 0)
        {
            html.Append(" <span class=\"unit\">单位：");
            HtmlWriter.Encode(html, chart.Unit);
            html.Append("</span>");
        }
        html.Append("</figcaption>\n");
        if (chart.Series.Count > 1) WriteLegend(html, chart);
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"");
        HtmlWriter.Encode(html, ChartText.Describe(chart));
        html.Append("\">\n");
        for (var c = 0; c < chart.Categories.Count; c++) WriteGroup(html, chart, c, c * group + GroupGap / 2, scale);
        var zero = Pixels(scale.At(0));
        html.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{zero}\" y1=\"0\" x2=\"{zero}\" y2=\"{height}\"/>\n</svg></figure>\n");
    }

    private static void WriteGroup(StringBuilder html, Chart chart, int category, int top, Scale scale)
    {
        html.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{Pixels(scale.Left - 8)}\" y=\"{top + chart.Series.Count * Bar / 2 + 5}\" text-anchor=\"end\">");
        HtmlWriter.Encode(html, chart.Categories[category]);
        html.Append("</text>\n");
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var y = top + s * Bar;
            var values = chart.Series[s].Values;
            if (category >= values.Count || values[category] is not { } value)
            {
                html.Append(CultureInfo.InvariantCulture, $"<text class=\"missing\" x=\"{Pixels(scale.At(0) + 6)}\" y=\"{y + Bar - 5}\">未填报</text>\n");
                continue;
            }
            var (from, to) = value < 0 ? (scale.At(value), scale.At(0)) : (scale.At(0), scale.At(value));
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar s{s % SeriesClasses + 1}\" x=\"{Pixels(from)}\" y=\"{y + 1}\" width=\"{Pixels(to - from)}\" height=\"{Bar - 2}\"/>");
            html.Append(CultureInfo.InvariantCulture, $"<text class=\"value\" x=\"{Pixels(to + 6)}\" y=\"{y + Bar - 5}\">{Print(value, ChartText.Places(chart))}</text>\n");
        }
    }

    private static void WriteLegend(StringBuilder html, Chart chart)
    {
        html.Append("<ul class=\"legend\">");
        for (var s = 0; s < chart.Series.Count; s++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"s{s % SeriesClasses + 1}\">");
            HtmlWriter.Encode(html, chart.Series[s].Name);
            html.Append("</li>");
        }
        html.Append("</ul>\n");
    }

    private static string Print(decimal value, int places) => value.ToString($"F{places}", CultureInfo.InvariantCulture);

    private static string Pixels(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Maps values from Low to High onto pixels from Left to Right.</summary>
    private readonly record struct Scale(decimal Low, decimal High, decimal Left, decimal Right)
    {
        public decimal At(decimal value) => Left + (value - Low) * (Right - Left) / (High - Low);
    }
}
