using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jiheng.EndToEnd;

/// <summary>The finance authority's way: review reports, note what was explained, compare what was handed in again.</summary>
public class ReviewJourneyTests(Workbench workbench)
{
    private const string Wrong = "县卫生健康局2024年度自评报告\n全局编制26名，其中行政编制9名，事业编制18名。\n应建档1200人，实际建档1080人，建档率92.50%。\n全年接诊3200人次。\n";
    private const string Mended = "县卫生健康局2024年度自评报告\n全局编制27名，其中行政编制9名，事业编制18名。\n应建档1200人，实际建档1080人，建档率92.50%。\n全年接诊3600人次。\n";

    [Theory]
    [InlineData("甲", 1366)]
    [InlineData("乙", 360)] // a department of its own: decisions go on to hold in the next review
    public async Task A_finding_is_waived_with_the_keyboard_and_the_resubmission_compared(string county, int width)
    {
        await using var visit = await workbench.Open("/review", width);
        var page = visit.Page;
        await page.SetInputFilesAsync("#files", [File("报告.txt", county + Wrong)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始审核" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "报告.txt" }).ClickAsync();

        await page.Locator("#f1 summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ShouldShutNobodyOut(visit, width);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("#f1 [name=until]").FillAsync("9999-12-31");
        await page.Locator("#f1 [name=reason]").FillAsync("编制调整中");
        await page.Locator("#f1 [name=by]").FillAsync("王五");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f1 .chip").Nth(1)).ToHaveTextAsync("已豁免");
        (await page.Locator("#f1 .life").InnerTextAsync()).ShouldContain("到 9999-12-31");
        await ShouldShutNobodyOut(visit, width);

        await page.GetByRole(AriaRole.Link, new() { Name = "收到改稿，比较" }).ClickAsync();
        await page.SetInputFilesAsync("#later", [File("改稿.txt", county + Mended)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "比较", Exact = true }).ClickAsync();
        (await page.Locator(".verdict").InnerTextAsync()).ShouldContain("已改正 1 处，没有改正 1 处，新出现 0 处，未要求而改动 1 处");
        await ShouldShutNobodyOut(visit, width);
    }

    private static async Task ShouldShutNobodyOut(Visit visit, int width)
    {
        (await visit.Page.RunAxe()).Violations.Where(v => v.Impact is "moderate" or "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")).ShouldBeEmpty();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        visit.Strangers.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
