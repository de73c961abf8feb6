using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Web.Hosting;
using Jiheng.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Review;

/// <summary>One report of a review, read again from what was handed in and marked with its findings.</summary>
/// <param name="jobs">The reviews.</param>
public sealed class ReportModel(ReviewJobs jobs) : PageModel
{
    private static readonly ReviewLimits Limits = new();

    /// <summary>Id of the review.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The marked report.</summary>
    public MarkedReport Marked { get; private set; } = null!;

    /// <summary>Shows the report.</summary>
    public IActionResult OnGet(string id, string file)
    {
        (Id, FileName) = (id, file);
        if (jobs.Find(id) is { } job && file is not null && IncomingFiles.Read(job.Source, file, Limits) is { } content
            && AuditedFile.Read(new MemoryStream(content, writable: false), file, Limits.Reading) is { IsChecked: true } audited)
        {
            Marked = MarkedReport.Of(audited.Document, audited.Report);
            return Page();
        }
        HttpContext.Features.Set(WebFault.NoSuchReview);
        return NotFound();
    }
}
