using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Jiheng.Casework.Review.Batch;

namespace Jiheng.Web.Reviewing;

/// <summary>The reviews of this machine. Files lie on disk; a review that a restart broke off goes on when it is next asked for.</summary>
/// <param name="settings">Where data are kept.</param>
public sealed class ReviewJobs(WebSettings settings)
{
    private const int IdBytes = 16;
    private readonly string _root = Path.Combine(settings.DataFolder ?? Path.GetTempPath(), "reviews");
    private readonly ConcurrentDictionary<string, ReviewJob> _jobs = new(StringComparer.Ordinal);
    private readonly Channel<ReviewJob> _waiting = Channel.CreateUnbounded<ReviewJob>();

    /// <summary>Folder of all reviews.</summary>
    public string Root => _root;

    /// <summary>Reviews waiting to be done.</summary>
    public ChannelReader<ReviewJob> Waiting => _waiting.Reader;

    /// <summary>All reviews, latest first.</summary>
    public IReadOnlyList<ReviewJob> All => !Directory.Exists(_root) ? [] :
        [.. Directory.EnumerateDirectories(_root).Select(d => Find(Path.GetFileName(d))).OfType<ReviewJob>().OrderByDescending(j => j.Since)];

    /// <summary>Keeps files that were handed in and has them reviewed.</summary>
    /// <param name="files">The files.</param>
    /// <param name="until">Day until which the departments are asked to answer; <c>null</c> for none.</param>
    /// <param name="after">Review whose decisions go on to hold; <c>null</c> for none.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<ReviewJob> AddAsync(IReadOnlyList<IFormFile> files, DateOnly? until, ReviewJob? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        // Nobody takes a review up before all of it has arrived: until then its folder has a name that is no id.
        var arriving = new ReviewJob(id, Path.Combine(_root, id + ".new"));
        try
        {
            await KeepAsync(files, arriving, cancel);
            arriving.Until = until;
            if (after?.Outcome is not null) arriving.Continue(after);
        }
        catch
        {
            Directory.Delete(arriving.Folder, recursive: true);
            throw;
        }
        var job = _jobs[id] = new ReviewJob(id, Path.Combine(_root, id));
        Directory.Move(arriving.Folder, job.Folder);
        _waiting.Writer.TryWrite(job);
        return job;
    }

    private static async Task KeepAsync(IReadOnlyList<IFormFile> files, ReviewJob job, CancellationToken cancel)
    {
        Directory.CreateDirectory(job.Source);
        for (var i = 0; i < files.Count; i++)
        {
            var name = OutputName.Of(Path.GetFileName(files[i].FileName));
            if (File.Exists(Path.Combine(job.Source, name))) name = $"{i + 1}-{name}";
            await using var to = File.Create(Path.Combine(job.Source, name));
            await files[i].CopyToAsync(to, cancel);
        }
    }

    /// <summary>The review with this id, or <c>null</c>. One that an earlier run of the program left is taken up again.</summary>
    public ReviewJob? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != IdBytes * 2 || !id.All(char.IsAsciiHexDigitLower)) return null;
        if (_jobs.TryGetValue(id, out var job)) return job;
        var left = new ReviewJob(id, Path.Combine(_root, id));
        if (!Directory.Exists(left.Source)) return null;
        if (_jobs.TryAdd(id, left)) _waiting.Writer.TryWrite(left);
        return _jobs[id];
    }

    /// <summary>Removes a finished review with all its files.</summary>
    public void Remove(ReviewJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.Outcome is null && job.Fault.Length == 0) return;
        Directory.Delete(job.Folder, recursive: true);
        _jobs.TryRemove(job.Id, out _);
    }
}

/// <summary>Does the reviews one after the other; each uses all cores.</summary>
/// <param name="jobs">The reviews.</param>
/// <param name="time">Tells the day.</param>
public sealed class ReviewWorker(ReviewJobs jobs, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in jobs.Waiting.ReadAllAsync(stoppingToken)) await Task.Run(() => Run(job, stoppingToken), stoppingToken);
    }

    private void Run(ReviewJob job, CancellationToken stop)
    {
        try
        {
            var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            job.Outcome = BatchReview.Run(job.Source, new ReviewOptions(job.Output, today) { Until = job.Until, Resume = true, Comments = true }, job, stop);
        }
        catch (OperationCanceledException)
        {
            // The program ends; what is finished is kept, and the rest is done when the review is next opened.
        }
        // A review that fails must not end the worker, and with it all others.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            job.Fault = $"JH6241 审核没有完成：{fault.Message}";
        }
    }
}
