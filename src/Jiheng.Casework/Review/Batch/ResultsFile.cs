using System.Text.Json;
using Jiheng.Audit;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// What was found in each report, one line per report in the output folder. The findings live here and nowhere else:
/// memory holds only where each report's line stands, and a review that was broken off goes on from the lines that are there.
/// </summary>
public sealed class ResultsFile : IDisposable
{
    /// <summary>Name of the file in the output folder.</summary>
    public const string Name = "审核进度.jsonl";

    private readonly JsonLines _lines;
    private readonly Dictionary<string, ReviewedReport> _earlier = new(StringComparer.Ordinal);

    private ResultsFile(JsonLines lines) => _lines = lines;

    /// <summary>Opens the file of a finished review.</summary>
    /// <param name="output">Folder of its results.</param>
    /// <exception cref="IOException">It is not there.</exception>
    public static ResultsFile Open(string output) => new(JsonLines.Open(Path.Combine(output, Name)));

    /// <summary>Opens the file of a review that is done now.</summary>
    /// <param name="output">Folder of its results.</param>
    /// <param name="resume">Whether what is there counts; otherwise it is begun anew, as it is when the engine is another one.</param>
    /// <param name="comments">Whether commented copies are written; results without them do not count for a review with them.</param>
    internal static ResultsFile Begin(string output, bool resume, bool comments)
    {
        var path = Path.Combine(output, Name);
        var head = $"{typeof(Auditor).Module.ModuleVersionId:N} {typeof(ResultsFile).Module.ModuleVersionId:N} {(comments ? "comments" : "plain")}";
        if (resume && File.Exists(path))
        {
            var file = new ResultsFile(JsonLines.Continue(path));
            if (file.TakeOver(head)) return file;
            file.Dispose();
        }
        var lines = JsonLines.Create(path);
        lines.Add(head);
        return new ResultsFile(lines);
    }

    /// <summary>Results of <paramref name="reports"/>, each read when it is asked for.</summary>
    /// <param name="output">Folder of the review's results.</param>
    /// <param name="reports">The reports.</param>
    public static IEnumerable<ReportResult> Read(string output, IEnumerable<ReviewedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        using var file = Open(output);
        foreach (var report in reports) yield return file.Read(report);
    }

    /// <summary>Reads the result of a report. May be called from several threads at once.</summary>
    /// <exception cref="InvalidDataException">The file is no longer the one that the review wrote.</exception>
    public ReportResult Read(ReviewedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            if (_lines.Read<Line>(report.At).Result is var result && result.File == report.File) return result;
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new InvalidDataException($"JH3416 “{Name}”里“{report.File}”的一行读不懂，文件可能被改动过。请重新审核。");
    }

    /// <summary>The report as it was finished earlier; <c>null</c> when it was not, or the file has changed since.</summary>
    internal ReviewedReport? Find(IncomingFile file) =>
        file.Stamp.Length > 0 && _earlier.TryGetValue(file.Name, out var report) && report.Stamp == file.Stamp ? report : null;

    /// <summary>Keeps the result of a report. May be called from several threads at once.</summary>
    internal ReviewedReport Add(ReportResult result, string stamp, UInt128 hash, byte[] sketch)
    {
        var line = new Line(result, stamp, hash, sketch);
        return line.At(_lines.Add(line));
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    /// <summary>Takes over the lines of an earlier review; <c>false</c> when they do not count.</summary>
    private bool TakeOver(string head)
    {
        var isFirst = true;
        foreach (var at in _lines.All())
        {
            try
            {
                if (isFirst && _lines.Read<string>(at) != head) return false;
                if (!isFirst && _lines.Read<Line>(at) is { } line) _earlier[line.Result.File] = line.At(at);
            }
            catch (JsonException)
            {
                // No result of a report, which is then read again; or no head, and nothing counts.
                if (isFirst) return false;
            }
            isFirst = false;
        }
        return !isFirst;
    }

    /// <summary>A line of the file.</summary>
    private sealed record Line(ReportResult Result, string Stamp, UInt128 Hash, byte[] Sketch)
    {
        public ReviewedReport At(LineAt at) => new(Result, at, Stamp, Hash, Sketch);
    }
}
