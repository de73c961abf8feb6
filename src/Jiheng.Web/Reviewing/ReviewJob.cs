using System.Globalization;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Web.Reviewing;

/// <summary>One review of many reports, with its files on disk.</summary>
/// <param name="id">Random; whoever knows it may see the review.</param>
/// <param name="folder">Folder of what was handed in and of the results.</param>
public sealed class ReviewJob(string id, string folder) : IProgress<ReviewProgress>
{
    private readonly Lock _gate = new();

    /// <summary>Random id.</summary>
    public string Id { get; } = id;

    /// <summary>What was handed in.</summary>
    public string Source { get; } = Path.Combine(folder, "in");

    /// <summary>The results.</summary>
    public string Output { get; } = Path.Combine(folder, "out");

    /// <summary>The folder of both.</summary>
    public string Folder { get; } = folder;

    /// <summary>When it was handed in, local time.</summary>
    public DateTime Since => Directory.GetCreationTime(Folder);

    /// <summary>How far it is; <c>null</c> before it started.</summary>
    public ReviewProgress? Progress { get; private set; }

    /// <summary>What it came to; <c>null</c> while it runs.</summary>
    public ReviewOutcome? Outcome { get; internal set; }

    /// <summary>Why it ended without a result; empty when it did not.</summary>
    public string Fault { get; internal set; } = "";

    /// <summary>When the review was handed in whose decisions this one started from; empty for none.</summary>
    public string After => File.Exists(AfterPath) ? File.ReadAllText(AfterPath) : "";

    /// <summary>Day until which the departments are asked to answer; <c>null</c> for none. Kept beside the files.</summary>
    public DateOnly? Until
    {
        get => File.Exists(UntilPath) && DateOnly.TryParseExact(File.ReadAllText(UntilPath), "yyyy-MM-dd", out var day) ? day : null;
        internal set => File.WriteAllText(UntilPath, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Notes a decision about a finding, then writes summary and opinions again, so that what is downloaded agrees with the page.</summary>
    /// <returns>Why it was not noted, in full sentences; empty when it was.</returns>
    public IReadOnlyList<string> Settle(string fingerprint, Decision decision, string owner, DateOnly today)
    {
        try
        {
            // One at a time: each reads the ledger, changes it and writes it back.
            lock (_gate)
            {
                var settled = SettleFinding.Run(Output, fingerprint, decision, today, owner);
                if (settled.Count > 0) SumUp();
                return settled.Faults;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [$"JH6243 登记没有做完：{fault.Message} 记下了没有，以下面显示的为准；汇总和审核意见可能还是旧的。请检查磁盘和文件是否被别的程序占用，再登记一次（已记下的先撤回）。"];
        }
    }

    /// <summary>Opens findings again whose waiver ended before <paramref name="today"/>: a server runs longer than a waiver.</summary>
    public void EndWaivers(DateOnly today)
    {
        if (Outcome?.FirstEnd is not { } end || end >= today) return;
        lock (_gate)
        {
            FindingLedger.Rewrite(Output, [], mine => mine.EndWaivers(today));
            SumUp();
        }
    }

    /// <summary>The findings of one owner, with what was decided about them.</summary>
    public OwnerLedger LedgerOf(string owner)
    {
        // Not while the ledger is written anew.
        lock (_gate)
        {
            using var ledger = FindingLedger.Open(Output);
            return ledger.Of(owner);
        }
    }

    /// <summary>Starts from what was decided in an earlier review; before this one is done.</summary>
    internal void Continue(ReviewJob earlier)
    {
        Directory.CreateDirectory(Output);
        lock (earlier._gate) File.Copy(Path.Combine(earlier.Output, FindingLedger.Name), Path.Combine(Output, FindingLedger.Name));
        File.WriteAllText(AfterPath, earlier.Since.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    private void SumUp() => Outcome = BatchReview.SumUp(Outcome!, Output, Until);

    private string AfterPath => Path.Combine(Folder, "after.txt");

    private string UntilPath => Path.Combine(Folder, "until.txt");

    /// <inheritdoc/>
    public void Report(ReviewProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Workers tell in any order; the number shown never falls.
        lock (_gate) if (Progress is null || value.Done > Progress.Done) Progress = value;
    }
}
