using Jiheng.Casework.Review;
using Jiheng.Web.Dossiers;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>The report with every checked figure marked, and what the audit found.</summary>
public sealed class FindingsModel : DossierPage
{
    /// <summary>The marked report with its findings.</summary>
    public MarkedReport Marked { get; private set; } = null!;

    /// <summary>Shows the findings.</summary>
    public void OnGet() => Marked = MarkedReport.Of(Report, Audit);
}
