using Jiheng.Casework.Tests.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.EndToEnd.Start;

/// <summary>A finance officer's quarter of an hour: from what lies on the desk to this year's draft.</summary>
public class StartJourneyTests(Workbench workbench)
{
    [Fact]
    public async Task From_an_empty_folder_to_the_draft_takes_five_clicks_and_no_typing()
    {
        await using var visit = await workbench.Open("/start");
        var page = visit.Page;
        // Choosing files counts as a click each.
        await page.Locator("#report").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "2024年自评报告.docx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Docx(OfficeFiles.Report) });
        await page.Locator("#accounts").SetInputFilesAsync(
        [
            new Microsoft.Playwright.FilePayload { Name = "2024决算.xlsx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Last },
            new Microsoft.Playwright.FilePayload { Name = "2025决算.xlsx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Current },
        ]);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "看看读懂了什么" }).ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("雁峰区卫生健康局");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "没有问题，看初稿" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "下载初稿" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("2025年自评报告初稿.docx");

        var document = DocumentReader.Read(new MemoryStream(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)), "初稿.docx").Document.ShouldNotBeNull();
        var text = string.Join('\n', document.Blocks.Select(b => (b as Paragraph)?.Text ?? (b as Heading)?.Text));
        foreach (var old in (string[])["12507.41", "8872.79", "3634.62", "4910.31"]) text.ShouldNotContain(old);
        foreach (var now in (string[])["13120.55", "13098.20", "9104.25", "3993.95", "5100.51"]) text.ShouldContain(now);
        Audit.Auditor.Audit(document).Findings.Where(f => f.Text != "【待填】").ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        visit.Strangers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guess_is_accepted_with_one_click_on_the_figure_and_one_on_the_value()
    {
        await using var visit = await workbench.Open("/start");
        var page = visit.Page;
        await page.Locator("#report").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "报告.docx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Docx(OfficeFiles.Report) });
        await page.Locator("#accounts").SetInputFilesAsync(
        [
            new Microsoft.Playwright.FilePayload { Name = "2024.xlsx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Last },
            new Microsoft.Playwright.FilePayload { Name = "2025.xlsx", MimeType = "application/octet-stream", Buffer = OfficeFiles.Current },
        ]);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "看看读懂了什么" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "没有问题，看初稿" }).ClickAsync();
        await page.Locator(".coloured a.guess").First.ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "换成 5.4" }).ClickAsync();
        (await page.Locator(".coloured a.picked").InnerTextAsync()).ShouldContain("5.4");
        visit.Complaints.ShouldBeEmpty();
    }
}
