using Jiheng.Casework.Review.Life;

namespace Jiheng.Casework.Review.Batch;

/// <summary>What a review came to.</summary>
/// <param name="Reports">All files, worst first.</param>
/// <param name="Copies">Duplicates and near-copies, most alike first.</param>
/// <param name="Resumed">Files taken over from an earlier review without reading them.</param>
public sealed record ReviewOutcome(IReadOnlyList<ReviewedReport> Reports, IReadOnlyList<NearCopy> Copies, int Resumed)
{
    /// <summary>Files that were not checked.</summary>
    public int NotChecked => Reports.Count(r => !r.Checked);

    /// <summary>Findings that the departments still have to answer.</summary>
    public int Open => Reports.Sum(r => r.Open.All);

    /// <summary>Last day of the waiver that ends first; <c>null</c> when there is none.</summary>
    public DateOnly? FirstEnd => Reports.SelectMany(r => r.Standings).Min(s => s.Until);

    /// <summary>The same under a ledger as it stands now; worst first by what is still open.</summary>
    internal ReviewOutcome Under(FindingLedger ledger, ResultsFile results)
    {
        // A few sentences say what became of all findings; each is held once.
        var shared = new Dictionary<Standing, Standing>();
        return this with
        {
            Reports =
            [
                .. Reports.GroupBy(r => r.Owner, StringComparer.Ordinal).SelectMany(OfOwner)
                    .OrderByDescending(r => r.Open.Blocking)
                    .ThenByDescending(r => r.Open.Warning)
                    .ThenByDescending(r => r.Open.All)
                    .ThenBy(r => r.Checked)
                    .ThenBy(r => r.File, StringComparer.Ordinal),
            ],
        };

        IEnumerable<ReviewedReport> OfOwner(IGrouping<string, ReviewedReport> reports)
        {
            var mine = ledger.Of(reports.Key);
            foreach (var report in reports)
            {
                var findings = results.Read(report).Findings;
                yield return report.With(findings, [.. findings.Select(f => Shared(Standing.Of(mine.Find(f.Fingerprint))))]);
            }
        }

        Standing Shared(Standing standing) => shared.TryGetValue(standing, out var known) ? known : shared[standing] = standing;
    }
}
