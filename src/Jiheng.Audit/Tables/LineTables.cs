using Jiheng.Audit.Figures;
using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Tables;

/// <summary>
/// Tables that were pasted as lines of text: a head of names and lines of a label and as many numbers, parted by blanks.
/// A blank parts cells there and never thousands, so such lines are not read as prose.
/// </summary>
internal static class LineTables
{
    private const int LeastRows = 2;
    private const int MostColumns = 20;

    /// <summary>All such tables of <paramref name="source"/>.</summary>
    public static List<LineTable> Find(SourceText source)
    {
        var result = new List<LineTable>();
        for (var p = 0; p < source.Count;)
        {
            var end = p;
            while (end < source.Count && Cells(source, end) is { Count: >= 3 } cells && IsRow(source, cells) && (end == p || cells.Count == Cells(source, p).Count)) end++;
            if (end - p >= LeastRows && Head(source, p, Cells(source, p).Count) is { } heads) result.Add(new LineTable(p - 1, end, GridOf(source, heads, p, end)));
            p = Math.Max(end, p + 1);
        }
        return result;
    }

    /// <summary>The words of the line above, one for each column.</summary>
    private static List<string>? Head(SourceText source, int row, int columns)
    {
        if (row == 0) return null;
        var cells = Cells(source, row - 1);
        if (cells.Count != columns || cells.Exists(c => FigureLexer.IsDigit(source.Text[c.Start]))) return null;
        return cells.ConvertAll(c => source.Text[c.Start..c.End]);
    }

    private static Grid GridOf(SourceText source, List<string> heads, int first, int end)
    {
        var note = "";
        for (var p = Math.Max(0, first - 3); p < first; p++) if (source.Paragraph(p).Contains("单位", StringComparison.Ordinal)) note = source.Paragraph(p).ToString();
        var rows = new List<List<(string, Spot)>>();
        for (var p = first; p < end; p++) rows.Add(Cells(source, p).ConvertAll(c => (source.Text[c.Start..c.End], source.Spot(c.Start, c.End))));
        return new Grid(heads, rows, note);
    }

    private static bool IsRow(SourceText source, List<(int Start, int End)> cells)
    {
        if (cells.Count > MostColumns || FigureLexer.IsDigit(source.Text[cells[0].Start])) return false;
        for (var i = 1; i < cells.Count; i++)
        {
            var cell = source.Text.AsSpan(cells[i].Start..cells[i].End);
            if (cell is "-" or "—" or "/") continue;
            if (cell[0] is '-' or '－') cell = cell[1..];
            if (cell.Length == 0 || !FigureLexer.IsDigit(cell[0])) return false;
            var digits = 0;
            while (digits < cell.Length && (FigureLexer.IsDigit(cell[digits]) || cell[digits] is '.' or ',')) digits++;
            var unit = cell[digits..];
            if (unit.Length > 0 && unit is not ("%" or "‰") && UnitTable.Match(unit[0] is '万' or '亿' ? unit[1..] : unit, out _, out _) != unit.Length - (unit[0] is '万' or '亿' ? 1 : 0)) return false;
        }
        return true;
    }

    private static List<(int Start, int End)> Cells(SourceText source, int paragraph)
    {
        var cells = new List<(int, int)>();
        var (at, end) = (source.StartOf(paragraph), source.EndOf(paragraph));
        if (end - at > 400) return cells;
        while (at < end)
        {
            while (at < end && char.IsWhiteSpace(source.Text[at])) at++;
            var start = at;
            while (at < end && !char.IsWhiteSpace(source.Text[at])) at++;
            if (at > start) cells.Add((start, at));
        }
        return cells;
    }
}

/// <summary>A table found in running text.</summary>
/// <param name="First">Paragraph of its head.</param>
/// <param name="End">First paragraph behind it.</param>
/// <param name="Grid">Its cells.</param>
internal sealed record LineTable(int First, int End, Grid Grid);
