using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class MandatorySectionsTests
{
    private const string Title = "某县卫生健康局2024年度部门整体支出绩效自评报告";

    private static readonly string[] Whole =
    [
        "一、部门概况\n本局负责全县卫生健康工作，年度绩效目标已经批复。",
        "二、预算执行情况\n全年预算已经执行完毕。",
        "三、绩效目标完成情况\n各项工作有序推进。",
        "四、存在的主要问题\n基层人员不足。",
        "五、下一步工作打算\n继续加强管理。",
    ];

    [Fact]
    public void A_report_with_all_parts_is_left_alone() => Missing(Report(Whole)).ShouldBeEmpty();

    [Theory]
    [InlineData(0, "基本情况")]
    [InlineData(1, "预算执行情况")]
    [InlineData(2, "绩效目标完成情况")]
    [InlineData(3, "存在的问题")]
    [InlineData(4, "改进措施")]
    public void A_part_that_no_heading_names_is_named_at_the_title(int left, string part)
    {
        // A part that is left out makes room for one that no rule asks for, so that four sections stay, and the goals stay told.
        var sections = Whole.Where((_, i) => i != left).Append("六、其他需要说明的问题\n年度绩效目标未作调整。");
        var finding = Missing(Report(sections)).ShouldHaveSingleItem();
        finding.Text.ShouldBe(Title);
        finding.Severity.ShouldBe(Severity.Note);
        finding.Message.ShouldStartWith($"报告缺少“{part}”");
    }

    [Fact]
    public void A_report_that_nowhere_tells_its_goals_lacks_them() =>
        Missing(Report(Whole).Replace("，年度绩效目标已经批复", "", StringComparison.Ordinal).Replace("绩效目标完成情况", "部门整体支出绩效情况", StringComparison.Ordinal)).ShouldHaveSingleItem().Message.ShouldStartWith("报告缺少“绩效目标”");

    [Theory]
    [InlineData("四、主要问题及改进措施\n（一）人员不足。")]
    [InlineData("四、评价结论\n（一）主要成绩。\n（二）存在的问题及原因分析。基层人员不足。\n（三）有关建议。加强培训。")]
    [InlineData("四、主要经验、存在问题和建议\n基层人员不足。")]
    [InlineData("四、其他事项\n1.存在的不足。人员不足。\n2.今后努力方向。加强培训。")]
    [InlineData("四、其他事项\n主要问题有以下几点。人员不足。\n整改措施：加强培训。")]
    public void One_heading_may_name_two_parts_and_lower_headings_count(string last) => Missing(Report([.. Whole[..3], last])).ShouldBeEmpty();

    [Theory]
    [InlineData("一、项目概况\n本项目经批准立项。\n二、项目资金使用及管理情况\n资金专款专用。\n三、项目支出绩效情况\n已按绩效目标完成。\n四、存在的问题及有关建议\n支付偏慢。")]
    [InlineData("一、单位基本情况\n机构健全。\n二、收支情况\n收支平衡。\n三、综合评价情况及评价结论\n达到预期目标。\n四、不足与对策\n人员不足。")]
    [InlineData("第一部分 单位简介\n机构健全。\n第二部分 决算情况\n收支平衡。\n第三部分 履职成效\n达到年度目标。\n第四部分 短板和下步思路\n人员不足。")]
    public void Other_usual_names_of_the_parts_are_known(string text) => All("2024年度专项资金绩效评价报告\n" + text).ShouldNotContain(f => f.Kind.EndsWith("-section"));

    [Theory]
    [InlineData("2024年工作总结")]
    [InlineData("某县2024年度项目支出绩效自评工作报告")]
    [InlineData("某局2024年度项目支出绩效自评汇总报告")]
    [InlineData("关于报送2024年度部门整体支出绩效自评报告的通知")]
    [InlineData("创建国家卫生县城自评报告")]
    [InlineData("根据要求，形成部门整体支出绩效自评报告")]
    public void Texts_of_another_kind_owe_no_parts(string title) => All(title + "\n一、加强领导\n二、工作情况\n措施得力。\n三、成效\n成效明显。\n四、体会\n体会深刻。").ShouldNotContain(f => f.Kind.EndsWith("-section"));

    [Fact]
    public void An_excerpt_of_three_sections_owes_no_parts() => Missing(Report(Whole[..3])).ShouldBeEmpty();

    [Fact]
    public void A_text_that_lacks_nearly_everything_is_built_otherwise_and_not_held() => Missing(Title + "\n一、甲\n文字。\n二、乙\n文字。\n三、丙\n文字。\n四、丁\n文字。").ShouldBeEmpty();

    [Theory]
    [InlineData("三、绩效目标完成情况\n", "三、绩效目标完成情况")]
    [InlineData("三、绩效目标完成情况。\n\n", "三、绩效目标完成情况。")]
    public void A_heading_right_before_the_next_one_is_empty(string section, string at) => Empty(Report([.. Whole[..2], section, .. Whole[3..]])).ShouldBe([at]);

    [Fact]
    public void A_last_heading_with_nothing_behind_it_is_empty() => Empty(Report([.. Whole, "六、其他需要说明的问题。"])).ShouldBe(["六、其他需要说明的问题。"]);

    [Theory]
    [InlineData("六、其他需要说明的问题：无。")]
    [InlineData("六、其他需要说明的问题\n无")]
    [InlineData("六、其他需要说明的问题\n（一）资产情况")]
    [InlineData("六、附件")]
    public void A_heading_with_a_word_below_or_beside_it_is_not_empty(string last) => Empty(Report([.. Whole, last])).ShouldBeEmpty();

    [Fact]
    public void A_table_of_contents_is_no_row_of_empty_sections()
    {
        var contents = string.Join('\n', Whole.Select((s, i) => s.Split('\n')[0] + "……" + (i + 1)));
        All(Title + "\n" + contents + "\n" + string.Join('\n', Whole)).ShouldNotContain(f => f.Kind.EndsWith("-section"));
    }

    [Fact]
    public void A_table_fills_a_section_and_names_a_part()
    {
        var blocks = Document.FromPlainText(Report([Whole[0], "二、附表情况", .. Whole[2..]])).Blocks.ToList();
        var at = blocks.FindIndex(b => b is Paragraph { Text: "二、附表情况" });
        blocks.Insert(at + 1, new Table([new TableColumn("资金来源"), new TableColumn("执行率")], [new TableRow([TableCell.Of("财政拨款"), TableCell.Of("已支出")])]));
        Auditor.Audit(new Document(Title, blocks)).Findings.ShouldNotContain(f => f.Kind.EndsWith("-section"));
    }

    [Fact]
    public void The_column_for_causes_in_a_score_table_is_no_part_of_the_report()
    {
        var blocks = Document.FromPlainText(Report([.. Whole[..3], "四、其他事项\n人员情况稳定。"])).Blocks;
        var table = new Table([new TableColumn("三级指标"), new TableColumn("偏差原因分析及改进措施")], [new TableRow([TableCell.Of("接种率"), TableCell.Of("")])]);
        Auditor.Audit(new Document("", [.. blocks, table])).Findings.Count(f => f.Code == "JH2115").ShouldBe(2);
    }

    [Fact]
    public void A_title_that_the_file_keeps_apart_counts_and_the_finding_stands_at_the_first_section()
    {
        var document = new Document(Title, Document.FromPlainText(string.Join('\n', Whole[..4])).Blocks);
        Auditor.Audit(document).Findings.ShouldHaveSingleItem().Text.ShouldBe("一、部门概况");
        Auditor.Audit(document with { Title = "工作总结" }).Findings.ShouldBeEmpty();
    }

    private static string Report(IEnumerable<string> sections) => Title + "\n" + string.Join('\n', sections);

    private static IReadOnlyList<Finding> All(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings;

    private static IReadOnlyList<Finding> Missing(string text) => [.. All(text).Where(f => f.Code == "JH2115")];

    private static IReadOnlyList<string> Empty(string text) => [.. All(text).Where(f => f.Code == "JH2116").Select(f => f.Text)];
}
