using System.Collections;
using Jiheng.Audit.Findings;
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
    public static void Save(ReviewOutcome outcome, string path)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var to = File.Create(path);
        XlsxWriter.Write(Of(outcome), to);
    }

    /// <summary>The workbook.</summary>
    public static Workbook Of(ReviewOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new Workbook([Reports(outcome), .. FindingSheets(outcome), Copies(outcome), NotChecked(outcome)]);
    }

    private static Sheet Reports(ReviewOutcome outcome) => Of(
        "汇总",
        [("文件", 48), ("部门", 28), ("年度", 8), ("页数", 8), ("字数", 10), ("数字", 8), ("数量关系", 10), ("须改正", 8), ("存疑", 8), ("提示", 8), ("已说明或豁免", 14), ("无从核对", 10), ("状态", 10)],
        outcome.Reports,
        r => ReportRow(r, outcome.Ledger.OpenOf(r)));

    private static SheetCell[] ReportRow(ReviewedReport report, IReadOnlyList<FindingResult> open)
    {
        var r = report.Result;
        SheetCell[] name = [T(r.File), T(r.Department), N(r.Year), N(r.Pages)];
        // What was not checked has empty cells: a zero would pass for a clean report.
        return r.Checked
            ? [.. name, N(r.Characters), N(r.Figures), N(r.Claims), N(Count(open, Severity.Blocking)), N(Count(open, Severity.Warning)), N(Count(open, Severity.Note)), N(r.Findings.Count - open.Count), N(r.Unverified), T("已核对")]
            : [.. name, .. Enumerable.Repeat(T(""), 8), T("未核对")];
    }

    private static IEnumerable<Sheet> FindingSheets(ReviewOutcome outcome)
    {
        var findings = outcome.Reports.SelectMany(r => r.Result.Findings.Select(f => (Report: r, Finding: f)));
        var chunks = findings.Chunk(RowsPerSheet).DefaultIfEmpty([]);
        return chunks.Select(c => Of("发现", [("文件", 40), ("部门", 24), ("程度", 8), ("编号", 10), ("检查项", 22), ("位置", 30), ("原文", 50), ("核算", 50), ("文中数", 12), ("应为", 12), ("要求", 40), ("处理情况", 18), ("指纹", 20)], c, f => Row(f.Report, f.Finding, outcome.Ledger.Find(f.Report.Owner, f.Finding.Fingerprint))));

        static SheetCell[] Row(ReviewedReport report, FindingResult f, LedgerEntry? entry) =>
        [
            T(report.Result.File), T(report.Result.Department), T(f.Severity.Word()), T(f.Code), T(f.Title), T(f.Place), T(f.Passage),
            T(f.Formula.Length > 0 ? f.Formula : f.Message), SheetCell.Of(f.Stated), SheetCell.Of(Short(f.Recomputed)), T(f.Advice), T(entry?.Words ?? ""), T(f.Fingerprint),
        ];
    }

    private static Sheet Copies(ReviewOutcome outcome) => Of(
        "重复与雷同",
        [("文件", 48), ("部门", 28), ("与之雷同的文件", 48), ("部门", 28), ("相似度%", 10), ("关系", 24)],
        outcome.Copies,
        c => [T(c.Report.Result.File), T(c.Report.Result.Department), T(c.Other.Result.File), T(c.Other.Result.Department), N(c.Likeness), T(c.Relation)]);

    private static Sheet NotChecked(ReviewOutcome outcome) => Of(
        "未核对",
        [("文件", 60), ("原因", 110)],
        [.. outcome.Reports.Where(r => !r.Result.Checked)],
        r => [T(r.Result.File), T(string.Join('；', r.Result.Faults))]);

    private static Sheet Of<T>(string name, IReadOnlyList<(string Head, int Width)> columns, IReadOnlyList<T> items, Func<T, SheetCell[]> row) =>
        new(name, [.. columns.Select(c => c.Width)], new RowsOnDemand<T>(new SheetRow([.. columns.Select(c => SheetCell.Of(c.Head, CellKind.Head))]), items, row))
        {
            HeadRows = 1,
            Landscape = true,
        };

    private static int Count(IReadOnlyList<FindingResult> findings, Severity severity) => findings.Count(f => f.Severity == severity);

    /// <summary>A recomputed rate may have 28 places; six tell enough on paper.</summary>
    private static decimal? Short(decimal? value) => value is { } v ? Math.Round(v, 6, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000m : null;

    private static SheetCell T(string text) => SheetCell.Of(text) with { Align = CellAlign.Left };

    private static SheetCell N(int? number) => SheetCell.Of((decimal?)number);

    /// <summary>A head and a row per item, each made when it is asked for: a hundred thousand findings as cells would take ten times their own room.</summary>
    private sealed class RowsOnDemand<T>(SheetRow head, IReadOnlyList<T> items, Func<T, SheetCell[]> row) : IReadOnlyList<SheetRow>
    {
        public int Count => items.Count + 1;

        public SheetRow this[int index] => index == 0 ? head : new SheetRow(row(items[index - 1]));

        public IEnumerator<SheetRow> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
