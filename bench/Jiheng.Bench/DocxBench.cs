using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Jiheng.Casework.Dossiers;
using Jiheng.Documents.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Bench;

/// <summary>
/// Documents per second: our report.docx from an opened dossier, beside docxtemplater (npm) filling an equal template
/// with equal content. One core each, one run.
/// </summary>
internal static class DocxBench
{
    public static void Run(CaseFile file, string folder, double seconds)
    {
        Directory.CreateDirectory(folder);
        var report = file.Report();
        var (template, data) = AsTemplate(report);
        Save(template, Path.Combine(folder, "template.docx"));
        Save(report, Path.Combine(folder, "ours.docx"));
        File.WriteAllText(Path.Combine(folder, "data.json"), JsonSerializer.Serialize(data));

        var whole = PerSecond(seconds, () => DocxWriter.Write(file.Report(), Stream.Null));
        var writing = PerSecond(seconds, () => DocxWriter.Write(report, Stream.Null));
        Console.WriteLine($"本产品：由数据到 report.docx 每秒 {whole:F1} 份；只写文件每秒 {writing:F1} 份");
        var peer = Peer(folder, seconds);
        Console.WriteLine($"docxtemplater：每秒 {peer:F1} 份（相同模板、相同内容，{data.Count} 处填充）");
        Console.WriteLine($"比值：由数据到文件 {whole / peer:F1} 倍；只写文件 {writing / peer:F1} 倍");
    }

    private static double PerSecond(double seconds, Action write)
    {
        for (var i = 0; i < 20; i++) write();
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            write();
            count++;
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The same document with a tag in place of every text, and the texts by tag.</summary>
    private static (Document Template, Dictionary<string, string> Data) AsTemplate(Document report)
    {
        Dictionary<string, string> data = [];
        Run Tag(string text)
        {
            var tag = $"t{data.Count}";
            data[tag] = text;
            return new Run($"{{{tag}}}");
        }

        List<Block> blocks = [];
        foreach (var block in report.Blocks)
        {
            blocks.Add(block switch
            {
                Heading h => h with { Runs = [Tag(h.Text)] },
                Paragraph p => p with { Runs = [Tag(p.Text)] },
                Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Runs = [Tag(c.Text)] })] })] },
                _ => block,
            });
        }
        return (report with { Blocks = blocks }, data);
    }

    private static void Save(Document document, string path)
    {
        using var to = File.Create(path);
        DocxWriter.Write(document, to);
    }

    private static double Peer(string folder, double seconds)
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "docx");
        if (!Directory.Exists(Path.Combine(scripts, "node_modules"))) Run("npm", "install", "--prefix", scripts, "--no-audit", "--no-fund");
        return double.Parse(Run("node", Path.Combine(scripts, "docxtemplater.mjs"), folder, seconds.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim().Split('\n')[^1] : throw new InvalidOperationException($"{program} exited with {process.ExitCode}.");
    }
}
