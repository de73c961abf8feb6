using System.CommandLine;
using System.Text;
using System.Text.Json;
using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Known;
using Jiheng.Casework.Checking;
using Jiheng.Cli.Terminal;
using Jiheng.Documents.Reading;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng audit FILE…</c>: recomputes every figure of reports, and with <c>--jsonl</c> of passages.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "要核对的报告：docx、xlsx、xls、txt、md、html、pdf，或 --jsonl 的输入", Arity = ArgumentArity.OneOrMore };
        var lines = new Option<bool>("--jsonl") { Description = "逐行读 {\"id\",\"text\"}，逐行写 {\"id\",\"relations\",\"findings\"}；.txt 文件作为一行" };
        var against = new Option<string?>("--against") { Description = "同时与这个数据目录的台账、评分表和上年数据核对" };
        var packs = CommonOptions.Packs();
        var format = CommonOptions.Format();
        var command = new Command("audit", "核对报告里的每一个数字。例：jiheng audit 自评报告.docx --against samples/yanfeng-2024") { files, lines, against, packs, format };
        command.SetAction(parsed => parsed.GetValue(lines)
            ? Lines(parsed.GetValue(files)!)
            : Files(parsed.GetValue(files)!, parsed.GetValue(against), parsed.GetValue(packs)!, parsed.GetValue(format)));
        return command;
    }

    private static int Files(string[] paths, string? against, string packs, OutputFormat format)
    {
        KnownFacts? known = null;
        if (against is not null)
        {
            if (Opening.Folder(against, packs, out var faults) is not { } file) return faults!.Print(format);
            known = KnownFigures.Of(file);
        }
        List<object> data = [];
        List<string> bad = [];
        var (found, text, blocking, warnings, notes) = (0, new StringBuilder(), 0, 0, 0);
        foreach (var path in paths)
        {
            if (Read(path, bad) is not { } document) continue;
            var report = Auditor.Audit(document, known);
            found += report.Findings.Count;
            blocking += report.Blocking;
            warnings += report.Findings.Count(f => f.Severity == Severity.Warning);
            notes += report.Findings.Count(f => f.Severity == Severity.Note);
            text.AppendLine($"{Path.GetFileName(path)}：核对 {report.Figures.Count} 个数字、{report.Claims.Count} 条数量关系；{report.Findings.Count} 处发现，{report.Unverified} 个比率文中无从核对。");
            foreach (var finding in report.Findings) Append(text, finding);
            text.AppendLine();
            data.Add(new
            {
                file = path,
                figures = report.Figures.Count,
                claims = report.Claims.Count,
                unverified = report.Unverified,
                findings = report.Findings.Select(f => new { f.Code, f.Kind, severity = f.Severity.ToString(), block = f.At.Block, start = f.At.Start, end = f.At.End, f.Text, f.Message, f.Formula, f.Stated, f.Recomputed, f.Difference, f.Reading, f.Suggestion }),
            });
        }
        foreach (var fault in bad) text.AppendLine(fault);
        var exit = bad.Count > 0 ? Outcome.BadInput : found > 0 ? Outcome.Findings : Outcome.Clean;
        var verdict = bad.Count > 0 ? $"{bad.Count} 个文件没有核对。" : "";
        verdict += found == 0 ? (data.Count > 0 ? "没有发现问题。" : "") : $"{found} 处发现：须改正 {blocking}，存疑 {warnings}，提示 {notes}。";
        return new Outcome(exit, verdict, text.ToString(), new { files = data, faults = bad }).Print(format);
    }

    private static void Append(StringBuilder text, Finding finding)
    {
        var severity = finding.Severity switch { Severity.Blocking => "须改正", Severity.Warning => "存疑", _ => "提示" };
        text.AppendLine($"  [{severity}] {finding.Code} {FindingCatalogue.Get(finding.Code).Title}（第 {finding.At.Block + 1} 段，“{finding.Text}”）");
        text.AppendLine($"    {finding.Message}");
        if (finding.Formula.Length > 0) text.AppendLine($"    {finding.Formula}");
        if (finding.Suggestion.Length > 0) text.AppendLine($"    {finding.Suggestion}");
    }

    private static Model.Documents.Document? Read(string path, List<string> bad)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var read = DocumentReader.Read(stream, path);
            bad.AddRange(read.Faults.Select(f => f.ToString()));
            return read.Document;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bad.Add($"JH6104 {path} 打不开：{(fault is FileNotFoundException or DirectoryNotFoundException ? "没有这个文件，请检查文件名" : "没有权限，或正被别的程序占用")}。");
            return null;
        }
    }

    private static int Lines(string[] paths)
    {
        var (clean, faults) = (true, 0);
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"JH6104 {path} 不存在。");
                faults++;
                continue;
            }
            var number = 0;
            foreach (var (id, text, fault) in path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? [(Path.GetFileName(path), File.ReadAllText(path), null)] : File.ReadLines(path).Where(l => l.Length > 0).Select(Passage))
            {
                number++;
                if (fault is not null)
                {
                    Console.Error.WriteLine($"JH6105 {path} 第 {number} 行不是 {{\"id\",\"text\"}}：{fault}");
                    faults++;
                    continue;
                }
                var line = CorpusLine.Audit(id, text);
                clean &= line.EndsWith("\"findings\":[]}", StringComparison.Ordinal);
                Console.Out.WriteLine(line);
            }
        }
        return faults > 0 ? Outcome.BadInput : clean ? Outcome.Clean : Outcome.Findings;
    }

    private static (string Id, string Text, string? Fault) Passage(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("id").ToString(), json.RootElement.GetProperty("text").GetString()!, null);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", "", fault.Message);
        }
    }
}
