namespace Jiheng.Casework.Review.Life;

/// <summary>
/// The life of all findings of one owner: what was explained or waived is not asked for a second time, what is gone is fixed,
/// and what comes back is said to.
/// </summary>
public sealed class OwnerLedger
{
    private readonly SortedDictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Opens it.</summary>
    /// <param name="owner">The department, or the file where no department was recognised.</param>
    /// <param name="entries">What is known so far.</param>
    public OwnerLedger(string owner, IReadOnlyCollection<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Owner = owner;
        foreach (var entry in entries) _entries[entry.Fingerprint] = entry;
    }

    /// <summary>The department, or the file where no department was recognised.</summary>
    public string Owner { get; }

    /// <summary>All entries, by fingerprint.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => _entries.Values;

    /// <summary>The entry of a finding, or <c>null</c>.</summary>
    public LedgerEntry? Find(string fingerprint) => _entries.GetValueOrDefault(fingerprint);

    /// <summary>Takes in what a review found.</summary>
    /// <param name="reports">This owner's reports; those not checked leave everything as it is.</param>
    /// <param name="today">Day of the review; waivers that ended before it no longer hold.</param>
    /// <returns>Whether there was anything to take in.</returns>
    public bool Take(IReadOnlyList<ReportResult> reports, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reports.OrderBy(r => r.Year))
        {
            foreach (var finding in report.Findings)
            {
                seen.Add(finding.Fingerprint);
                _entries[finding.Fingerprint] = Seen(Find(finding.Fingerprint), report, finding, today);
            }
        }
        foreach (var entry in Entries.ToList())
        {
            // The report of another year says nothing about whether this year's was mended.
            if (!seen.Contains(entry.Fingerprint) && reports.Any(r => r.Checked && r.Year == entry.Year)) Set(entry with { State = FindingState.Fixed, Until = null });
        }
        return reports.Count > 0;
    }

    /// <summary>Notes what was decided about a finding. Taking back leaves what nobody decided, and what was fixed, as it is.</summary>
    /// <returns>Whether there is such a finding.</returns>
    public bool Settle(string fingerprint, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Find(fingerprint) is not { } entry) return false;
        if (decision.State != FindingState.Open || entry.IsSettled) Set(entry with { State = decision.State, By = decision.By, Reason = decision.Reason, Until = decision.Until });
        return true;
    }

    /// <summary>Opens findings again whose waiver ended before <paramref name="today"/>.</summary>
    /// <returns>Whether there were any.</returns>
    public bool EndWaivers(DateOnly today)
    {
        var ended = Entries.Where(e => e.State == FindingState.Waived && e.Until < today).ToList();
        foreach (var entry in ended) Set(entry with { State = FindingState.Open, By = "", Reason = "", Until = null });
        return ended.Count > 0;
    }

    private void Set(LedgerEntry entry) => _entries[entry.Fingerprint] = entry;

    private static LedgerEntry Seen(LedgerEntry? earlier, ReportResult report, FindingResult finding, DateOnly today)
    {
        var fresh = new LedgerEntry { Fingerprint = finding.Fingerprint, Code = finding.Code, Passage = finding.Passage, Year = report.Year };
        if (earlier is null) return fresh;
        var recurring = earlier.Recurring || earlier.State == FindingState.Fixed || (earlier.Year is { } then && report.Year > then);
        var isOlder = report.Year < earlier.Year;
        var holds = earlier.State switch
        {
            // An older year's report that lies among the others does not undo what was decided about the latest.
            FindingState.Explained => earlier.Year == report.Year || isOlder,
            FindingState.Waived => earlier.Until >= today,
            _ => false,
        };
        return holds
            ? earlier with { Passage = finding.Passage, Year = isOlder ? earlier.Year : report.Year, Recurring = recurring }
            : fresh with { Recurring = recurring };
    }
}
