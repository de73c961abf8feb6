using Jiheng.Model.Documents;

namespace Jiheng.Documents.Reading;

/// <summary>Collects the rows of a table whose file marks vertical merges cell by cell, and turns the marks into row spans.</summary>
internal sealed class SpanningRows
{
    private readonly List<(List<Slot> Cells, bool Head)> _rows = [];
    private readonly Dictionary<int, Slot> _open = [];
    private int _column;

    /// <summary>How a cell is merged with those above and below.</summary>
    public enum Merge
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>It is the first of several.</summary>
        Start,

        /// <summary>It goes on from the cell above.</summary>
        Continue,
    }

    /// <summary>Rows so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Columns of the widest row.</summary>
    public int Columns { get; private set; }

    /// <summary>Whether the current row was dropped.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Starts the next row.</summary>
    public void Start()
    {
        _rows.Add(([], false));
        _column = 0;
        IsDropped = false;
    }

    /// <summary>Marks the current row as part of the head.</summary>
    public void MarkHead() => _rows[^1] = (_rows[^1].Cells, true);

    /// <summary>Takes back the current row.</summary>
    public void Drop()
    {
        _rows.RemoveAt(_rows.Count - 1);
        IsDropped = true;
    }

    /// <summary>Leaves columns of the current row empty.</summary>
    public void Skip(int columns)
    {
        if (columns > 0) Add(TableCell.Of("") with { ColumnSpan = columns }, Merge.None);
    }

    /// <summary>Adds the next cell of the current row.</summary>
    public void Add(TableCell cell, Merge merge)
    {
        var column = _column;
        _column += cell.ColumnSpan;
        Columns = Math.Max(Columns, _column);
        if (merge == Merge.Continue && _open.TryGetValue(column, out var above) && above.Cell.ColumnSpan == cell.ColumnSpan && above.LastRow == _rows.Count - 2)
        {
            above.LastRow++;
            return;
        }
        var slot = new Slot(cell, _rows.Count - 1);
        _rows[^1].Cells.Add(slot);
        _open.Remove(column);
        if (merge == Merge.Start) _open[column] = slot;
    }

    /// <summary>The rows with their spans.</summary>
    public List<TableRow> Finish() =>
        [.. _rows.Select(row => new TableRow([.. row.Cells.Select(s => s.Cell with { RowSpan = s.LastRow - s.FirstRow + 1 })]) { Role = row.Head ? RowRole.Head : RowRole.Data })];

    private sealed class Slot(TableCell cell, int row)
    {
        public TableCell Cell { get; } = cell;

        public int FirstRow { get; } = row;

        public int LastRow { get; set; } = row;
    }
}
