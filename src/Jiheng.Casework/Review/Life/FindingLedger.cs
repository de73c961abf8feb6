using System.Text.Json;
using Jiheng.Casework.Review.Batch;

namespace Jiheng.Casework.Review.Life;

/// <summary>
/// The life of all findings of a review, kept beside its output and applied when it is done again: what was explained or
/// waived is not asked for a second time, what is gone is fixed, and what comes back is said to.
/// </summary>
public sealed class FindingLedger
{
    private static readonly JsonSerializerOptions _json = new(ReportResult.Json) { WriteIndented = true };
    private readonly SortedDictionary<(string Owner, string Fingerprint), LedgerEntry> _entries = new(Comparer<(string Owner, string Fingerprint)>.Create((a, b) =>
        string.CompareOrdinal(a.Owner, b.Owner) is not 0 and var order ? order : string.CompareOrdinal(a.Fingerprint, b.Fingerprint)));

    /// <summary>All entries, by owner and fingerprint.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => _entries.Values;

    /// <summary>Reads the ledger; an empty one when there is no file yet.</summary>
    /// <exception cref="InvalidDataException">The file is no ledger; it is not overwritten, since people's decisions stand in it.</exception>
    public static FindingLedger Load(string path)
    {
        var ledger = new FindingLedger();
        if (!File.Exists(path)) return ledger;
        try
        {
            using var from = File.OpenRead(path);
            foreach (var entry in JsonSerializer.Deserialize<List<LedgerEntry>>(from, _json) ?? []) ledger._entries[(entry.Owner, entry.Fingerprint)] = entry;
            return ledger;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"JH3410 发现台账“{Path.GetFileName(path)}”第 {fault.LineNumber + 1} 行读不懂，未作处理。请恢复这个文件的备份；不需要以前的处理意见时，把它移走再审核。", fault);
        }
    }

    /// <summary>Writes the ledger; the earlier file stays until the new one is complete.</summary>
    public void Save(string path)
    {
        var fresh = path + ".new";
        using (var to = File.Create(fresh)) JsonSerializer.Serialize(to, _entries.Values, _json);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>The entry of a finding, or <c>null</c>.</summary>
    public LedgerEntry? Find(string owner, string fingerprint) => _entries.GetValueOrDefault((owner, fingerprint));

    /// <summary>Findings of a report that its department still has to answer.</summary>
    public IReadOnlyList<FindingResult> OpenOf(ReviewedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Result.Findings.Where(f => Find(report.Owner, f.Fingerprint) is not { IsOpen: false })];
    }

    /// <summary>Takes in what a review found.</summary>
    /// <param name="reports">Its reports; those not checked leave everything as it is.</param>
    /// <param name="today">Day of the review; waivers that ended before it no longer hold.</param>
    public void Take(IReadOnlyList<ReviewedReport> reports, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var seen = new HashSet<(string, string)>();
        foreach (var report in reports.OrderBy(r => r.Result.Year))
        {
            foreach (var finding in report.Result.Findings)
            {
                var key = (report.Owner, finding.Fingerprint);
                seen.Add(key);
                _entries[key] = Seen(_entries.GetValueOrDefault(key), report, finding, today);
            }
        }
        var checkedOwners = reports.Where(r => r.Result.Checked).ToLookup(r => r.Owner, r => r.Result.Year, StringComparer.Ordinal);
        foreach (var (key, entry) in _entries.ToList())
        {
            // The report of another year says nothing about whether this year's was mended.
            if (!seen.Contains(key) && checkedOwners[key.Owner].Any(y => y == entry.Year)) _entries[key] = entry with { State = FindingState.Fixed, Until = null };
        }
    }

    /// <summary>Notes what was decided about a finding. Taking back leaves what nobody decided, and what was fixed, as it is.</summary>
    /// <param name="fingerprint">Name of the finding.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="owner">Who answers for the finding; <c>null</c> for everybody who has it.</param>
    /// <returns>How many entries were named: one per owner.</returns>
    public int Settle(string fingerprint, Decision decision, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var named = _entries.Where(e => e.Key.Fingerprint == fingerprint && (owner is null || e.Key.Owner == owner)).ToList();
        foreach (var (key, entry) in named)
        {
            if (decision.State != FindingState.Open || entry.IsSettled)
                _entries[key] = entry with { State = decision.State, By = decision.By, Reason = decision.Reason, Until = decision.Until };
        }
        return named.Count;
    }

    /// <summary>Opens findings again whose waiver ended before <paramref name="today"/>.</summary>
    /// <returns>How many.</returns>
    public int EndWaivers(DateOnly today)
    {
        var ended = _entries.Where(e => e.Value.State == FindingState.Waived && e.Value.Until < today).ToList();
        foreach (var (key, entry) in ended) _entries[key] = entry with { State = FindingState.Open, By = "", Reason = "", Until = null };
        return ended.Count;
    }

    private static LedgerEntry Seen(LedgerEntry? earlier, ReviewedReport report, FindingResult finding, DateOnly today)
    {
        var fresh = new LedgerEntry { Owner = report.Owner, Fingerprint = finding.Fingerprint, Code = finding.Code, Passage = finding.Passage, Year = report.Result.Year };
        if (earlier is null) return fresh;
        var recurring = earlier.Recurring || earlier.State == FindingState.Fixed || (earlier.Year is { } then && report.Result.Year > then);
        var isOlder = report.Result.Year < earlier.Year;
        var holds = earlier.State switch
        {
            // An older year's report that lies among the others does not undo what was decided about the latest.
            FindingState.Explained => earlier.Year == report.Result.Year || isOlder,
            FindingState.Waived => earlier.Until >= today,
            _ => false,
        };
        return holds
            ? earlier with { Passage = finding.Passage, Year = isOlder ? earlier.Year : report.Result.Year, Recurring = recurring }
            : fresh with { Recurring = recurring };
    }
}
