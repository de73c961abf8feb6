using AngleSharp.Dom;

namespace Jiheng.Web.Tests;

public class DossierPagesTests(Office office)
{
    [Fact]
    public async Task The_first_page_lists_the_five_bureaus_with_their_scores_and_says_that_they_are_trial_ones()
    {
        var page = await office.Page("/");
        var rows = page.QuerySelectorAll("tbody tr").ToList();
        rows.Count.ShouldBe(5);
        foreach (var bureau in (string[])["衡阳市雁峰区卫生健康局", "衡阳市卫生健康委员会", "安义县卫生健康委员会", "廉江市卫生健康局", "枣庄市山亭区卫生健康局"])
        {
            var row = rows.Single(r => r.QuerySelector("th a")!.Text() == bureau);
            row.Text().ShouldContain("试算分");
            row.QuerySelector("a[href$='/figures']")!.Text().ShouldMatch("^[1-9][0-9]* 项$");
        }
    }

    [Fact]
    public async Task The_overview_names_what_is_missing_and_every_reason_for_a_trial_score()
    {
        var page = await office.Page("/dossiers/yanfeng-2024");
        page.QuerySelector("section.notice")!.Text().ShouldContain("本单位尚未按当年通知确认方案");
        var open = page.QuerySelector("section[aria-labelledby=open]").Text();
        open.ShouldContain("年初预算数");
        open.ShouldContain("政府采购预算数");
        page.QuerySelector("section[aria-labelledby=files]").Text().ShouldContain("衡阳市雁峰区卫生健康局2024年度自评报告.docx");
    }

    [Fact]
    public async Task A_picked_indicator_tells_its_formula_with_figures_their_source_the_rule_and_the_reason_given()
    {
        var page = await office.Page("/dossiers/anyi-2023/score?pick=X.1");
        var why = page.QuerySelector("aside").Text();
        why.ShouldContain("全年执行数 ÷ 全年预算数");
        why.ShouldContain("50998.18万元 ÷ 58216.85万元 = 87.60%");
        why.ShouldContain("佐证：部门决算报表");
        why.ShouldContain("10 × 87.6%");
        why.ShouldContain("得 8.76 分");
        why.ShouldContain("须说明：得分低于分值");
        page.QuerySelector("tr.pick")!.Id.ShouldBe("X.1");
    }

    [Fact]
    public async Task Without_a_pick_or_with_one_that_does_not_exist_the_score_table_stands_alone()
    {
        (await office.Page("/dossiers/anyi-2023/score")).QuerySelector("aside").ShouldBeNull();
        (await office.Page("/dossiers/anyi-2023/score?pick=Z.9")).QuerySelector("aside").ShouldBeNull();
    }

    [Fact]
    public async Task Weights_that_are_not_official_are_marked_where_they_stand()
    {
        var page = await office.Page("/dossiers/lianjiang-2024/score");
        page.QuerySelectorAll("td[data-th=分值] .chip").Select(c => c.Text()).ShouldContain("占位");
        page.QuerySelector("section.notice").Text().ShouldContain("占位");
    }

    [Fact]
    public async Task Headings_of_the_score_table_carry_the_sum_of_what_stands_below()
    {
        var page = await office.Page("/dossiers/anyi-2023/score");
        decimal Points(IElement row) => decimal.Parse(row.QuerySelector("td[data-th=得分]")!.Text());
        page.QuerySelectorAll("tbody tr:not(.heading)").Sum(Points).ShouldBe(Points(page.QuerySelector("tfoot tr:last-child")!));
        page.QuerySelectorAll("tbody tr.l1").Sum(Points).ShouldBe(Points(page.QuerySelector("tfoot tr:last-child")!));
    }

    [Fact]
    public async Task Figures_are_found_by_a_word_in_their_name()
    {
        var page = await office.Page("/dossiers/yanfeng-2024/figures?q=签约");
        var names = page.QuerySelectorAll("tbody th a").Select(a => a.Text()).ToList();
        names.ShouldContain("家庭医生签约率");
        names.ShouldAllBe(n => n.Contains("签约"));
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("签约");
    }

