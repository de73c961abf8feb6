using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Documents.Reading;
using Jiheng.Web.Auditing;
using Jiheng.Web.Hosting;
using Jiheng.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Review;

/// <summary>Holds a report that was handed in again against the version before; nothing of what is handed in here is kept.</summary>
/// <param name="jobs">The reviews; the version before may lie in one.</param>
[RequestSizeLimit(Uploads.LargestPair)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestPair)]
public sealed class CompareModel(ReviewJobs jobs) : PageModel
{
    private static readonly ReadLimits Limits = new() { FileBytes = Uploads.LargestFile };
    private static readonly ReviewLimits ReviewLimits = new();

    /// <summary>The review in which the version before lies; <c>null</c> when that is handed in too.</summary>
    public ReviewJob? From { get; private set; }

    /// <summary>Name of the version before in its review; empty when none was chosen.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Reviews that the version before can be chosen from, latest first.</summary>
    public IReadOnlyList<ReviewJob> Jobs => [.. jobs.All.Where(j => j.Outcome is not null)];

    /// <summary>Reports of the chosen review, by name.</summary>
    public IReadOnlyList<string> Files => [.. (From?.Outcome?.Reports ?? []).Where(r => r.Checked).Select(r => r.File).Order(StringComparer.Ordinal)];

    /// <summary>Names of both versions; empty before they were compared.</summary>
    public string Names { get; private set; } = "";

    /// <summary>What came of it; <c>null</c> before.</summary>
    public Resubmission? Comparison { get; private set; }

    /// <summary>Why the two may not belong together; empty when they do.</summary>
    public string Doubt { get; private set; } = "";

    /// <summary>Why they were not compared, in full sentences.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet(string? from, string? file) => Choose(from, file) ?? Page();

    /// <summary>Compares.</summary>
    public async Task<IActionResult> OnPostAsync(string? from, string? file, IFormFile? earlier, IFormFile? later, CancellationToken cancel)
    {
        if (Choose(from, file) is { } elsewhere) return elsewhere;
        if (From is null ? earlier is null : FileName.Length == 0) return Refuse("JH6245 没有上次的报告。请放入上次报送的那一份，或从以前的审核里选一份。");
        if (later is null) return Refuse("JH6245 没有重新报送的报告。请放入这次收到的那一份。");
        var (old, now) = (From is null ? await ReadAsync(earlier!, cancel) : ReadReviewed(), await ReadAsync(later, cancel));
        if (!old.IsChecked || !now.IsChecked) return Refuse(["JH6246 没有比较，下面的文件没有读懂：", .. old.Faults.Concat(now.Faults).Select(f => f.ToString())]);
        Comparison = Resubmission.Compare(old, now);
        Names = $"{old.Name} → {now.Name}";
        var (before, after) = (ReportIdentity.Of(old), ReportIdentity.Of(now));
        if (before.Department.Length > 0 && after.Department.Length > 0 && before.Department != after.Department) Doubt = $"上次的是{before.Department}，这次的是{after.Department}。";
        else if (before.Year is not null && after.Year is not null && before.Year != after.Year) Doubt = $"上次的是 {before.Year} 年度，这次的是 {after.Year} 年度。";
        return Page();
    }

    /// <summary>Takes in which review and report was chosen; leads elsewhere when there is none of that name, or it is still being reviewed.</summary>
    private ActionResult? Choose(string? from, string? file)
    {
        if (string.IsNullOrEmpty(from)) return null;
        From = jobs.Find(from);
        if (From is null) return Missing();
        if (From.Outcome is null) return Redirect($"/review/{From.Id}");
        FileName = file ?? "";
        return FileName.Length == 0 || Files.Contains(FileName) ? null : Missing();
    }

    private AuditedFile ReadReviewed() =>
        IncomingFiles.Read(From!.Source, FileName, ReviewLimits) is { } content
            ? AuditedFile.Read(new MemoryStream(content, writable: false), FileName, ReviewLimits.Reading)
            : AuditedFile.NotChecked(FileName, new DocumentFault("JH3409", FileName, "原件已经不在这次审核里。", "请改为放入文件。"));

    private static async Task<AuditedFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        return AuditedFile.Read(content, Path.GetFileName(file.FileName), Limits);
    }

    private PageResult Refuse(params IReadOnlyList<string> faults)
    {
        Faults = faults;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private NotFoundResult Missing()
    {
        HttpContext.Features.Set(WebFault.NoSuchReview);
        return NotFound();
    }
}
