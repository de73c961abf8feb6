using Jiheng.Casework.Forms;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using static Jiheng.Casework.Tests.SmallBureau;

namespace Jiheng.Casework.Tests.Forms;

public class DataTableTests
{
    [Fact]
    public void Every_figure_stands_with_last_years_footing_source_and_remark()
    {
        var file = Open(facts:
        [
            Given("fin.annual_budget", "200.00万元") with { Source = "财务股", Evidence = "预算批复", Note = "含上年结转" },
            Given("fin.annual_budget", "180万元", year: 2023),
        ]);

        Rows(file, "一、填报数据").ShouldBe(["1|全年预算数||万元|180|200.00|汇总·全口径·执行|财务股|预算批复|含上年结转"]);
    }

    [Fact]
    public void What_was_printed_stands_beside_what_is_computed()
    {
        var file = Open(facts: [Given("fin.annual_budget", "200万元"), Given("fin.annual_execution", "175.2万元"), Given("fin.execution_rate", "97.6%", stage: Stage.Control)]);

        Rows(file, "二、计算数据").ShouldBe(["1|预算执行率|全年执行数 ÷ 全年预算数|175.2万元 ÷ 200万元|87.60%|97.6%"]);
    }

    [Fact]
    public void A_prescribed_form_keeps_its_rows_even_when_nothing_was_reported()
    {
        var file = Open(
            """
            outline: demo/report
            name: 示范大纲
            subject: department
            years: {from: 2020}
            title: 报告
            data-form: demo/base
            sections:
              - {title: 概况, required: true, if-empty: 无。}
            ---
            outline: demo/base
            name: 基础数据表
            subject: department
            years: {from: 2020}
            title: 基础数据表
            sections:
              - title: 表
                blocks:
                  - table: {caption: 经费, unit: 万元, heads: [项目, 预算数, 执行数], rows: [[合计, "{fin.annual_budget|#}", "{fin.annual_execution|#}"], [编制, "{fin.quota|#}", ""]]}
            """);

        Rows(file, "经费").ShouldBe(["合计|200.00|175.20", "编制||"]);
    }

    private static List<string> Rows(Dossiers.CaseFile file, string caption) =>
        [.. DataTable.Write(file).Blocks.OfType<Table>().Single(t => t.Caption == caption).Rows.Select(r => string.Join("|", r.Cells.Select(c => c.Text)))];
}
