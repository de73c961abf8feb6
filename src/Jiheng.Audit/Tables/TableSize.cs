using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tables;

/// <summary>How large a table may be to be checked; one that is larger is named, so that it is never taken for clean.</summary>
internal static class TableSize
{
    /// <summary>Most rows of a table that is checked.</summary>
    public const int MostRows = 20_000;

    /// <summary>Most columns: each column of rates is held against all pairs of others.</summary>
    public const int MostColumns = 40;

    private const string Code = "JH2401";

    /// <summary>Columns that a table needs, which a damaged file may put at any number.</summary>
    public static long WidthOf(Table table) => Math.Max(table.Columns.Count, table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Cells.Sum(c => (long)Math.Max(1, c.ColumnSpan))));

    /// <summary>By what a table passes the limits, in Chinese; <c>null</c> when it is checked.</summary>
    public static string? Fault(Table table) =>
        table.Rows.Count > MostRows ? $"有{table.Rows.Count}行，超过{MostRows}行"
        : WidthOf(table) is > MostColumns and var columns ? $"有{columns}列，超过{MostColumns}列"
        : null;

    /// <summary>A note for each table of <paramref name="document"/> that is not checked, at its first cell.</summary>
    public static IEnumerable<Finding> Find(Document document)
    {
        var rule = FindingCatalogue.Get(Code);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is not Table table || Fault(table) is not { } fault) continue;
            var row = table.Rows.TakeWhile(r => r.Cells.Count == 0).Count();
            if (row == table.Rows.Count) continue;
            var text = table.Rows[row].Cells[0].Text;
            yield return new Finding
            {
                Code = Code,
                Kind = rule.Kind,
                Severity = rule.Severity,
                At = new Spot(i, 0, text.Length, -1, row, 0),
                Text = text,
                Message = $"本表{fault}，没有核对；拆成不超过{MostRows}行、{MostColumns}列的几张表后再核对。",
            };
        }
    }
}
