using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Plain;

/// <summary>Reads the headings and tables of Markdown; all else is a paragraph per line, as it stands. Places count in UTF-16 units of the text.</summary>
internal static class MarkdownReader
{
    /// <summary>Reads <paramref name="text"/>.</summary>
    public static Document Read(string text)
    {
        var blocks = new List<Block>();
        var rows = new List<TableRow>();
        var tableStart = 0;
        var title = "";
        foreach (var block in Document.FromPlainText(text).Blocks)
        {
            var (line, place) = (((Paragraph)block).Text.Trim(), block.Place!.Value);
            if (line.StartsWith('|') && line.Length > 1)
            {
                if (rows.Count == 0) tableStart = place.Offset;
                if (!line.All(c => c is '|' or '-' or ':' or ' ')) rows.Add(Row(line, place));
                continue;
            }
            EndTable(blocks, rows, tableStart);
            var level = line.TakeWhile(c => c == '#').Count();
            if (level is 0 or > 6 || line.Length == level || line[level] != ' ') blocks.Add(block);
            else if (level == 1 && title.Length == 0 && blocks.Count == 0) title = line[1..].Trim();
            else blocks.Add(new Heading(Math.Clamp(level - 1, 1, 4), [new Run(line[level..].Trim())]) { Place = place });
        }
        EndTable(blocks, rows, tableStart);
        return new Document(title, blocks);
    }

    private static TableRow Row(string line, Place place) =>
        new([.. line.Trim('|').Split('|').Select(cell => TableCell.Of(cell.Trim()) with { Place = place })]);

    private static void EndTable(List<Block> blocks, List<TableRow> rows, int start)
    {
        if (rows.Count == 0) return;
        var columns = Enumerable.Range(0, rows.Max(r => r.Cells.Count)).Select(_ => new TableColumn("")).ToList();
        rows[0] = rows[0] with { Role = RowRole.Head };
        TableHeads.Add(blocks, new Table(columns, [.. rows]) { Place = new Place(start) });
        rows.Clear();
    }
}
