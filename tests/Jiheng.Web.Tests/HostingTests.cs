using System.Net;
using Jiheng.Web.Hosting;

namespace Jiheng.Web.Tests;

public class HostingTests(Office office)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dossiers/yanfeng-2024/report")]
    [InlineData("/no-such-page")]
    [InlineData("/jiheng.css")]
    [InlineData("/dossiers/yanfeng-2024/data-table.xlsx")]
    public async Task Every_answer_keeps_the_browser_at_home(string path)
    {
        using var answer = await office.Client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
    }

    [Fact]
    public async Task Pages_hold_no_script_or_style_of_their_own_and_readable_chinese()
    {
        foreach (var path in (string[])["/", "/dossiers/yanfeng-2024", "/dossiers/yanfeng-2024/findings", "/dossiers/anyi-2023/score?pick=X.1", "/metrics"])
        {
            var html = await office.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
            html.ShouldNotContain(" style=");
            html.ShouldNotContain("<script");
            html.ShouldNotMatch("&#x[3-9A-F][0-9A-F]{3};");
        }
    }

    [Theory]
    [InlineData("/no-such-page", "JH6201")]
    [InlineData("/dossiers/nobody", "JH6202")]
    [InlineData("/dossiers/yanfeng-2024/figures/fin.annual_executon", "JH6203")]
    [InlineData("/packs/nowhere/department", "JH6204")]
    [InlineData("/dossiers/yanfeng-2024/trace?f=1%2B", "JH6210")]
    public async Task What_is_not_there_is_said_in_words_with_a_code_and_a_way_on(string path, string code)
    {
        using var answer = await office.Client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await Office.Parse(answer);
        page.QuerySelector("main").Text().ShouldStartWith(code);
        page.QuerySelector("main a.btn")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task A_mistyped_metric_is_answered_with_the_one_that_was_meant()
    {
        using var answer = await office.Client.GetAsync("/dossiers/yanfeng-2024/figures/fin.annual_executon", TestContext.Current.CancellationToken);
        (await Office.Parse(answer)).QuerySelector("main").Text().ShouldContain("是不是“fin.annual_execution”");
    }

    [Fact]
    public async Task A_site_that_points_its_name_at_this_computer_gets_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await office.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.8:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:80")]
    public void It_does_not_listen_where_others_could_reach_it(string urls) =>
        Should.Throw<StartupFaultException>(() => JihengWeb.Build(["--urls", urls])).Message.ShouldStartWith("JH6001");

    [Fact]
    public void It_does_not_start_without_packs() =>
        Should.Throw<StartupFaultException>(() => JihengWeb.Build(["--Packs=/no/such/folder"])).Message.ShouldStartWith("JH6002");

    [Fact]
    public async Task It_answers_the_health_check() =>
        (await office.Client.GetStringAsync("/health", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
}
