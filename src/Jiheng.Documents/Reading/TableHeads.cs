using System.Text.RegularExpressions;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Reading;

/// <summary>Finds out about a table that was read what its file does not say: which rows are its head, what its title and unit are.</summary>
internal static partial class TableHeads
{
    private const int MostHeadRows = 4;
    private const int LongestLabel = 24;
    private const int LongestFigure = 40;

    /// <summary>
    /// Marks head rows. Rows at the top without a figure are the head when figures follow, those that a head cell hangs
    /// down into included; so is a first row of short, filled cells above rows of text.
    /// </summary>
    public static List<TableRow> Mark(List<TableRow> rows)
    {
        if (rows.Count < 2 || rows.Any(r => r.Role == RowRole.Head)) return rows;
        var heads = rows.Take(MostHeadRows + 1).TakeWhile(r => !r.Cells.Any(IsFigure)).Count();
        if (heads is 0 or > MostHeadRows || heads == rows.Count) heads = rows[0].Cells.Count > 1 && rows[0].Cells.All(IsLabel) ? 1 : 0;
        for (var r = 0; r < heads; r++) rows[r] = rows[r] with { Role = RowRole.Head };
        return rows;
    }

    /// <summary>
    /// Adds a table to the blocks read so far. A line with the unit and a caption right above it move into the table.
    /// </summary>
    public static void Add(List<Block> blocks, Table table)
    {
        if (table.UnitNote.Length == 0 && blocks.LastOrDefault() is Paragraph note && UnitNote().IsMatch(note.Text))
        {
            table = table with { UnitNote = note.Text.Trim() };
            blocks.RemoveAt(blocks.Count - 1);
        }
        if (table.Caption.Length == 0 && blocks.LastOrDefault() is Paragraph caption
            && (caption.Role == ParagraphRole.Caption || Caption().IsMatch(caption.Text)))
        {
            table = table with { Caption = caption.Text.Trim() };
            blocks.RemoveAt(blocks.Count - 1);
        }
        blocks.Add(table);
    }

    /// <summary>Whether a cell holds a figure and nothing else.</summary>
    private static bool IsFigure(TableCell cell) => cell.Text.Length <= LongestFigure && Figure().IsMatch(cell.Text) && !Year().IsMatch(cell.Text);

    private static bool IsLabel(TableCell cell) => cell.Text.Length is > 0 and <= LongestLabel && !IsFigure(cell);

    [GeneratedRegex(@"^\s*[-+−]?[\d,，]*\.?\d+\s*[%％‰]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    // A year standing alone is a head like any other.
    [GeneratedRegex(@"^\s*(?:19|20)\d\d\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s*[（(]?(?:金额)?(?:计量)?单位\s*[:：].{1,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitNote();

    [GeneratedRegex(@"^\s*(?:附?表\s*[\d一二三四五六七八九十]+(?:[-－—.]\d+)?)[^。；]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();
}
