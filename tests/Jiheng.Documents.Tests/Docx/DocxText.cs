using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jiheng.Documents.Tests.Docx;

/// <summary>A docx as text: one line per paragraph with its style, one line per table row with its cells and spans.</summary>
internal static class DocxText
{
    public static string Of(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var text = new StringBuilder();
        foreach (var element in package.MainDocumentPart!.Document.Body!.Elements().SelectMany(e => e is SdtBlock sdt ? sdt.SdtContentBlock!.Elements() : [e]))
        {
            if (element is Paragraph paragraph) text.Append(Line(paragraph)).Append('\n');
            if (element is Table table)
                foreach (var row in table.Elements<TableRow>()) text.Append(Row(row)).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var mark = properties?.PageBreakBefore is null ? "" : "⏎ ";
        var size = properties?.SectionProperties?.GetFirstChild<PageSize>();
        var section = size is null ? "" : $" ══ {size.Orient?.InnerText ?? "portrait"}";
        var chart = paragraph.Descendants<Drawing>().Any() ? "（图）" : "";
        return $"{mark}[{properties?.ParagraphStyleId?.Val}] {Text(paragraph)}{chart}{section}";
    }

    private static string Row(TableRow row) =>
        (row.TableRowProperties?.GetFirstChild<TableHeader>() is null ? "| " : "|| ") + string.Join(" | ", row.Elements<TableCell>().Select(c =>
        {
            var merge = c.TableCellProperties!.VerticalMerge;
            var down = merge is null ? "" : merge.Val is null ? "↑" : "↓";
            return string.Join("/", c.Elements<Paragraph>().Select(Text)) + down + (c.TableCellProperties.GridSpan?.Val?.Value is { } span ? $"→{span}" : "");
        }));

    private static string Text(OpenXmlElement element) => string.Concat(element.Descendants().Select(e => e switch
    {
        Text t => t.Text,
        TabChar => "\t",
        Break => "/",
        _ => "",
    }));
}
