using System.Text;
using Jiheng.Model.Documents;

namespace Jiheng.Ledger.Accounts;

/// <summary>
/// The cells of one table laid out by row and column, so that a head can be read downwards. Cells with an address stand
/// where it says; others follow one another, covered places left free.
/// </summary>
internal sealed class AccountsGrid
{
    private readonly List<GridCell[]> _rows = [];

    /// <summary>Lays a table out.</summary>
    public AccountsGrid(Table table)
    {
        Sheet = table.Rows.SelectMany(r => r.Cells).Select(c => c.Place?.Part).FirstOrDefault(p => p is not null) ?? table.Place?.Part ?? "";
        Dictionary<(int Row, int Column), GridCell> cells = [];
        var next = 0;
        if (table.Columns.Any(c => c.Head.Length > 0)) Place(cells, next++, [.. table.Columns.Select(c => TableCell.Of(c.Head))]);
        foreach (var row in table.Rows) next = 1 + Place(cells, next, row.Cells);
        Columns = cells.Count == 0 ? 0 : cells.Keys.Max(k => k.Column) + 1;
        var height = cells.Count == 0 ? 0 : cells.Keys.Max(k => k.Row) + 1;
        for (var r = 0; r < height; r++)
            _rows.Add([.. Enumerable.Range(0, Columns).Select(c => cells.GetValueOrDefault((r, c)))]);
    }

    /// <summary>Name of the sheet; empty when the source has none.</summary>
    public string Sheet { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Height => _rows.Count;

    /// <summary>The cell at a place; a covered place gives the cell that covers it, marked as such.</summary>
    public GridCell this[int row, int column] => _rows[row][column];

    /// <summary>The cells of a row that hold text of their own.</summary>
    public IEnumerable<(int Column, GridCell Cell)> Filled(int row) =>
        _rows[row].Select((c, i) => (i, c)).Where(p => p.c.Text is { Length: > 0 } && !p.c.IsCovered);

    /// <summary>Place of a cell, for findings and sources.</summary>
    public CellPlace PlaceOf(int row, int column) => new(Sheet, this[row, column].Address ?? Letters(column) + (row + 1));

    private static int Place(Dictionary<(int Row, int Column), GridCell> cells, int row, IReadOnlyList<TableCell> line)
    {
        var column = 0;
        foreach (var cell in line)
        {
            if (TryAddress(cell.Address, out var at)) (row, column) = at;
            else while (cells.ContainsKey((row, column))) column++;
            var text = Clean(cell.Text);
            for (var r = 0; r < cell.RowSpan; r++)
                for (var c = 0; c < cell.ColumnSpan; c++)
                    cells.TryAdd((row + r, column + c), new GridCell(text, cell.Address, r > 0 || c > 0));
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
        for (; i < address.Length && char.IsAsciiLetterUpper(address[i]); i++) column = column * 26 + (address[i] - 'A' + 1);
        if (i is 0 or > 3 || !int.TryParse(address.AsSpan(i), System.Globalization.CultureInfo.InvariantCulture, out var row) || row < 1) return false;
        at = (row - 1, column - 1);
        return true;
    }

    /// <summary>Full-width letters, digits and brackets become plain ones, and blanks go; labels are compared in this form.</summary>
    private static string Clean(string text)
    {
        if (text.Length == 0) return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') continue;
            plain.Append(c switch { '(' => '（', ')' => '）', '（' or '）' or '：' or '、' or '，' => c, ':' => '：', >= '！' and <= '～' => (char)(c - 0xFEE0), _ => c });
        }
        return plain.ToString();
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>A place of a grid.</summary>
/// <param name="Text">The text without blanks; <c>null</c> or empty for an empty place.</param>
/// <param name="Address">Address in the workbook, or <c>null</c>.</param>
/// <param name="IsCovered">Whether another cell reaches over this place.</param>
internal readonly record struct GridCell(string? Text, string? Address, bool IsCovered);
