using System.Globalization;
using Jiheng.Audit;
using Jiheng.Casework.Drafting;
using Jiheng.Ledger.Accounts;
using Jiheng.Model.Facts;
using Jiheng.Web.Auditing;
using Jiheng.Web.Start;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Start;

/// <summary>Shows what was understood of the files, with the cell of each guess, and takes corrections.</summary>
[RequestSizeLimit(Uploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
public sealed class ConfirmModel(Desks desks) : DeskPage(desks)
{
    private string? _refused;

    /// <summary>The audit of the old report.</summary>
    public AuditReport? Audit => field ??= Desk.Audit();

    /// <summary>What stands in the way of the draft or makes it doubtful, in plain words.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. _refused is null ? Array.Empty<string>() : [_refused],
        .. Desk.Misfits.Select(f => f.ToString()),
        .. Desk.Books.SelectMany(b => b.Book.Unread.Concat(b.Book.Findings)).Where(IsInTheWay).Select(f => f.ToString()),
        .. Desk.Document is not null && Desk.Docx is null ? ["JH6221 去年的报告不是 docx，只能核对，不能出初稿。请用 Word 或 WPS 另存为 docx 再放上。"] : Array.Empty<string>(),
        .. Desk.Current is not null && Desk.Last is null ? ["JH6222 没有去年的决算可对：按名称找到的数都只是推测，不会自动换。最好把去年的决算公开表也放上。"] : Array.Empty<string>(),
    ];

    /// <summary>Keeps the corrections and reads again.</summary>
    public IActionResult OnPost(string? department, string? year, UnitScope? scope, Stage? stage, string? money)
    {
        var years = Folder.Notes.Files.Select(f => (f.Number, Year: YearOf(Request.Form[$"file-{f.Number}"]))).Where(p => p.Year is not null).ToDictionary(p => p.Number, p => p.Year!.Value);
        Folder.Save(Folder.Notes with
        {
            Department = string.IsNullOrWhiteSpace(department) ? null : department.Trim(),
            ReportYear = YearOf(year),
            Scope = scope,
            Stage = stage,
            MoneyUnit = money is "元" or "万元" ? money : null,
            Years = years,
        });
        return Redirect(Address);
    }

    /// <summary>Puts further files on the desk: a text takes the report's place, a workbook lies beside the accounts.</summary>
    public async Task<IActionResult> OnPostAddAsync(IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        var reports = files.Where(f => !IsBook(f)).ToList();
        if (reports.Count > 1)
        {
            _refused = IndexModel.SeveralReports(reports);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        foreach (var file in files)
        {
            Folder.Add(IsBook(file) ? DeskRole.Accounts : DeskRole.Report, file.FileName, await IndexModel.BytesOf(file, cancel));
        }
        return Redirect(Address);
    }

    /// <summary>Takes a file off the desk.</summary>
    public IActionResult OnPostRemove(int number)
    {
        Folder.Remove(number);
        return Redirect(Address);
    }

    private static bool IsBook(IFormFile file) => Path.GetExtension(file.FileName).ToLowerInvariant() is ".xlsx" or ".xls" or ".et";

    /// <summary>Tables left out and files that contradict each other; what does not add up stands with its file.</summary>
    private static bool IsInTheWay(AccountsFinding finding) => finding.Level == AccountsLevel.Problem
        && (finding.Code.StartsWith("JH310", StringComparison.Ordinal) || finding.Code.StartsWith("JH313", StringComparison.Ordinal));

    private static int? YearOf(string? text) => int.TryParse(text?.Trim().TrimEnd('年'), CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100 ? year : null;
}
