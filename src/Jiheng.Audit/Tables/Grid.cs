using Jiheng.Audit.Figures;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tables;

/// <summary>A table as a rectangle of cells: spans filled in, heads joined, figures read with the unit of their column.</summary>
internal sealed class Grid
{
    private readonly string[,] _text;
    private readonly Figure?[,] _figures;

    /// <summary>Reads <paramref name="table"/>, block <paramref name="block"/> of its document.</summary>
    /// <param name="table">The table.</param>
    /// <param name="block">Its index in the document.</param>
    /// <param name="unitNote">'单位：万元' of the paragraph before it, or empty.</param>
    public Grid(Table table, int block, string unitNote)
    {
        Rows = table.Rows.Count;
        Columns = Math.Max(table.Columns.Count, table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Cells.Sum(c => c.ColumnSpan)));
        _text = new string[Rows, Columns];
        _figures = new Figure?[Rows, Columns];
        var places = new (int Row, int Cell)[Rows, Columns];
        Fill(table, places);
        HeadRows = CountHeads(table);
        Heads = new string[Columns];
        for (var c = 0; c < Columns; c++)
        {
            var head = c < table.Columns.Count ? table.Columns[c].Head : "";
            for (var r = 0; r < HeadRows; r++) if (_text[r, c].Length > 0 && !head.EndsWith(_text[r, c], StringComparison.Ordinal)) head += _text[r, c];
            Heads[c] = head;
        }
        var note = table.UnitNote.Length > 0 ? table.UnitNote : table.Caption.Contains("单位", StringComparison.Ordinal) ? table.Caption : unitNote;
        for (var c = 0; c < Columns; c++)
        {
            var (unit, scale) = UnitOf(Heads[c], note);
            for (var r = HeadRows; r < Rows; r++) _figures[r, c] = Read(_text[r, c], unit, scale, new Spot(block, 0, _text[r, c].Length, -1, places[r, c].Row, places[r, c].Cell));
        }
    }

    /// <summary>A table found in running text: heads, and rows of as many cells with their places.</summary>
    public Grid(List<string> heads, List<List<(string Text, Spot At)>> rows, string unitNote)
    {
        (Rows, Columns, HeadRows, Heads) = (rows.Count, heads.Count, 0, [.. heads]);
        _text = new string[Rows, Columns];
        _figures = new Figure?[Rows, Columns];
        for (var c = 0; c < Columns; c++)
        {
            var (unit, scale) = UnitOf(Heads[c], unitNote);
            for (var r = 0; r < Rows; r++)
            {
                _text[r, c] = rows[r][c].Text;
                if (c > 0) _figures[r, c] = Read(_text[r, c], unit, scale, rows[r][c].At);
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of rows that are head.</summary>
    public int HeadRows { get; }

    /// <summary>Head of each column, upper rows first.</summary>
    public string[] Heads { get; }

    /// <summary>The figure at a place; <c>null</c> when the cell holds none.</summary>
    public Figure? this[int row, int column] => _figures[row, column];

    /// <summary>The row's label: its first cell with letters.</summary>
    public string Label(int row)
    {
        for (var c = 0; c < Columns; c++) if (_figures[row, c] is null && _text[row, c].AsSpan().ContainsAnyInRange('\u4e00', '\u9fff')) return _text[row, c];
        return "";
    }

    /// <summary>The text of a cell; empty where a span covers it.</summary>
    public string Text(int row, int column) => _text[row, column];

    private void Fill(Table table, (int, int)[,] places)
    {
        var covered = new int[Columns];
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++) _text[r, c] = "";
            var column = 0;
            for (var i = 0; i < table.Rows[r].Cells.Count; i++)
            {
                while (column < Columns && covered[column] > 0) covered[column++]--;
                var cell = table.Rows[r].Cells[i];
                for (var span = 0; span < cell.ColumnSpan && column < Columns; span++, column++)
                {
                    // Heads that span columns name each of them; figures that span stand once.
                    _text[r, column] = span == 0 || table.Rows[r].Role == RowRole.Head ? cell.Text.Trim() : "";
                    places[r, column] = (r, i);
                    covered[column] = cell.RowSpan - 1;
                }
            }
            while (column < Columns) if (covered[column] > 0) covered[column++]--; else column++;
        }
    }

    private int CountHeads(Table table)
    {
        var marked = table.Rows.TakeWhile(r => r.Role == RowRole.Head).Count();
        if (marked > 0 || table.Columns.Any(c => c.Head.Length > 0)) return marked;
        for (var r = 0; r < Math.Min(Rows, 4); r++)
        {
            for (var c = 0; c < Columns; c++) if (c > 0 && Read(_text[r, c], Unit.None, 1m, default) is not null) return r;
        }
        return Math.Min(1, Rows);
    }

    private static (Unit Unit, decimal Scale) UnitOf(string head, string note)
    {
        if (head.Contains('率') || head.Contains('%') || head.Contains("占比", StringComparison.Ordinal) || head.Contains("比重", StringComparison.Ordinal)) return (Unit.Percent, 1m);
        foreach (var text in (ReadOnlySpan<string>)[head, note])
        {
            if (text.Contains("亿元", StringComparison.Ordinal)) return (Unit.Money, 1_0000_0000m);
            if (text.Contains("万元", StringComparison.Ordinal)) return (Unit.Money, 1_0000m);
            if (text.Contains('元')) return (Unit.Money, 1m);
        }
        var open = head.LastIndexOfAny(['（', '(']);
        if (open >= 0 && UnitTable.Match(head.AsSpan(open + 1), out var unit, out var factor) > 0) return (unit, factor);
        return (Unit.None, 1m);
    }

    /// <summary>A cell that is one number, with its own unit or that of its column.</summary>
    private static Figure? Read(string text, Unit unit, decimal scale, Spot at)
    {
        var span = text.AsSpan().Trim();
        var negative = span.Length > 1 && span[0] is '-' or '－' or '−';
        var start = negative ? 1 : 0;
        if (span.Length == start || !FigureLexer.IsDigit(span[start])) return null;
        var number = FigureLexer.Number.Read(span, start, span.Length);
        if (number.Digits > 15) return null;
        var rest = span[number.End..].Trim();
        if (rest.Length > 0)
        {
            var own = rest[0] is '万' or '亿' ? 1 : 0;
            var length = UnitTable.Match(rest[own..], out unit, out var factor);
            if (length == 0 || own + length != rest.Length) return null;
            scale = factor * (own == 0 ? 1m : rest[0] == '万' ? 1_0000m : 1_0000_0000m);
        }
        if (number.Value > Interval.Limit / scale) return null;
        return new Figure(at, text) { Value = (negative ? -number.Value : number.Value) * scale, Scale = scale, Step = scale * FigureLexer.Number.Power(number.Places), Places = number.Places, Unit = unit };
    }
}
