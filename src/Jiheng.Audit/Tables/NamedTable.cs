using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Tables;

/// <summary>A table whose cells can be named by one row label and one column head; a table of another shape has none.</summary>
internal sealed class NamedTable
{
    private const int MostHeadRows = 8;

    /// <summary>Reads <paramref name="grid"/>.</summary>
    public NamedTable(Grid grid, string caption)
    {
        Caption = caption;
        if (grid.HeadRows > MostHeadRows || LabelColumn(grid) is not { } labels) return;
        var heads = Enumerable.Range(0, grid.Columns).Select(c => HeadOf(grid, c)).ToList();
        var columns = heads.ConvertAll(CellNames.OfColumn);
        for (var r = grid.HeadRows; r < grid.Rows; r++)
        {
            var name = CellNames.OfRow(grid.Text(r, labels));
            if (name.Length == 0) continue;
            for (var c = labels + 1; c < grid.Columns; c++)
                if (grid[r, c] is { Value: > 0m } figure && figure.Unit.IsAdditive) Cells.Add(new NamedCell(this, name, c, columns[c], heads[c], figure));
        }
        Year = CellNames.YearOf(Caption);
    }

    /// <summary>The words above the table, and rows of its head that name it as a whole.</summary>
    public string Caption { get; private set; }

    /// <summary>The calendar year that its caption names, 0 for none.</summary>
    public int Year { get; }

    /// <summary>Its values above zero that bear a name, row by row.</summary>
    public List<NamedCell> Cells { get; } = [];

    /// <summary>The one column of words before the first column of figures; <c>null</c> when names have more than one part.</summary>
    private static int? LabelColumn(Grid grid)
    {
        var first = grid.Columns;
        for (var r = grid.HeadRows; r < grid.Rows; r++)
            for (var c = 0; c < first; c++) if (grid[r, c] is not null && !IsOrdinal(grid, c)) first = c;
        int? found = null;
        for (var c = 0; c < first; c++)
        {
            var hasWords = false;
            for (var r = grid.HeadRows; r < grid.Rows && !hasWords; r++) hasWords = grid[r, c] is null && grid.Text(r, c).AsSpan().ContainsAnyInRange('\u4e00', '\u9fff') && !IsOrdinal(grid, c);
            if (!hasWords) continue;
            if (found is not null) return null;
            found = c;
        }
        return first == grid.Columns ? null : found;
    }

    private static bool IsOrdinal(Grid grid, int column) =>
        CellNames.Squeezed(grid.Heads[column]) is var head && (head.EndsWith("序号", StringComparison.Ordinal) || head.EndsWith("编号", StringComparison.Ordinal) || head.EndsWith("行次", StringComparison.Ordinal) || head.EndsWith("编码", StringComparison.Ordinal));

    /// <summary>The head of a column; a row of the head that says the same above all columns names the table instead.</summary>
    private string HeadOf(Grid grid, int column)
    {
        if (grid.HeadRows == 0) return grid.Heads[column];
        var head = "";
        for (var r = 0; r < grid.HeadRows; r++)
        {
            var text = CellNames.Squeezed(grid.Text(r, column));
            if (IsTitle(grid, r))
            {
                if (!Caption.Contains(grid.Text(r, 0), StringComparison.Ordinal)) Caption += grid.Text(r, 0);
            }
            else if (!head.EndsWith(text, StringComparison.Ordinal))
            {
                head += text;
            }
        }
        return head.Length > 0 ? head : CellNames.Squeezed(grid.Heads[column]);
    }

    private static bool IsTitle(Grid grid, int row)
    {
        var only = "";
        for (var c = 0; c < grid.Columns; c++)
        {
            if (grid.Text(row, c).Length == 0) continue;
            if (only.Length > 0 && only != grid.Text(row, c)) return false;
            only = grid.Text(row, c);
        }
        return grid.Columns > 1 && row + 1 < grid.HeadRows;
    }
}

/// <summary>A value of a table with its name.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">Name of its row.</param>
/// <param name="Column">Number of its column.</param>
/// <param name="Sense">What the column holds.</param>
/// <param name="Head">Head of the column without blanks.</param>
/// <param name="Figure">The value.</param>
internal sealed record NamedCell(NamedTable Table, string Row, int Column, ColumnSense Sense, string Head, Figure Figure)
{
    /// <summary>The year that the column or else the table names, 0 for none.</summary>
    public int Year => Sense.Year > 0 ? Sense.Year : Table.Year;

    /// <summary>Whether two printings may stand for one value, rounded or cut off.</summary>
    public static bool Agree(Figure left, Figure right)
    {
        if (left.Value == right.Value || (left.IsWhole && right.IsWhole)) return left.Value == right.Value;
        var (a, b) = (left.IsWhole ? left.Range : left.RangeOrCut, right.IsWhole ? right.Range : right.RangeOrCut);
        return a.Meets(b);
    }

    /// <summary>Whether two printings show the same digits in units that differ by a power of ten; then it is the unit that is in doubt, and another rule's matter.</summary>
    public static bool AreShifted(Figure left, Figure right)
    {
        var (low, high) = left.Value < right.Value ? (left.Value, right.Value) : (right.Value, left.Value);
        while (low < high && low <= Interval.Limit) low *= 10m;
        return low == high;
    }
}
