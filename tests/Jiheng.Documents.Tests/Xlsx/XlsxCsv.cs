using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Jiheng.Documents.Tests.Xlsx;

/// <summary>A workbook as CSV, sheet after sheet; numbers carry their format, merged ranges follow the cells.</summary>
internal static class XlsxCsv
{
    public static string Of(byte[] xlsx)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var book = package.WorkbookPart!;
        var formats = book.WorkbookStylesPart!.Stylesheet.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!) ?? [];
        var styles = book.WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>().Select(f => formats.GetValueOrDefault(f.NumberFormatId!.Value, "")).ToList();
        var csv = new StringBuilder();
        foreach (var sheet in book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
        {
            csv.Append('#').Append(sheet.Name).Append('\n');
            var part = (WorksheetPart)book.GetPartById(sheet.Id!);
            foreach (var row in part.Worksheet.Descendants<Row>())
                csv.AppendJoin(',', row.Elements<Cell>().Select(c => c.CellValue is { } v ? $"{v.Text}[{styles[(int)c.StyleIndex!.Value]}]" : c.InnerText)).Append('\n');
            csv.Append(string.Join(' ', part.Worksheet.Descendants<MergeCell>().Select(m => m.Reference))).Append('\n');
        }
        return csv.ToString();
    }
}
