using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;

namespace Jiheng.Web.Tests;

public sealed class ReviewTests(Office office) : IDisposable
{
    // Cookies of its own: the antiforgery cookie of another test must not replace the one this form was made with.
    private readonly HttpClient _client = new() { BaseAddress = office.Client.BaseAddress };

    private const string Wrong = "全局编制26名，其中行政编制9名，事业编制18名。";

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_zip_becomes_a_table_worst_first_with_everything_to_download()
    {
        var address = await HandIn("来件.zip", Zip(("甲.txt", "甲县卫生健康局2024年度自评报告\n" + Wrong.Replace("26", "27")), ("乙.txt", "乙县卫生健康局2024年度自评报告\n" + Wrong), ("扫描.pdf", "不是 PDF")));
        var page = await Finished(address);
        page.QuerySelector(".verdict").Text().ShouldContain("1 处待改正或说明");
        page.QuerySelectorAll("tbody th").Select(Seen.Text).ShouldBe(["来件.zip/乙.txt", "来件.zip/扫描.pdf", "来件.zip/甲.txt"]);
        page.QuerySelectorAll("tbody tr")[1].Text().ShouldContain("未核对");

        var marked = await Page(page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        marked.QuerySelector("mark#m1").Text().ShouldStartWith("26");
        (await Download($"{address}?handler=Summary")).ShouldBe("汇总.xlsx");
        (await Download(page.QuerySelectorAll("a").Single(a => a.Text() == "乙县卫生健康局审核意见.docx").GetAttribute("href")!)).ShouldBe("乙县卫生健康局审核意见.docx");
        (await Download(page.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("report?file=", StringComparison.Ordinal)).GetAttribute("href")!)).ShouldBeNull();
    }

    [Fact]
    public async Task A_review_can_be_removed_and_is_then_not_found()
    {
        var address = await HandIn("甲.txt", Encoding.UTF8.GetBytes("甲县卫生健康局自评报告\n" + Wrong));
        var page = await Finished(address);
        var token = page.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await _client.PostAsync($"{address}?handler=Remove", body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        using var gone = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        ((int)gone.StatusCode).ShouldBe(404);
        (await Office.Parse(gone)).QuerySelector("main").Text().ShouldContain("没有这次审核");
    }

    [Theory]
    [InlineData("/review/..%2F..%2Fjiheng.db")]
    [InlineData("/review/00000000000000000000000000000000")]
    [InlineData("/review/x/report?file=a.txt")]
    public async Task Nobody_finds_a_review_by_guessing(string address)
    {
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(404);
    }

    private async Task<IDocument> Page(string address)
    {
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await Office.Parse(answer);
    }

    private async Task<string> HandIn(string name, byte[] content)
    {
        var form = await Page("/review");
        var token = form.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "files", name } };
        using var answer = await _client.PostAsync("/review", body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Loads the page again, as a browser does, until it no longer asks for it.</summary>
    private async Task<IDocument> Finished(string address)
    {
        while (true)
        {
            using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            if (!answer.Headers.Contains("Refresh")) return await Office.Parse(answer);
        }
    }

    private async Task<string?> Download(string address)
    {
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return answer.Content.Headers.ContentDisposition?.FileNameStar;
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
