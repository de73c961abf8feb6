using Jiheng.Model.Documents;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using static Jiheng.Casework.Tests.SmallBureau;

namespace Jiheng.Casework.Tests.Writing;

public class ReportWriterTests
{
    [Fact]
    public void Figures_are_printed_as_reported_and_rates_are_computed() =>
        Lines(Open().Report()).ShouldContain("全年预算数200.00万元，执行175.20万元，执行率87.60%，");

    [Fact]
    public void A_sentence_whose_figure_nobody_reported_is_left_out() =>
        Lines(Open().Report()).ShouldNotContain(l => l.Contains("编制"));

    [Fact]
    public void A_rate_that_the_bureau_printed_itself_is_printed_and_not_mended()
    {
        var file = Open(facts: [Given("fin.annual_budget", "200万元"), Given("fin.annual_execution", "175.2万元"), Given("fin.execution_rate", "97.6%", stage: Stage.Control)]);

        Lines(file.Report()).ShouldContain(l => l.Contains("执行率97.6%"));
        file.Appraisal.Find("A.1")!.Points.ShouldBe(35.04m);
    }

    [Fact]
    public void Sections_are_numbered_in_the_official_order_and_empty_ones_say_so()
    {
        const string outline =
            """
            outline: demo/report
            name: 示范大纲
            subject: department
            years: {from: 2020}
            title: "{department}{year}年自评报告"
            sections:
              - {title: 没有内容的可选章节}
              - title: 部门概况
                sections:
                  - {title: 政府性基金支出情况, required: true, if-empty: 本单位无此项支出。}
                  - title: 职责
                    sections:
                      - {title: 主要职责, blocks: [{narrative: duties, style: numbered}]}
            """;
        Narrative duties = new([new Passage("", ["统筹全县卫生健康资源。", "负责疾病预防控制。"])]);

        Lines(Open(outline, texts: new Dictionary<string, Narrative> { ["duties"] = duties }).Report()).ShouldBe(
        [
            "一、部门概况",
            "（一）政府性基金支出情况",
            "本单位无此项支出。",
            "（二）职责",
            "1.主要职责",
            "（1）统筹全县卫生健康资源。",
            "（2）负责疾病预防控制。",
        ]);
    }

    [Fact]
    public void A_list_of_items_names_each_with_its_figure()
    {
        var file = Open(texts: new Dictionary<string, Narrative> { ["projects"] = new([new Passage("", ["其中：{fin.project_execution by 项目}。"])]) },
            outline:
            """
            outline: demo/report
            name: 示范大纲
            subject: department
            years: {from: 2020}
            title: 报告
            sections:
              - {title: 项目支出, blocks: [{narrative: projects, style: running}]}
            """,
            facts: [Given("fin.project_execution", "3.5万元", "项目=健康教育"), Given("fin.project_execution", "12万元", "项目=疾病防控")]);

        Lines(file.Report()).ShouldContain("其中：健康教育3.5万元、疾病防控12万元。");
    }

    [Fact]
    public void A_report_that_shows_a_trial_score_says_so_on_every_page()
    {
        var outline =
            """
            outline: demo/report
            name: 示范大纲
            subject: department
            years: {from: 2020}
            title: 报告
            sections:
              - {title: 得分, blocks: [scores]}
            """;

        Open(outline).Report().Notice.ShouldNotBeNull().ShouldContain("本单位尚未按当年通知确认方案");
        Open().Report().Notice.ShouldBeNull();
    }

    [Fact]
    public void Every_printed_figure_knows_the_formula_it_came_from() =>
        Open().Report().Blocks.OfType<Paragraph>().SelectMany(p => p.Runs).Where(r => r.Text.Any(char.IsDigit)).ShouldAllBe(r => r.Source != null);

    private static List<string> Lines(Document document) =>
        [.. document.Blocks.Select(b => b switch { Heading h => h.Text, Paragraph p => p.Text, _ => b.GetType().Name })];
}
