using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Findings;

namespace Jiheng.Audit;

/// <summary>What the audit of one document found.</summary>
/// <param name="Figures">All quantities read, in reading order; those of tables follow those of the running text.</param>
/// <param name="Claims">All relations between them that the text states, holding or not.</param>
/// <param name="Findings">What is wrong, worst first, then in reading order.</param>
public sealed record AuditReport(IReadOnlyList<Figure> Figures, IReadOnlyList<Claim> Claims, IReadOnlyList<Finding> Findings)
{
    /// <summary>Rates, shares and changes that no printed figures could confirm; they are counted, never accused.</summary>
    public int Unverified { get; init; }

    /// <summary>Findings that must be mended before the report is handed in.</summary>
    public int Blocking => Findings.Count(f => f.Severity == Severity.Blocking);

    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Findings.Count == 0;
}
