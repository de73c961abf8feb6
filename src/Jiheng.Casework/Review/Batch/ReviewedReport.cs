using System.Diagnostics.CodeAnalysis;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// A report of a review as memory holds it: some hundred bytes, and where its findings stand in the <see cref="ResultsFile"/>.
/// </summary>
public sealed record ReviewedReport : ReportHead
{
    [SetsRequiredMembers]
    internal ReviewedReport(ReportResult result, LineAt at, string stamp, UInt128 hash, byte[] sketch)
        : base(result) => (At, Found, Stamp, Hash, Sketch) = (at, result.Findings.Count, stamp, hash, sketch);

    /// <summary>Stamp of the file when it was read, see <see cref="IncomingFile"/>.</summary>
    public string Stamp { get; }

    /// <summary>First half of the SHA-256 of its content; 0 when it could not be read.</summary>
    public UInt128 Hash { get; }

    /// <summary>What is compared to find near-copies, see <see cref="TextSketch"/>; empty for short or unread texts.</summary>
    public byte[] Sketch { get; }

    /// <summary>Findings in all.</summary>
    public int Found { get; }

    /// <summary>What became of each finding, in the order of the findings.</summary>
    public IReadOnlyList<Standing> Standings { get; private init; } = [];

    /// <summary>Findings that the department still has to answer, by severity.</summary>
    public SeverityCounts Open { get; private init; }

    internal LineAt At { get; }

    /// <summary>The findings among <paramref name="findings"/>, all of this report, that the department still has to answer.</summary>
    public IReadOnlyList<FindingResult> OpenOf(IReadOnlyList<FindingResult> findings) => [.. findings.Where((_, i) => Standings[i].IsOpen)];

    /// <summary>The same report with what became of its findings.</summary>
    internal ReviewedReport With(IReadOnlyList<FindingResult> findings, IReadOnlyList<Standing> standings)
    {
        var report = this with { Standings = standings };
        return report with { Open = SeverityCounts.Of(report.OpenOf(findings)) };
    }
}

/// <summary>Numbers of findings by severity.</summary>
/// <param name="Blocking">须改正.</param>
/// <param name="Warning">存疑.</param>
/// <param name="Note">提示.</param>
public readonly record struct SeverityCounts(int Blocking, int Warning, int Note)
{
    /// <summary>All of them.</summary>
    public int All => Blocking + Warning + Note;

    /// <summary>Counts findings.</summary>
    public static SeverityCounts Of(IReadOnlyList<FindingResult> findings) => new(Count(findings, Severity.Blocking), Count(findings, Severity.Warning), Count(findings, Severity.Note));

    private static int Count(IReadOnlyList<FindingResult> findings, Severity severity) => findings.Count(f => f.Severity == severity);
}
