using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Jiheng.Audit;
using Jiheng.Casework.Review.Life;
using Jiheng.Casework.Review.Outputs;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Batch;

/// <summary>How a review is done.</summary>
/// <param name="Output">Folder that everything is written to; made when it is not there.</param>
/// <param name="Today">Day of the review: waivers that ended before it no longer hold.</param>
public sealed record ReviewOptions(string Output, DateOnly Today)
{
    /// <summary>Whether reports finished in an earlier, broken-off review are taken over without reading them again.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether a commented copy of each docx with findings is written.</summary>
    public bool Comments { get; init; }

    /// <summary>Day until which the departments are asked to answer; <c>null</c> for none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Bounds.</summary>
    public ReviewLimits Limits { get; init; } = new();

    /// <summary>Reports read at once; as many as the machine has cores by default.</summary>
    public int Degree { get; init; } = Environment.ProcessorCount;

    /// <summary>Audits a document, or gives <c>null</c> when that takes too long; by default as <see cref="ReviewLimits.AuditTime"/> says.</summary>
    public Func<Document, AuditReport?>? Audit { get; init; }
}

/// <summary>How far a review is.</summary>
/// <param name="Done">Files finished.</param>
/// <param name="Total">Files in all.</param>
/// <param name="File">The one finished last.</param>
public sealed record ReviewProgress(int Done, int Total, string File);

/// <summary>
/// Reviews a folder or zip of reports: in parallel, one document in memory per core, past broken files. Results do not
/// depend on the order in which files happen to be finished.
/// </summary>
public static class BatchReview
{
    /// <summary>Name of the summary in the output folder.</summary>
    public const string SummaryName = "汇总.xlsx";

    /// <summary>Folder of the opinions, one docx per department.</summary>
    public const string OpinionsFolder = "审核意见";

    /// <summary>Folder of the commented copies.</summary>
    public const string CommentsFolder = "带批注";

    /// <summary>Reviews <paramref name="source"/> and writes the results.</summary>
    /// <param name="source">A folder, a zip or one file.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each file, from any thread; <c>null</c> for nobody.</param>
    /// <param name="cancel">Breaks off; what is finished is kept to resume.</param>
    /// <exception cref="IOException">The source is not there, or the output cannot be written.</exception>
    /// <exception cref="InvalidDataException">The ledger of findings in the output folder cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static ReviewOutcome Run(string source, ReviewOptions options, IProgress<ReviewProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Output);
        // A ledger that cannot be read stops the review before its work, not after.
        FindingLedger.Open(options.Output).Dispose();
        using var incoming = IncomingFiles.Of(source, options.Limits, options.Output);
        using var results = ResultsFile.Begin(options.Output, options.Resume, options.Comments);
        var (reports, resumed) = ReadAll(incoming.Files, results, options, progress, cancel);
        TakeIn(reports, results, options);
        return SumUp(new ReviewOutcome(reports, NearCopies.Find(reports), resumed), results, options.Output, options.Until);
    }

    /// <summary>Writes summary and opinions again under the ledger as it stands now; earlier ones are replaced.</summary>
    /// <param name="outcome">What the review came to.</param>
    /// <param name="output">Folder of the results.</param>
    /// <param name="until">Day until which the departments are asked to answer; <c>null</c> for none.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="InvalidDataException">The ledger, or what was found, cannot be read.</exception>
    public static ReviewOutcome SumUp(ReviewOutcome outcome, string output, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var results = ResultsFile.Open(output);
        return SumUp(outcome, results, output, until);
    }

    /// <summary>Takes what was found into the ledger, owner by owner.</summary>
    private static void TakeIn(IReadOnlyList<ReviewedReport> reports, ResultsFile results, ReviewOptions options)
    {
        var byOwner = reports.ToLookup(r => r.Owner, StringComparer.Ordinal);
        FindingLedger.Rewrite(options.Output, byOwner.Select(g => g.Key), mine => mine.Take([.. byOwner[mine.Owner].Select(results.Read)], options.Today));
    }

    private static ReviewOutcome SumUp(ReviewOutcome outcome, ResultsFile results, string output, DateOnly? until)
    {
        using (var ledger = FindingLedger.Open(output)) outcome = outcome.Under(ledger, results);
        SummaryWorkbook.Save(outcome, results, Path.Combine(output, SummaryName));
        Opinions.Save(outcome, results, Path.Combine(output, OpinionsFolder), until);
        return outcome;
    }

    private static (IReadOnlyList<ReviewedReport> Reports, int Resumed) ReadAll(IReadOnlyList<IncomingFile> files, ResultsFile results, ReviewOptions options, IProgress<ReviewProgress>? progress, CancellationToken cancel)
    {
        var reports = new ReviewedReport[files.Count];
        var (done, resumed) = (0, 0);
        // As many again as there are workers may be left behind before one of them has to wait for a place.
        var timed = new TimedAudit(document => Auditor.Audit(document), options.Limits.AuditTime, options.Degree * 2);
        var audit = options.Audit ?? timed.Audit;
        // Without buffering, a worker takes one file at a time: memory holds as many documents as there are workers.
        var order = Partitioner.Create(Enumerable.Range(0, files.Count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = options.Degree, CancellationToken = cancel }, i =>
            {
                if (results.Find(files[i]) is { } earlier)
                {
                    reports[i] = earlier;
                    Interlocked.Increment(ref resumed);
                }
                else
                {
                    reports[i] = Review(files[i], results, options, audit);
                }
                progress?.Report(new ReviewProgress(Interlocked.Increment(ref done), files.Count, files[i].Name));
            });
        }
        // Reading never throws; what does is writing, and one reason is enough.
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }
        return (reports, resumed);
    }

    private static ReviewedReport Review(IncomingFile incoming, ResultsFile results, ReviewOptions options, Func<Document, AuditReport?> audit)
    {
        var (content, fault) = incoming.Fetch();
        if (content is null) return results.Add(ReportResult.Of(AuditedFile.NotChecked(incoming.Name, fault!)), incoming.Stamp, 0, []);
        var file = AuditedFile.Read(new MemoryStream(content, writable: false), incoming.Name, options.Limits.Reading, audit);
        var result = ReportResult.Of(file);
        if (options.Comments && result.Findings.Count > 0 && CommentedCopy.IsPossible(incoming.Name)) Comment(content, file, options.Output);
        return results.Add(result, incoming.Stamp, BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(content)), file.IsChecked ? TextSketch.Of(file.Document, result.Department) : []);
    }

    private static void Comment(byte[] content, AuditedFile file, string output)
    {
        var path = OutputName.Under(Path.Combine(output, CommentsFolder), file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var to = File.Create(path);
        CommentedCopy.Write(new MemoryStream(content, writable: false), file, to);
    }
}
