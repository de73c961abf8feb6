using System.CommandLine;
using System.Globalization;
using Jiheng.Casework.Review.Batch;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng review SOURCE --out DIR</c>: reviews a folder or zip of reports.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "装着报告的文件夹或 zip" };
        var output = new Option<string>("--out") { Description = "结果写到哪个目录", Required = true };
        var until = DayOption("--until", "要求各单位在这一天前改正，例如 2025-06-30");
        var resume = new Option<bool>("--resume") { Description = "接着上次中断的地方做，已核对的文件不再读" };
        var comments = new Option<bool>("--comments") { Description = "另写带批注的 docx" };
        var format = CommonOptions.Format();
        var command = new Command("review",
            """
            成批审核报告，写出汇总.xlsx 和各单位的审核意见；重新报送的用 compare 比较，说明和豁免用 explain、waive 登记，用 reopen 撤回。
            例：
              jiheng review 来件.zip --out 审核结果 --until 2025-06-30
              jiheng review 来件文件夹 --out 审核结果 --resume --comments
            """) { source, output, until, resume, comments, format, CompareCommand.Create(), SettleCommand.Explain(), SettleCommand.Waive(), SettleCommand.Reopen() };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(source)!,
            new ReviewOptions(parsed.GetValue(output)!, Today) { Until = parsed.GetValue(until), Resume = parsed.GetValue(resume), Comments = parsed.GetValue(comments) },
            cancel).Print(parsed.GetValue(format))));
        return command;
    }

    /// <summary>The day on which the command runs.</summary>
    internal static DateOnly Today => DateOnly.FromDateTime(DateTime.Now);

    /// <summary>An option that takes a day as 2025-06-30.</summary>
    internal static Option<DateOnly?> DayOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"JH6107 {name} 要写成 2025-06-30 的样子，收到的是“{result.Tokens[0].Value}”。");
            return null;
        },
    };

    private static Outcome Run(string source, ReviewOptions options, CancellationToken cancel)
    {
        try
        {
            using var bar = new ProgressBar();
            var outcome = BatchReview.Run(source, options, bar, cancel);
            bar.Dispose();
            return Told(outcome, options.Output);
        }
        catch (OperationCanceledException)
        {
            return Opening.Faults("JH6108 审核中断，已核对的文件记了下来", ["请加上 --resume 再运行，从中断的地方接着做。"]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Opening.Faults($"JH6109 没有审核 {source}", [fault.Message]);
        }
    }

    private static Outcome Told(ReviewOutcome outcome, string output)
    {
        var verdict = $"审核 {outcome.Reports.Count} 份：{outcome.Open} 处待改正或说明（须改正 {outcome.Reports.Sum(r => r.Open.Blocking)}），{outcome.NotChecked} 份没有核对，{outcome.Copies.Count} 份与别的报告雷同。"
            + (outcome.Resumed > 0 ? $"其中 {outcome.Resumed} 份上次已核对。" : "");
        var table = new TextTable("文件", "部门", ">须改正", ">存疑", ">提示", "状态");
        foreach (var report in outcome.Reports.Take(20))
            table.Add(report.File, report.Department, Word(report.Open.Blocking), Word(report.Open.Warning), Word(report.Open.Note), report.Checked ? "已核对" : "未核对");
        var rest = outcome.Reports.Count > 20 ? $"其余 {outcome.Reports.Count - 20} 份见汇总。{Environment.NewLine}" : "";
        var exit = outcome.NotChecked > 0 ? Outcome.BadInput : outcome.Open > 0 || outcome.Copies.Count > 0 ? Outcome.Findings : Outcome.Clean;
        return new Outcome(exit, verdict, $"{table}{rest}{Environment.NewLine}结果在 {output}：{BatchReview.SummaryName}、{BatchReview.OpinionsFolder}。", new { reports = ResultsFile.Read(output, outcome.Reports), copies = outcome.Copies.Select(c => new { file = c.Report.File, other = c.Other.File, c.Likeness, c.Relation }) });
    }

    private static string Word(int count) => count.ToString(CultureInfo.InvariantCulture);
}
