using Jiheng.Casework.Review.Batch;
using Jiheng.Web.Hosting;
using Jiheng.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Review;

/// <summary>A review: how far it is, then its table worst first, with everything to download.</summary>
/// <param name="jobs">The reviews.</param>
/// <param name="time">Tells the day.</param>
public sealed class JobModel(ReviewJobs jobs, TimeProvider time) : PageModel
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The review.</summary>
    public ReviewJob Job { get; private set; } = null!;

    /// <summary>Departments that get an opinion.</summary>
    public IReadOnlyList<string> Opinions => Job.Outcome is { } outcome ? [.. Casework.Review.Batch.Opinions.ByDepartment(outcome).Select(g => g.Key)] : [];

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (jobs.Find(context.RouteData.Values["id"] as string ?? "") is { } job) (Job = job).EndWaivers(DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        else context.Result = Missing();
    }

    /// <summary>Shows the review; while it runs the page asks to be loaded again.</summary>
    public void OnGet()
    {
        if (Job.Outcome is null && Job.Fault.Length == 0) Response.Headers["Refresh"] = "2";
    }

    /// <summary>Hands out the summary.</summary>
    public IActionResult OnGetSummary() => Send(Path.Combine(Job.Output, BatchReview.SummaryName), Xlsx);

    /// <summary>Hands out the opinion on a department.</summary>
    public IActionResult OnGetOpinion(string department) =>
        Opinions.Contains(department) ? Send(Path.Combine(Job.Output, BatchReview.OpinionsFolder, Casework.Review.Batch.Opinions.FileName(department)), Docx) : Missing();

    /// <summary>Hands out the commented copy of a report.</summary>
    public IActionResult OnGetCopy(string file) =>
        Job.Outcome?.Reports.Any(r => r.File == file) == true ? Send(OutputName.Under(Path.Combine(Job.Output, BatchReview.CommentsFolder), file), Docx) : Missing();

    /// <summary>Removes the review with its files.</summary>
    public IActionResult OnPostRemove()
    {
        jobs.Remove(Job);
        return Redirect("/review");
    }

    private IActionResult Send(string path, string type) =>
        Job.Outcome is not null && System.IO.File.Exists(path) ? PhysicalFile(path, type, Path.GetFileName(path)) : Missing();

    private NotFoundResult Missing()
    {
        HttpContext.Features.Set(WebFault.NoSuchReview);
        return NotFound();
    }
}
