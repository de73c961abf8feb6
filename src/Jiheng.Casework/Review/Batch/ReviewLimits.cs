using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review.Batch;

/// <summary>Bounds of one review, so that no folder and no zip can take the machine down.</summary>
public sealed record ReviewLimits
{
    /// <summary>Bounds of reading one file.</summary>
    public ReadLimits Reading { get; init; } = new();

    /// <summary>Longest that the audit of one file is waited for; a report of 20 pages takes some milliseconds.</summary>
    public TimeSpan AuditTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most files.</summary>
    public int Files { get; init; } = 20_000;

    /// <summary>Most bytes that all zips may unpack to together.</summary>
    public long UnpackedBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Largest zip inside a zip, in bytes.</summary>
    public long InnerZipBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How deep zips may lie in zips: 1 for the one handed in alone.</summary>
    public int Depth { get; init; } = 3;
}
