using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>What a text says of an order, of all or of nothing, and what its own figures and dates say.</summary>
public class SayingsTests
{
    [Theory]
    [InlineData("承办量前四位依次为：东镇2861件、西镇2430件、南镇1985件、北镇2104件。", "2104件")]
    [InlineData("死因前三位依次为心脏病（312例）、脑血管病（287例）、肿瘤（298例）。", "298例")]
    [InlineData("按得分从高到低依次为甲镇95.2分、乙镇93.1分、丙镇94.0分。", "94.0分")]
    [InlineData("由低到高排列为：甲12%、乙15%、丙14%。", "14%")]
    [InlineData("排名前三的科室依次为内科1280人次；外科960人次；儿科1020人次。", "1020人次")]
    public void A_ranking_that_rises_is_raised(string text, string at) => Only(text, "JH2008").ShouldBe(at);

    [Theory]
    [InlineData("前三位病种依次是肺结核397例、病毒性肝炎254例、梅毒138例，共789例。")]
    [InlineData("前两位依次为甲镇30件、乙镇20件；丙县受理200件。")]
    [InlineData("2021年至2023年投入依次为12万元、15万元、18万元。")]
    [InlineData("支出较多的科室有内科30万元、外科42万元。")]
    public void A_ranking_in_order_and_a_list_that_is_none_are_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("规范管理率82.0%；控制率78.5%；体检率71.6%。四项指标均高于70%的考核线，随访率68.4%。", "均高于70%")]
    [InlineData("三县完成率均达到90%以上，分别为95%、92%、81%。", "均达到90%")]
    [InlineData("投入20分，得分20分；过程25分，得分23.5分。各项一级指标均为满分。", "各项一级指标均为满分")]
    [InlineData("全年未发生医疗事故。发生医疗事故2起，均已处理。", "2起")]
    public void What_is_said_of_all_and_belied_by_one_is_raised(string text, string at) => Only(text, "JH2111").ShouldBe(at);

    [Theory]
    [InlineData("规范管理率82.0%；控制率78.5%；体检率71.6%。三项指标均高于70%的考核线。")]
    [InlineData("规范管理率82.0%；控制率78.5%；失访率3.2%。两项指标均高于70%的考核线。")]
    [InlineData("投入20分，得分20分；过程25分，得分25分。各项指标均得满分。")]
    [InlineData("全年发生火灾3起，未发生重特大火灾。")]
    public void What_is_said_of_all_and_true_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("运行维护费24.18万元、购置费17.98万元，全年未购置公务用车。", "未购置公务用车")]
    [InlineData("公务用车购置费0万元。本年度新购公务用车1辆。", "1辆")]
    [InlineData("因公出国（境）费2.30万元。全年没有出国团组。", "没有出国团组")]
    [InlineData("未发生公务接待，公务接待费1.25万元。", "1.25万元")]
    public void What_did_not_happen_and_was_paid_for_is_raised(string text, string at) => Only(text, "JH2007").ShouldBe(at);

    [Theory]
    [InlineData("因公出国（境）费0万元，全年无因公出国（境）团组。公务接待费1.2万元，接待12批次。")]
    [InlineData("公务接待费1.25万元，未发生外事接待。上年公务用车购置费18万元，本年未购置公务用车。")]
    [InlineData("公务用车购置费预算18万元，决算0万元，未购置公务用车。")]
    [InlineData("2023年未购置公务用车。2022年公务用车购置费18万元。")]
    [InlineData("公务用车购置费18.00万元，上年未购置公务用车。")]
    public void What_happened_in_another_year_or_plan_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldNotContain(f => f.Code == "JH2007");

    [Theory]
    [InlineData("截至2024年6月底，全县到位资金3.26亿元，支付2.71亿元。截至2023年6月底，全县开工项目42个。", "2023年")]
    [InlineData("2024年度公务接待费3.62万元，比2023年度减少0.44万元。2022年度公务接待共31批次。", "2022年")]
    public void A_year_left_from_an_older_report_is_raised(string text, string at) => Only(text, "JH2106").ShouldBe(at);

    [Theory]
    [InlineData("截至2024年6月底，全县到位资金3.26亿元。截至2023年6月底，到位资金为2.84亿元，今年较上年同期多0.42亿元。")]
    [InlineData("截至2024年6月底，全县到位资金3.26亿元。截至2023年12月底，全县开工项目42个。")]
    [InlineData("截至2024年底，全市床位12000张。截至2023年底，全市床位11000张。")]
    [InlineData("2024年度公务接待费3.62万元，比2023年度减少0.44万元。2022年度因项目启动接待偏多，已逐年压减。")]
    [InlineData("2024年度新建公厕12座，比2023年度多3座。2022年度立项的5座也已完工。")]
    public void An_older_year_that_is_told_of_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("二季度完成接种1.86万剂，完成季度任务的96.4%，超额完成季度任务。", "超额完成季度任务")]
    [InlineData("发生事故26起，同比下降8.5%，死亡7人，同比上升16.7%，实现“双下降”。", "实现“双下降")]
    public void A_success_that_the_rates_before_it_deny_is_raised(string text, string at) => Only(text, "JH2111").ShouldBe(at);

    [Theory]
    [InlineData("二季度完成接种1.86万剂，完成季度任务的106.4%，超额完成季度任务。")]
    [InlineData("三季度完成率96.4%，二季度已超额完成季度任务。")]
    [InlineData("发生事故26起，同比下降8.5%，死亡7人，同比下降16.7%，实现“双下降”。")]
    [InlineData("事故下降8.5%，工伤赔付上升16.7%，事故起数和死亡人数实现“双下降”。")]
    public void A_success_of_its_own_or_borne_out_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("项目于2023年9月启动、2023年3月完成。", "2023年3月")]
    [InlineData("该项目于2023年9月15日开工建设，2023年9月1日完工。", "2023年9月1日")]
    [InlineData("2023年度我单位“三公”经费决算16.92万元。截至2022年12月31日，公务用车保有量6辆。", "2022年12月31日")]
    public void A_date_out_of_order_is_raised(string text, string at) => Only(text, "JH2106").ShouldBe(at);

    [Theory]
    [InlineData("项目2023年3月正式开工，2024年11月竣工验收。")]
    [InlineData("一期工程2022年5月开工，二期2021年3月完成。")]
    [InlineData("2023年度部门决算：年末在职62人。上年末（截至2022年12月31日）在职58人。")]
    [InlineData("2023年部门预算公开。截至2022年12月31日，单位共有车辆6辆。")]
    public void Dates_in_order_are_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldNotContain(f => f.Code == "JH2106");

    [Theory]
    [InlineData("住院患者满意度由上年的92.4%提高到90.8%。", "提高到90.8%")]
    [InlineData("平均住院日由8.6天缩短至8.9天。", "缩短至8.9天")]
    [InlineData("基层诊疗量占比由54.2%下降到58.4%。", "下降到58.4%")]
    public void A_turn_that_goes_against_its_word_is_raised(string text, string at) => Only(text, "JH2109").ShouldBe(at);

    [Theory]
    [InlineData("次均费用由上年的312.40元降低到286.70元，满意度由90.1%提升至93.5%。")]
    [InlineData("低保标准由650元提高到690元。")]
    public void A_turn_along_its_word_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("2021年至2023年抗菌药物使用率分别为42.1%、39.6%、40.3%，三年连续下降。", "连续下降")]
    [InlineData("近三年门诊量依次为68.4万人次、71.2万人次、70.6万人次，连续增长。", "连续增长")]
    [InlineData("2021年至2023年县域外转出率分别为18.2%、17.5%、19.4%，三年连续下降。", "连续下降")]
    public void A_row_that_breaks_what_is_said_of_it_is_raised(string text, string at) => Only(text, "JH2111").ShouldBe(at);

    [Theory]
    [InlineData("2021年至2023年抗菌药物使用率分别为42.1%、40.3%、39.6%，三年连续下降。")]
    [InlineData("2021年至2023年签约人数分别为12.6万人、13.1万人、14.0万人，签约人数连续增长。")]
    public void A_row_that_goes_as_is_said_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("年末不良贷款率1.73%，较年初2.08%下降0.35%。", "0.35%")]
    [InlineData("孕产妇死亡人数和婴儿死亡人数分别下降12.5%和8.9个百分点。", "8.9个百分点")]
    [InlineData("全年用水量386万吨，较上年412万吨下降6.3个百分点。", "6.3个百分点")]
    public void Points_and_per_cent_that_change_places_are_raised(string text, string at) => Only(text, "JH2110").ShouldBe(at);

    [Fact]
    public void What_is_not_reached_lies_below_its_target()
    {
        Auditor.Audit(Document.FromPlainText("满意度91.3%，未达到不低于95%的目标。")).Claims.ShouldHaveSingleItem().Holds.ShouldBeTrue();
        Only("满意度96.3%，未达到不低于95%的目标。", "JH2008").ShouldBe("96.3%");
    }

    [Fact]
    public void A_total_whose_daily_average_holds_without_its_scale_has_the_wrong_unit() => Only("全年远程会诊6420万例，日均17.6例。", "JH2110").ShouldBe("6420万例");

    [Theory]
    [InlineData("6月报告手足口病286例，环比上升16.13%（5月为341例）。", "环比上升16.13%")]
    [InlineData("8月门急诊1638人次，同比下降14.71%（去年8月为1428人次）。", "同比下降14.71%")]
    [InlineData("患者满意率95.2%，较上季度96.4%有所提升。", "较上季度96.4%有所提升")]
    [InlineData("平均住院日8.9天，较上年8.4天略有下降。", "较上年8.4天略有下降")]
    public void A_change_against_the_value_beside_it_is_raised(string text, string at) => Only(text, "JH2109").ShouldBe(at);

    [Theory]
    [InlineData("6月报告手足口病396例，环比上升16.13%（5月为341例）。")]
    [InlineData("患者满意率97.2%，较上季度96.4%有所提升。")]
    [InlineData("平均住院日8.1天，较上年8.4天略有下降。")]
    public void A_change_along_the_value_beside_it_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("2023年公用经费支出186.40万元，比2022年减少12.60万元。2022年支出减少的主要原因是压减会议。", "2022年")]
    [InlineData("2023年接待费4.20万元，比上年有所增加。2021年接待费增加的主要原因是检查增多。", "2021年")]
    public void A_cause_told_of_another_year_than_its_change_is_raised(string text, string at) => Only(text, "JH2106").ShouldBe(at);

    [Theory]
    [InlineData("2023年公用经费支出186.40万元，比2022年减少12.60万元。2023年支出减少的主要原因是压减会议。")]
    [InlineData("2022年支出199.00万元，2023年支出186.40万元。2022年支出减少的主要原因是压减会议。")]
    public void A_cause_told_of_a_year_of_the_passage_is_left_alone(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldNotContain(f => f.Code == "JH2106");

    [Theory]
    [InlineData("重点建设任务均全面完成：村卫生室改造计划36间，完成38间；发热门诊建设计划12个，完成11个。", "均全面完成")]
    [InlineData("核定事业编制86名，年末实有人数89人，未超编。", "未超编")]
    public void What_is_said_of_plans_and_posts_and_belied_by_one_is_raised(string text, string at) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldContain(f => f.Code == "JH2111" && f.Text == at);

    private static string Only(string text, string code)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        return finding.Text;
    }
}
