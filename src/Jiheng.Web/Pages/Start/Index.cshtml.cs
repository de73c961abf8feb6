using Jiheng.Casework.Drafting;
using Jiheng.Web.Auditing;
using Jiheng.Web.Start;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Start;

/// <summary>Takes in last year's report and the final accounts.</summary>
[RequestSizeLimit(Uploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
public sealed class IndexModel(Desks desks) : PageModel
{
    /// <summary>Where the folders lie.</summary>
    public string Root => desks.Root;

    /// <summary>Folders made earlier.</summary>
    public IReadOnlyList<DeskFolder> Folders => desks.All;

    /// <summary>Why nothing was taken in.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Puts the files into a new folder and shows what was understood.</summary>
    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> report, IReadOnlyList<IFormFile> accounts, CancellationToken cancel)
    {
        if (report.Count != 1 || accounts.Count == 0)
        {
            Faults = [report.Count > 1 ? SeveralReports(report) : "JH6220 两样都要放：去年的自评报告，和今年的决算公开表。"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var folder = desks.Create();
        folder.Add(DeskRole.Report, report[0].FileName, await BytesOf(report[0], cancel));
        foreach (var file in accounts) folder.Add(DeskRole.Accounts, file.FileName, await BytesOf(file, cancel));
        return Redirect($"/start/{folder.Id}");
    }

    /// <summary>Which of several reports is meant is not for us to guess.</summary>
    internal static string SeveralReports(IEnumerable<IFormFile> reports) =>
        $"JH6224 一次放了几份报告（{string.Join("、", reports.Select(r => r.FileName))}），不知道用哪一份，都没有放上。请只放去年定稿的那一份。";

    /// <summary>The content of an uploaded file.</summary>
    internal static async Task<byte[]> BytesOf(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
