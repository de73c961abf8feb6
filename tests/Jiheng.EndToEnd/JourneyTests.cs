using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Jiheng.EndToEnd;

/// <summary>What people come to do, from the first page to the last, the way they do it.</summary>
public class JourneyTests(Workbench workbench)
{
    [Fact]
    public async Task With_the_keyboard_alone_one_gets_from_the_list_to_the_facts_behind_a_lost_point()
    {
        await using var visit = await workbench.Open("/");
        var page = visit.Page;
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).ShouldBe("跳到正文");
        await Enter(page, "/#page");
        await TabTo(page, "安义县卫生健康委员会");
        await Enter(page, "/anyi-2023");
        await TabTo(page, "绩效自评");
        await Enter(page, "/score");
        await TabTo(page, "部门预算执行率");
        await Enter(page, "/score?pick=X.1#X.1");
        (await page.Locator("aside").InnerTextAsync()).ShouldContain("50998.18万元 ÷ 58216.85万元");
        await TabTo(page, "50998.18万元 全年执行数");
        await Enter(page, "/figures/fin.annual_execution");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("全年执行数");
    }

    [Fact]
    public async Task The_focus_is_always_seen()
    {
        await using var visit = await workbench.Open("/dossiers/anyi-2023/score?pick=X.1");
        for (var i = 0; i < 20; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var outline = await visit.Page.EvaluateAsync<string>("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth; })()");
            outline.ShouldBe("solid 2px");
        }
    }

    [Fact]
    public async Task A_click_on_a_marked_figure_shows_its_finding_and_the_finding_leads_back()
    {
        await using var visit = await workbench.Open("/dossiers/yanfeng-2024/findings", script: false);
        var page = visit.Page;
        await page.Locator("mark a", new() { HasText = "87.89%" }).First.ClickAsync();
        var number = page.Url[(page.Url.IndexOf("#f", StringComparison.Ordinal) + 2)..];
        (await page.Locator($"#f{number}").InnerTextAsync()).ShouldContain("849人 ÷ 919人 = 92.38%");
        await page.Locator($"#f{number} a", new() { HasText = "看原文" }).ClickAsync();
        page.Url.ShouldEndWith($"#m{number}");
    }

    [Fact]
    public async Task On_a_phone_the_reason_for_the_points_is_in_sight_where_the_indicator_was_tapped()
    {
        await using var visit = await workbench.Open("/dossiers/anyi-2023/score", width: 360);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "部门预算执行率" }).ClickAsync();
        var box = (await visit.Page.Locator("aside h2").BoundingBoxAsync())!;
        box.Y.ShouldBeInRange(0, 720);
    }

    [Fact]
    public async Task A_file_chosen_by_hand_is_audited_without_script()
    {
        await using var visit = await workbench.Open("/audit", script: false);
        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "总结.txt", MimeType = "text/plain", Buffer = "全局编制26名，其中行政编制9名，事业编制18名。"u8.ToArray() });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "核对", Exact = true }).ClickAsync();
        (await visit.Page.Locator(".verdict").InnerTextAsync()).ShouldContain("1 处须改正");
    }

    [Fact]
    public async Task Printed_a_report_has_no_bars_rails_or_buttons()
    {
        await using var visit = await workbench.Open("/dossiers/anyi-2023/report");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var chrome in (string[])[".top", ".side", ".rail", ".btn"]) (await visit.Page.Locator(chrome).First.IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator(".document").IsVisibleAsync()).ShouldBeTrue();
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText.replace(/\\s+/g, ' ').trim()");

    /// <summary>Presses Enter and waits until the page it leads to stands whole.</summary>
    /// <remarks>Asks the browser until it says so; waiting for the event of a navigation misses one that was over before the wait began.</remarks>
    private static async Task Enter(IPage page, string address)
    {
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(address)}$"), new() { Timeout = 60_000 });
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }

    private static async Task TabTo(IPage page, string text)
    {
        const int far = 120;
        for (var i = 0; i < far; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await Focused(page) == text) return;
        }
        throw new ShouldAssertException($"“{text}”用 Tab 键走不到。");
    }
}
