using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Documents.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>Turns findings into remarks in the margin of the Word file that they were found in.</summary>
public static class Remarks
{
    private const string Author = "绩衡";

    /// <summary>One remark per finding, at its place in the file.</summary>
    /// <param name="document">The document as it was read from the file.</param>
    /// <param name="audit">What was found in it.</param>
    public static IReadOnlyList<Annotation> Of(Document document, AuditReport audit)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(audit);
        return [.. audit.Findings.Select(f => new Annotation(Passage.Origin(document, f.At)?.Index ?? 0, f.At.Start, f.At.Length, Author, TextOf(f)))];
    }

    private static string TextOf(Finding finding)
    {
        var rule = FindingCatalogue.Get(finding.Code);
        return $"【{finding.Severity.Word()}】{finding.Code} {finding.Message}\n{(finding.Suggestion.Length > 0 ? finding.Suggestion : rule.Advice)}";
    }
}
