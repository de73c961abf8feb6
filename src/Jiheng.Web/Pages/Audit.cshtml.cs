using Jiheng.Audit;
using Jiheng.Casework.Review;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;
using Jiheng.Web.Auditing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages;

/// <summary>Audits a file that somebody hands in; nothing of it is kept.</summary>
[RequestSizeLimit(Uploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
public sealed class AuditModel : PageModel
{
    private static readonly ReadLimits Limits = new() { FileBytes = Uploads.LargestFile };

    /// <summary>Name of the file; empty before one was handed in.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file with its figures marked; <c>null</c> when none was read.</summary>
    public MarkedReport? Marked { get; private set; }

    /// <summary>Why the file was not audited, in full sentences.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Audits a file and shows it marked.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (await ReadAsync(file, cancel) is { } read) Marked = MarkedReport.Of(read.Document, Auditor.Audit(read.Document));
        return Page();
    }

    /// <summary>Audits a Word file and hands back a copy with the findings as remarks.</summary>
    public async Task<IActionResult> OnPostRemarksAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is not null && !file.FileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) return Refuse("JH6211 只有 docx 文件能加批注。请选 docx 文件，或用“核对”在网页上看结果。");
        if (await ReadAsync(file, cancel) is not { } read) return Page();
        var audit = Auditor.Audit(read.Document);
        var copy = new MemoryStream();
        var faults = DocxComments.Annotate(read.Content, Remarks.Of(read.Document, audit), copy, FileName);
        if (faults.Count > 0) return Refuse([.. faults.Select(f => f.ToString())]);
        copy.Position = 0;
        return File(copy, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Path.GetFileNameWithoutExtension(FileName) + "（核对批注）.docx");
    }

    private async Task<(Document Document, MemoryStream Content)?> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
        {
            Refuse("JH6212 没有收到文件。请先选一份文件，再点“核对”。");
            return null;
        }
        FileName = Path.GetFileName(file.FileName);
        var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        var read = DocumentReader.Read(content, FileName, Limits);
        content.Position = 0;
        if (read.Document is { } document) return (document, content);
        Refuse([.. read.Faults.Select(f => f.ToString())]);
        return null;
    }

    private PageResult Refuse(params IReadOnlyList<string> faults)
    {
        Faults = faults;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
