using Jiheng.Documents.Packages;
using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>Writes a table of the document's body.</summary>
internal static class DocxTable
{
    private const int MostLinesKept = 12;

    /// <summary>
    /// Writes <paramref name="table"/> over the whole width. Head rows are repeated on each page; a row stays in one
    /// piece unless it is so long that this would leave a page half empty.
    /// </summary>
    public static void Write(Utf8Xml xml, Table table, bool landscape)
    {
        var grid = TableGrid.Of(table);
        if (grid.Columns == 0 || grid.Rows.Count == 0) return;
        var total = Typography.WidthOf(landscape);
        var widths = grid.Widths(table, total);
        var size = Typography.TableSize(grid.Columns, landscape);
        xml.Raw("<w:tbl><w:tblPr><w:tblW w:w=\""u8).Number(total)
            .Raw("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\""u8).Number(Typography.CellTop)
            .Raw("\" w:type=\"dxa\"/><w:left w:w=\""u8).Number(Typography.CellSide)
            .Raw("\" w:type=\"dxa\"/><w:bottom w:w=\""u8).Number(Typography.CellTop)
            .Raw("\" w:type=\"dxa\"/><w:right w:w=\""u8).Number(Typography.CellSide)
            .Raw("\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths) xml.Raw("<w:gridCol w:w=\""u8).Number(width).Raw("\"/>"u8);
        xml.Raw("</w:tblGrid>"u8);
        for (var r = 0; r < grid.Rows.Count; r++) WriteRow(xml, grid.Rows[r], r < grid.HeadRows, widths, size);
        xml.Raw("</w:tbl>"u8);
    }

    private static void WriteRow(Utf8Xml xml, GridRow row, bool repeated, int[] widths, int size)
    {
        xml.Raw("<w:tr><w:trPr>"u8);
        if (IsShort(row, widths, size)) xml.Raw("<w:cantSplit/>"u8);
        if (repeated) xml.Raw("<w:tblHeader/>"u8);
        xml.Raw("</w:trPr>"u8);
        foreach (var cell in row.Cells) WriteCell(xml, cell, row.Role, widths, size);
        xml.Raw("</w:tr>"u8);
    }

    private static bool IsShort(GridRow row, int[] widths, int size) =>
        row.Cells.All(c => c.Continued || TextMeasure.Lines(c.Cell.Text, (WidthOf(c, widths) - 2 * Typography.CellSide) / (size * 5)) <= MostLinesKept);

    private static int WidthOf(GridCell cell, int[] widths)
    {
        var width = 0;
        for (var i = 0; i < cell.ColumnSpan; i++) width += widths[cell.Column + i];
        return width;
    }

    private static void WriteCell(Utf8Xml xml, GridCell cell, RowRole role, int[] widths, int size)
    {
        xml.Raw("<w:tc><w:tcPr><w:tcW w:w=\""u8).Number(WidthOf(cell, widths)).Raw("\" w:type=\"dxa\"/>"u8);
        if (cell.ColumnSpan > 1) xml.Raw("<w:gridSpan w:val=\""u8).Number(cell.ColumnSpan).Raw("\"/>"u8);
        if (cell.RowSpan > 1) xml.Raw(cell.Continued ? "<w:vMerge/>"u8 : "<w:vMerge w:val=\"restart\"/>"u8);
        if (role == RowRole.Head) xml.Raw("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEFF2\"/>"u8);
        xml.Raw("<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\""u8)
            .Raw(role == RowRole.Data ? "Cell"u8 : "CellHead"u8).Number(size).Raw("\"/>"u8)
            .Raw(cell.Align switch { CellAlign.Right => "<w:jc w:val=\"right\"/>"u8, CellAlign.Centre => "<w:jc w:val=\"center\"/>"u8, _ => [] })
            .Raw("</w:pPr>"u8);
        if (!cell.Continued) DocxBody.WriteRuns(xml, cell.Cell.Runs);
        xml.Raw("</w:p></w:tc>"u8);
    }
}
