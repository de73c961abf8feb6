using System.Text.Json;
using Jiheng.Audit;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng audit --jsonl</c>: passages in, one line of relations and findings out for each.</summary>
internal static class AuditLines
{
    /// <summary>Reads files of lines, or a text file as one passage, and returns the exit code.</summary>
    public static int Run(string[] paths)
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
