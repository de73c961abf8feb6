using System.Globalization;
using System.Text;
using Jiheng.Model.Documents;

namespace Jiheng.Ledger.Accounts;

/// <summary>A sheet of accounts by row and column, its texts in the form in which labels are compared.</summary>
internal sealed class AccountsGrid
{
    private readonly CellGrid _cells;
    private readonly Dictionary<TableCell, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Lays a table out.</summary>
    public AccountsGrid(Table table)
    {
        _cells = new CellGrid(table);
        Sheet = table.Rows.SelectMany(r => r.Cells).Select(c => c.Place?.Part).FirstOrDefault(p => p is not null) ?? table.Place?.Part ?? "";
    }

    /// <summary>Name of the sheet; empty when the source has none.</summary>
    public string Sheet { get; }

    /// <summary>Number of columns.</summary>
    public int Columns => _cells.Columns;

    /// <summary>Number of rows.</summary>
    public int Height => _cells.Height;

    /// <summary>The cell at a place; a covered place gives the cell that covers it, marked as such.</summary>
    public GridCell this[int row, int column] => _cells[row, column] is { Cell: { } cell, IsCovered: var covered } ? new GridCell(TextOf(cell), cell.Address, covered) : default;

    /// <summary>The cells of a row that hold text of their own.</summary>
    public IEnumerable<(int Column, GridCell Cell)> Filled(int row)
    {
        for (var column = 0; column < Columns; column++)
            if (this[row, column] is { Text.Length: > 0, IsCovered: false } cell) yield return (column, cell);
    }

    /// <summary>Place of a cell, for findings and sources.</summary>
    public CellPlace PlaceOf(int row, int column) => new(Sheet, this[row, column].Address ?? Letters(column) + (row + 1).ToString(CultureInfo.InvariantCulture));

    private string TextOf(TableCell cell)
    {
        if (!_texts.TryGetValue(cell, out var text)) _texts[cell] = text = Clean(cell.Text);
        return text;
    }

    /// <summary>Full-width letters and digits become plain ones, brackets full-width, and blanks go.</summary>
    private static string Clean(string text)
    {
        if (text.Length == 0) return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') continue;
            plain.Append(c switch { '(' => '（', ')' => '）', ':' => '：', '（' or '）' or '：' or '、' or '，' => c, >= '！' and <= '～' => (char)(c - 0xFEE0), _ => c });
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
