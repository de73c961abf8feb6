using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Web.Reviewing;

/// <summary>What was decided about the findings of one report, and what somebody just tried to note and could not.</summary>
/// <param name="job">The review, finished.</param>
/// <param name="report">The report.</param>
/// <param name="today">The day on which it is looked at.</param>
public sealed class ReportLife(ReviewJob job, ReviewedReport report, DateOnly today)
{
    private readonly OwnerLedger _ledger = job.LedgerOf(report.Owner);

    /// <summary>Address of the report's page.</summary>
    public string Address { get; } = AddressOf(job.Id, report.File);

    /// <summary>The first day up to which something can be waived.</summary>
    public DateOnly Today => today;

    /// <summary>Findings that earlier versions had and this one no longer has.</summary>
    public IReadOnlyList<LedgerEntry> Fixed => [.. _ledger.Entries.Where(e => e.State == FindingState.Fixed)];

    /// <summary>What was entered and refused; <c>null</c> when nothing was.</summary>
    public RefusedDecision? Refused { get; init; }

    /// <summary>Address of the page of a report.</summary>
    public static string AddressOf(string id, string file) => $"/review/{id}/report?file={Uri.EscapeDataString(file)}";

    /// <summary>Address that a form of the page is sent to.</summary>
    public string Post(string handler) => $"{Address}&handler={handler}";

    /// <summary>The life of a finding; one that the ledger does not name is open.</summary>
    public LedgerEntry Of(NumberedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return _ledger.Find(finding.Fingerprint) ?? new LedgerEntry { Fingerprint = finding.Fingerprint, Code = finding.Finding.Code, Passage = "" };
    }
}

/// <summary>A decision that was not noted, as it was entered, so that nobody types it twice.</summary>
/// <param name="Fingerprint">Name of the finding.</param>
/// <param name="Number">Its number on the page.</param>
/// <param name="Kind">explain or waive; empty when neither was chosen.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Until when.</param>
/// <param name="Faults">Why it was not noted.</param>
public sealed record RefusedDecision(string Fingerprint, int Number, string Kind, string By, string Reason, string Until, IReadOnlyList<string> Faults);

/// <summary>One finding on the page of a reviewed report, with what was decided about it.</summary>
/// <param name="Life">The report's.</param>
/// <param name="Item">The finding.</param>
/// <param name="Entry">Its life.</param>
public sealed record FindingLife(ReportLife Life, NumberedFinding Item, LedgerEntry Entry);
