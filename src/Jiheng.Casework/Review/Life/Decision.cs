namespace Jiheng.Casework.Review.Life;

/// <summary>What a reviewer decides about a finding.</summary>
public sealed record Decision
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    private Decision(FindingState state, string by, string reason, DateOnly? until) => (State, By, Reason, Until) = (state, by.Trim(), reason.Trim(), until);

    /// <summary>Takes back what was decided before: the finding is to be mended or explained again.</summary>
    public static Decision TakeBack { get; } = new(FindingState.Open, "", "", null);

    /// <summary>What becomes of the finding: open, explained or waived.</summary>
    public FindingState State { get; }

    /// <summary>Who decided.</summary>
    public string By { get; }

    /// <summary>The explanation, or why the finding is waived.</summary>
    public string Reason { get; }

    /// <summary>Last day of a waiver.</summary>
    public DateOnly? Until { get; }

    /// <summary>The explanation of a finding is accepted; it holds for the year reported on.</summary>
    public static Decision Explain(string? by, string? reason) => new(FindingState.Explained, by ?? "", reason ?? "", null);

    /// <summary>A finding is waived up to and with <paramref name="until"/>.</summary>
    public static Decision Waive(string? by, DateOnly? until, string? reason) => new(FindingState.Waived, by ?? "", reason ?? "", until);

    /// <summary>Why it cannot be noted, in full sentences; empty when it can. Somebody must answer for it, and nothing is waived for ever by an oversight.</summary>
    /// <param name="today">Day of the decision.</param>
    public IReadOnlyList<string> Faults(DateOnly today)
    {
        List<string> faults = [];
        if (State == FindingState.Open) return faults;
        if (By.Length == 0) faults.Add("JH3411 没有写谁决定的。请写决定人的姓名。");
        if (Reason.Length == 0) faults.Add(State == FindingState.Waived ? "JH3412 没有写豁免的理由。" : "JH3412 没有写说明。请写单位怎样说明这个数。");
        if (State == FindingState.Waived && (Until is null || Until < today)) faults.Add(Until is null ? "JH3413 没有写豁免到哪一天。" : "JH3413 豁免的最后一天已经过去。请写今天或以后的日期。");
        if (By.Length > LongestName) faults.Add($"JH3414 决定人太长，最多 {LongestName} 个字。");
        if (Reason.Length > LongestReason) faults.Add($"JH3414 理由太长，最多 {LongestReason} 个字。请写要点，详情放在附件里。");
        return faults;
    }
}
