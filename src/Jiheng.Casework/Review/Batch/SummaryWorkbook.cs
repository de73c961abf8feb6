using Jiheng.Casework.Review.Life;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Batch;

/// <summary>The summary of a review as a workbook: reports worst first, all findings, near-copies, and what was not checked.</summary>
public static class SummaryWorkbook
{
    // Excel holds 1,048,576 rows a sheet; findings beyond go to a further one.
    private const int RowsPerSheet = 1_000_000;

    /// <summary>Writes the workbook to <paramref name="path"/>.</summary>
    public static void Save(ReviewOutcome outcome, ResultsFile results, string path)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var to = File.Create(path);
        XlsxWriter.Write(new Workbook([Reports(outcome), .. FindingSheets(outcome, results), Copies(outcome), NotChecked(outcome)]), to);
    }

    private static Sheet Reports(ReviewOutcome outcome) => Of(
        "汇总",
        [("文件", 48), ("部门", 28), ("年度", 8), ("页数", 8), ("字数", 10), ("数字", 8), ("数量关系", 10), ("须改正", 8), ("存疑", 8), ("提示", 8), ("已说明或豁免", 14), ("无从核对", 10), ("状态", 10)],
        outcome.Reports,
        ReportRow);

    private static SheetCell[] ReportRow(ReviewedReport r)
    {
        SheetCell[] name = [T(r.File), T(r.Department), N(r.Year), N(r.Pages)];
        // What was not checked has empty cells: a zero would pass for a clean report.
        return r.Checked
            ? [.. name, N(r.Characters), N(r.Figures), N(r.Claims), N(r.Open.Blocking), N(r.Open.Warning), N(r.Open.Note), N(r.Found - r.Open.All), N(r.Unverified), T("已核对")]
            : [.. name, .. Enumerable.Repeat(T(""), 8), T("未核对")];
    }

    private static IEnumerable<Sheet> FindingSheets(ReviewOutcome outcome, ResultsFile results)
    {
        var (sheet, rows) = (0, 0);
        return outcome.Reports.GroupBy(SheetOf, (_, reports) => reports).DefaultIfEmpty([]).Select(reports => Of(
            "发现",
            [("文件", 40), ("部门", 24), ("程度", 8), ("编号", 10), ("检查项", 22), ("位置", 30), ("原文", 50), ("核算", 50), ("文中数", 12), ("应为", 12), ("要求", 40), ("处理情况", 18), ("指纹", 20)],
            reports.SelectMany(r => results.Read(r).Findings.Zip(r.Standings, (f, standing) => (Report: r, Finding: f, Standing: standing))),
            found => Row(found.Report, found.Finding, found.Standing)));

        int SheetOf(ReviewedReport report)
        {
            if (rows + report.Found > RowsPerSheet) (sheet, rows) = (sheet + 1, 0);
            rows += report.Found;
            return sheet;
        }

        static SheetCell[] Row(ReviewedReport report, FindingResult f, Standing standing) =>
        [
            T(report.File), T(report.Department), T(f.Severity.Word()), T(f.Code), T(f.Title), T(f.Place), T(f.Passage),
            T(f.Formula.Length > 0 ? f.Formula : f.Message), SheetCell.Of(f.Stated), SheetCell.Of(Short(f.Recomputed)), T(f.Advice), T(standing.Words), T(f.Fingerprint),
        ];
    }

    private static Sheet Copies(ReviewOutcome outcome) => Of(
        "重复与雷同",
        [("文件", 48), ("部门", 28), ("与之雷同的文件", 48), ("部门", 28), ("相似度%", 10), ("关系", 24)],
        outcome.Copies,
        c => [T(c.Report.File), T(c.Report.Department), T(c.Other.File), T(c.Other.Department), N(c.Likeness), T(c.Relation)]);

    private static Sheet NotChecked(ReviewOutcome outcome) => Of(
        "未核对",
        [("文件", 60), ("原因", 110)],
        outcome.Reports.Where(r => !r.Checked),
        r => [T(r.File), T(string.Join('；', r.Faults))]);

    /// <summary>A sheet with a head and a row per item, each made when it is written: a hundred thousand findings as cells would take a gigabyte.</summary>
    private static Sheet Of<T>(string name, IReadOnlyList<(string Head, int Width)> columns, IEnumerable<T> items, Func<T, SheetCell[]> row) =>
        new(name, [.. columns.Select(c => c.Width)], items.Select(i => new SheetRow(row(i))).Prepend(new SheetRow([.. columns.Select(c => SheetCell.Of(c.Head, CellKind.Head))])))
        {
            HeadRows = 1,
            Landscape = true,
        };

    /// <summary>A recomputed rate may have 28 places; six tell enough on paper.</summary>
    private static decimal? Short(decimal? value) => value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000m : null;

    private static SheetCell T(string text) => SheetCell.Of(text) with { Align = CellAlign.Left };

    private static SheetCell N(int? number) => SheetCell.Of((decimal?)number);
}
