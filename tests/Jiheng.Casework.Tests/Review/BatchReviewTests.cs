using System.IO.Compression;
using Jiheng.Audit;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Life;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Review;

public sealed class BatchReviewTests : IDisposable
{
    private static readonly DateOnly Today = new(2025, 5, 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-review-").FullName;

    private string Source => Path.Combine(_folder, "来件");

    private string Output => Path.Combine(_folder, "结果");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reports_stand_worst_first_and_broken_files_are_named_not_lost()
    {
        Put("甲县卫生健康局/报告.docx", Samples.Docx(Samples.Report("甲县卫生健康局", Samples.RightSum)));
        Put("乙县卫生健康局/报告.txt", Samples.Text("乙县卫生健康局2024年度自评报告\n" + Samples.WrongSum + "\n" + Samples.WrongRate));
        Put("丙县卫生健康局/报告.docx", Samples.Docx(Samples.Report("丙县卫生健康局", Samples.WrongSum)));
        Put("丁县卫生健康局/自评表.xlsx", Samples.Xlsx("自评表", ["项目", "金额"], ["基本支出", "1"]));
        Put("戊县卫生健康局/坏.docx", [1, 2, 3, 4]);
        Put("~$报告.docx", [0]);
        var outcome = Run();
        outcome.Reports.Select(r => r.File).ShouldBe(["乙县卫生健康局/报告.txt", "丙县卫生健康局/报告.docx", "戊县卫生健康局/坏.docx", "丁县卫生健康局/自评表.xlsx", "甲县卫生健康局/报告.docx"]);
        outcome.NotChecked.ShouldBe(1);
        outcome.Reports.Single(r => !r.Checked).Faults.ShouldHaveSingleItem().ShouldStartWith("JH40");

        var sheets = Sheets();
        sheets["汇总"][1].ShouldStartWith("乙县卫生健康局/报告.txt｜乙县卫生健康局｜2024");
        sheets["汇总"][3].ShouldEndWith("未核对");
        sheets["发现"].Count.ShouldBe(1 + outcome.Open);
        sheets["未核对"][1].ShouldStartWith("戊县卫生健康局/坏.docx｜JH40");
    }

    [Fact]
    public void A_report_whose_audit_takes_too_long_is_not_checked_and_the_others_are()
    {
        Put("a.txt", Samples.Text("甲县卫生健康局自评报告\n" + Samples.WrongSum));
        Put("b.txt", Samples.Text("乙县卫生健康局自评报告\n" + Samples.RightRate));
        Put("c.txt", Samples.Text("丙县卫生健康局自评报告\n" + Samples.WrongSum));
        var outcome = Run(o => o with { Audit = d => d.Blocks.Any(b => Passage.BlockText(b) == Samples.RightRate) ? null : Auditor.Audit(d) });
        outcome.Reports.Where(r => r.Checked).Select(r => r.File).ShouldBe(["a.txt", "c.txt"]);
        outcome.Reports.Single(r => !r.Checked).Faults.ShouldHaveSingleItem().ShouldStartWith("JH3415 b.txt");
        Sheets()["未核对"][1].ShouldStartWith("b.txt｜JH3415");
    }

    [Fact]
    public void Each_department_with_findings_gets_an_opinion_with_the_arithmetic_and_the_day()
    {
        Put("乙.txt", Samples.Text("乙县卫生健康局2024年度自评报告\n" + Samples.WrongSum));
        Put("甲.txt", Samples.Text("甲县卫生健康局2024年度自评报告\n" + Samples.RightSum));
        Run(o => o with { Until = new DateOnly(2025, 6, 30) });
        Directory.GetFiles(Path.Combine(Output, BatchReview.OpinionsFolder)).Select(Path.GetFileName).ShouldBe(["乙县卫生健康局审核意见.docx"]);
        var text = OpinionOn("乙县卫生健康局");
        text.ShouldContain(Samples.WrongSum);
        text.ShouldContain("27");
        text.ShouldContain("2025年6月30日前");
    }

    [Fact]
    public void Copies_with_another_departments_name_are_named_and_reports_of_one_outline_are_not()
    {
        Put("a.txt", Prose("东山县卫生健康局", "疾病防控", 7));
        Put("b.txt", Prose("西水县卫生健康委员会", "疾病防控", 7));
        Put("c.txt", Prose("南湖县教育局", "校园", 8));
        File.Copy(Path.Combine(Source, "c.txt"), Path.Combine(Source, "d.txt"));
        var copies = Run().Copies;
        copies.Select(c => (c.Report.File, c.Other.File, c.Relation)).ShouldBe([("b.txt", "a.txt", "不同部门雷同"), ("d.txt", "c.txt", "同一文件")], ignoreOrder: true);
        copies.ShouldAllBe(c => c.Likeness >= NearCopies.Threshold);
    }

    [Fact]
    public void A_resumed_review_does_not_read_finished_files_again()
    {
        Put("a.txt", Samples.Text("甲县卫生健康局自评报告\n" + Samples.WrongSum));
        Put("b.txt", Samples.Text("乙县卫生健康局自评报告\n" + Samples.RightSum));
        Run();
        // Other bytes under the same size and time: whoever reads them again sees the difference.
        var path = Path.Combine(Source, "a.txt");
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        File.SetLastWriteTimeUtc(path, time);
        Put("c.txt", Samples.Text("丙县卫生健康局自评报告\n" + Samples.WrongRate));
        // As if it had been broken off in the middle of a line.
        File.AppendAllText(Path.Combine(Output, ResultsFile.Name), "{\"result\":{\"file\":\"c.t");
        var resumed = Run(o => o with { Resume = true });
        resumed.Resumed.ShouldBe(2);
        resumed.Reports.Count.ShouldBe(3);
        FindingsOf(resumed, "a.txt").ShouldHaveSingleItem().Code.ShouldBe("JH2001");
        FindingsOf(Run(), "a.txt").ShouldBeEmpty();
    }

    [Fact]
    public void A_review_killed_anywhere_in_its_last_line_goes_on_to_the_same_result()
    {
        for (var i = 0; i < 4; i++) Put($"{i}.txt", Samples.Text($"{(char)('甲' + i)}县卫生健康局自评报告\n" + Samples.WrongSum + "\n" + Samples.WrongRate));
        Run(o => o with { Degree = 1 });
        var (path, summary) = (Path.Combine(Output, ResultsFile.Name), File.ReadAllBytes(Path.Combine(Output, BatchReview.SummaryName)));
        var whole = File.ReadAllBytes(path);
        var last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        foreach (var length in new[] { last, last + 1, (last + whole.Length) / 2, whole.Length - 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Run(o => o with { Resume = true, Degree = 1 }).Resumed.ShouldBe(3, $"{length} of {whole.Length} bytes");
            File.ReadAllBytes(path).ShouldBe(whole);
            File.ReadAllBytes(Path.Combine(Output, BatchReview.SummaryName)).ShouldBe(summary);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("不是结果\n{\"result\":null}\n")]
    [InlineData("\"another engine\"\n")]
    public void Results_of_another_form_or_engine_do_not_count(string text)
    {
        Put("a.txt", Samples.Text("甲县卫生健康局自评报告\n" + Samples.WrongSum));
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, ResultsFile.Name), text);
        var outcome = Run(o => o with { Resume = true });
        (outcome.Resumed, outcome.Open).ShouldBe((0, 1));
    }

    [Fact]
    public void An_opinion_holds_what_is_open_of_each_report_of_its_department_and_nothing_else()
    {
        Put("a.txt", Samples.Text("甲县卫生健康局2024年度自评报告\n" + Samples.WrongSum + "\n" + Samples.WrongRate));
        Put("b.txt", Samples.Text("乙县卫生健康局2024年度自评报告\n" + Samples.WrongSum.Replace("26", "25")));
        Put("c.txt", Samples.Text("甲县卫生健康局2023年度自评报告\n" + Samples.WrongSum.Replace("26", "24")));
        var outcome = Run();
        var rate = FindingsOf(outcome, "a.txt").Single(f => f.Passage.Contains("建档率"));
        SettleFinding.Run(Output, rate.Fingerprint, Decision.Explain("李四", "含外来人口"), Today).Count.ShouldBe(1);
        outcome = BatchReview.SumUp(outcome, Output, until: null);
        outcome.Reports.Select(r => (r.File, r.Open.All, r.Found)).ShouldBe([("a.txt", 1, 2), ("b.txt", 1, 1), ("c.txt", 1, 1)]);
        var opinion = OpinionOn("甲县卫生健康局");
        opinion.ShouldContain("2 份材料逐项复算，有 2 处");
        opinion.ShouldContain("26名");
        opinion.ShouldContain("24名");
        opinion.ShouldNotContain("25名");
        opinion.ShouldNotContain("建档率");
        Sheets()["发现"].Single(r => r.Contains("建档率")).ShouldContain("已说明（李四）");
        Run().Open.ShouldBe(3);
    }

    [Fact]
    public void Results_that_were_changed_since_are_refused_not_misread()
    {
        Put("a.txt", Samples.Text("甲县卫生健康局自评报告\n" + Samples.WrongSum));
        var outcome = Run();
        File.WriteAllText(Path.Combine(Output, ResultsFile.Name), new string('x', 100));
        Should.Throw<InvalidDataException>(() => BatchReview.SumUp(outcome, Output, until: null)).Message.ShouldStartWith("JH3416");
    }

    [Fact]
    public void The_result_does_not_depend_on_how_many_work_at_once()
    {
        for (var i = 0; i < 30; i++) Put($"{i:00}.txt", Samples.Text($"{(char)('甲' + i)}县卫生健康局自评报告\n" + (i % 3 == 0 ? Samples.WrongSum : i % 3 == 1 ? Samples.WrongRate : Samples.RightRate)));
        Run(o => o with { Degree = 1 });
        var one = File.ReadAllBytes(Path.Combine(Output, BatchReview.SummaryName));
        Run(o => o with { Degree = 8 });
        File.ReadAllBytes(Path.Combine(Output, BatchReview.SummaryName)).ShouldBe(one);
    }

    [Fact]
    public void Progress_counts_every_file()
    {
        for (var i = 0; i < 9; i++) Put($"{i}.txt", Samples.Text(Samples.RightSum));
        var told = new List<ReviewProgress>();
        BatchReview.Run(Source, new ReviewOptions(Output, Today), new Told(told), TestContext.Current.CancellationToken);
        told.Select(p => p.Done).Order().ShouldBe(Enumerable.Range(1, 9));
        told.ShouldAllBe(p => p.Total == 9);
    }

    [Fact]
    public void Commented_copies_stay_inside_their_folder()
    {
        Put("甲县卫生健康局/报告.docx", Samples.Docx(Samples.Report("甲县卫生健康局", Samples.WrongSum)));
        Put("乙.txt", Samples.Text(Samples.WrongSum));
        Run(o => o with { Comments = true });
        var copy = Path.Combine(Output, BatchReview.CommentsFolder, "甲县卫生健康局", "报告.docx");
        using var zip = ZipFile.OpenRead(copy);
        zip.GetEntry("word/comments.xml").ShouldNotBeNull();
        Directory.GetFiles(Path.Combine(Output, BatchReview.CommentsFolder), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    private static byte[] Prose(string department, string topic, int seed) => Samples.Text($"{department}2024年度自评报告\n" + string.Join('\n', Samples.Prose(department, topic, seed)));

    private ReviewOutcome Run(Func<ReviewOptions, ReviewOptions>? change = null) => BatchReview.Run(Source, (change ?? (o => o))(new ReviewOptions(Output, Today)), cancel: TestContext.Current.CancellationToken);

    private IReadOnlyList<FindingResult> FindingsOf(ReviewOutcome outcome, string file) => ResultsFile.Read(Output, outcome.Reports.Where(r => r.File == file)).Single().Findings;

    private string OpinionOn(string department)
    {
        using var docx = File.OpenRead(Path.Combine(Output, BatchReview.OpinionsFolder, Opinions.FileName(department)));
        return string.Join('\n', DocumentReader.Read(docx, "x.docx").Document!.Blocks.Select(Passage.BlockText));
    }

    private void Put(string name, byte[] content)
    {
        var path = Path.Combine(Source, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private Dictionary<string, List<string>> Sheets()
    {
        using var stream = File.OpenRead(Path.Combine(Output, BatchReview.SummaryName));
        var document = DocumentReader.Read(stream, "汇总.xlsx").Document.ShouldNotBeNull();
        return document.Blocks.OfType<Table>().ToDictionary(t => t.Caption, t => t.Rows.Select(r => string.Join('｜', r.Cells.Select(c => c.Text))).ToList());
    }

    private sealed class Told(List<ReviewProgress> told) : IProgress<ReviewProgress>
    {
        public void Report(ReviewProgress value)
        {
            lock (told) told.Add(value);
        }
    }
}
