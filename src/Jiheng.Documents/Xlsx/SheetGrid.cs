using System.Globalization;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Xlsx;

/// <summary>Collects the cells of a sheet that is read and makes a table of them.</summary>
internal sealed class SheetGrid(string file, string sheet, ReadLimits limits)
{
    private readonly Dictionary<int, List<(int Column, string Text, bool IsNumber)>> _rows = [];
    private readonly Dictionary<(int Row, int Column), (int Rows, int Columns)> _spans = [];
    private readonly HashSet<(int Row, int Column)> _covered = [];

    /// <summary>Address of a cell, both numbers from 1: B7.</summary>
    public static string Address(int row, int column)
    {
        var letters = "";
        for (var left = column; left > 0; left = (left - 1) / 26) letters = (char)('A' + (left - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Row and column of an address; <c>null</c> for what is none or lies beyond a sheet.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> address)
    {
        var (row, column, i) = (0, 0, 0);
        for (; i < address.Length && char.IsAsciiLetter(address[i]) && i < 3; i++) column = column * 26 + (char.ToUpperInvariant(address[i]) - 'A' + 1);
        if (column is 0 or > 16_384 || !int.TryParse(address[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row)) return null;
        return row is >= 1 and <= 1_048_576 ? (row, column) : null;
    }

    /// <summary>Puts a text into a cell, both numbers from 1; empty texts are left out.</summary>
    public void Put(int row, int column, string text, bool isNumber)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (!_rows.TryGetValue(row, out var cells)) _rows[row] = cells = [];
        cells.Add((column, text.Trim(), isNumber));
    }

    /// <summary>Merges a range, its corners included.</summary>
    public void Merge(int row, int column, int lastRow, int lastColumn)
    {
        // Whole rows or columns are merged by accident; what they cover is empty anyway.
        if (lastRow < row || lastColumn < column || (long)(lastRow - row + 1) * (lastColumn - column + 1) > 100_000) return;
        if (_covered.Count > limits.Cells) throw Faults.TooManyCells(file, sheet, limits.Cells);
        _spans[(row, column)] = (lastRow - row + 1, lastColumn - column + 1);
        for (var r = row; r <= lastRow; r++)
            for (var c = column; c <= lastColumn; c++)
                if (r > row || c > column) _covered.Add((r, c));
    }

    /// <summary>Adds the sheet's table to <paramref name="blocks"/>; an empty sheet adds nothing. Returns the cells that it took.</summary>
    public int AddTo(List<Block> blocks, int cellsSoFar)
    {
        if (_rows.Count == 0) return 0;
        var (first, last) = (int.MaxValue, 0);
        foreach (var (row, cells) in _rows)
        {
            foreach (var (column, _, _) in cells)
            {
                first = Math.Min(first, column);
                last = Math.Max(last, column + (_spans.TryGetValue((row, column), out var span) ? span.Columns : 1) - 1);
            }
        }
        var total = (long)_rows.Count * (last - first + 1);
        if (cellsSoFar + total > limits.Cells) throw Faults.TooManyCells(file, sheet, limits.Cells);

        var present = _rows.Keys.Order().ToList();
        var rows = present.ConvertAll(row => MakeRow(row, first, last, present));
        var columnsOfTable = Enumerable.Range(first, last - first + 1).Select(_ => new TableColumn("")).ToList();
        blocks.Add(new Table(columnsOfTable, TableHeads.Mark(rows)) { Caption = sheet, Place = new Place(-1, sheet, null, present[0]) });
        return (int)total;
    }

    private TableRow MakeRow(int row, int first, int last, List<int> present)
    {
        var cells = new (string Text, bool IsNumber)[last - first + 1];
        foreach (var (column, text, isNumber) in _rows[row]) cells[column - first] = (text, isNumber);
        var made = new List<TableCell>(cells.Length);
        for (var column = first; column <= last; column++)
        {
            if (_covered.Contains((row, column))) continue;
            var (text, isNumber) = cells[column - first];
            var (down, across) = _spans.GetValueOrDefault((row, column), (1, 1));
            // Rows without a text are left out, so a span counts only the rows that stay.
            if (down > 1) down = RowsBelow(present, row + down) - RowsBelow(present, row);
            made.Add(new TableCell([new Run(text ?? "")])
            {
                RowSpan = down,
                ColumnSpan = Math.Min(across, last - column + 1),
                Align = isNumber ? CellAlign.Right : null,
                Address = Address(row, column),
                Place = new Place(-1, sheet, null, row),
            });
        }
        return new TableRow(made);
    }

    /// <summary>How many of the rows that stay have a number below <paramref name="row"/>.</summary>
    private static int RowsBelow(List<int> present, int row)
    {
        var at = present.BinarySearch(row);
        return at < 0 ? ~at : at;
    }
}
