using System.Globalization;
using System.Text;
using Jiheng.Casework.Drafting;
using Jiheng.Casework.Schemes;
using Jiheng.Model.Appraisals;
using Jiheng.Web.Auditing;
using Jiheng.Web.Start;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Start;

/// <summary>The indicator table received for this year: read, checked, confirmed, scored.</summary>
[RequestSizeLimit(Uploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
public sealed class SchemeModel(Desks desks) : DeskPage(desks)
{
    /// <summary>Why the table was not read or confirmed.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>The number of the notice, as typed so far.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The score; <c>null</c> until the form is confirmed.</summary>
    public Appraisal? Score => field ??= Desk.Score();

    /// <summary>Shows the form.</summary>
    public void OnGet() => TellUnread();

    /// <summary>Takes the form in.</summary>
    public async Task<IActionResult> OnPostFormAsync(IFormFile? form, CancellationToken cancel)
    {
        if (form is null) return Redirect($"{Address}/scheme");
        Folder.Add(DeskRole.Form, form.FileName, await IndexModel.BytesOf(form, cancel));
        Folder.Save(Folder.Notes with { Confirmation = null, Points = new Dictionary<string, decimal>(), Scores = new Dictionary<string, GivenScore>() });
        return Redirect($"{Address}/scheme");
    }

    /// <summary>Keeps corrected points.</summary>
    public IActionResult OnPost()
    {
        Folder.Save(Folder.Notes with { Points = Typed("points-") });
        return Redirect($"{Address}/scheme");
    }

    /// <summary>Confirms the form by document number, person and date.</summary>
    public IActionResult OnPostConfirm(string? document, string? person, DateOnly? date)
    {
        Folder.Save(Folder.Notes with { Points = Typed("points-") });
        Document = document?.Trim() ?? "";
        List<string> faults = [];
        if (Desk.Form is not { } form) faults.Add("JH6230 还没有读到评分表。");
        else if (form.Findings.Count > 0) faults.Add("JH6231 分值还对不上，改好再确认。");
        if (Document.Length == 0 || string.IsNullOrWhiteSpace(person) || date is null) faults.Add("JH6232 文号、确认人和日期都要填。");
        if (Desk.ReportYear is null) faults.Add("JH6233 不知道是哪一年的。请先在确认页填上去年报告的年度。");
        if (faults.Count > 0)
        {
            Faults = faults;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var title = Desk.Form!.Title;
        var origin = new LocalPackOrigin($"local/d{Folder.Id}", title.Length > 0 ? title : "收到的评分表", Desk.Department ?? "本部门", Desk.ReportYear!.Value + 1, Document, person!.Trim(), date!.Value);
        Folder.Save(Folder.Notes with { Confirmation = origin });
        return Redirect($"{Address}/scheme");
    }

    /// <summary>Takes the confirmation back, so that points can be corrected.</summary>
    public IActionResult OnPostReopen()
    {
        Folder.Save(Folder.Notes with { Confirmation = null });
        return Redirect($"{Address}/scheme");
    }

    /// <summary>Keeps the scores given by hand.</summary>
    public IActionResult OnPostScore()
    {
        Folder.Save(Folder.Notes with { Scores = Typed("score-").ToDictionary(p => p.Key, p => new GivenScore(p.Value, Request.Form[$"reason-{p.Key}"].ToString().Trim())) });
        return Redirect($"{Address}/scheme");
    }

    /// <summary>Hands out the pack.</summary>
    public IActionResult OnGetPack() => Desk.PackText() is { } text ? File(Encoding.UTF8.GetBytes(text), "application/yaml", "本地评分表.yaml") : NotFound();

    private Dictionary<string, decimal> Typed(string prefix) => Request.Form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(f => (Code: f.Key[prefix.Length..], Points: decimal.TryParse(f.Value.ToString().Trim().TrimEnd('分'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : (decimal?)null))
        .Where(p => p.Points is >= 0 and <= 100).ToDictionary(p => p.Code, p => p.Points!.Value);

    private void TellUnread()
    {
        if (Folder.Notes.Files.FirstOrDefault(f => f.Role == DeskRole.Form) is not { } file || Desk.Form is not null) return;
        var faults = Desk.Faults.Where(f => f.File == file.Name).Select(f => f.ToString()).ToList();
        Faults = faults.Count > 0 ? faults : [$"JH6234 “{file.Name}”里没有找到带“分值”一列的指标表。整张表套在一个格子里的，请把里面的表单独存成一个文件再放。"];
    }
}
