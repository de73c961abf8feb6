using System.Globalization;
using System.Text.Json.Serialization;

namespace Jiheng.Casework.Review.Life;

/// <summary>Where a finding is in its life.</summary>
public enum FindingState
{
    /// <summary>To be mended or explained.</summary>
    Open,

    /// <summary>The department explained it, and the reviewer accepted; holds for the year reported on.</summary>
    Explained,

    /// <summary>Somebody waived it until a day.</summary>
    Waived,

    /// <summary>A later version of the report no longer has it.</summary>
    Fixed,
}

/// <summary>One finding through all versions and years of a department's reports.</summary>
public sealed record LedgerEntry
{
    /// <summary>Name of the finding, see <see cref="Review.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Code of the rule.</summary>
    public required string Code { get; init; }

    /// <summary>The passage as it was seen last.</summary>
    public required string Passage { get; init; }

    /// <summary>Where it is in its life.</summary>
    public FindingState State { get; init; }

    /// <summary>Year of the report that it was seen in last; <c>null</c> when the report names none.</summary>
    public int? Year { get; init; }

    /// <summary>Whether it came back: after it was fixed, or in the report of a later year.</summary>
    public bool Recurring { get; init; }

    /// <summary>Who explained or waived it; empty for nobody.</summary>
    public string By { get; init; } = "";

    /// <summary>The explanation, or why it was waived.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Last day of the waiver; <c>null</c> for none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the department still has to answer.</summary>
    [JsonIgnore]
    public bool IsOpen => State == FindingState.Open;

    /// <summary>Whether somebody decided that it need not be mended.</summary>
    [JsonIgnore]
    public bool IsSettled => State is FindingState.Explained or FindingState.Waived;

    /// <summary>The state in words.</summary>
    [JsonIgnore]
    public string Words => (State switch
    {
        FindingState.Explained => $"已说明（{By}）",
        FindingState.Waived => string.Create(CultureInfo.InvariantCulture, $"已豁免（{By}，至{Until:yyyy-MM-dd}）"),
        FindingState.Fixed => "已改正",
        _ => "待处理",
    }) + (Recurring ? "，再次出现" : "");
}

/// <summary>Where one finding of a report stands, shared by all findings of which the same is to be said.</summary>
/// <param name="IsOpen">Whether the department still has to answer.</param>
/// <param name="Words">The state in words.</param>
/// <param name="Until">Last day of a waiver; <c>null</c> for none.</param>
public sealed record Standing(bool IsOpen, string Words, DateOnly? Until)
{
    /// <summary>Of an entry; a finding that no ledger names is open, and nothing is to be said of it.</summary>
    internal static Standing Of(LedgerEntry? entry) => entry is null ? new Standing(true, "", null) : new Standing(entry.IsOpen, entry.Words, entry.Until);
}
