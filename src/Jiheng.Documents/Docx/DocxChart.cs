using Jiheng.Documents.Packages;
using Jiheng.Documents.Typesetting;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Writes a chart as a native one: Word draws it, its colours and texts can be changed, and 'edit data' opens the
/// workbook that travels inside.
/// </summary>
internal static class DocxChart
{
    /// <summary>Colours of the series; they differ in lightness too, so that a black-and-white print tells them apart.</summary>
    private static readonly string[] _colours = ["2F5D8A", "8FB3D9", "C98A2B", "6B7A3A", "A8B0BA", "7A3B46"];

    private const string Sheet = "数据";

    /// <summary>Writes the parts of chart number <paramref name="number"/>: the drawing, its workbook and the link between them.</summary>
    public static void Write(PackageWriter package, Chart chart, int number)
    {
        using (var xml = package.Xml($"word/charts/chart{number}.xml")) WriteChart(xml, chart);
        using (var xml = package.Xml($"word/charts/_rels/chart{number}.xml.rels"))
            xml.Raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" Target=\"../embeddings/chart"u8)
                .Number(number).Raw(".xlsx\"/></Relationships>"u8);
        using var workbook = package.Open($"word/embeddings/chart{number}.xlsx");
        XlsxWriter.Write(DataOf(chart), workbook);
    }

    private static Workbook DataOf(Chart chart)
    {
        var head = new SheetRow([SheetCell.Of("", CellKind.Head), .. chart.Series.Select(s => SheetCell.Of(s.Name, CellKind.Head))]);
        var rows = chart.Categories.Select((name, i) => new SheetRow([SheetCell.Of(name), .. chart.Series.Select(s => SheetCell.Of(ValueAt(s, i), FormatOf(chart)))]));
        return new Workbook([new Sheet(Sheet, [30, .. chart.Series.Select(_ => 16)], [head, .. rows])]);
    }

    private static string FormatOf(Chart chart) => ChartText.Places(chart) is > 0 and var places ? "0." + new string('0', places) : "0";

    private static decimal? ValueAt(ChartSeries series, int i) => i < series.Values.Count ? series.Values[i] : null;

    private static void WriteChart(Utf8Xml xml, Chart chart)
    {
        var negative = chart.Series.Any(s => s.Values.Any(v => v < 0));
        // Long names do not fit side by side under columns, so the bars lie down.
        var lying = chart.Categories.Sum(c => TextMeasure.Width(c) + 2) > 80;
        xml.Raw("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"0\"/><a:t>"u8)
            .Text(chart.Unit.Length > 0 ? $"{chart.Title}（单位：{chart.Unit}）" : chart.Title)
            .Raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\""u8)
            .Raw(lying ? "bar"u8 : "col"u8).Raw("\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"u8);
        for (var i = 0; i < chart.Series.Count; i++) WriteSeries(xml, chart, i);
        xml.Raw("<c:gapWidth val=\"80\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>"u8);
        WriteAxes(xml, lying, negative);
        xml.Raw("<c:spPr><a:noFill/></c:spPr></c:plotArea>"u8);
        if (chart.Series.Count > 1) xml.Raw("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>"u8);
        xml.Raw("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1000\"><a:solidFill><a:srgbClr val=\"262626\"/></a:solidFill><a:latin typeface=\"宋体\"/><a:ea typeface=\"宋体\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"u8);
    }

    private static void WriteSeries(Utf8Xml xml, Chart chart, int number)
    {
        var series = chart.Series[number];
        var last = chart.Categories.Count + 1;
        var format = FormatOf(chart);
        xml.Raw("<c:ser><c:idx val=\""u8).Number(number).Raw("\"/><c:order val=\""u8).Number(number).Raw("\"/><c:tx><c:strRef><c:f>"u8);
        Range(xml, number + 1, 1, 1).Raw("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>"u8).Text(series.Name)
            .Raw("</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val=\""u8).Text(_colours[number % _colours.Length])
            .Raw("\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"u8);
        // Paper cannot be hovered over: the figures stand on the bars as long as there is room for them.
        if (chart.Categories.Count * chart.Series.Count <= 16)
            xml.Raw("<c:dLbls><c:numFmt formatCode=\""u8).Text(format).Raw("\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr><c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"u8);
        xml.Raw("<c:cat><c:strRef><c:f>"u8);
        Range(xml, 0, 2, last).Raw("</c:f><c:strCache><c:ptCount val=\""u8).Number(chart.Categories.Count).Raw("\"/>"u8);
        for (var i = 0; i < chart.Categories.Count; i++)
            xml.Raw("<c:pt idx=\""u8).Number(i).Raw("\"><c:v>"u8).Text(chart.Categories[i]).Raw("</c:v></c:pt>"u8);
        xml.Raw("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>"u8);
        Range(xml, number + 1, 2, last).Raw("</c:f><c:numCache><c:formatCode>"u8).Text(format).Raw("</c:formatCode><c:ptCount val=\""u8).Number(chart.Categories.Count).Raw("\"/>"u8);
        // A value that was not reported has no point: the bar is missing, not of height 0.
        for (var i = 0; i < chart.Categories.Count; i++)
            if (ValueAt(series, i) is { } value) xml.Raw("<c:pt idx=\""u8).Number(i).Raw("\"><c:v>"u8).Number(value).Raw("</c:v></c:pt>"u8);
        xml.Raw("</c:numCache></c:numRef></c:val></c:ser>"u8);
    }

    private static void WriteAxes(Utf8Xml xml, bool lying, bool negative) =>
        xml.Raw("<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\""u8).Raw(lying ? "maxMin"u8 : "minMax"u8)
            .Raw("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\""u8).Raw(lying ? "l"u8 : "b"u8)
            .Raw("\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"8C8C8C\"/></a:solidFill></a:ln></c:spPr><c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx><c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/>"u8)
            .Raw(negative ? [] : "<c:min val=\"0\"/>"u8)
            .Raw("</c:scaling><c:delete val=\"0\"/><c:axPos val=\""u8).Raw(lying ? "b"u8 : "l"u8)
            .Raw("\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val=\"1001\"/><c:crosses val=\""u8)
            .Raw(lying ? "max"u8 : "autoZero"u8).Raw("\"/><c:crossBetween val=\"between\"/></c:valAx>"u8);

    /// <summary>Writes a range of one column of the workbook, for example 数据!$B$2:$B$6.</summary>
    private static Utf8Xml Range(Utf8Xml xml, int column, int first, int last)
    {
        // 26 series and more would be no chart that anybody reads; the letters then go on as in a sheet.
        var letters = column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";
        xml.Text(Sheet).Raw("!$"u8).Text(letters).Raw("$"u8).Number(first);
        return last == first ? xml : xml.Raw(":$"u8).Text(letters).Raw("$"u8).Number(last);
    }
}
