using System.Globalization;
using Jiheng.Audit;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Documents.Html;
using Jiheng.Model.Documents;
using Jiheng.Model.Measures;

namespace Jiheng.Casework.Review;

/// <summary>An audited document for the page: the text with every checked figure marked, and the findings with their numbers.</summary>
public sealed class MarkedReport
{
    private MarkedReport(Document document, AuditReport audit)
    {
        Audit = audit;
        Findings = NumberedFinding.Of(document, audit);
        Agreeing = [.. audit.Claims.Where(c => c.Holds)];
        Html = HtmlWriter.Write(document, marks: Marks());
    }

    /// <summary>What the audit found.</summary>
    public AuditReport Audit { get; }

    /// <summary>The findings, worst first, numbered as the marks in the text are.</summary>
    public IReadOnlyList<NumberedFinding> Findings { get; }

    /// <summary>Relations that hold.</summary>
    public IReadOnlyList<Claim> Agreeing { get; }

    /// <summary>The document as HTML, encoded and safe to print.</summary>
    public string Html { get; }

    /// <summary>Marks a document with what its audit found.</summary>
    public static MarkedReport Of(Document document, AuditReport audit)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(audit);
        return new MarkedReport(document, audit);
    }

    /// <summary>Findings come first, then figures that take part in one, then figures that agree; what overlaps an earlier mark is left out.</summary>
    private List<HtmlMark> Marks()
    {
        List<HtmlMark> marks = [];
        foreach (var finding in Findings)
            Add(finding.Finding.At, new() { Class = finding.Class, Id = finding.MarkId, Address = "#" + finding.Id, Number = finding.Number.ToString(CultureInfo.InvariantCulture) });
        foreach (var finding in Findings)
        {
            foreach (var operand in finding.Finding.Also) Add(operand, new() { Class = "part", Address = "#" + finding.Id });
        }
        foreach (var claim in Agreeing)
        {
            Add(claim.Result.At, new());
            foreach (var operand in claim.Operands) Add(operand.At, new());
        }
        return marks;

        void Add(Spot at, Look look)
        {
            if (marks.Exists(m => m.Block == at.Block && m.Row == at.Row && m.Cell == at.Column && m.Start < at.End && at.Start < m.End)) return;
            marks.Add(new HtmlMark(at.Block, at.Row, at.Column, at.Start, at.End) { Class = look.Class, Id = look.Id, Address = look.Address, Number = look.Number });
        }
    }

    private sealed record Look
    {
        public string Class { get; init; } = "";

        public string Id { get; init; } = "";

        public string Address { get; init; } = "";

        public string Number { get; init; } = "";
    }
}

/// <summary>A finding with its number on the page.</summary>
/// <param name="Number">From 1, worst first.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Place">Where it stands, in words.</param>
/// <param name="Fingerprint">Name by which it is known again, see <see cref="Review.Fingerprint"/>.</param>
public sealed record NumberedFinding(int Number, Finding Finding, string Place, string Fingerprint)
{
    /// <summary>Id of the finding on the page.</summary>
    public string Id => $"f{Number}";

    /// <summary>Id of its mark in the text.</summary>
    public string MarkId => $"m{Number}";

    /// <summary>Title of the rule that raised it.</summary>
    public string Title => FindingCatalogue.Get(Finding.Code).Title;

    /// <summary>What to do, unless the finding itself says it.</summary>
    public string Advice => Finding.Suggestion.Length > 0 ? Finding.Suggestion : FindingCatalogue.Get(Finding.Code).Advice;

    /// <summary>How far the text is off, in the printed unit; empty where that says nothing.</summary>
    public string Difference
    {
        get
        {
            if (Finding.Difference is not { } difference || difference == 0) return "";
            var unit = Finding.Text.TrimStart([.. "0123456789.,-−+ "]);
            var size = Rounding.HalfUp(Math.Abs(difference), 2).ToString("0.##", CultureInfo.InvariantCulture);
            return $"文中的数比算出的{(difference > 0 ? "多" : "少")} {size} {(unit is "%" or "％" ? "个百分点" : unit)}。";
        }
    }

    /// <summary>Class of the style sheet.</summary>
    public string Class => Finding.Severity switch { Severity.Blocking => "bad", Severity.Warning => "warn", _ => "info" };

    /// <summary>The findings of an audit, numbered worst first.</summary>
    public static IReadOnlyList<NumberedFinding> Of(Document document, AuditReport audit)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(audit);
        var prints = Review.Fingerprint.Of(document, audit.Findings);
        return [.. audit.Findings.Select((f, i) => new NumberedFinding(i + 1, f, Passage.Place(document, f.At), prints[i]))];
    }
}
