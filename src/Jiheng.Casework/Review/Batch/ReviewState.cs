using System.Text;
using System.Text.Json;
using Jiheng.Audit;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// Keeps what is finished, one line per report, so that a review that was broken off goes on where it stopped. A line that
/// was cut off in writing is left out, and its report is read again; so are all when the engine is another one.
/// </summary>
internal sealed class ReviewState : IDisposable
{
    private readonly Dictionary<string, ReviewedReport> _earlier = new(StringComparer.Ordinal);
    private readonly StreamWriter _writer;
    private readonly Lock _gate = new();

    /// <summary>Opens the state in <paramref name="path"/>.</summary>
    /// <param name="path">The file; made when it is not there.</param>
    /// <param name="resume">Whether what is there counts; otherwise it is begun anew.</param>
    /// <param name="comments">Whether commented copies are written; a state without them does not count for a review with them.</param>
    public ReviewState(string path, bool resume, bool comments)
    {
        var header = $"{typeof(Auditor).Module.ModuleVersionId:N} {typeof(ReviewState).Module.ModuleVersionId:N} {(comments ? "comments" : "plain")}";
        if (resume && File.Exists(path)) Load(path, header);
        // What counts is written anew, so that a line cut off in the middle never glues itself to the next.
        var fresh = path + ".new";
        using (var writer = new StreamWriter(fresh, append: false, new UTF8Encoding(false)))
        {
            writer.WriteLine(header);
            foreach (var report in _earlier.Values) writer.WriteLine(JsonSerializer.Serialize(report, ReportResult.Json));
        }
        File.Move(fresh, path, overwrite: true);
        _writer = new StreamWriter(path, append: true, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>The report as it was finished earlier; <c>null</c> when it was not, or the file has changed since.</summary>
    public ReviewedReport? Find(IncomingFile file) =>
        file.Stamp.Length > 0 && _earlier.TryGetValue(file.Name, out var report) && report.Stamp == file.Stamp ? report : null;

    /// <summary>Notes that a report is finished. May be called from several threads at once.</summary>
    public void Add(ReviewedReport report)
    {
        var line = JsonSerializer.Serialize(report, ReportResult.Json);
        lock (_gate) _writer.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Load(string path, string header)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        if (reader.ReadLine() != header) return;
        while (reader.ReadLine() is { } line)
        {
            try
            {
                if (JsonSerializer.Deserialize<ReviewedReport>(line, ReportResult.Json) is { Result: not null } report) _earlier[report.Result.File] = report;
            }
            catch (JsonException)
            {
                // Cut off in writing: the report is read again.
            }
        }
    }
}
