using Jiheng.Casework.Forms;
using Jiheng.Model.Documents;
using static Jiheng.Casework.Tests.SmallBureau;

namespace Jiheng.Casework.Tests.Forms;

public class ScoreTableTests
{
    [Fact]
    public void The_form_names_each_indicator_with_target_actual_and_points() =>
        Texts(ScoreTable.Indicators(Open())).ShouldBe(
        [
            "预算执行（40分）|预算执行率|40|≥100%|87.60%|35.04|",
            "产出（60分）|数量指标|60|||未设|",
            "合计|100|||已评 35.04|",
        ]);

    [Fact]
    public void The_funds_block_scores_only_its_total_row()
    {
        var sheet = Texts(ScoreTable.Sheet(Open()));
        sheet.ShouldContain("资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分");
        sheet.ShouldContain("年度资金总额||200.00|175.20|40|87.60%|35.04");
    }

    [Fact]
    public void An_unconfirmed_scheme_marks_the_form_as_a_trial() =>
        ScoreTable.Write(Open()).Notice.ShouldNotBeNull().ShouldStartWith("试算分，不作正式得分");

    private static List<string> Texts(Table table) => [.. table.Rows.Select(r => string.Join("|", r.Cells.Select(c => c.Text)))];
}
