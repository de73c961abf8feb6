using System.Text.Json;
using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Outputs;

/// <summary>
/// Writes audits as SARIF 2.1.0 (OASIS, 2020), so that any viewer of static analysis shows them. Regions count UTF-16
/// units: of the file itself for plain text, and otherwise of the text as it was read, one block a line.
/// </summary>
public static class SarifWriter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes one run over all <paramref name="files"/>; those not checked become notifications and a failed execution.</summary>
    public static void Write(IReadOnlyList<AuditedFile> files, Stream output)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = ReportResult.Json.Encoder });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteString("language", "zh-CN");
        WriteInvocation(json, files);
        json.WriteStartArray("artifacts");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", Address(file.Name));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("results");
        for (var i = 0; i < files.Count; i++) if (files[i].IsChecked) WriteResults(json, files[i], i);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "绩衡 Jiheng");
        json.WriteString("semanticVersion", typeof(Auditor).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in FindingCatalogue.Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", rule.Kind);
            Text(json, "shortDescription", rule.Title);
            Text(json, "fullDescription", rule.Explanation);
            Text(json, "help", rule.Advice);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<AuditedFile> files)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", files.All(f => f.IsChecked));
        json.WriteStartArray("toolExecutionNotifications");
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var fault in files[i].Faults)
            {
                json.WriteStartObject();
                json.WriteString("level", "error");
                Text(json, "message", fault.ToString());
                json.WriteStartObject("descriptor");
                json.WriteString("id", fault.Code);
                json.WriteEndObject();
                json.WriteStartArray("locations");
                json.WriteStartObject();
                json.WriteStartObject("physicalLocation");
                WriteArtifact(json, files[i].Name, i);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, AuditedFile file, int artifact)
    {
        var (document, findings) = (file.Document!, file.Report!.Findings);
        var prints = Fingerprint.Of(document, findings);
        var starts = Starts(document);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Code);
            json.WriteNumber("ruleIndex", RuleIndex(finding.Code));
            json.WriteString("level", Level(finding.Severity));
            Text(json, "message", finding.Reading.Length > 0 ? $"{finding.Message}（{finding.Reading}）" : finding.Message);
            json.WriteStartArray("locations");
            WriteLocation(json, file, artifact, finding.At, starts, finding.Text);
            json.WriteEndArray();
            if (finding.Also.Count > 0)
            {
                json.WriteStartArray("relatedLocations");
                foreach (var at in finding.Also) WriteLocation(json, file, artifact, at, starts, null);
                json.WriteEndArray();
            }
            json.WriteStartObject("partialFingerprints");
            json.WriteString("codeAndPassage/v1", prints[i]);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteLocation(Utf8JsonWriter json, AuditedFile file, int artifact, Spot at, int[] starts, string? snippet)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, file.Name, artifact);
        json.WriteStartObject("region");
        json.WriteNumber("charOffset", at.Offset >= 0 ? at.Offset : starts[at.Block] + CellStart(file.Document!, at) + at.Start);
        json.WriteNumber("charLength", at.Length);
        if (snippet is not null) Text(json, "snippet", snippet);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", Passage.Place(file.Document!, at));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string name, int index)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(name));
        json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    /// <summary>Start of each block in the text as read, one block a line.</summary>
    private static int[] Starts(Document document)
    {
        var (starts, next) = (new int[document.Blocks.Count], 0);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = next;
            next += Passage.BlockText(document.Blocks[i]).Length + 1;
        }
        return starts;
    }

    private static int CellStart(Document document, Spot at)
    {
        if (at.Row < 0 || document.Blocks[at.Block] is not Table table) return 0;
        return table.Rows.Take(at.Row).Sum(r => r.Cells.Sum(c => c.Text.Length) + Math.Max(r.Cells.Count, 1)) + table.Rows[at.Row].Cells.Take(at.Column).Sum(c => c.Text.Length + 1);
    }

    private static int RuleIndex(string code)
    {
        for (var i = 0; i < FindingCatalogue.Rules.Count; i++) if (FindingCatalogue.Rules[i].Code == code) return i;
        return -1;
    }

    private static string Level(Severity severity) => severity switch { Severity.Blocking => "error", Severity.Warning => "warning", _ => "note" };

    private static string Address(string name) => string.Join('/', name.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
