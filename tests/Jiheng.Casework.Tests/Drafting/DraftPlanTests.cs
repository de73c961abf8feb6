using Jiheng.Casework.Drafting;
using Jiheng.Ledger.Accounts;
using Jiheng.Ledger.Tests.Accounts;

namespace Jiheng.Casework.Tests.Drafting;

public class DraftPlanTests
{
    [Fact]
    public void Figures_that_are_cells_of_last_years_accounts_take_the_same_row_of_this_years() =>
        Desk.Show(Desk.Plan(
            "2024年本局收入合计12507.41万元，支出合计12507.41万元。",
            "2024年基本支出8872.79万元，其中人员经费4910.31万元、工作经费3962.48万元；工资福利支出4795.3万元，商品与服务支出3910.13万元，资本性支出52.35万元。",
            "2024年项目支出3634.62万元，其中重大公共卫生服务经费245万元，其他公共卫生支出8.7万元。"))
        .ShouldBe(["12507.41→13120.55", "12507.41→13098.20", "8872.79→9104.25", "4910.31→5100.51", "3962.48→4003.74", "4795.3→4978.65", "3910.13→3943.00", "52.35→60.74",
            "3634.62→3993.95", "245→251.33", "8.7→9.15"]);

    [Theory]
    [InlineData("全年预算数12507.41万元。", "a budget is no expenditure")]
    [InlineData("年末固定资产8872.79万元。", "assets are no expenditure")]
    [InlineData("年中追加3634.62万元。", "what was added is not what was spent")]
    [InlineData("2023年支出合计12507.41万元。", "another year")]
    [InlineData("支出合计约12507.41万元。", "an estimate")]
    [InlineData("涉及资金12507.41万元。", "income and expenditure were the same last year and differ now")]
    [InlineData("支出6万元。", "a small number may be equal by chance")]
    [InlineData("培训费245万元。", "only the number is the same")]
    [InlineData("支出0万元。", "zero")]
    [InlineData("完成率100%。", "all done")]
    [InlineData("支出合计1.25亿元。", "rounded")]
    [InlineData("发放补助12507.41元。", "another unit")]
    [InlineData("体检12507.41人。", "people are no money")]
    public void What_is_not_certain_is_never_replaced(string line, string why) =>
        Desk.Plan("一、收支", "2024年情况如下。", line).Figures.Where(f => !f.IsYear).ShouldAllBe(f => !f.IsCertain, why);

    [Fact]
    public void Rows_that_were_equal_last_year_and_differ_now_are_offered_not_chosen()
    {
        var figure = Desk.Plan("涉及资金12507.41万元。").Figures.Single();
        figure.Candidates.Select(c => c.Value.Base).Distinct().Count().ShouldBe(2);
        figure.Reason.ShouldContain("今年各不相同");
    }

    [Fact]
    public void Footings_that_part_this_year_are_a_guess_unless_the_sentence_names_one()
    {
        var other = YanfengAccounts.Of2025 with { Classes = [.. YanfengAccounts.Of2025.Classes.Select(c => c.Code == "2100408" ? c with { Project = c.Project + 100m } : c)] };
        var parted = Layouts.Nine(YanfengAccounts.Of2025);
        var blocks = parted.Blocks.ToList();
        blocks[2] = Layouts.Nine(other).Blocks[2];
        var current = AccountsReader.Read("2025.xlsx", parted with { Blocks = blocks });
        Desk.Show(Desk.Plan(Desk.Last, current, "2024年项目支出3634.62万元。")).ShouldBe(["3634.62→4093.95?"]);
        Desk.Show(Desk.Plan(Desk.Last, current, "2024年一般公共预算财政拨款项目支出3634.62万元。")).ShouldBe(["3634.62→3993.95"]);
    }

    [Fact]
    public void A_row_that_is_gone_this_year_is_to_be_collected_with_the_reason()
    {
        var current = AccountsReader.Read("2025.xlsx", Layouts.Nine(YanfengAccounts.Of2025 with { Classes = [.. YanfengAccounts.Of2025.Classes.Where(c => c.Code != "2100409")] }));
        var figure = Desk.Plan(Desk.Last, current, "重大公共卫生服务经费245万元。").Figures.Single();
        figure.Colour.ShouldBe(FigureColour.ToCollect);
        figure.Reason.ShouldContain("今年的决算里没有这一行的数");
    }

    [Fact]
    public void Without_last_years_accounts_everything_found_is_a_guess_by_its_label()
    {
        var plan = Desk.Plan(null, Desk.Current, "2024年收入合计12507.41万元，重大公共卫生服务经费245万元，全年体检813人。");
        Desk.Show(plan).ShouldBe(["12507.41→13120.55?", "245→251.33?", "813…"]);
    }

    [Fact]
    public void A_figure_keeps_the_way_it_was_printed() =>
        Desk.Show(Desk.Plan("支出合计125,074,100.00元，项目支出3634.62万元，其他公共卫生支出8.70万元。")).ShouldBe(["125,074,100.00→130,982,000.00", "3634.62→3993.95", "8.70→9.15"]);

    [Fact]
    public void Shares_of_found_figures_are_recomputed_where_the_old_text_confirms_how() =>
        Desk.Show(Desk.Plan("2024年支出合计12507.41万元，其中基本支出8872.79万元，占支出合计的70.94%，项目支出3634.62万元，占29.06%。"))
            .ShouldBe(["12507.41→13098.20", "8872.79→9104.25", "70.94→69.51", "3634.62→3993.95", "29.06→30.49"]);

    [Fact]
    public void Numbers_that_name_or_order_stay() =>
        Desk.Show(Desk.Plan("一、主要职责", "（1）落实国家免疫规划，管理15岁以下儿童。", "二、做法", "1. 按照湘政办发〔2021〕79号文件，做实12项基本公共卫生服务，65岁以上老人体检每年1次，4月15日开会3次。"))
            .ShouldBe(["1=", "15=", "1=", "79=", "12=", "65=", "1=", "4=", "15=", "3…"]);

    [Theory]
    [InlineData("雁峰区卫生健康局2024年部门整体支出绩效自评报告", "2025")]
    [InlineData("截至2024年12月31日，在职10人。", "2025")]
    [InlineData("支出比2023年增加10万元。", "2024")]
    [InlineData("2025年，我局将做好以下工作。", "2026")]
    [InlineData("2024年3月，召开会议。", null)]
    [InlineData("根据《关于开展2024年度绩效自评的通知》要求。", null)]
    [InlineData("2023年，我局出台办法。", null)]
    [InlineData("预计2025年竣工。", null)]
    [InlineData("自2024年起执行。", null)]
    [InlineData("2021—2024年的规划。", null)]
    [InlineData("衡卫发〔2024〕11号", null)]
    public void Years_move_only_where_their_words_say_so(string line, string? expected) =>
        Desk.Plan(line).Figures.Last(f => f.IsYear).New.ShouldBe(expected);

    [Fact]
    public void The_report_tells_its_year_and_department_with_the_words_that_say_so()
    {
        var report = OldReport.Read(Desk.Open(Desk.Docx("部门整体支出绩效自评报告", "评价年度：2024年度", "评价单位（公章）：廉江市卫生健康局")));
        report.Year.ShouldBe((2024, "评价年度：2024年度"));
        report.Department.ShouldBe(("廉江市卫生健康局", "评价单位（公章）：廉江市卫生健康局"));
    }
}
