using System.Globalization;
using System.Text;
using Jiheng.Audit.Findings;

namespace Jiheng.Casework.Review.Outputs;

/// <summary>An audit as plain text for a terminal or a message.</summary>
public static class AuditText
{
    /// <summary>Writes one line that sums up the file, then each finding with its place, arithmetic and advice.</summary>
    public static string Write(ReportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        if (!result.Checked)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{result.File}：未核对。");
            foreach (var fault in result.Faults) text.AppendLine(CultureInfo.InvariantCulture, $"  {fault}");
            return text.ToString();
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.File}：核对 {result.Figures} 个数字、{result.Claims} 条数量关系；{Verdict(result)}，{result.Unverified} 个比率文中无从核对。");
        foreach (var finding in result.Findings) Append(text, finding);
        return text.ToString();
    }

    /// <summary>'没有发现问题', or how many findings of which severity.</summary>
    public static string Verdict(ReportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Findings.Count == 0
            ? "没有发现问题"
            : $"{result.Findings.Count} 处发现（须改正 {result.Count(Severity.Blocking)}，存疑 {result.Count(Severity.Warning)}，提示 {result.Count(Severity.Note)}）";
    }

    private static void Append(StringBuilder text, FindingResult finding)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  [{finding.Severity.Word()}] {finding.Code} {finding.Title}（{finding.Place}，“{finding.Text}”）");
        text.AppendLine(CultureInfo.InvariantCulture, $"    {finding.Message}");
        if (finding.Formula.Length > 0 && !finding.Message.Contains(finding.Formula, StringComparison.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"    {finding.Formula}");
        if (finding.Reading.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"    {finding.Reading}");
        text.AppendLine(CultureInfo.InvariantCulture, $"    {finding.Advice}");
    }
}
