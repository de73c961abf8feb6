using System.ComponentModel;
using System.Diagnostics;

namespace Jiheng.Documents.Programs;

/// <summary>Runs an outside program with a time limit; a program that does not end is killed with all that it started.</summary>
internal static class ChildProgram
{
    /// <summary>Path of a program on PATH, or <c>null</c> when it is not installed.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                var path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
                if (File.Exists(path)) return path;
            }
        }
        return null;
    }

    /// <summary>What a run gave.</summary>
    /// <param name="ExitCode">The program's own, or <c>null</c> when it was killed.</param>
    /// <param name="Output">Standard output, cut at the limit.</param>
    /// <param name="Errors">Standard error, cut at the limit.</param>
    public readonly record struct Outcome(int? ExitCode, byte[] Output, byte[] Errors);

    /// <summary>Runs a program to its end, at most for <paramref name="time"/> and up to <paramref name="bytes"/> of output.</summary>
    public static Outcome Run(string path, IEnumerable<string> arguments, TimeSpan time, long bytes)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(path);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(time);
        try
        {
            var output = ReadAsync(process.StandardOutput.BaseStream, bytes, limit);
            var errors = ReadAsync(process.StandardError.BaseStream, 64 * 1024, limit);
            Task.WaitAll(output, errors, process.WaitForExitAsync(limit.Token));
            return new Outcome(process.ExitCode, output.Result, errors.Result);
        }
        catch (AggregateException e) when (e.InnerExceptions.Any(inner => inner is OperationCanceledException))
        {
            Kill(process);
            return new Outcome(null, [], []);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long bytes, CancellationTokenSource limit)
    {
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, limit.Token).ConfigureAwait(false)) > 0;)
        {
            all.Write(buffer, 0, read);
            if (all.Length > bytes) await limit.CancelAsync().ConfigureAwait(false);
        }
        return all.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(5000);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself just now.
        }
    }
}
