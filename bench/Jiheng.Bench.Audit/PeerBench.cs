using System.Diagnostics;
using System.Globalization;
using System.Text;
using Jiheng.Audit;
using Jiheng.Model.Documents;

namespace Jiheng.Bench.Audit;

/// <summary>
/// Reads the same texts, one core each, in one run: our audit (quantities, claims and findings) beside the Chinese models of
/// the npm package @microsoft/recognizers-text-suite (quantities only).
/// </summary>
internal static class PeerBench
{
    public static void Run(string input, IReadOnlyList<string> texts, double seconds)
    {
        // Both sides run warm: a first stretch of half the time is not counted.
        for (var (i, warm) = (0, Stopwatch.StartNew()); warm.Elapsed.TotalSeconds < seconds / 2; i++) Auditor.Audit(Document.FromPlainText(texts[i % texts.Count]));
        var (bytes, clock) = (0L, Stopwatch.StartNew());
        for (var i = 0; clock.Elapsed.TotalSeconds < seconds; i++)
        {
            var text = texts[i % texts.Count];
            Auditor.Audit(Document.FromPlainText(text));
            bytes += Encoding.UTF8.GetByteCount(text);
        }
        var ours = bytes / 1000d / clock.Elapsed.TotalSeconds;
        var scripts = Path.Combine(AppContext.BaseDirectory, "recognizers");
        if (!Directory.Exists(Path.Combine(scripts, "node_modules"))) Output("npm", "install", "--prefix", scripts, "--no-audit", "--no-fund");
        var peer = double.Parse(Output("node", Path.Combine(scripts, "recognize.js"), Path.GetFullPath(input), seconds.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        Console.WriteLine($"本产品：每秒 {ours:N0} KB（读数、重算、发现）");
        Console.WriteLine($"recognizers-text：每秒 {peer:N2} KB（只读数）");
        Console.WriteLine($"比值：{ours / peer:N0} 倍");
    }

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim().Split('\n')[^1] : throw new InvalidOperationException($"{program} exited with {process.ExitCode}.");
    }
}
