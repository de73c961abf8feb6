using System.CommandLine;
using System.Text;
using System.Text.Json;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Known;
using Jiheng.Casework.Checking;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Outputs;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng audit FILE…</c>: recomputes every figure of reports, and with <c>--jsonl</c> of passages.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "要核对的报告：docx、xlsx、xls、txt、md、html、pdf，或 --jsonl 的输入", Arity = ArgumentArity.OneOrMore };
        var lines = new Option<bool>("--jsonl") { Description = "逐行读 {\"id\",\"text\"}，逐行写 {\"id\",\"relations\",\"findings\"}；.txt 文件作为一行" };
        var format = new Option<AuditFormat>("--format") { Description = "输出格式：text 给人看，json、jsonl 给程序，sarif 给代码检查工具，html 是标出数字的网页", DefaultValueFactory = _ => AuditFormat.Text };
        var output = new Option<string?>("--out") { Description = "把结果写到这个目录，每份报告一个文件" };
        var comments = new Option<bool>("--comments") { Description = "另写一份带批注的 docx（须有 --out）" };
        var against = new Option<string?>("--against") { Description = "同时与这个数据目录的台账、评分表和上年数据核对" };
        var packs = CommonOptions.Packs();
        var command = new Command("audit",
            """
            核对报告里的每一个数字。
            例：
              jiheng audit 自评报告.docx
              jiheng audit 自评报告.docx --format html --out 核对结果 --comments
              jiheng audit 自评报告.docx --against samples/yanfeng-2024
              jiheng audit 报告1.docx 报告2.pdf --format sarif > 发现.sarif
            """) { files, lines, format, output, comments, against, packs };
        command.Validators.Add(result =>
        {
            if (result.GetValue(comments) && result.GetValue(output) is null) result.AddError("JH6106 --comments 要和 --out 一起用：请写明批注文件放在哪个目录。");
        });
        command.SetAction(parsed => parsed.GetValue(lines)
            ? AuditLines.Run(parsed.GetValue(files)!)
            : Run(parsed.GetValue(files)!, parsed.GetValue(against), parsed.GetValue(packs)!, parsed.GetValue(format), parsed.GetValue(output), parsed.GetValue(comments)));
        return command;
    }

    private static int Run(string[] paths, string? against, string packs, AuditFormat format, string? output, bool comments)
    {
        KnownFacts? known = null;
        if (against is not null)
        {
            if (Opening.Folder(against, packs, out var faults) is not { } dossier) return faults!.Print(OutputFormat.Text);
            known = KnownFigures.Of(dossier);
        }
        List<AuditedFile> files = [.. paths.Select(p => ReadingFile.Audit(p, known))];
        List<ReportResult> results = [.. files.Select(ReportResult.Of)];
        var bad = results.Count(r => !r.Checked);
        var found = results.Sum(r => r.Findings.Count);
        var exit = bad > 0 ? Outcome.BadInput : found > 0 ? Outcome.Findings : Outcome.Clean;
        if (output is null) return Show(files, results, format, exit, Verdict(results, bad, found));
        try
        {
            var written = new AuditFiles(output).Write(files, paths, format, comments);
            return new Outcome(exit, Verdict(results, bad, found), string.Join(Environment.NewLine, written.Concat(results.SelectMany(r => r.Faults)))).Print(OutputFormat.Text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Opening.Faults($"JH6103 写不进 {output}", [fault.Message, "请换一个可写的目录，或关闭正在打开的文件。"]).Print(OutputFormat.Text);
        }
    }

    private static int Show(List<AuditedFile> files, List<ReportResult> results, AuditFormat format, int exit, string verdict)
    {
        switch (format)
        {
            case AuditFormat.Text:
                return new Outcome(exit, verdict, string.Join(Environment.NewLine, results.Select(AuditText.Write))).Print(OutputFormat.Text);
            case AuditFormat.Json:
                return new Outcome(exit, verdict, "", new { files = results, faults = results.SelectMany(r => r.Faults) }).Print(OutputFormat.Json);
            case AuditFormat.Jsonl:
                foreach (var result in results) Console.Out.WriteLine(JsonSerializer.Serialize(result, ReportResult.Json));
                return exit;
            case AuditFormat.Sarif:
                using (var sarif = new MemoryStream())
                {
                    SarifWriter.Write(files, sarif);
                    Console.Out.WriteLine(Encoding.UTF8.GetString(sarif.ToArray()));
                }
                return exit;
            default:
                foreach (var file in files) Console.Out.Write(AuditPage.Write(file));
                return exit;
        }
    }

    private static string Verdict(List<ReportResult> results, int bad, int found)
    {
        var notChecked = bad > 0 ? $"{bad} 个文件没有核对。" : "";
        if (found == 0) return notChecked + (bad < results.Count ? "没有发现问题。" : "");
        return $"{notChecked}{found} 处发现：须改正 {Count(Severity.Blocking)}，存疑 {Count(Severity.Warning)}，提示 {Count(Severity.Note)}。";

        int Count(Severity severity) => results.Sum(r => r.Count(severity));
    }
}
