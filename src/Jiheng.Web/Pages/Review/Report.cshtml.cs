using System.Globalization;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Life;
using Jiheng.Web.Hosting;
using Jiheng.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Review;

/// <summary>One report of a review, read again from what was handed in and marked with its findings; here they are explained and waived.</summary>
/// <param name="jobs">The reviews.</param>
/// <param name="time">Tells the day.</param>
public sealed class ReportModel(ReviewJobs jobs, TimeProvider time) : PageModel
{
    private static readonly ReviewLimits Limits = new();
    private ReviewJob _job = null!;

    /// <summary>Id of the review.</summary>
    public string Id => _job.Id;

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The marked report.</summary>
    public MarkedReport Marked { get; private set; } = null!;

    /// <summary>What was decided about its findings; <c>null</c> while the review runs.</summary>
    public ReportLife? Life { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private ReviewedReport? Report => _job.Outcome?.Reports.FirstOrDefault(r => r.File == FileName);

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileName = Request.Query["file"].ToString();
        if (jobs.Find(RouteData.Values["id"] as string ?? "") is not { } job)
        {
            context.Result = Missing();
            return;
        }
        (_job = job).EndWaivers(Today);
        // Decisions are about what was found; a review that still runs is shown instead.
        if (job.Outcome is null && HttpMethods.IsPost(Request.Method)) context.Result = Redirect($"/review/{Id}");
    }

    /// <summary>Shows the report.</summary>
    public IActionResult OnGet() => Show(refused: null);

    /// <summary>Notes that a finding was explained, or is waived.</summary>
    public IActionResult OnPostSettle(string? finding, string? kind, string? by, string? reason, string? until)
    {
        if (NumberOf(finding) is not { } number) return Missing();
        var isWaiver = kind == "waive";
        DateOnly? day = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        List<string> faults = [];
        if (!isWaiver && kind != "explain") faults.Add("JH6244 没有选怎样处理。请选采纳说明，或豁免到某一天。");
        if (isWaiver && day is null && !string.IsNullOrWhiteSpace(until)) faults.Add($"JH6107 日期要写成 2025-06-30 的样子，收到的是“{until}”。");
        // Whatever else is wrong is told in the same answer.
        var decision = isWaiver && faults.Count == 0 ? Decision.Waive(by, day, reason) : Decision.Explain(by, reason);
        faults.AddRange(faults.Count == 0 ? _job.Settle(finding!, decision, Report!.Owner, Today) : decision.Faults(Today));
        return faults.Count == 0 ? Back(number) : Show(new RefusedDecision(finding!, number, kind ?? "", by ?? "", reason ?? "", until ?? "", faults));
    }

    /// <summary>Takes back what was noted about a finding.</summary>
    public IActionResult OnPostTakeBack(string? finding)
    {
        if (NumberOf(finding) is not { } number) return Missing();
        var faults = _job.Settle(finding!, Decision.TakeBack, Report!.Owner, Today);
        return faults.Count == 0 ? Back(number) : Show(new RefusedDecision(finding!, number, "", "", "", "", faults));
    }

    private IActionResult Show(RefusedDecision? refused)
    {
        if (IncomingFiles.Read(_job.Source, FileName, Limits) is not { } content
            || AuditedFile.Read(new MemoryStream(content, writable: false), FileName, Limits.Reading) is not { IsChecked: true } audited) return Missing();
        Marked = MarkedReport.Of(audited.Document, audited.Report);
        if (Report is { } report) Life = new ReportLife(_job, report, Today) { Refused = refused };
        if (refused is not null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The number of a finding of this report on its page; <c>null</c> when it has no such finding.</summary>
    private int? NumberOf(string? fingerprint)
    {
        var prints = Report is { } report ? ResultsFile.Read(_job.Output, [report]).Single().Findings.Select(f => f.Fingerprint).ToList() : [];
        return prints.IndexOf(fingerprint ?? "") is >= 0 and var index ? index + 1 : null;
    }

    private RedirectResult Back(int number) => Redirect($"{ReportLife.AddressOf(Id, FileName)}#f{number}");

    private NotFoundResult Missing()
    {
        HttpContext.Features.Set(WebFault.NoSuchReview);
        return NotFound();
    }
}
