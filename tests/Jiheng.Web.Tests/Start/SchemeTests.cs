using System.Net;
using Jiheng.Casework.Tests.Drafting;
using Jiheng.Ledger.Tests.Accounts;
using Jiheng.Model.Documents;

namespace Jiheng.Web.Tests.Start;

/// <summary>A user in Guangdong, whose official points were never published, loads the table that the finance office sent.</summary>
public class SchemeTests(Office office)
{
    [Fact]
    public async Task A_table_of_points_becomes_a_confirmed_total()
    {
        var at = await Lay(Form("60"));
        await Post(at, "?handler=Confirm", ("document", "廉财绩〔2026〕3号"), ("person", "张会计"), ("date", "2026-03-01"), ("points-A.1", "40"), ("points-B.1", "60"));
        await Post(at, "?handler=Score", ("score-A.1", "38"), ("reason-A.1", "有一项目标没有量化"), ("score-B.1", "60"), ("reason-B.1", "全部完成"));
        var verdict = (await office.Page($"{at}/scheme")).QuerySelector("[role=status]").Text();
        verdict.ShouldContain("98.00 分，优");
        verdict.ShouldContain("按 廉财绩〔2026〕3号 的评分表，张会计 2026-03-01 确认");
        var pack = await office.Client.GetStringAsync($"{at}/scheme?handler=Pack", TestContext.Current.CancellationToken);
        pack.ShouldContain("weight: 60, weight-basis: verified");
    }

    [Fact]
    public async Task Points_that_do_not_make_a_hundred_are_told_and_cannot_be_confirmed_until_mended()
    {
        var at = await Lay(Form(""));
        (await office.Page($"{at}/scheme")).QuerySelector("[role=alert]").Text().ShouldContain("“服务完成率”没有分值");
        using var refused = await Send(at, "?handler=Confirm", ("document", "廉财绩〔2026〕3号"), ("person", "张会计"), ("date", "2026-03-01"), ("points-A.1", "40"), ("points-B.1", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Post(at, "", ("points-A.1", "40"), ("points-B.1", "60"));
        (await office.Page($"{at}/scheme")).QuerySelectorAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_document_person_and_date_nothing_is_confirmed()
    {
        var at = await Lay(Form("60"));
        using var refused = await Send(at, "?handler=Confirm", ("document", "廉财绩〔2026〕3号"), ("person", ""), ("date", ""));
        (await Office.Parse(refused)).QuerySelector("[role=alert]").Text().ShouldContain("文号、确认人和日期都要填");
    }

    private static byte[] Form(string points) => OfficeFiles.Xlsx(new Document("",
    [
        new Paper("评分表").Row("部门整体支出绩效自评评分表→4").Row("一级指标", "二级指标", "分值", "评分标准").Row("预算编制", "目标设定", "40分", "目标量化得满分")
            .Row("产出", "服务完成率", points, "按完成比例计分").Table(),
    ]));

    private async Task<string> Lay(byte[] form)
    {
        using var body = new MultipartFormDataContent { { new StringContent(await Token("/start")), "__RequestVerificationToken" } };
        body.Add(new ByteArrayContent(OfficeFiles.Docx(OfficeFiles.Report)), "report", "报告.docx");
        body.Add(new ByteArrayContent(OfficeFiles.Current), "accounts", "2025决算.xlsx");
        using var answer = await office.Client.PostAsync("/start", body, TestContext.Current.CancellationToken);
        var at = answer.RequestMessage!.RequestUri!.AbsolutePath;
        using var more = new MultipartFormDataContent { { new StringContent(await Token($"{at}/scheme")), "__RequestVerificationToken" }, { new ByteArrayContent(form), "form", "评分表.xlsx" } };
        using var taken = await office.Client.PostAsync($"{at}/scheme?handler=Form", more, TestContext.Current.CancellationToken);
        taken.IsSuccessStatusCode.ShouldBeTrue();
        return at;
    }

    private async Task Post(string at, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await Send(at, handler, fields);
        answer.IsSuccessStatusCode.ShouldBeTrue((await Office.Parse(answer)).QuerySelector("main").Text());
    }

    private async Task<HttpResponseMessage> Send(string at, string handler, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token($"{at}/scheme")), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await office.Client.PostAsync($"{at}/scheme{handler}", body, TestContext.Current.CancellationToken);
    }

    private async Task<string> Token(string path) => (await office.Page(path)).QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
