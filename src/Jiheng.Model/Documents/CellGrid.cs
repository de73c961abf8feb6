namespace Jiheng.Model.Documents;

/// <summary>
/// The cells of a table laid out by row and column, so that columns can be read downwards. Cells with an address stand where it says;
/// others follow one another, places covered from above left free.
/// </summary>
public sealed class CellGrid
{
    private readonly List<GridPlace[]> _rows = [];

    /// <summary>Lays a table out; heads that stand in its columns make a first row.</summary>
    public CellGrid(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Dictionary<(int Row, int Column), GridPlace> places = [];
        var next = 0;
        if (table.Columns.Any(c => c.Head.Length > 0)) Put(places, next++, [.. table.Columns.Select(c => TableCell.Of(c.Head))]);
        foreach (var row in table.Rows) next = 1 + Put(places, next, row.Cells);
        Columns = places.Count == 0 ? 0 : places.Keys.Max(k => k.Column) + 1;
        var height = places.Count == 0 ? 0 : places.Keys.Max(k => k.Row) + 1;
        for (var r = 0; r < height; r++) _rows.Add([.. Enumerable.Range(0, Columns).Select(c => places.GetValueOrDefault((r, c)))]);
    }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Height => _rows.Count;

    /// <summary>What stands at a place, both numbers from 0; a covered place gives the cell that covers it.</summary>
    public GridPlace this[int row, int column] => _rows[row][column];

    private static int Put(Dictionary<(int Row, int Column), GridPlace> places, int row, IReadOnlyList<TableCell> line)
    {
        var column = 0;
        foreach (var cell in line)
        {
            if (TryAddress(cell.Address, out var at)) (row, column) = at;
            else while (places.ContainsKey((row, column))) column++;
            for (var r = 0; r < cell.RowSpan; r++)
                for (var c = 0; c < cell.ColumnSpan; c++)
                    places.TryAdd((row + r, column + c), new GridPlace(cell, r > 0 || c > 0));
            column += cell.ColumnSpan;
        }
        return row;
    }

    private static bool TryAddress(string? address, out (int Row, int Column) at)
    {
        at = default;
        if (string.IsNullOrEmpty(address)) return false;
        var i = 0;
        var column = 0;
        for (; i < address.Length && i < 3 && char.IsAsciiLetterUpper(address[i]); i++) column = column * 26 + (address[i] - 'A' + 1);
        if (i == 0 || !int.TryParse(address.AsSpan(i), System.Globalization.CultureInfo.InvariantCulture, out var row) || row < 1) return false;
        at = (row - 1, column - 1);
        return true;
    }
}

/// <summary>A place of a <see cref="CellGrid"/>.</summary>
/// <param name="Cell">The cell there; <c>null</c> for an empty place.</param>
/// <param name="IsCovered">Whether the cell begins elsewhere and reaches over this place.</param>
public readonly record struct GridPlace(TableCell? Cell, bool IsCovered);
