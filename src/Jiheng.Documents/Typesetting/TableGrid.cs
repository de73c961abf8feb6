using Jiheng.Model.Documents;

namespace Jiheng.Documents.Typesetting;

/// <summary>A <see cref="Table"/> with every cell at its place in a full grid, so that spans can be written in any format.</summary>
internal sealed class TableGrid
{
    private TableGrid(IReadOnlyList<GridRow> rows, int columns, int headRows) =>
        (Rows, Columns, HeadRows) = (rows, columns, headRows);

    /// <summary>Rows from the top, heads included; each covers all columns without a gap.</summary>
    public IReadOnlyList<GridRow> Rows { get; }

    /// <summary>Number of columns: those declared, or more when a row is wider.</summary>
    public int Columns { get; }

    /// <summary>Rows at the top that are the table's head.</summary>
    public int HeadRows { get; }

    /// <summary>Places the cells of <paramref name="table"/>.</summary>
    public static TableGrid Of(Table table)
    {
        var source = new List<TableRow>(table.Rows.Count + 1);
        if (table.Columns.Any(c => c.Head.Length > 0))
            source.Add(new TableRow([.. table.Columns.Select(c => TableCell.Of(c.Head))]) { Role = RowRole.Head });
        source.AddRange(table.Rows);

        var columns = ColumnCount(source, table.Columns.Count);
        var above = new (GridCell Cell, int RowsLeft)[columns];
        var rows = new GridRow[source.Count];
        for (var r = 0; r < rows.Length; r++) rows[r] = new GridRow(source[r].Role, PlaceRow(table, source, r, above));
        return new TableGrid(rows, columns, rows.TakeWhile(r => r.Role == RowRole.Head).Count());
    }

    /// <summary>Width of each column in the unit of <paramref name="total"/>; together exactly that.</summary>
    public int[] Widths(Table table, int total)
    {
        var shares = Enumerable.Range(0, Columns).Select(c => c < table.Columns.Count ? Math.Max(1, table.Columns[c].Width) : 10).ToArray();
        var sum = shares.Sum();
        var widths = shares.Select(s => total * s / sum).ToArray();
        if (widths.Length > 0) widths[^1] += total - widths.Sum();
        return widths;
    }

    private static List<GridCell> PlaceRow(Table table, List<TableRow> rows, int row, (GridCell Cell, int RowsLeft)[] above)
    {
        var placed = new List<GridCell>(above.Length);
        var cells = rows[row].Cells;
        var next = 0;
        for (var column = 0; column < above.Length;)
        {
            if (above[column].RowsLeft > 0)
            {
                var (cell, left) = above[column];
                above[column] = (cell, left - 1);
                placed.Add(cell with { Continued = true });
                column += cell.ColumnSpan;
                continue;
            }
            var free = 1;
            while (column + free < above.Length && above[column + free].RowsLeft == 0) free++;
            var source = next < cells.Count ? cells[next++] : TableCell.Of("");
            var span = Math.Clamp(source.ColumnSpan, 1, free);
            var down = Math.Clamp(source.RowSpan, 1, rows.Count - row);
            var align = source.Align
                ?? (rows[row].Role == RowRole.Head ? CellAlign.Centre
                    : column < table.Columns.Count ? table.Columns[column].Align : CellAlign.Left);
            var grid = new GridCell(source, column, span, down, align, Continued: false);
            if (down > 1) above[column] = (grid, down - 1);
            placed.Add(grid);
            column += span;
        }
        return placed;
    }

    private static int ColumnCount(List<TableRow> rows, int declared)
    {
        // Width of every row with what hangs down into it from the rows above.
        var hanging = new List<(int Span, int RowsLeft)>();
        var widest = declared;
        foreach (var row in rows)
        {
            var width = hanging.Sum(h => h.Span) + row.Cells.Sum(c => Math.Max(1, c.ColumnSpan));
            widest = Math.Max(widest, width);
            hanging = [.. hanging.Select(h => (h.Span, h.RowsLeft - 1)).Where(h => h.Item2 > 0)];
            hanging.AddRange(row.Cells.Where(c => c.RowSpan > 1).Select(c => (Math.Max(1, c.ColumnSpan), c.RowSpan - 1)));
        }
        return widest;
    }
}

/// <summary>A row of a <see cref="TableGrid"/>.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Cells">Its cells from left to right, those that hang down from above among them.</param>
internal sealed record GridRow(RowRole Role, IReadOnlyList<GridCell> Cells);

/// <summary>A cell at its place.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Column">Its first column from 0.</param>
/// <param name="ColumnSpan">Columns that it covers in the grid.</param>
/// <param name="RowSpan">Rows that it covers in the grid, from its first.</param>
/// <param name="Align">Its alignment, that of the column when it has none of its own.</param>
/// <param name="Continued">Whether this is the lower part of a cell that starts in a row above.</param>
internal readonly record struct GridCell(TableCell Cell, int Column, int ColumnSpan, int RowSpan, CellAlign Align, bool Continued);
