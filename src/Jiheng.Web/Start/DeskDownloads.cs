using System.IO.Compression;
using System.Text;
using Jiheng.Casework.Drafting;
using Jiheng.Casework.Review;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Xlsx;
using Jiheng.Web.Hosting;

namespace Jiheng.Web.Start;

/// <summary>Hands out what a working folder yields, each made when it is asked for.</summary>
public static class DeskDownloads
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Maps the draft, the old report with remarks, and the sheets to send out.</summary>
    public static void MapDeskDownloads(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/start/{id}/draft.docx", (string id, Desks desks, TimeProvider clock, HttpContext context) => With(id, desks, context, desk => Draft(desk, clock.GetUtcNow())));
        routes.MapGet("/start/{id}/remarks.docx", (string id, Desks desks, HttpContext context) => With(id, desks, context, Remarked));
        routes.MapGet("/start/{id}/sheets.zip", (string id, Desks desks, HttpContext context) => With(id, desks, context, desk =>
            desk.Plan is null ? null : Results.File(Sheets(desk), "application/zip", $"{desk.ReportYear + 1}年数据收集表.zip")));
    }

    private static IResult With(string id, Desks desks, HttpContext context, Func<Desk, IResult?> make)
    {
        if (desks.Find(id) is { } folder && make(Desk.Open(folder)) is { } result) return result;
        context.Features.Set(WebFault.NoSuchDesk(id));
        return Results.NotFound();
    }

    /// <summary>The draft; a copy stays in the folder, with the list of what is to be changed by hand.</summary>
    private static IResult? Draft(Desk desk, DateTimeOffset at)
    {
        if (desk.Draft(at) is not { } draft) return null;
        desk.Folder.Keep(draft);
        return Results.File(draft.Docx, Docx, $"{desk.ReportYear + 1}年自评报告初稿.docx");
    }

    private static IResult? Remarked(Desk desk)
    {
        if (desk.Docx is null || desk.Document is null || desk.Audit() is not { } audit) return null;
        var copy = new MemoryStream();
        if (DocxComments.Annotate(new MemoryStream(desk.Docx, writable: false), Remarks.Of(desk.Document, audit), copy).Count > 0) return null;
        return Results.File(copy.ToArray(), Docx, "去年报告（核对批注）.docx");
    }

    /// <summary>One workbook per part of the report, and the texts to paste into a chat.</summary>
    private static byte[] Sheets(Desk desk)
    {
        var year = desk.ReportYear!.Value + 1;
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var messages = new StringBuilder();
            var number = 0;
            foreach (var sheet in SendSheets.Of(desk.Plan!, desk.Folder.Notes.Decisions))
            {
                var name = $"{++number:00} {FileName(sheet.Part)}.xlsx";
                using (var part = zip.CreateEntry(name).Open()) XlsxWriter.Write(sheet.ToWorkbook(year), part);
                messages.Append("—— ").Append(name).Append('\n').Append(sheet.ToMessage(year)).Append("\n\n");
            }
            using var text = zip.CreateEntry("发微信用的文字.txt").Open();
            text.Write(Encoding.UTF8.GetPreamble());
            text.Write(Encoding.UTF8.GetBytes(messages.ToString()));
        }
        return output.ToArray();
    }

    private static string FileName(string part)
    {
        var name = new string([.. part.Select(c => Path.GetInvalidFileNameChars().Contains(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c)]).Trim();
        return name.Length <= 30 ? name : name[..30];
    }
}
