using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit;

/// <summary>The JSON Lines form of a report: one line a text, spans in Unicode code points of that text.</summary>
public static class CorpusLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Audits <paramref name="text"/> as plain text and writes its line, without the line feed.</summary>
    public static string Audit(string id, string text) => Write(id, text, Auditor.Audit(Document.FromPlainText(text)));

    /// <summary>Writes the line of a report whose document was read from <paramref name="text"/>; places that have no offset there are left out.</summary>
    public static string Write(string id, string text, AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(report);
        var points = new CodePoints(text);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("relations");
            foreach (var claim in report.Claims) if (claim.Result.At.Offset >= 0) Relation(json, claim, points);
            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings) if (finding.At.Offset >= 0) Entry(json, finding, points);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Relation(Utf8JsonWriter json, Claim claim, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("type", Name(claim.Type));
        json.WritePropertyName("result");
        Span(json, claim.Result.At, points);
        json.WriteStartArray("operands");
        foreach (var operand in claim.Operands) if (operand.At.Offset >= 0) Span(json, operand.At, points);
        json.WriteEndArray();
        json.WriteBoolean("holds", claim.Holds);
        if (claim.Recomputed is { } value) json.WriteString("recomputed", Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture));
        else json.WriteNull("recomputed");
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, Finding finding, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("kind", finding.Kind);
        json.WriteNumber("start", points.At(finding.At.Offset));
        json.WriteNumber("end", points.At(finding.At.Offset + finding.At.Length));
        json.WriteString("severity", finding.Severity switch { Severity.Blocking => "error", Severity.Warning => "warning", _ => "info" });
        json.WriteString("code", finding.Code);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, Spot at, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteNumber("start", points.At(at.Offset));
        json.WriteNumber("end", points.At(at.Offset + at.Length));
        json.WriteEndObject();
    }

    private static string Name(ClaimType type) => type switch
    {
        ClaimType.Sum => "sum",
        ClaimType.Difference => "difference",
        ClaimType.Product => "product",
        ClaimType.Ratio => "ratio",
        ClaimType.Growth => "growth",
        ClaimType.Count => "count",
        ClaimType.Equality => "equality",
        ClaimType.Ordering => "ordering",
        _ => "bound",
    };

    /// <summary>Counts code points up to a UTF-16 position: each pair of surrogates before it counts once.</summary>
    private sealed class CodePoints
    {
        private readonly List<int> _pairs = [];

        public CodePoints(string text)
        {
            for (var i = 0; i + 1 < text.Length; i++) if (char.IsSurrogatePair(text[i], text[i + 1])) _pairs.Add(i);
        }

        public int At(int offset)
        {
            if (_pairs.Count == 0) return offset;
            var index = _pairs.BinarySearch(offset);
            return offset - (index < 0 ? ~index : index);
        }
    }
}
