using Jiheng.Audit.Figures;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tables;

/// <summary>Self-evaluation forms (自评表): weights that make 100, scores within their weights, full marks although the target was missed.</summary>
internal static class ScoreForm
{
    /// <summary>Checks every table of <paramref name="document"/> that has a column of weights and one of scores.</summary>
    public static void Find(Document document, List<Finding> findings)
    {
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is not Table { Rows.Count: > 1 and <= 2000 } table) continue;
            var grid = new Grid(table, i, "");
            var weight = Column(grid, "分值", "权重", "满分");
            var score = Column(grid, "得分", "自评分");
            if (weight < 0 || score < 0) continue;
            Check(grid, weight, score, Column(grid, "指标值", "目标值"), Column(grid, "实际完成值", "完成值", "实际值"), findings);
        }
    }

    private static void Check(Grid grid, int weight, int score, int target, int actual, List<Finding> findings)
    {
        var total = 0m;
        var rows = 0;
        for (var r = grid.HeadRows; r < grid.Rows; r++)
        {
            if (grid[r, weight] is not { } full) continue;
            if (!grid.Label(r).Contains("合计", StringComparison.Ordinal) && !grid.Label(r).Contains("总分", StringComparison.Ordinal)) (total, rows) = (total + full.Value, rows + 1);
            if (grid[r, score] is not { } points) continue;
            if (points.Value > full.Value) Raise(findings, "JH2301", points, $"“{grid.Label(r)}”得分{points.Text}超过分值{full.Text}。");
            else if (points.Value == full.Value && Missed(grid, r, target, actual)) Raise(findings, "JH2302", points, $"“{grid.Label(r)}”指标值{grid.Text(r, target)}，实际{grid.Text(r, actual)}，没有达到却得满分{full.Text}。");
        }
        if (rows < 3 || total is 100m or 90m or 10m || grid.HeadRows >= grid.Rows) return;
        for (var r = grid.HeadRows; r < grid.Rows; r++)
        {
            if (grid[r, weight] is not { } first) continue;
            Raise(findings, "JH2303", first, $"各项分值合计{Claims.Wording.Number(total, 2)}分，不是100分。");
            return;
        }
    }

    /// <summary>A target from below ('≥95%', '160人次') that the actual number does not reach. Targets from above and in words are not judged.</summary>
    private static bool Missed(Grid grid, int row, int target, int actual)
    {
        if (target < 0 || actual < 0 || grid[row, actual] is not { } done) return false;
        var text = grid.Text(row, target).AsSpan().Trim();
        if (text.Length == 0 || text[0] is '≤' or '<' or '＜') return false;
        text = text.TrimStart("≥>＞=不低于少于小于");
        if (text.Length == 0 || !FigureLexer.IsDigit(text[0])) return false;
        return done.Printed < FigureLexer.Number.Read(text, 0, text.Length).Value && grid.Text(row, target).EndsWith('%') == grid.Text(row, actual).EndsWith('%');
    }

    private static int Column(Grid grid, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var c = 0; c < grid.Columns; c++) if (grid.Heads[c].EndsWith(name, StringComparison.Ordinal)) return c;
        }
        return -1;
    }

    private static void Raise(List<Finding> findings, string code, Figure figure, string message)
    {
        var rule = FindingCatalogue.Get(code);
        findings.Add(new Finding { Code = code, Kind = rule.Kind, Severity = rule.Severity, At = figure.At, Text = figure.Text, Message = message, Suggestion = rule.Advice });
    }
}
