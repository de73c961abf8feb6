using System.Buffers;
using Jiheng.Audit.Tables;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.ScoreForms;

/// <summary>A table as a rectangle in which a merged cell stands at each place that it covers.</summary>
internal sealed class FormSheet
{
    private readonly FormCell?[,] _cells;

    /// <summary>Reads <paramref name="table"/>, block <paramref name="block"/> of its document; heads kept beside the rows become the first row.</summary>
    public FormSheet(Table table, int block)
    {
        Block = block;
        HeadOffset = table.Columns.Any(c => c.Head.Length > 0) ? 1 : 0;
        Rows = table.Rows.Count + HeadOffset;
        Columns = (int)TableSize.WidthOf(table);
        _cells = new FormCell?[Rows, Columns];
        for (var c = 0; c < table.Columns.Count && HeadOffset > 0; c++) _cells[0, c] = new FormCell(Plain(table.Columns[c].Head), 0, c, 1, 1, new Spot(block, 0, 0, -1));
        for (var r = 0; r < table.Rows.Count; r++) Place(table.Rows[r], r + HeadOffset);
    }

    /// <summary>Index of the table in its document.</summary>
    public int Block { get; }

    /// <summary>Rows, a head kept beside the rows included.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>1 when the head is kept beside the rows, otherwise 0.</summary>
    public int HeadOffset { get; }

    /// <summary>The cell that covers a place; <c>null</c> where the row ends early.</summary>
    public FormCell? this[int row, int column] => column < 0 ? null : _cells[row, column];

    /// <summary>The cell that begins at a place, and does not only reach into it from above or from the left.</summary>
    public FormCell? Own(int row, int column) => this[row, column] is { } cell && cell.Row == row && cell.Column == column ? cell : null;

    /// <summary>The different cells of a row from left to right.</summary>
    public List<FormCell> CellsOf(int row)
    {
        var cells = new List<FormCell>(Columns);
        for (var c = 0; c < Columns; c++) if (_cells[row, c] is { } cell && (cells.Count == 0 || !ReferenceEquals(cell, cells[^1]))) cells.Add(cell);
        return cells;
    }

    private void Place(TableRow row, int at)
    {
        var column = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            while (column < Columns && _cells[at, column] is not null) column++;
            if (column >= Columns) return;
            var text = row.Cells[i].Text;
            var cell = new FormCell(Plain(text), at, column, Math.Max(1, row.Cells[i].RowSpan), Math.Max(1, row.Cells[i].ColumnSpan), new Spot(Block, 0, text.Length, -1, at - HeadOffset, i));
            for (var r = at; r < (int)Math.Min(Rows, (long)at + cell.RowSpan); r++)
                for (var c = column; c < Math.Min(Columns, column + cell.ColumnSpan); c++) _cells[r, c] ??= cell;
            column += cell.ColumnSpan;
        }
    }

    /// <summary>The text without blanks, which forms use to spread words out, and with ASCII digits and signs.</summary>
    private static string Plain(string text)
    {
        var plain = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        var length = 0;
        foreach (var c in text) if (!char.IsWhiteSpace(c)) plain[length++] = Ascii(c);
        // Most cells are plain already.
        return plain[..length].SequenceEqual(text) ? text : new string(plain[..length]);
    }

    private static char Ascii(char c) => c switch { >= '０' and <= '９' => (char)(c - '０' + '0'), '％' => '%', '．' => '.', '＝' => '=', '＞' => '>', '＜' => '<', '≧' or '⩾' => '≥', '≦' or '⩽' => '≤', _ => c };
}

/// <summary>A cell of a form.</summary>
/// <param name="Text">Its text without blanks, digits and signs in ASCII.</param>
/// <param name="Row">First row that it covers.</param>
/// <param name="Column">First column that it covers.</param>
/// <param name="RowSpan">Rows that it covers.</param>
/// <param name="ColumnSpan">Columns that it covers.</param>
/// <param name="At">Where it stands in the document.</param>
internal sealed record FormCell(string Text, int Row, int Column, int RowSpan, int ColumnSpan, Spot At)
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("—-－–/\\─");

    /// <summary>Whether it says nothing: empty, a dash or 'none'.</summary>
    public bool IsBlank => Text.Length == 0 || IsDash || Text is "无" or "无。";

    /// <summary>Whether it holds a dash: the form has nothing to fill in here.</summary>
    public bool IsDash => Text.Length is > 0 and <= 3 && !Text.AsSpan().ContainsAnyExcept(Dashes);

    /// <summary>The number that it holds; <c>null</c> for none.</summary>
    public FormNumber? Number { get; } = FormNumber.Read(Text);
}
