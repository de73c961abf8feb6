using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class FindingTests
{
    [Fact]
    public void A_finding_shows_its_arithmetic_and_what_would_mend_it()
    {
        var finding = Findings("管理档案919人，现规范管理849人，规范管理率87.89%。").ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2003");
        finding.Severity.ShouldBe(Severity.Blocking);
        finding.Text.ShouldBe("87.89%");
        finding.Formula.ShouldBe("849人 ÷ 919人 = 92.38% ≠ 文中 87.89%");
        finding.Stated.ShouldBe(87.89m);
        Math.Round(finding.Recomputed!.Value, 2).ShouldBe(92.38m);
        Math.Round(finding.Difference!.Value, 2).ShouldBe(-4.49m);
        finding.Suggestion.ShouldContain("分母约为966");
        finding.Reading.ShouldNotBeEmpty();
        finding.Also.Count.ShouldBe(2);
    }

    [Fact]
    public void A_difference_that_is_one_of_the_parts_points_at_it() =>
        Findings("实有120人，其中行政50人、机关工勤1人、参公14人、事业56人。").ShouldHaveSingleItem().Suggestion.ShouldStartWith("差额恰等于“1人”");

    [Fact]
    public void Figures_that_other_claims_bear_out_are_not_to_be_changed() => Findings("""
        全年预算数为582.50万元，全年执行数为510.00万元，执行率为87.55%，其中：
        1、按资金来源划分：（1）财政拨款全年预算数为192.50万元，全年执行数为188.30万元，执行率为97.82%；（2）其他资金全年预算数为390.00万元，全年执行数为321.70万元，执行率为82.49%。
        2、按资金结构划分：（1）基本支出全年预算数为544.00万元，全年执行数为474.50万元，执行率为87.22%；（2）项目支出全年预算数为38.50万元，全年执行数为38.10万元，执行率为98.96%。
        """).ShouldHaveSingleItem().Suggestion.ShouldContain("口径");

    [Fact]
    public void A_wrong_inner_whole_is_blamed_and_not_the_sum_that_it_upsets() =>
        Findings("全年支出5320.40万元，其中基本支出3210.15万元、项目支出2110.25万元。基本支出由人员经费2800.05万元、公用经费410.10万元组成。".Replace("3210.15", "3270.15", StringComparison.Ordinal))
            .ShouldHaveSingleItem().Text.ShouldBe("3270.15万元");

    [Fact]
    public void A_rate_without_its_number_is_a_gap_to_fill() =>
        Findings("低体重儿96人，发生率%；新生儿死亡4人。").ShouldHaveSingleItem().Code.ShouldBe("JH2102");

    [Fact]
    public void A_word_that_contradicts_the_sign_is_raised_at_the_word() =>
        Findings("收到投诉320件，较上年280件减少40件。").ShouldHaveSingleItem().Text.ShouldBe("减少40件");

    [Fact]
    public void Of_two_units_that_cannot_agree_the_smaller_one_is_blamed() =>
        Findings("直接经济损失286.4万元，同比减少41.2元，下降12.58%。").ShouldHaveSingleItem().Text.ShouldBe("41.2元");

    [Fact]
    public void A_number_whose_list_goes_on_behind_paragraphs_stands_alone_in_no_list() => Findings("""
        1. 数量指标完成情况总体良好
        数量指标完成情况见下。
        2. 质量指标完成情况总体良好
        质量指标完成情况见下。
        """).ShouldBeEmpty();

    [Theory]
    [InlineData("批准620人，不批准180人，不批准率22.5%。")]
    [InlineData("受案数上升5.12%，上年受案8892件，结案数上升6.05%，上年结案8500件。")]
    [InlineData("缴费由350元调整为380元，补助由610元提高到640元，分别增加30元、30元。")]
    [InlineData("税收收入10.00亿元，非税收入5.00亿元，收入合计15.00亿元，税收占比66.7%。")]
    public void A_figure_is_held_against_its_own_neighbours_only(string text) => Findings(text).ShouldBeEmpty();

    [Theory]
    [InlineData("固定资产22999.23万元，固定资产累计折旧14142.56万元，固定资产净值8856.68万元。")]
    [InlineData("本年支出32953.63万元，其中：基本支出8720.09万元，项目支出24233.55万元。")]
    [InlineData("新生儿疾病筛查目标800人，实际完成965人，完成率120.62%。")]
    [InlineData("全年支出3634.62万元，其中：其他基层医疗卫生机构支出35.67万元，重大公共卫生服务经费245万元，计划生育服务及其他计划生育事务支出1313.95万元。")]
    [InlineData("年初结转128.60万元，本年收入2350.40万元，本年支出2301.70万元，年末结转177.30万元。")]
    [InlineData("税收收入完成11136万元，占调整预算90.75%，占一般公共预算收入的38.96%。")]
    [InlineData("因公出国（境）费0万元，比上年增加0万元，增长0%，完成预算的0%。")]
    public void Rounding_partial_lists_and_other_bases_are_not_accused(string text) => Findings(text).ShouldBeEmpty();

    private static IReadOnlyList<Finding> Findings(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings;
}
