using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>What stays of an audited file once its text is let go, without its findings: whose report it is, counts, and why it was not checked.</summary>
public record ReportHead
{
    /// <summary>Name of the file, with its path inside the folder or zip.</summary>
    public required string File { get; init; }

    /// <summary>Whether the file was read and audited; when not, <see cref="Faults"/> say why.</summary>
    public required bool Checked { get; init; }

    /// <summary>Why it was not checked, in full sentences; empty when it was.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Department that reports, as far as title, file name or folder tell; empty when they do not.</summary>
    public string Department { get; init; } = "";

    /// <summary>Year reported on; <c>null</c> when nothing tells.</summary>
    public int? Year { get; init; }

    /// <summary>Pages, for formats that have them; <c>null</c> otherwise.</summary>
    public int? Pages { get; init; }

    /// <summary>Characters of all text.</summary>
    public int Characters { get; init; }

    /// <summary>Quantities read.</summary>
    public int Figures { get; init; }

    /// <summary>Relations between them that were recomputed.</summary>
    public int Claims { get; init; }

    /// <summary>Rates and changes that nothing printed could confirm.</summary>
    public int Unverified { get; init; }

    /// <summary>Who answers for the findings: the department, or the file where no department was recognised.</summary>
    [JsonIgnore]
    public string Owner => Department.Length > 0 ? Department : File;
}

/// <summary>What stays of an audited file once its text is let go: counts, findings, and why it was not checked.</summary>
public sealed record ReportResult : ReportHead
{
    /// <summary>JSON for programs: camel case, enums as words, Chinese as it is; what must be there is asked for in reading.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What was found, worst first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<FindingResult> Findings { get; init; } = [];

    /// <summary>Number of findings of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>What stays of <paramref name="file"/>.</summary>
    public static ReportResult Of(AuditedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var identity = ReportIdentity.Of(file);
        var result = new ReportResult { File = file.Name, Checked = file.IsChecked, Faults = [.. file.Faults.Select(f => f.ToString())], Department = identity.Department, Year = identity.Year };
        if (!file.IsChecked) return result;
        var prints = Fingerprint.Of(file.Document, file.Report.Findings);
        return result with
        {
            Pages = PagesOf(file.Document),
            Characters = file.Document.Blocks.Sum(b => Passage.BlockText(b).Length),
            Figures = file.Report.Figures.Count,
            Claims = file.Report.Claims.Count,
            Unverified = file.Report.Unverified,
            Findings = [.. file.Report.Findings.Select((f, i) => FindingResult.Of(file.Document, f, prints[i]))],
        };
    }

    private static int? PagesOf(Document document) => document.Blocks.Max(b => b.Place?.Page);
}

/// <summary>A finding with its place in words, independent of the document.</summary>
public sealed record FindingResult
{
    /// <summary>Stable code, JH2xxx.</summary>
    public required string Code { get; init; }

    /// <summary>Kind as in the JSON Lines contract.</summary>
    public required string Kind { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Title of the rule.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public required string Place { get; init; }

    /// <summary>Where it stands, in numbers.</summary>
    public required Spot At { get; init; }

    /// <summary>The words at that place.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence or table row around it.</summary>
    public required string Passage { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The computation; empty when nothing was computed.</summary>
    public string Formula { get; init; } = "";

    /// <summary>The value in the text, in the printed unit.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The value computed again, in the same unit.</summary>
    public decimal? Recomputed { get; init; }

    /// <summary>Which reading was taken; empty when there is only one.</summary>
    public string Reading { get; init; } = "";

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    /// <summary>Name by which it is known again, see <see cref="Review.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    internal static FindingResult Of(Document document, Finding finding, string fingerprint)
    {
        var rule = FindingCatalogue.Get(finding.Code);
        return new FindingResult
        {
            Code = finding.Code,
            Kind = finding.Kind,
            Severity = finding.Severity,
            Title = rule.Title,
            Place = Review.Passage.Place(document, finding.At),
            At = finding.At,
            Text = finding.Text,
            Passage = Review.Passage.Sentence(document, finding.At),
            Message = finding.Message,
            Formula = finding.Formula,
            Stated = finding.Stated,
            Recomputed = finding.Recomputed,
            Reading = finding.Reading,
            Advice = finding.Suggestion.Length > 0 ? finding.Suggestion : rule.Advice,
            Fingerprint = fingerprint,
        };
    }
}
