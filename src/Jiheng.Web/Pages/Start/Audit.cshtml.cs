using Jiheng.Casework.Review;
using Jiheng.Web.Start;

namespace Jiheng.Web.Pages.Start;

/// <summary>The old report with every checked figure marked, and what the audit found.</summary>
public sealed class AuditModel(Desks desks) : DeskPage(desks)
{
    /// <summary>The marked report; <c>null</c> when none could be read.</summary>
    public MarkedReport? Marked { get; private set; }

    /// <summary>Shows the findings.</summary>
    public void OnGet()
    {
        if (Desk.Document is { } document && Desk.Audit() is { } audit) Marked = MarkedReport.Of(document, audit);
    }
}
