using System.Diagnostics;
using System.Globalization;
using System.Text;
using Jiheng.Audit;
using Jiheng.Model.Documents;

namespace Jiheng.Bench.Audit;

/// <summary>Processor time per kilobyte for growing texts, paragraphs and tables; where it grows with the size, something is not linear.</summary>
internal static class LinearBench
{
    private const double Enough = 8;

    public static void Run(string? only)
    {
        (string Name, int[] Sizes, Func<int, Document> Make)[] cases =
        [
            ("text", [1, 2, 5, 10], n => Document.FromPlainText(SampleReports.Prose(n * 1_000_000L))),
            ("sums", [500, 1000, 5000, 20_000], n => One(Sum(n))),
            ("wrong-sums", [500, 1000, 5000, 20_000], n => One(Sum(n, off: 1))),
            ("many-sums", [500, 1000, 5000, 20_000], n => One(string.Concat(Enumerable.Range(0, n / 5).Select(i => Sum(4, off: i % 2))))),
            ("list", [500, 1000, 5000, 20_000], n => One("各单位服务人数为：" + string.Join("、", Values(n).Select((v, i) => $"第{i}卫生院{v}人")) + "。")),
            ("plain", [500, 1000, 5000, 20_000], n => One(string.Concat(Values(n).Select((v, i) => $"第{i}项工作完成后支付{v}.{i % 10}5万元，")))),
            ("bare", [500, 1000, 5000, 20_000], n => One(string.Join("，", Values(n)))),
            ("rates", [500, 1000, 5000, 20_000], n => One(string.Concat(Values(n / 3).Select((v, i) => $"预算{v * 2}万元，支出{v}万元，执行率{i % 3 + 49}.00%。")))),
            ("growth", [500, 1000, 5000, 20_000], n => One(string.Concat(Values(n / 3).Select((v, i) => $"收入{v}万元，比上年增加{i % 7}万元，增长{i % 9}.5%；")))),
            ("paragraph", [37_500, 75_000, 150_000, 300_000], n => One(Wide(n))),
            ("no-figures", [37_500, 75_000, 150_000, 300_000], n => One(string.Concat(Enumerable.Repeat("认真落实各项制度，服务群众", n / 13 + 1)))),
            ("table", [500, 1900, 5000, 19_000], n => Table(n, 6, _ => false)),
            ("subtotals", [500, 1900, 5000, 19_000], n => Table(n, 6, r => r % 5 == 4)),
            ("rates-table", [500, 1900, 5000, 19_000], Rates),
            ("form", [250, 1900, 5000, 19_000], Form),
        ];
        foreach (var (name, sizes, make) in cases)
        {
            if (only is not null && only != name) continue;
            var last = 0d;
            // Compiled and tuned before the first size counts.
            for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < 2;) Auditor.Audit(make(Math.Min(sizes[0], 100)));
            foreach (var size in sizes)
            {
                var document = make(size);
                var kilobytes = document.Blocks.Sum(b => Encoding.UTF8.GetByteCount(Casework.Review.Passage.BlockText(b))) / 1000d;
                // A case that has bent so far that the next size would take minutes is not worth waiting for.
                if (last > Enough)
                {
                    Console.WriteLine($"{name,-12}{size,10:N0}  不再测");
                    continue;
                }
                var (seconds, report) = Time(document);
                last = seconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}{size,10:N0}{kilobytes,12:N0} KB{seconds * 1000,12:N1} ms{seconds * 1e6 / kilobytes,10:N1} µs/KB{report.Figures.Count,10:N0} figures{report.Claims.Count,10:N0} claims"));
            }
        }
    }

    private static (double Seconds, AuditReport Report) Time(Document document)
    {
        var best = double.MaxValue;
        AuditReport? report = null;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 5 && (round == 0 || clock.Elapsed.TotalSeconds < 3); round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            report = Auditor.Audit(document);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        return (best, report!);
    }

    private static Document One(string text) => new("", [Paragraph.Of(text)]);

    private static int[] Values(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(11, 9999))];
    }

    private static string Sum(int parts, int off = 0)
    {
        var values = Values(parts);
        return $"本年支出合计{values.Sum() + off}万元，其中：{string.Join("，", values.Select((v, i) => $"第{i}项目支出{v}万元"))}。";
    }

    private static string Wide(int characters)
    {
        var text = SampleReports.Prose(characters * 3L).Replace('\n', '。');
        return text[..Math.Min(characters, text.Length)];
    }

    private static Document Table(int rows, int columns, Func<int, bool> isTotal)
    {
        var random = new Random(7);
        List<TableRow> all = [new([TableCell.Of("项目"), .. Enumerable.Range(1, columns).Select(c => TableCell.Of($"{2018 + c}年"))]) { Role = RowRole.Head }];
        for (var r = 0; r < rows; r++) all.Add(new([TableCell.Of(isTotal(r) ? "小计" : $"第{r}项目"), .. Enumerable.Range(0, columns).Select(_ => TableCell.Of(random.Next(11, 9999).ToString(CultureInfo.InvariantCulture)))]));
        return new Document("", [new Table([.. Enumerable.Repeat(new TableColumn(""), columns + 1)], all)]);
    }

    /// <summary>The widest table that is checked, half of it columns of rates that follow from nothing.</summary>
    private static Document Rates(int rows)
    {
        var random = new Random(7);
        List<TableRow> all = [new([TableCell.Of("项目"), .. Enumerable.Range(1, 39).Select(c => TableCell.Of(c % 2 == 0 ? $"第{c}率" : $"第{c}数"))]) { Role = RowRole.Head }];
        for (var r = 0; r < rows; r++) all.Add(new([TableCell.Of($"第{r}项目"), .. Enumerable.Range(0, 39).Select(_ => TableCell.Of(random.Next(11, 9999).ToString(CultureInfo.InvariantCulture)))]));
        return new Document("", [new Table([.. Enumerable.Repeat(new TableColumn(""), 40)], all)]);
    }

    /// <summary>A score table as departments hand it in: indicator, target, done, weight, points.</summary>
    private static Document Form(int rows)
    {
        string[] heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
        List<TableRow> all = [new([.. heads.Select(TableCell.Of)]) { Role = RowRole.Head }];
        for (var r = 0; r < rows; r++) all.Add(new([.. new[] { "产出指标", "数量指标", $"服务人次{r}", "≥90%", "95%", "2", "2" }.Select(TableCell.Of)]));
        return new Document("", [new Table([.. heads.Select(_ => new TableColumn(""))], all)]);
    }
}
