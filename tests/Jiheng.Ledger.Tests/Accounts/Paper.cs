using Jiheng.Model.Documents;

namespace Jiheng.Ledger.Tests.Accounts;

/// <summary>Makes tables as a reader of workbooks gives them: cells with address, sheet and spans.</summary>
internal sealed class Paper(string sheet)
{
    private readonly List<List<Cell>> _rows = [];

    public record struct Cell(string Text, int Columns = 1, int Rows = 1);

    /// <summary>Adds a row; a text may end in '→n' for n columns and '↓n' for n rows.</summary>
    public Paper Row(params string[] texts)
    {
        _rows.Add([.. texts.Select(Parse)]);
        return this;
    }

    public Table Table()
    {
        HashSet<(int, int)> taken = [];
        List<TableRow> rows = [];
        for (var r = 0; r < _rows.Count; r++)
        {
            List<TableCell> cells = [];
            var c = 0;
            foreach (var cell in _rows[r])
            {
                while (taken.Contains((r, c))) c++;
                for (var dr = 0; dr < cell.Rows; dr++) for (var dc = 0; dc < cell.Columns; dc++) taken.Add((r + dr, c + dc));
                cells.Add(TableCell.Of(cell.Text) with { ColumnSpan = cell.Columns, RowSpan = cell.Rows, Address = $"{(char)('A' + c)}{r + 1}", Place = new Place(-1, sheet) });
                c += cell.Columns;
            }
            rows.Add(new TableRow(cells));
        }
        return new Table([], rows) { Place = new Place(-1, sheet) };
    }

    private static Cell Parse(string text)
    {
        int columns = 1, rows = 1;
        if (text.IndexOf('↓') is var down and >= 0) (rows, text) = (text[down + 1] - '0', text[..down]);
        if (text.IndexOf('→') is var right and >= 0) (columns, text) = (text[right + 1] - '0', text[..right]);
        return new Cell(text, columns, rows);
    }
}
