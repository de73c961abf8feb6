using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Documents.Docx;
using Jiheng.Model.Documents;
using Jiheng.Web.Wording;

namespace Jiheng.Web.Auditing;

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
        return [.. audit.Findings.Select(f => new Annotation(PlaceOf(document, f.At)?.Index ?? 0, f.At.Start, f.At.Length, Author, TextOf(f)))];
    }

    private static Place? PlaceOf(Document document, Spot at) =>
        at.Row < 0 ? document.Blocks[at.Block].Place : ((Table)document.Blocks[at.Block]).Rows[at.Row].Cells[at.Column].Place;

    private static string TextOf(Finding finding)
    {
        var rule = FindingCatalogue.Get(finding.Code);
        return $"【{Chips.Of(finding.Severity).Text}】{finding.Code} {finding.Message}\n{(finding.Suggestion.Length > 0 ? finding.Suggestion : rule.Advice)}";
    }
}
