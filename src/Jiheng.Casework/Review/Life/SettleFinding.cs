namespace Jiheng.Casework.Review.Life;

/// <summary>Notes a decision about a finding in the ledger of a review.</summary>
public static class SettleFinding
{
    /// <summary>Notes it.</summary>
    /// <param name="output">Folder of the review's results.</param>
    /// <param name="fingerprint">Name of the finding, see <see cref="Fingerprint"/>.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="today">Day of the decision.</param>
    /// <param name="owner">Who answers for the finding; <c>null</c> for everybody who has it: departments that share a form share its mistakes.</param>
    /// <exception cref="IOException">The ledger cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">The ledger cannot be understood.</exception>
    public static Settled Run(string output, string fingerprint, Decision decision, DateOnly today, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Faults(today) is { Count: > 0 } faults) return new Settled(0, faults);
        if (!File.Exists(Path.Combine(output, FindingLedger.Name))) return new Settled(0, [$"JH6110 {output} 里没有发现台账。请写审核结果所在的目录，或先审核一次。"]);
        var count = FindingLedger.Rewrite(output, [], mine => (owner is null || mine.Owner == owner) && mine.Settle(fingerprint, decision));
        return new Settled(count, count > 0 ? [] : ["JH6111 台账里没有这个指纹。请从汇总.xlsx“发现”表最后一列复制。"]);
    }
}

/// <summary>What became of a decision.</summary>
/// <param name="Count">How many entries it was noted for: one per owner who has the finding.</param>
/// <param name="Faults">Why it was not noted, in full sentences; empty when it was.</param>
public sealed record Settled(int Count, IReadOnlyList<string> Faults);
