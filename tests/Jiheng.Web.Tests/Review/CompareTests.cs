using System.Text;
using AngleSharp.Dom;

namespace Jiheng.Web.Tests.Review;

public sealed class CompareTests(Office office) : IDisposable
{
    private const string Head = "甲县卫生健康局2024年度自评报告\n";
    private const string Rate = "应建档1200人，实际建档1080人，建档率92.50%。\n";
    private readonly Reviewer _reviewer = new(office);

    public void Dispose() => _reviewer.Dispose();

    [Fact]
    public async Task A_resubmission_tells_mended_not_mended_new_and_changed_unasked_each_with_place_and_both_passages()
    {
        var page = await Compared(
            Head + Reviewer.Wrong + "\n" + Rate + "全年接诊3200人次。\n",
            Head + Reviewer.Right + "\n" + Rate + "全年接诊3600人次。\n专项资金500.00万元，支出420.50万元，结余97.50万元。\n");
        page.QuerySelector(".verdict").Text().ShouldBe("还没有改好已改正 1 处，没有改正 1 处，新出现 1 处，未要求而改动 2 处。");
        page.QuerySelectorAll("section h2").Select(Seen.Text).ShouldBe(["没有改正 1 处", "新出现 1 处", "未要求而改动 2 处", "已改正 1 处"]);
        Row(page, "已改正").ShouldBe(["第 2 段", "须改正 分项之和与合计不符 JH2001 9名 + 18名 = 27名 ≠ 文中 26名", Reviewer.Wrong, Reviewer.Right]);
        Row(page, "新出现")[2..].ShouldBe(["没有这句", "专项资金500.00万元，支出420.50万元，结余97.50万元。"]);
        page.QuerySelectorAll("del").Select(Seen.Text).ShouldBe(["3200", "26"]);
        page.QuerySelectorAll("ins").Select(Seen.Text).ShouldBe(["3600", "27"]);
    }

    [Fact]
    public async Task The_version_before_can_come_from_a_review()
    {
        var review = await _reviewer.Reviewed("甲.txt", Head + Reviewer.Wrong);
        var report = await _reviewer.Page(Reviewer.ReportOf(review, "甲.txt"));
        var address = report.QuerySelectorAll("a").Single(a => a.Text() == "收到改稿，比较").GetAttribute("href")!;
        var form = await _reviewer.Page(address);
        form.QuerySelector("option[selected]").Text().ShouldBe("甲.txt");
        using var answer = await _reviewer.Send("/review/compare", [("later", "甲改.txt", Encoding.UTF8.GetBytes(Head + Reviewer.Right))], ("from", review.Split('/')[^1]), ("file", "甲.txt"));
        answer.IsSuccessStatusCode.ShouldBeTrue();
        (await Office.Parse(answer)).QuerySelector(".verdict").Text().ShouldStartWith("都改好了");
    }

    [Fact]
    public async Task Both_doors_lead_to_the_comparison()
    {
        (await _reviewer.Page("/review")).QuerySelector("a[href='/review/compare']").ShouldNotBeNull();
        var review = await _reviewer.Reviewed("甲.txt", Head + Reviewer.Wrong);
        var choose = await _reviewer.Page((await _reviewer.Page(review)).QuerySelector(".head a[href^='/review/compare?from=']")!.GetAttribute("href")!);
        choose.QuerySelectorAll("#file option").Select(Seen.Text).ShouldBe(["请选一份", "甲.txt"]);
    }

    [Fact]
    public async Task Reports_of_different_departments_are_compared_with_a_warning()
    {
        var page = await Compared(Head + Reviewer.Wrong, Head.Replace('甲', '乙') + Reviewer.Wrong);
        page.QuerySelector(".notice").Text().ShouldContain("上次的是甲县卫生健康局，这次的是乙县卫生健康局");
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_read_is_told()
    {
        using var nothing = await _reviewer.Send("/review/compare", []);
        await ShouldTell(nothing, "JH6245 没有上次的报告");
        using var one = await _reviewer.Send("/review/compare", [("earlier", "甲.txt", Encoding.UTF8.GetBytes(Head))]);
        await ShouldTell(one, "JH6245 没有重新报送的报告");
        using var broken = await _reviewer.Send("/review/compare", [("earlier", "甲.txt", Encoding.UTF8.GetBytes(Head)), ("later", "甲.docx", [1, 2, 3])]);
        await ShouldTell(broken, "JH6246");
    }

    private static async Task ShouldTell(HttpResponseMessage answer, string words)
    {
        ((int)answer.StatusCode).ShouldBe(422);
        (await Office.Parse(answer)).QuerySelector("[role=alert]").Text().ShouldContain(words);
    }

    private async Task<IDocument> Compared(string earlier, string later)
    {
        using var answer = await _reviewer.Send("/review/compare", [("earlier", "甲.txt", Encoding.UTF8.GetBytes(earlier)), ("later", "甲改.txt", Encoding.UTF8.GetBytes(later))]);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await Office.Parse(answer);
    }

    private static string[] Row(IDocument page, string section) =>
        [.. page.QuerySelector($"section[aria-label={section}] tbody tr")!.Children.Select(Seen.Text)];
}
