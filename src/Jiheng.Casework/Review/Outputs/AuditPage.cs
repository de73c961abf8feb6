using System.Globalization;
using System.Net;
using System.Text;
using Jiheng.Audit.Findings;

namespace Jiheng.Casework.Review.Outputs;

/// <summary>
/// An audit as one HTML file that can be sent and opened anywhere: the text with its claims marked, the findings beside
/// it, each with its arithmetic to unfold. No script, nothing from elsewhere, all text encoded.
/// </summary>
public static class AuditPage
{
    private static readonly string _style = Style();

    /// <summary>Writes the page of a file; of one that was not checked, the reasons.</summary>
    public static string Write(AuditedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append("<title>").Append(E(file.Name)).Append(" · 核对结果</title>\n<style>\n").Append(_style).Append("</style>\n</head>\n<body>\n");
        html.Append("<header><h1>").Append(E(file.Name)).Append("</h1></header>\n");
        if (file.IsChecked) WriteChecked(html, file, ReportResult.Of(file), MarkedReport.Of(file.Document, file.Report));
        else WriteNotChecked(html, file);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteNotChecked(StringBuilder html, AuditedFile file)
    {
        html.Append("<p class=\"verdict warn\"><b>未核对</b></p>\n<ul>\n");
        foreach (var fault in file.Faults) html.Append("<li>").Append(E(fault.ToString())).Append("</li>\n");
        html.Append("</ul>\n");
    }

    private static void WriteChecked(StringBuilder html, AuditedFile file, ReportResult result, MarkedReport marked)
    {
        var tone = result.Count(Severity.Blocking) > 0 ? "bad" : result.Findings.Count > 0 ? "warn" : "good";
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"verdict {tone}\"><b>{AuditText.Verdict(result)}</b>核对了 {result.Figures} 个数字、{result.Claims} 条数量关系，{marked.Agreeing.Count} 条相符，{result.Unverified} 个比率文中无从核对。</p>\n");
        html.Append("<main>\n<aside aria-label=\"发现\">\n");
        foreach (var finding in marked.Findings) WriteFinding(html, finding);
        if (marked.Agreeing.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>相符的数量关系（{marked.Agreeing.Count} 条）</summary>\n<ul>\n");
            foreach (var claim in marked.Agreeing) html.Append("<li>").Append(E(claim.Formula)).Append("</li>\n");
            html.Append("</ul>\n</details>\n");
        }
        html.Append("</aside>\n").Append(marked.Html).Append("</main>\n");
    }

    private static void WriteFinding(StringBuilder html, NumberedFinding item)
    {
        var finding = item.Finding;
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{item.Id}\" class=\"{item.Class}\">\n<h2>{item.Number}. {E(item.Title)} <small>{finding.Severity.Word()}</small></h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"#{item.MarkId}\">{E(item.Place)}</a>：“{E(finding.Text)}”</p>\n<details open><summary>算式</summary>\n");
        html.Append("<p class=\"formula\">").Append(E(finding.Formula.Length > 0 ? finding.Formula : finding.Message)).Append("</p>\n");
        if (item.Difference.Length > 0) html.Append("<p>").Append(E(item.Difference)).Append("</p>\n");
        if (finding.Reading.Length > 0) html.Append("<p>").Append(E(finding.Reading)).Append("</p>\n");
        html.Append("</details>\n<p>").Append(E(item.Advice)).Append(" <small>").Append(finding.Code).Append("</small></p>\n</section>\n");
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var reader = new StreamReader(typeof(AuditPage).Assembly.GetManifestResourceStream("audit-page.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
