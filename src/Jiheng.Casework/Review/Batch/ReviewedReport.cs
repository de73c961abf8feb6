namespace Jiheng.Casework.Review.Batch;

/// <summary>A report after its review, as it is kept to resume and to sum up.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Stamp">Stamp of the file when it was read, see <see cref="IncomingFile"/>.</param>
/// <param name="Hash">SHA-256 of its content in hexadecimal; empty when it could not be read.</param>
/// <param name="Sketch">What is compared to find near-copies, see <see cref="TextSketch"/>; empty for short or unread texts.</param>
public sealed record ReviewedReport(ReportResult Result, string Stamp, string Hash, string Sketch)
{
    /// <summary>Who answers for the findings: the department, or the file where no department was recognised.</summary>
    public string Owner => Result.Department.Length > 0 ? Result.Department : Result.File;
}
