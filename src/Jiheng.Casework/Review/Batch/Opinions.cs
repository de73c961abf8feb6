using System.Collections;
using System.Globalization;
using Jiheng.Documents.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Batch;

/// <summary>What each department is asked to mend or explain (审核意见), one Word file per department.</summary>
public static class Opinions
{
    private const string Unknown = "未识别部门";

    /// <summary>Writes the files to <paramref name="folder"/>; departments without open findings get none, and older files are removed.</summary>
    public static void Save(ReviewOutcome outcome, ResultsFile results, string folder, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Directory.Exists(folder)) foreach (var old in Directory.EnumerateFiles(folder, "*.docx")) File.Delete(old);
        Directory.CreateDirectory(folder);
        foreach (var group in ByDepartment(outcome))
        {
            using var to = File.Create(Path.Combine(folder, FileName(group.Key)));
            DocxWriter.Write(Write(group.Key, [.. group], results, until), to);
        }
    }

    /// <summary>The departments that get an opinion, worst first, with their reports.</summary>
    public static IEnumerable<IGrouping<string, ReviewedReport>> ByDepartment(ReviewOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Reports.Where(r => !r.Checked || r.Open.All > 0).GroupBy(r => r.Department.Length > 0 ? r.Department : Unknown);
    }

    /// <summary>Name of a department's file.</summary>
    public static string FileName(string department) => OutputName.Of(department + "审核意见.docx");

    /// <summary>The opinion on one department's reports.</summary>
    private static Document Write(string department, IReadOnlyList<ReviewedReport> reports, ResultsFile results, DateOnly? until)
    {
        var count = reports.Sum(r => r.Open.All);
        List<Block> blocks = [Paragraph.Of($"经对你单位报送的 {reports.Count} 份材料逐项复算，有 {count} 处数字或表述需要改正或说明，列于下表。表中“核算”一栏写明算式，请逐条核对。")];
        var section = 0;
        foreach (var report in reports)
        {
            blocks.Add(new Heading(1, [new Run($"{Numeral(++section)}、{report.File}")]));
            if (!report.Checked) blocks.Add(Paragraph.Of($"这份材料没有核对。{string.Concat(report.Faults)}"));
            else blocks.Add(Findings(report, results));
        }
        blocks.Add(Paragraph.Of(until is { } day
            ? $"请于 {Day(day)}前改正并重新报送；认为无误的，请逐条书面说明所用口径和数据来源。"
            : "请改正后重新报送；认为无误的，请逐条书面说明所用口径和数据来源。"));
        blocks.Add(Paragraph.Of("审核单位（盖章）：　　　　　　") with { Role = ParagraphRole.Signature });
        return new Document($"{department}绩效自评材料审核意见", blocks);
    }

    private static Table Findings(ReviewedReport report, ResultsFile results) => new(
        [new("序号", 5, CellAlign.Centre), new("位置", 16), new("原文", 26), new("核算", 26), new("要求", 18)],
        new RowsWhenWritten(report.Open.All, () => report.OpenOf(results.Read(report).Findings).Select(Row)))
    {
        Landscape = true,
    };

    private static TableRow Row(FindingResult f, int index) => new([
        TableCell.Of((index + 1).ToString(CultureInfo.InvariantCulture)),
        TableCell.Of(f.Place),
        TableCell.Of(f.Passage),
        TableCell.Of($"{f.Title}：{(f.Formula.Length > 0 ? f.Formula : f.Message)}{(f.Reading.Length > 0 ? $"（{f.Reading}）" : "")}"),
        TableCell.Of(f.Advice)]);

    private static string Numeral(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        return number switch
        {
            < 10 => Digits[number].ToString(),
            < 20 => $"十{(number % 10 == 0 ? "" : Digits[number % 10])}",
            < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>Rows of one report, read when its table is written: a department may have thousands of reports, and so have those whose department nothing tells.</summary>
    private sealed class RowsWhenWritten(int count, Func<IEnumerable<TableRow>> read) : IReadOnlyList<TableRow>
    {
        public int Count => count;

        public TableRow this[int index] => read().ElementAt(index);

        public IEnumerator<TableRow> GetEnumerator() => read().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
