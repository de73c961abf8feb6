using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jiheng.EndToEnd;

/// <summary>What every page keeps: nothing from elsewhere, nothing that shuts people out, nothing to the right of a narrow screen.</summary>
public class EveryPageTests(Workbench workbench)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/dossiers/yanfeng-2024",
        "/dossiers/yanfeng-2024/figures",
        "/dossiers/yanfeng-2024/figures?q=签约",
        "/dossiers/yanfeng-2024/figures/fd.contract_rate",
        "/dossiers/anyi-2023/figures/fin.execution_rate",
        "/dossiers/anyi-2023/score",
        "/dossiers/anyi-2023/score?pick=X.1",
        "/dossiers/hengyang-projects-2024/report",
        "/dossiers/yanfeng-2024/findings",
        "/dossiers/lianjiang-2024/trace?f=pct(staff.in_post, staff.quota)",
        "/audit",
        "/review",
        "/review/compare",
        "/start",
        "/packs",
        "/packs/hunan/department",
        "/metrics?q=老年人",
        "/help",
        "/no-such-page",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Asks_for_nothing_from_elsewhere_and_shuts_nobody_out(string path)
    {
        await using var visit = await workbench.Open(path);
        visit.Strangers.ShouldBeEmpty();
        visit.Complaints.Where(c => !c.Contains("404")).ShouldBeEmpty();
        (await Barriers(visit.Page)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Fits_a_phone_of_360_pixels_and_shuts_nobody_out_there(string path)
    {
        await using var visit = await workbench.Open(path, width: 360);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await Barriers(visit.Page)).ShouldBeEmpty();
        await Keep(visit.Page, path, "phone");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Reads_without_script(string path)
    {
        await using var visit = await workbench.Open(path, script: false);
        (await visit.Page.Locator("h1").First.InnerTextAsync()).ShouldNotBeEmpty();
        (await visit.Page.TitleAsync()).ShouldEndWith("绩衡");
        await Keep(visit.Page, path, "desk");
    }

    /// <summary>What axe finds, but for trifles.</summary>
    private static async Task<IEnumerable<string>> Barriers(IPage page) =>
        (await page.RunAxe()).Violations.Where(v => v.Impact is "moderate" or "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"));

    /// <summary>Keeps a picture of the page where <c>JIHENG_SCREENSHOTS</c> names a folder, for people to look at.</summary>
    private static async Task Keep(IPage page, string path, string screen)
    {
        if (Environment.GetEnvironmentVariable("JIHENG_SCREENSHOTS") is not { Length: > 0 } folder) return;
        var name = string.Join('-', path.Split(['/', '?', '=', '.'], StringSplitOptions.RemoveEmptyEntries));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}.{screen}.png"), FullPage = true });
    }
}
