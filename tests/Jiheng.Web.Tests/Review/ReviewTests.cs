using AngleSharp.Dom;

namespace Jiheng.Web.Tests.Review;

public sealed class ReviewTests(Office office) : IDisposable
{
    private readonly Reviewer _reviewer = new(office);

    public void Dispose() => _reviewer.Dispose();

    [Fact]
    public async Task A_zip_becomes_a_table_worst_first_with_everything_to_download()
    {
        var address = await _reviewer.Reviewed("来件.zip", Reviewer.Zip(("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Reviewer.Right), ("乙.txt", "乙县卫生健康局2024年度自评报告\n" + Reviewer.Wrong), ("扫描.pdf", "不是 PDF")));
        var page = await _reviewer.Page(address);
        page.QuerySelector(".verdict").Text().ShouldContain("1 处待改正或说明");
        page.QuerySelectorAll("tbody th").Select(Seen.Text).ShouldBe(["来件.zip/乙.txt", "来件.zip/扫描.pdf", "来件.zip/甲.txt"]);
        page.QuerySelectorAll("tbody tr")[1].Text().ShouldContain("未核对");

        var marked = await _reviewer.Page(page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        marked.QuerySelector("mark#m1").Text().ShouldStartWith("26");
        (await _reviewer.NameOf($"{address}?handler=Summary")).ShouldBe("汇总.xlsx");
        (await _reviewer.NameOf(page.QuerySelectorAll("a").Single(a => a.Text() == "乙县卫生健康局审核意见.docx").GetAttribute("href")!)).ShouldBe("乙县卫生健康局审核意见.docx");
        (await _reviewer.NameOf(page.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("report?file=", StringComparison.Ordinal)).GetAttribute("href")!)).ShouldBeNull();
    }

    [Fact]
    public async Task A_review_can_be_removed_and_is_then_not_found()
    {
        var address = await _reviewer.Reviewed("甲.txt", "甲县卫生健康局自评报告\n" + Reviewer.Wrong);
        using var answer = await _reviewer.Submit((await _reviewer.Page(address)).QuerySelector("form")!);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        using var gone = await _reviewer.Get(address);
        ((int)gone.StatusCode).ShouldBe(404);
        (await Office.Parse(gone)).QuerySelector("main").Text().ShouldContain("没有这次审核");
    }

    [Theory]
    [InlineData("/review/..%2F..%2Fjiheng.db")]
    [InlineData("/review/00000000000000000000000000000000")]
    [InlineData("/review/x/report?file=a.txt")]
    [InlineData("/review/compare?from=00000000000000000000000000000000")]
    public async Task Nobody_finds_a_review_by_guessing(string address)
    {
        using var answer = await _reviewer.Get(address);
        ((int)answer.StatusCode).ShouldBe(404);
    }
}
