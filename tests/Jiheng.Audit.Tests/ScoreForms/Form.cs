using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests.ScoreForms;

/// <summary>Forms written as text: one row a line, cells divided by '|'; '^' goes on from above, '&lt;' from the left; an empty line ends a table.</summary>
internal static class Form
{
    public static Document Of(params string[] tables) => new("", [.. tables.SelectMany(t => t.Split("\n\n")).Select(Table)]);

    public static IReadOnlyList<Finding> Findings(string form) => Auditor.Audit(Of(form)).Findings;

    public static string Show(Finding finding) => $"{finding.Code} {finding.Severity} “{finding.Text}” {finding.Message}";

    private static Table Table(string text)
    {
        var grid = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split('|')).ToList();
        var rows = new List<TableRow>();
        for (var r = 0; r < grid.Count; r++)
        {
            var cells = new List<TableCell>();
            for (var c = 0; c < grid[r].Length; c++)
            {
                if (grid[r][c] is "^" or "<") continue;
                var (down, across) = (1, 1);
                while (c + across < grid[r].Length && grid[r][c + across] == "<") across++;
                while (r + down < grid.Count && c < grid[r + down].Length && grid[r + down][c] == "^") down++;
                cells.Add(TableCell.Of(grid[r][c]) with { RowSpan = down, ColumnSpan = across });
            }
            rows.Add(new TableRow(cells));
        }
        return new Table([.. Enumerable.Range(0, grid.Max(g => g.Length)).Select(_ => new TableColumn(""))], rows);
    }
}
