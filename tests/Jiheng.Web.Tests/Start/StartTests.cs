using System.IO.Compression;
using System.Net;
using Jiheng.Casework.Tests.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Rendering;
using Jiheng.Model.Documents;

namespace Jiheng.Web.Tests.Start;

public class StartTests(Office office)
{
    [Fact]
    public async Task Two_drops_lead_to_what_was_understood_with_the_cell_of_each_guess()
    {
        var page = await office.Page(await Lay());
        var rows = page.QuerySelectorAll("table tbody tr").Select(r => r.Text()).ToList();
        rows[0].ShouldContain("雁峰区卫生健康局");
        rows[1].ShouldContain("2024 年");
        rows[3].ShouldContain("推测");
        rows[4].ShouldContain("“Sheet3 (2)”A2");
        page.QuerySelectorAll("[role=alert]").ShouldBeEmpty();
        page.QuerySelector(".head .btn").Text().ShouldBe("没有问题，看初稿");
    }

    [Fact]
    public async Task The_draft_page_shows_old_and_new_and_a_click_says_why()
    {
        var at = await Lay();
        var page = await office.Page($"{at}/draft");
        var income = page.QuerySelectorAll(".coloured a.found").First(a => a.Text().Contains("12507.41"));
        income.Text().ShouldBe("12507.4113120.55");
        var picked = await office.Page(income.GetAttribute("href")!);
        picked.QuerySelector("aside .find").Text().ShouldContain("去年决算 “G01”C10 的数，取今年同一行 “Sheet1”B7");
    }

    [Fact]
    public async Task What_the_officer_decides_is_in_the_downloaded_draft()
    {
        var at = await Lay();
        var page = await office.Page($"{at}/draft");
        var figure = page.QuerySelectorAll(".coloured a.ask").First(a => a.Text().StartsWith("245839"));
        var number = figure.Id![1..];
        await Decide(at, number, ("kind", "replace"), ("text", "246001"));
        var guess = (await office.Page($"{at}/draft")).QuerySelector(".coloured a.guess")!.Id![1..];
        await Decide(at, guess, ("kind", "accept"));

        var text = await Draft(at);

        text.ShouldContain("2025年收入合计13120.55万元，支出合计13098.20万元。");
        text.ShouldContain("累计建立居民健康档案246001份");
        text.ShouldContain("公务用车运行维护费5.4万元");
        text.ShouldContain("培训【待填】次");
    }

