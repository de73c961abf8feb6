using Jiheng.Audit.Claims;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>Actual values against targets and limits, in the words that reports use for them.</summary>
public class TargetTests
{
    [Theory]
    [InlineData("全年“三公”经费支出21.85万元，控制在年初预算30.00万元以内。")]
    [InlineData("会议费支出5.2万元，未突破年度控制数6万元。")]
    [InlineData("新增就业3115人，超额完成全年目标任务3000人。")]
    [InlineData("新增就业2915人，未完成3000人的年度目标任务。")]
    [InlineData("公务接待费3.2万元，低于上年的3.8万元。")]
    [InlineData("城镇登记失业率3.1%，控制在4.5%的目标以内。")]
    [InlineData("单位GDP能耗下降3.5%，超过3%的年度目标。")]
    [InlineData("PM2.5平均浓度33微克/立方米，优于35微克/立方米的国家二级标准。")]
    [InlineData("PM2.5平均浓度28微克/立方米，同比下降9.7%，达到年度目标（不高于30微克/立方米）。")]
    [InlineData("核定编制134名，实有130人，未超编制。")]
    [InlineData("地方政府债务限额86.50亿元，年末余额83.27亿元，余额未突破限额。")]
    [InlineData("政府债务余额83.2亿元，严格控制在上级核定的债务限额86.5亿元以内。")]
    [InlineData("耕地保有量42.8万亩，不低于市下达任务42万亩。")]
    [InlineData("平均住院日7.9天，符合不超过8天的要求。")]
    [InlineData("居民消费价格上涨2.4%，涨幅控制在3%以内。")]
    [InlineData("用水总量4.07亿立方米，其中农业2.61亿立方米、工业1.46亿立方米，控制在4.2亿立方米的红线以内。")]
    [InlineData("家庭医生签约率要求达到75%以上，实际签约率78.4%。")]
    [InlineData("新建公厕16座（目标15座）。")]
    [InlineData("培训农村残疾人285人次，超过任务260人次。")]
    [InlineData("本年预算680万元，实际支出654万元，控制在预算范围内。")]
    public void A_comparison_that_the_figures_bear_out_is_read_and_holds(string text)
    {
        var report = Auditor.Audit(Document.FromPlainText(text));
        report.Claims.ShouldContain(c => c.Type == ClaimType.Ordering && c.Holds);
        report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("全年“三公”经费支出31.85万元，控制在年初预算30.00万元之内。", "31.85万元")]
    [InlineData("会议费支出6.2万元，没有突破年初预算6万元的上限。", "6.2万元")]
    [InlineData("新增就业2915人，超额完成3000人的年度目标任务。", "2915人")]
    [InlineData("新增就业3015人，未达到3000人的目标。", "3015人")]
    [InlineData("公务接待费4.2万元，低于上年的3.8万元。", "4.2万元")]
    [InlineData("城镇登记失业率5.1%，控制在4.5%的目标以内。", "5.1%")]
    [InlineData("单位GDP能耗下降2.5%，超过3%的年度目标。", "2.5%")]
    [InlineData("PM2.5平均浓度37微克/立方米，达到国家二级标准（35微克/立方米）。", "37微克/立方米")]
    [InlineData("核定编制134名，实有136人，未超编制。", "136人")]
    [InlineData("地方政府债务限额86.50亿元，年末余额88.27亿元，未超过限额。", "88.27亿元")]
    [InlineData("耕地保有量41.3万亩，不低于市下达任务42万亩。", "41.3万亩")]
    [InlineData("平均住院日8.9天，符合不高于8天的控制目标。", "8.9天")]
    [InlineData("居民消费价格上涨3.4%，涨幅控制在3%以内。", "3.4%")]
    [InlineData("用水总量4.27亿立方米，其中农业2.61亿立方米、工业1.66亿立方米，控制在4.2亿立方米的红线以内。", "4.27亿立方米")]
    [InlineData("家庭医生签约率要求达到75%以上，实际签约率72.4%。", "72.4%")]
    [InlineData("新建公厕12座（目标15座）。", "12座")]
    [InlineData("安全生产事故死亡6人，控制在市下达的5人指标以内。", "6人")]
    [InlineData("年度目标：开展义诊24场。完成情况：开展义诊21场。", "21场")]
    [InlineData("本年预算680万元，实际支出694万元，控制在预算范围内。", "694万元")]
    public void A_comparison_that_the_figures_belie_is_raised_at_the_actual_value(string text, string actual)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2008");
        finding.Text.ShouldBe(actual);
    }

    [Theory]
    [InlineData("公务接待费3.2万元，低于预算2.3万元。")]
    [InlineData("合格率98%，高于目标3%。")]
    [InlineData("全年收入完成52.3亿元，增长3%，超额完成年度计划4%。")]
    [InlineData("支出95万元，达到年初预算100万元的95%。")]
    [InlineData("全市化债12亿元，隐性债务规模控制在限额85亿元以内。")]
    [InlineData("单座成本12万元（目标15万元）。")]
    public void A_gap_a_share_and_a_limit_of_something_else_are_no_targets(string text) =>
        Auditor.Audit(Document.FromPlainText(text)).Claims.ShouldNotContain(c => c.Type == ClaimType.Ordering);

    [Theory]
    [InlineData("新增托位600个，已新增588个，完成率98%。以上实事均已全面完成年度任务。", "均已全面完成")]
    [InlineData("新建蓄水池36座（目标36座），衬砌渠道28.4公里（目标30公里），各项产出指标全部完成。", "全部完成")]
    [InlineData("培训人数不少于200人，合格率不低于95%。\n培训人数186人，合格率96%。\n各项绩效目标均已完成。", "均已完成")]
    public void A_conclusion_that_all_is_done_is_raised_beside_a_missed_target(string text, string words) =>
        Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldContain(f => f.Code == "JH2111" && f.Text == words);

    [Theory]
    [InlineData("新增托位600个，已新增612个，完成率102%。以上实事均已全面完成年度任务。")]
    [InlineData("新增托位600个，已新增588个，完成率98%。除托位外，其余实事均已全面完成年度任务。")]
    [InlineData("新增托位600个，已新增588个，完成率98%。确保年内全部完成。")]
    public void A_conclusion_that_excepts_what_is_missed_is_not(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();
}
