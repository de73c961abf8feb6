using Jiheng.Documents.Packages;
using Jiheng.Documents.Typesetting;

namespace Jiheng.Documents.Xlsx;

/// <summary>Writes one sheet's part.</summary>
internal sealed class SheetPart(Utf8Xml xml, StyleSheet styles)
{
    private const int LineHeight = 15; // points, of an 11 point font
    private const int MostHeight = 400; // points; Excel allows 409
    private readonly List<(int Row, int Column, int LastRow, int LastColumn)> _merges = [];

    /// <summary>Writes <paramref name="sheet"/>.</summary>
    public void Write(Sheet sheet, bool selected)
    {
        xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\""u8)
            .Raw(selected ? " tabSelected=\"1\""u8 : [])
            .Raw(" workbookViewId=\"0\""u8);
        if (sheet.HeadRows > 0)
        {
            xml.Raw("><pane ySplit=\""u8).Number(sheet.HeadRows).Raw("\" topLeftCell=\"A"u8).Number(sheet.HeadRows + 1)
                .Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);
        }
        else
        {
            xml.Raw("/></sheetViews>"u8);
        }
        xml.Raw("<sheetFormatPr defaultRowHeight=\"18\"/>"u8);
        WriteColumns(sheet.ColumnWidths);
        WriteRows(sheet);
        WriteMerges();
        // One page wide, as many as it takes high.
        xml.Raw("<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.6\" right=\"0.6\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.4\"/><pageSetup paperSize=\"9\" orientation=\""u8)
            .Raw(sheet.Landscape ? "landscape"u8 : "portrait"u8)
            .Raw("\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>"u8);
    }

    private void WriteColumns(IReadOnlyList<int> widths)
    {
        if (widths.Count == 0) return;
        xml.Raw("<cols>"u8);
        for (var i = 0; i < widths.Count; i++)
            xml.Raw("<col min=\""u8).Number(i + 1).Raw("\" max=\""u8).Number(i + 1).Raw("\" width=\""u8).Number(widths[i]).Raw("\" customWidth=\"1\"/>"u8);
        xml.Raw("</cols>"u8);
    }

    private void WriteRows(Sheet sheet)
    {
        // For each column, the style of a cell from above that still covers it, and for how many rows.
        var above = new List<(int Style, int RowsLeft)>();
        var heights = Heights(sheet);
        xml.Raw("<sheetData>"u8);
        var r = 0;
        foreach (var row in sheet.Rows)
        {
            xml.Raw("<row r=\""u8).Number(r + 1);
            if (heights[r] > 0) xml.Raw("\" ht=\""u8).Number(heights[r]).Raw("\" customHeight=\"1"u8);
            xml.Raw("\">"u8);
            WriteRow(row, r++, above);
            xml.Raw("</row>"u8);
        }
        xml.Raw("</sheetData>"u8);
    }

    private void WriteRow(SheetRow row, int r, List<(int Style, int RowsLeft)> above)
    {
        var next = 0;
        for (var c = 0; next < row.Cells.Count || c < above.Count; c++)
        {
            if (c < above.Count && above[c].RowsLeft > 0)
            {
                Start(r, c, above[c].Style).Raw("/>"u8);
                above[c] = (above[c].Style, above[c].RowsLeft - 1);
                continue;
            }
            if (next == row.Cells.Count) continue;
            var cell = row.Cells[next++];
            var style = styles.NumberOf(cell);
            WriteCell(cell, r, c, style);
            var last = c + Math.Max(1, cell.ColumnSpan) - 1;
            if (cell.ColumnSpan > 1 || cell.RowSpan > 1) _merges.Add((r, c, r + Math.Max(1, cell.RowSpan) - 1, last));
            while (above.Count <= last) above.Add((0, 0));
            for (var covered = c; covered <= last; covered++)
            {
                above[covered] = (style, Math.Max(1, cell.RowSpan) - 1);
                // Covered cells carry the style too, or the frame of the merged cell would have gaps.
                if (covered > c) Start(r, covered, style).Raw("/>"u8);
            }
            c = last;
        }
    }

    private void WriteCell(SheetCell cell, int row, int column, int style)
    {
        Start(row, column, style);
        if (cell.Number is { } number) xml.Raw("><v>"u8).Number(number).Raw("</v></c>"u8);
        else if (cell.Text is { } text) xml.Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8).Text(text).Raw("</t></is></c>"u8);
        else xml.Raw("/>"u8);
    }

    private Utf8Xml Start(int row, int column, int style) =>
        Address(xml.Raw("<c r=\""u8), row, column).Raw("\" s=\""u8).Number(style).Raw("\""u8);

    private void WriteMerges()
    {
        if (_merges.Count == 0) return;
        xml.Raw("<mergeCells count=\""u8).Number(_merges.Count).Raw("\">"u8);
        foreach (var (row, column, lastRow, lastColumn) in _merges)
        {
            Address(xml.Raw("<mergeCell ref=\""u8), row, column).Raw(":"u8);
            Address(xml, lastRow, lastColumn).Raw("\"/>"u8);
        }
        xml.Raw("</mergeCells>"u8);
    }

    /// <summary>
    /// Height that each row needs in points, or 0 for a row of single lines. Spreadsheet programs fit a row to wrapped
    /// text when it is edited, not when a file is opened, and never to text in a merged cell.
    /// </summary>
    private static int[] Heights(Sheet sheet)
    {
        var lines = new List<int>();
        var tall = new List<(int First, int Last, int Lines)>();
        var hanging = new List<int>(); // for each column, the first row that no cell from above covers
        foreach (var row in sheet.Rows)
        {
            var (r, column, most) = (lines.Count, 0, 1);
            foreach (var cell in row.Cells)
            {
                while (column < hanging.Count && hanging[column] > r) column++;
                var width = 0;
                for (var i = 0; i < Math.Max(1, cell.ColumnSpan); i++, column++)
                {
                    width += column < sheet.ColumnWidths.Count ? sheet.ColumnWidths[column] : 9;
                    while (hanging.Count <= column) hanging.Add(0);
                    hanging[column] = r + Math.Max(1, cell.RowSpan);
                }
                var needed = cell.Text is null ? 1 : TextMeasure.Lines(cell.Text, width - 1);
                if (cell.Kind == CellKind.Title) needed = 2;
                if (cell.RowSpan > 1) tall.Add((r, r + cell.RowSpan - 1, needed));
                else most = Math.Max(most, needed);
            }
            lines.Add(most);
        }
        foreach (var (first, end, needed) in tall)
        {
            var last = Math.Min(end, lines.Count - 1);
            lines[last] += Math.Max(0, needed - lines[first..(last + 1)].Sum());
        }
        return [.. lines.Select(n => n > 1 ? Math.Min(MostHeight, n * LineHeight + 3) : 0)];
    }

    private static Utf8Xml Address(Utf8Xml xml, int row, int column)
    {
        Span<byte> letters = stackalloc byte[8];
        var start = letters.Length;
        for (var left = column + 1; left > 0; left = (left - 1) / 26) letters[--start] = (byte)('A' + (left - 1) % 26);
        return xml.Raw(letters[start..]).Number(row + 1);
    }
}
