using System.IO.Compression;

namespace Jiheng.Web.Tests;

public class DownloadsTests(Office office)
{
    [Theory]
    [InlineData("report.docx", "自评报告.docx")]
    [InlineData("score-table.docx", "自评表.docx")]
    [InlineData("score-table.xlsx", "自评表.xlsx")]
    [InlineData("data-table.xlsx", "基础数据表.xlsx")]
    public async Task A_file_comes_whole_and_under_a_name_that_says_whose_it_is(string file, string ending)
    {
        foreach (var dossier in (string[])["yanfeng-2024", "anyi-2023", "hengyang-projects-2024", "lianjiang-2024", "shanting-2019"])
        {
            using var answer = await office.Client.GetAsync($"/dossiers/{dossier}/{file}", TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith(ending);
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            zip.GetEntry("[Content_Types].xml").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_file_of_a_dossier_that_does_not_exist_is_answered_with_words()
    {
        using var answer = await office.Client.GetAsync("/dossiers/nobody-2024/report.docx", TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(404);
        (await Office.Parse(answer)).QuerySelector("h1").Text().ShouldBe("没有编号为“nobody-2024”的卷宗");
    }
}