    [Fact]
    public async Task A_search_without_a_hit_says_so_and_offers_the_way_back()
    {
        var page = await office.Page("/dossiers/yanfeng-2024/figures?q=<b>不存在</b>");
        page.QuerySelector("main")!.Text().ShouldContain("没有含“<b>不存在</b>”的数据");
        page.QuerySelector("main a[href='/dossiers/yanfeng-2024/figures']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_figure_says_where_it_is_used_and_what_was_printed_for_it()
    {
        var page = await office.Page("/dossiers/anyi-2023/figures/fin.annual_execution");
        var uses = page.QuerySelector("section[aria-labelledby=uses]")!;
        uses.Text().ShouldContain("部门预算执行率");
        uses.QuerySelectorAll("a[href*='/report#s']").ShouldNotBeEmpty();
        page.QuerySelector("section[aria-labelledby=facts]").Text().ShouldContain("50998.18万元");
    }

    [Fact]
    public async Task A_figure_that_nobody_reported_is_not_shown_as_zero()
    {
        var page = await office.Page("/dossiers/yanfeng-2024/figures/fin.initial_budget");
        page.QuerySelector(".figure").Text().ShouldBe("未填报");
        page.QuerySelector("main").Text().ShouldContain("没有填报不等于零");
    }

    [Fact]
    public async Task A_rate_whose_parts_nobody_reports_stands_as_it_was_reported()
    {
        var page = await office.Page("/dossiers/yanfeng-2024/figures/fd.contract_rate");
        page.QuerySelector(".figure").Text().ShouldBe("40.26%");
        page.QuerySelector("section[aria-labelledby=how]").Text().ShouldContain("采用直接填报的 40.26%");
    }

    [Fact]
    public async Task Every_figure_of_a_report_leads_to_a_page_that_explains_it()
    {
        foreach (var dossier in (string[])["yanfeng-2024", "anyi-2023", "shanting-2019"])
        {
            var report = await office.Page($"/dossiers/{dossier}/report");
            var figures = report.QuerySelectorAll(".document .fig").ToList();
            figures.Count.ShouldBeGreaterThan(20);
            figures.ShouldAllBe(f => f.HasAttribute("href"));
            foreach (var address in figures.Select(f => f.GetAttribute("href")!).Distinct())
                (await office.Page(address)).QuerySelector("main")!.Text().ShouldMatch("来源|由其他数据算出|填报数据|没有填报");
        }
    }

    [Fact]
    public async Task The_findings_name_the_published_contradiction_with_its_arithmetic_and_its_place_in_the_text()
    {
        var page = await office.Page("/dossiers/yanfeng-2024/findings");
        var finding = page.QuerySelectorAll(".find").Single(f => f.Text().Contains("849人 ÷ 919人 = 92.38%"));
        finding.Text().ShouldContain("须改正");
        finding.Text().ShouldContain("文中的数比算出的少 4.49 个百分点");
        var mark = page.QuerySelector(finding.QuerySelector("a[href^='#m']")!.GetAttribute("href")!)!;
        mark.Text().ShouldStartWith("87.89%");
        mark.QuerySelector("a")!.GetAttribute("href").ShouldBe("#" + finding.Id);
    }

    [Fact]
    public async Task Every_mark_leads_to_a_finding_and_every_finding_to_its_mark()
    {
        foreach (var dossier in (string[])["yanfeng-2024", "anyi-2023", "hengyang-projects-2024", "lianjiang-2024", "shanting-2019"])
        {
            var page = await office.Page($"/dossiers/{dossier}/findings");
            page.QuerySelectorAll("mark a").Select(a => page.QuerySelector(a.GetAttribute("href")!)).ShouldAllBe(f => f != null && f.ClassList.Contains("find"));
            page.QuerySelectorAll(".find a[href^='#']").Select(a => page.QuerySelector(a.GetAttribute("href")!)).ShouldAllBe(m => m != null);
        }
    }
}
