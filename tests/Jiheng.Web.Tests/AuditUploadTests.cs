using System.IO.Compression;
using System.Text;

namespace Jiheng.Web.Tests;

public class AuditUploadTests(Office office)
{
    [Fact]
    public async Task A_text_whose_parts_do_not_add_up_is_shown_with_the_sum()
    {
        using var answer = await office.HandIn("总结.txt", Encoding.UTF8.GetBytes("全局编制26名，其中行政编制9名，事业编制18名。"));
        var page = await Office.Parse(answer);
        page.QuerySelector(".verdict").Text().ShouldContain("1 处须改正");
        page.QuerySelector(".find .formula").Text().ShouldContain("27");
        page.QuerySelector("mark#m1").Text().ShouldStartWith("26");
    }

    [Fact]
    public async Task A_text_that_agrees_gets_a_clean_verdict()
    {
        using var answer = await office.HandIn("总结.txt", Encoding.UTF8.GetBytes("全局编制27名，其中行政编制9名，事业编制18名。"));
        (await Office.Parse(answer)).QuerySelector(".verdict").Text().ShouldContain("没有发现问题");
    }

    [Fact]
    public async Task What_stands_in_a_file_is_shown_as_text_and_never_as_markup()
    {
        using var answer = await office.HandIn("x.txt", Encoding.UTF8.GetBytes("<script>alert(1)</script>编制26名，其中行政编制9名，事业编制18名。"));
        var page = await Office.Parse(answer);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector(".document").Text().ShouldContain("<script>alert(1)</script>");
    }

    [Theory]
    [InlineData("图片.png", "JH4002")]
    [InlineData("空.txt", "JH4001")]
    [InlineData("假.docx", "JH4")]
    public async Task A_file_that_cannot_be_read_is_named_with_what_to_do(string name, string code)
    {
        using var answer = await office.HandIn(name, name.StartsWith('空') ? [] : Encoding.UTF8.GetBytes("这不是所说的文件"));
        ((int)answer.StatusCode).ShouldBe(422);
        var told = (await Office.Parse(answer)).QuerySelector("[role=alert]").Text();
        told.ShouldContain(code);
        told.ShouldContain(name);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_turned_away_with_the_limit()
    {
        using var answer = await office.HandIn("大.txt", new byte[21 * 1024 * 1024]);
        ((int)answer.StatusCode).ShouldBe(413);
        (await Office.Parse(answer)).QuerySelector("main").Text().ShouldContain("一次最多 20 MB");
    }

    [Fact]
    public async Task Without_the_token_of_the_page_nothing_is_taken_in()
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.txt" } };
        using var answer = await office.Client.PostAsync("/audit", body, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(400);
        (await Office.Parse(answer)).QuerySelector("h1").Text().ShouldBe("请求无法处理");
    }

    [Fact]
    public async Task A_word_file_comes_back_with_its_findings_in_the_margin()
    {
        var report = await office.Client.GetByteArrayAsync("/dossiers/yanfeng-2024/report.docx", TestContext.Current.CancellationToken);
        using var answer = await office.HandIn("报告.docx", report, "?handler=Remarks");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("报告（核对批注）.docx");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(zip.GetEntry("word/comments.xml")!.Open());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("849人 ÷ 919人 = 92.38%");
    }

    [Fact]
    public async Task Remarks_are_offered_for_word_files_only()
    {
        using var answer = await office.HandIn("a.txt", Encoding.UTF8.GetBytes("一"), "?handler=Remarks");
        ((int)answer.StatusCode).ShouldBe(422);
        (await Office.Parse(answer)).QuerySelector("[role=alert]").Text().ShouldContain("JH6211");
    }
}
