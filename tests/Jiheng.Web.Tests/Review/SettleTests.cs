using AngleSharp.Dom;

namespace Jiheng.Web.Tests.Review;

public sealed class SettleTests(Office office) : IDisposable
{
    private const string Other = "应建档1200人，实际建档1080人，建档率92.50%。";
    private readonly Reviewer _reviewer = new(office);

    public void Dispose() => _reviewer.Dispose();

    [Fact]
    public async Task An_explained_finding_is_asked_for_no_longer_until_that_is_taken_back()
    {
        var review = await _reviewer.Reviewed("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Reviewer.Wrong);
        var address = Reviewer.ReportOf(review, "甲.txt");
        var page = await _reviewer.Page(address);
        Chips(page).ShouldBe(["须改正", "待处理"]);

        page = await Settled(page.QuerySelector("#f1 form")!, ("kind", "explain"), ("by", "李四"), ("reason", "含借调 1 人"));
        Chips(page).ShouldBe(["须改正", "已说明"]);
        page.QuerySelector("#f1 .life").Text().ShouldBe("决定人李四 说明含借调 1 人 有效2024 年度 撤回");
        page.QuerySelector(".verdict").Text().ShouldStartWith("没有待处理的问题");
        (await _reviewer.TextOf($"{review}?handler=Summary")).ShouldContain("已说明（李四）");
        (await _reviewer.Page(review)).QuerySelector("main").Text().ShouldNotContain("审核意见.docx");

        page = await Settled(page.QuerySelector("#f1 form")!);
        Chips(page).ShouldBe(["须改正", "待处理"]);
        (await _reviewer.TextOf($"{review}?handler=Summary")).ShouldNotContain("已说明（");
        (await _reviewer.Page(review)).QuerySelector("main").Text().ShouldContain("甲县卫生健康局审核意见.docx");
    }

    [Fact]
    public async Task A_waived_finding_says_by_whom_and_until_when_and_leaves_the_opinion_with_the_others()
    {
        var review = await _reviewer.Reviewed("甲.txt", $"甲县卫生健康局2024年度自评报告\n{Reviewer.Wrong}\n{Other}");
        var page = await _reviewer.Page(Reviewer.ReportOf(review, "甲.txt"));
        var sum = page.QuerySelectorAll(".find").Single(f => f.Text().Contains("JH2001")).Id!;
        page = await Settled(page.QuerySelector($"#{sum} form")!, ("kind", "waive"), ("by", "王五"), ("reason", "编制调整中"), ("until", "9999-12-31"));
        page.QuerySelector($"#{sum} .life").Text().ShouldBe("决定人王五 理由编制调整中 有效到 9999-12-31 撤回");
        page.QuerySelector(".verdict").Text().ShouldContain("1 处须改正，1 处已说明或豁免");
        (await _reviewer.TextOf($"{review}?handler=Summary")).ShouldContain("已豁免（王五，至9999-12-31）");
        var opinion = await _reviewer.TextOf($"{review}?handler=Opinion&department=甲县卫生健康局");
        opinion.ShouldContain(Other);
        opinion.ShouldNotContain(Reviewer.Wrong);
        (await _reviewer.Page(review)).QuerySelector("tbody tr").Text().ShouldContain("已核对，1 处已说明或豁免");
    }

    [Theory]
    [InlineData("explain", "", " ", "", "JH3411", "JH3412")]
    [InlineData("waive", "王五", "编制调整中", "", "JH3413")]
    [InlineData("waive", "王五", "编制调整中", "2001-01-01", "JH3413")]
    [InlineData("waive", "", "编制调整中", "明年底", "JH6107", "JH3411")]
    [InlineData("", "王五", "编制调整中", "", "JH6244")]
    public async Task What_is_wrong_is_told_at_once_and_what_was_entered_stays(string kind, string by, string reason, string until, params string[] codes)
    {
        var review = await _reviewer.Reviewed("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Reviewer.Wrong);
        var address = Reviewer.ReportOf(review, "甲.txt");
        using var answer = await _reviewer.Submit((await _reviewer.Page(address)).QuerySelector("#f1 form")!, ("kind", kind), ("by", by), ("reason", reason), ("until", until));
        ((int)answer.StatusCode).ShouldBe(422);
        var page = await Office.Parse(answer);
        page.QuerySelectorAll("[role=alert] li").Select(f => f.Text()[..6]).ShouldBe(codes);
        var form = page.QuerySelector("#f1 details[open] form")!;
        form.QuerySelector("[name=by]")!.GetAttribute("value").ShouldBe(by);
        form.QuerySelector("[name=reason]")!.TextContent.ShouldBe(reason.Trim());
        Chips(await _reviewer.Page(address)).ShouldBe(["须改正", "待处理"]);
    }

    [Fact]
    public async Task Departments_with_the_same_words_are_decided_about_one_by_one()
    {
        var review = await _reviewer.Reviewed("来件.zip", Reviewer.Zip(("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Reviewer.Wrong), ("乙.txt", "乙县卫生健康局2024年度自评报告\n" + Reviewer.Wrong)));
        var page = await _reviewer.Page(Reviewer.ReportOf(review, "来件.zip/甲.txt"));
        await Settled(page.QuerySelector("#f1 form")!, ("kind", "explain"), ("by", "李四"), ("reason", "含借调 1 人"));
        Chips(await _reviewer.Page(Reviewer.ReportOf(review, "来件.zip/乙.txt"))).ShouldBe(["须改正", "待处理"]);
    }

    [Fact]
    public async Task A_decision_needs_a_form_of_the_page_and_a_finding_of_the_report()
    {
        var review = await _reviewer.Reviewed("来件.zip", Reviewer.Zip(("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Reviewer.Wrong), ("乙.txt", "乙县卫生健康局2024年度自评报告\n" + Other)));
        var form = (await _reviewer.Page(Reviewer.ReportOf(review, "来件.zip/甲.txt"))).QuerySelector("#f1 form")!;
        var stranger = (await _reviewer.Page(Reviewer.ReportOf(review, "来件.zip/乙.txt"))).QuerySelector("#f1 [name=finding]")!.GetAttribute("value")!;
        using var forged = await _reviewer.Submit(form, ("__RequestVerificationToken", "x"), ("kind", "explain"), ("by", "李四"), ("reason", "含借调 1 人"));
        ((int)forged.StatusCode).ShouldBe(400);
        using var elsewhere = await _reviewer.Submit(form, ("finding", stranger), ("kind", "explain"), ("by", "李四"), ("reason", "含借调 1 人"));
        ((int)elsewhere.StatusCode).ShouldBe(404);
        (await _reviewer.TextOf($"{review}?handler=Summary")).ShouldNotContain("已说明（");
    }

    [Fact]
    public async Task The_next_review_goes_on_from_what_was_decided_and_tells_what_is_fixed_and_what_comes_back()
    {
        var first = await _reviewer.Reviewed("甲.txt", $"甲县卫生健康局2024年度自评报告\n{Reviewer.Wrong}\n{Other}");
        var page = await _reviewer.Page(Reviewer.ReportOf(first, "甲.txt"));
        var rate = page.QuerySelectorAll(".find").Single(f => f.Text().Contains("JH2003")).Id!;
        await Settled(page.QuerySelector($"#{rate} form")!, ("kind", "explain"), ("by", "李四"), ("reason", "含外来人口"));

        var second = await _reviewer.Reviewed("甲改.txt", $"甲县卫生健康局2024年度自评报告\n{Reviewer.Right}\n{Other}", after: first.Split('/')[^1]);
        page = await _reviewer.Page(Reviewer.ReportOf(second, "甲改.txt"));
        Chips(page).ShouldBe(["须改正", "已说明"]);
        page.QuerySelectorAll("details").Select(d => d.Text()).ShouldContain(d => d.StartsWith("以前提出、这一版已改正（1 处） " + Reviewer.Wrong, StringComparison.Ordinal));
        (await _reviewer.Page(second)).QuerySelector(".verdict").Text().ShouldContain("沿用了");

        var third = await _reviewer.Reviewed("甲.txt", $"甲县卫生健康局2025年度自评报告\n{Reviewer.Wrong}", after: second.Split('/')[^1]);
        Chips(await _reviewer.Page(Reviewer.ReportOf(third, "甲.txt"))).ShouldBe(["须改正", "待处理", "再次出现"]);
    }

    private async Task<IDocument> Settled(IElement form, params (string Field, string Value)[] fields)
    {
        using var answer = await _reviewer.Submit(form, fields);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.RequestMessage!.Method.ShouldBe(HttpMethod.Get);
        return await Office.Parse(answer);
    }

    private static IEnumerable<string> Chips(IDocument page) => page.QuerySelectorAll("#f1 .chip").Select(Seen.Text);
}