    [Fact]
    public async Task Sheets_to_send_out_come_with_a_text_for_the_chat_and_fill_the_draft_when_they_come_back()
    {
        var at = await Lay();
        using var answer = await office.Client.GetAsync($"{at}/sheets.zip", TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        zip.Entries.Select(e => e.Name).ShouldBe(["01 机构和人员.xlsx", "02 收支情况.xlsx", "03 履职情况.xlsx", "发微信用的文字.txt"]);
    }

    [Fact]
    public async Task The_old_report_comes_back_with_remarks_and_its_audit_on_a_page()
    {
        var at = await Lay();
        (await office.Page($"{at}/audit")).QuerySelector(".verdict").ShouldNotBeNull();
        using var answer = await office.Client.GetAsync($"{at}/remarks.docx", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_accounts_of_the_wrong_year_are_told_and_no_draft_is_offered()
    {
        var page = await office.Page(await Lay(("去年.xlsx", OfficeFiles.Last)));
        page.QuerySelector("[role=alert]").Text().ShouldContain("没有 2025 年的决算");
        page.QuerySelectorAll(".head .btn").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_is_kept_and_the_files_are_read_again()
    {
        var at = await Lay();
        await Post(at, at, ("department", "石鼓区卫生健康局"), ("year", ""), ("scope", "Own"), ("stage", ""), ("money", ""));
        var page = await office.Page(at);
        page.QuerySelector("[role=alert]").Text().ShouldContain("不是“石鼓区卫生健康局”的");
        page.QuerySelectorAll("table tbody tr")[2].Text().ShouldContain("本级");
    }

    [Fact]
    public async Task A_report_without_accounts_is_turned_away_with_what_is_missing()
    {
        using var answer = await HandIn("/start", ("report", "报告.docx", OfficeFiles.Docx(OfficeFiles.Report)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Office.Parse(answer)).QuerySelector("[role=alert]").Text().ShouldContain("两样都要放");
    }

    [Fact]
    public async Task An_old_doc_is_audited_and_the_page_says_how_to_get_a_draft()
    {
        using var answer = await HandIn("/start", ("report", "自评报告.doc", Rendered.Convert(OfficeFiles.Docx(OfficeFiles.Report), ".docx", "doc")), ("accounts", "2025.xlsx", OfficeFiles.Current));
        var page = await Office.Parse(answer);
        page.QuerySelector("[role=alert]").Text().ShouldContain("不是 docx，只能核对，不能出初稿。请用 Word 或 WPS 另存为 docx");
        page.QuerySelector("[aria-labelledby=audit]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_scan_and_the_accounts_of_another_bureau_are_told_on_the_page()
    {
        using var answer = await HandIn("/start", ("report", "石鼓区.docx", OfficeFiles.Docx([.. OfficeFiles.Report.Select(l => l.Replace("雁峰区", "石鼓区", StringComparison.Ordinal))])),
            ("accounts", "2025.xlsx", OfficeFiles.Current), ("accounts", "扫描.pdf", OfficeFiles.Scan));
        var told = (await Office.Parse(answer)).QuerySelector("[role=alert]").Text();
        told.ShouldContain("应是扫描件或图片");
        told.ShouldContain("不是“石鼓区卫生健康局”的");
    }

    [Fact]
    public async Task Of_three_reports_called_final_none_is_guessed()
    {
        (string, string, byte[])[] reports = [.. new[] { "终稿.docx", "终稿2.docx", "最终稿.docx" }.Select(n => ("report", n, OfficeFiles.Docx(OfficeFiles.Report)))];
        using var first = await HandIn("/start", [.. reports, ("accounts", "2025.xlsx", OfficeFiles.Current)]);
        first.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Office.Parse(first)).QuerySelector("[role=alert]").Text().ShouldContain("终稿.docx、终稿2.docx、最终稿.docx），不知道用哪一份，都没有放上");

        var at = await Lay();
        using var later = await HandIn(at, $"{at}?handler=Add", [.. reports.Select(r => ("files", r.Item2, r.Item3))]);
        (await Office.Parse(later)).QuerySelector("[role=alert]").Text().ShouldContain("不知道用哪一份");
        (await office.Page(at)).Body.Text().ShouldNotContain("最终稿");
    }

    [Fact]
    public async Task Figures_to_be_changed_by_hand_stand_above_the_draft()
    {
        using var answer = await HandIn("/start", ("report", "报告.docx", OfficeFiles.WithTextBox), ("accounts", "2024.xlsx", OfficeFiles.Last), ("accounts", "2025.xlsx", OfficeFiles.Current));
        var page = await office.Page($"{answer.RequestMessage!.RequestUri!.AbsolutePath}/draft");
        page.QuerySelectorAll("#by-hand li").Single().Text().ShouldBe("“收入合计12507.41万元”：12507.41 应改为 13120.55");
    }

    [Theory]
    [InlineData("/start/20200101-000000")]
    [InlineData("/start/..%2F..%2Fetc")]
    [InlineData("/start/20200101-000000/draft.docx")]
    [InlineData("/start/20200101-000000/draft")]
    public async Task A_folder_that_is_not_there_is_told(string path)
    {
        using var answer = await office.Client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<string> Lay() => Lay(("2024决算.xlsx", OfficeFiles.Last), ("2025决算.xlsx", OfficeFiles.Current));

    private async Task<string> Lay(params (string Name, byte[] Content)[] accounts)
    {
        using var answer = await HandIn("/start", [("report", "报告.docx", OfficeFiles.Docx(OfficeFiles.Report)), .. accounts.Select(a => ("accounts", a.Name, a.Content))]);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/start/2");
        return answer.RequestMessage.RequestUri.AbsolutePath;
    }

    private Task<HttpResponseMessage> HandIn(string path, params (string Field, string Name, byte[] Content)[] files) => HandIn(path, path, files);

    private async Task<HttpResponseMessage> HandIn(string form, string path, params (string Field, string Name, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent { { new StringContent(await Token(form)), "__RequestVerificationToken" } };
        foreach (var (field, name, content) in files) body.Add(new ByteArrayContent(content), field, name);
        return await office.Client.PostAsync(path, body, TestContext.Current.CancellationToken);
    }

    private Task Decide(string at, string number, params (string, string)[] fields) => Post($"{at}/draft?n={number}", $"{at}/draft", [("n", number), .. fields]);

    private async Task Post(string form, string path, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token(form)), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        using var answer = await office.Client.PostAsync(path, body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<string> Token(string path) => (await office.Page(path)).QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<string> Draft(string at)
    {
        var bytes = await office.Client.GetByteArrayAsync($"{at}/draft.docx", TestContext.Current.CancellationToken);
        return string.Join('\n', DocumentReader.Read(new MemoryStream(bytes), "初稿.docx").Document!.Blocks.Select(b => (b as Paragraph)?.Text ?? (b as Heading)?.Text));
    }
}
