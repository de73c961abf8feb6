using Jiheng.Web.Auditing;
using Jiheng.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Review;

/// <summary>Takes in many reports to be reviewed.</summary>
/// <param name="jobs">The reviews.</param>
[RequestSizeLimit(Uploads.LargestReview)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestReview)]
public sealed class IndexModel(ReviewJobs jobs) : PageModel
{
    /// <summary>Why nothing was started; empty when nothing went wrong.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Folder in which files are kept.</summary>
    public string Root => jobs.Root;

    /// <summary>Earlier reviews, latest first.</summary>
    public IReadOnlyList<ReviewJob> Jobs => jobs.All;

    /// <summary>Starts a review and shows how far it is.</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, DateOnly? until, string? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count > 0) return Redirect($"/review/{(await jobs.AddAsync(files, until, jobs.Find(after ?? ""), cancel)).Id}");
        Fault = "JH6242 没有收到文件。请先选文件，再点“开始审核”。";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
