using Jiheng.Documents.Html;
using Jiheng.Web.Dossiers;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>The report as a page; every figure that was computed or reported leads to where it comes from.</summary>
public sealed class ReportModel : DossierPage
{
    /// <summary>The report as HTML, encoded and safe to print.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Shows the report.</summary>
    public void OnGet() => Html = HtmlWriter.Write(Report, source => FigureAddress.Of(Case, source));
}
