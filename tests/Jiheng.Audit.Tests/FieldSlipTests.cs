using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>Slips that are no arithmetic: misspelt terms, counters turned round, impossible units, forgotten figures, phrases that the figures belie.</summary>
public class FieldSlipTests
{
    [Theory]
    [InlineData("公务用车运行维沪费支出8.1万元，比上年有所下降。", "维沪费")]
    [InlineData("本年家庭医生鉴约服务覆盖面扩大。", "生鉴约")]
    [InlineData("主动做好政府信息开公工作。", "息开公")]
    [InlineData("基本公共卫生报务项目进展顺利。", "生报务")]
    [InlineData("缴存住房公职金的单位有所增加。", "公职金")]
    public void A_term_of_the_field_with_one_wrong_character_is_raised(string text, string at) => Only(text, "JH2114").ShouldBe(at);

    [Theory]
    [InlineData("年末结转和结余较少，城镇居民基本医疗保险平稳，规模以下工业增加值略有增长。")]
    [InlineData("基层公共卫生服务能力提升，部署整体支出绩效评价，国有资源管理规范。")]
    [InlineData("公务招待费从严控制，机关运转经费有保障，高血糖患者得到管理。")]
    [InlineData("绩效目标合理，网络化管理到位，行政争议案件减少，社会保障与就业支出稳定。")]
    public void A_term_that_differs_in_one_character_by_right_is_left_alone(string text) => Codes(text, "JH2114").ShouldBeEmpty();

    [Theory]
    [InlineData("宣传活动覆盖30万人余次。", "30万人余次")]
    [InlineData("全年接待来访450次人。", "450次人")]
    [InlineData("满意度提高2.5个分百点。", "2.5个分百点")]
    [InlineData("走访群众300户余，收集意见。", "300户余")]
    public void A_counter_whose_characters_changed_places_is_raised(string text, string at) => Only(text, "JH2114").ShouldBe(at);

    [Theory]
    [InlineData("惠及20余个社区、30万余人次，服务80余万人次。")]
    [InlineData("清退5人余款，核对3个余额账户，开展2次人大代表视察。")]
    public void More_or_less_in_its_right_place_is_no_slip(string text) => Codes(text, "JH2114").ShouldBeEmpty();

    [Theory]
    [InlineData("“三公”经费支出86.40万元，其中接待费12.30万元、运行费44.10亿元、购置费30.00万元。", "44.10亿元")]
    [InlineData("全年用水量52.6亿立方米，其中农业31.2亿立方米、工业14.3万立方米、生活7.1亿立方米。", "14.3万立方米")]
    [InlineData("查处案件120件，罚款252元，案均2.1万元。", "252元")]
    [InlineData("退耕还林36.4万亩。按每亩补助25.5万元计，全年需补助928.2万元。", "25.5万元")]
    [InlineData("年末农机总动力152.3万公斤。", "152.3万公斤")]
    [InlineData("全社会用电量36.2亿千瓦。", "36.2亿千瓦")]
    [InlineData("公路里程1860平方公里，均已验收。", "1860平方公里")]
    [InlineData("全年生猪出栏12.4万吨。", "12.4万吨")]
    [InlineData("单价100元（含）以上专用设备3台。", "100元")]
    [InlineData("发放生活补贴1426.8万元；发放护理补贴2083.5元。两项累计发放3510.3万元。", "2083.5元")]
    public void A_unit_that_the_thing_or_the_arithmetic_belies_is_raised(string text, string at) => Only(text, "JH2110").ShouldBe(at);

    [Theory]
    [InlineData("用电量36.2亿千瓦时，装机容量20万千瓦，床位1200张，播种面积12万亩，供水量12万吨，猪肉产量3万吨。")]
    [InlineData("资助学生200人，资助资金40万元，人均2000元。")]
    [InlineData("投资1.2亿元，其中一期5000万元、二期7000万元。")]
    [InlineData("耕地面积补偿12万元，生猪出栏收入3200万元，床位补贴每张300元。")]
    [InlineData("拨付材料费326.5万元，人工费118.4万元，餐费276元，合计444.9万元。")]
    public void A_unit_that_fits_is_left_alone(string text) => Codes(text, "JH2110").ShouldBeEmpty();

    [Theory]
    [InlineData("辅具适配率97.4，服务残疾人3120人。", "97.4")]
    [InlineData("规范管理率达到92.3，合格率为98.6%。", "92.3")]
    public void A_rate_without_its_sign_is_raised(string text, string at) => Only(text, "JH2112").ShouldBe(at);

    [Theory]
    [InlineData("三项完成率分别为98.6、97.2、95.1%，地块容积率2.5，其他占35%。")]
    [InlineData("预算执行率10，得10分；完成率8，得8分。")]
    public void A_number_that_needs_no_sign_is_left_alone(string text) => Codes(text, "JH2112").ShouldBeEmpty();

    [Theory]
    [InlineData("全年移送司法机关案件件，罚没20万元。", "案件件")]
    [InlineData("专项检查共排查隐患处，均已整改。", "隐患处")]
    [InlineData("一季度任务完成率为，好于上年。", "完成率为")]
    [InlineData("综合排名位居全省第位，受到表彰。", "全省第位")]
    [InlineData("全县共个乡镇参加试点。", "共个")]
    [InlineData("本年支出决算为万元，用于培训。", "本年支出决算为万元")]
    [InlineData("安排资金万元用于购置设备。", "资金万元")]
    public void A_place_where_a_figure_was_forgotten_is_raised(string text, string at) => Only(text, "JH2102").ShouldBe(at);

    [Theory]
    [InlineData("办理举报件、信访件，培育企业家，规范执法行为，以此作为，效率是，节约为先。")]
    [InlineData("单位为万元，公共个体均有，中共人员在列，提案件件有回音。")]
    public void Words_that_end_like_a_counter_are_no_gap(string text) => Codes(text, "JH2102").ShouldBeEmpty();

    [Theory]
    [InlineData("培训1860人，完成年度任务2000人的93%，超额完成全年任务。", "超额完成全年任务")]
    [InlineData("甲、乙两项分别完成年度目标的108.4%和95.6%，两项指标均超额完成。", "两项指标均超额完成")]
    [InlineData("财政收入12.6亿元，完成预算的103.2%，未完成年度任务。", "未完成年度任务")]
    [InlineData("本年收入826.40万元，本年支出801.15万元，收支平衡。", "收支平衡")]
    [InlineData("46件提案均按时办结，其中3件因故逾期。", "均按时办结")]
    [InlineData("全年接待游客1.86亿人次，首次突破2亿人次。", "首次突破2亿人次")]
    [InlineData("全年生产总值96.2亿元，增长5%，一举突破百亿元大关。", "一举突破百亿元大关")]
    [InlineData("受理食品21件、药品8件、器械15件，药品最多。", "药品最多")]
    [InlineData("接待费3.2万元，比上年增加0.3万元，与上年持平。", "与上年持平")]
    [InlineData("全年接待游客12.6万人次，增长5.1%，旅游收入3.4亿元，下降1.2%，实现双增长。", "实现双增长")]
    [InlineData("发案数下降8.3%，损失金额上升2.6%，呈现“双下降”态势。", "呈现“双下降")]
    public void A_phrase_that_the_figures_beside_it_belie_is_raised(string text, string at) => Only(text, "JH2111").ShouldBe(at);

    [Theory]
    [InlineData("培训1860人，完成计划的104.3%，超额完成任务。")]
    [InlineData("今年完成率98%，明年力争超额完成任务。")]
    [InlineData("全年收入1200万元，加上级补助300万元，支出1500万元，收支平衡。")]
    [InlineData("46件提案均按时办结，没有逾期件。")]
    [InlineData("工业产值98.6亿元，税收突破10亿元；全年接待2.1亿人次，突破2亿人次。")]
    [InlineData("受理食品21件、药品8件、器械15件，食品最多，药品最少。")]
    [InlineData("接待费3.2万元，比预算减少0.3万元，与上年持平。")]
    [InlineData("全年接待游客12.6万人次，增长5.1%，旅游收入3.4亿元，增长1.2%，实现双增长。")]
    [InlineData("发案数下降8.3%，损失金额上升2.6%，明年力争实现“双下降”。")]
    [InlineData("发案数下降8.3%，破案数上升2.6%，检出率下降0.4%，后两项实现“双下降”。")]
    public void A_phrase_that_the_figures_bear_out_is_left_alone(string text) => Codes(text, "JH2111").ShouldBeEmpty();

    [Fact]
    public void An_amount_saved_against_the_budget_that_is_told_as_a_rise_is_raised()
    {
        Only("公务接待费预算6.20万元，决算5.15万元，比预算增加1.05万元。", "JH2109").ShouldBe("比预算增加1.05万元");
        Codes("公务接待费预算6.20万元，决算5.15万元，比预算减少1.05万元。", "JH2109").ShouldBeEmpty();
        Only("接待费年初预算6.00万元，决算5.62万元，决算为预算的93.67%，超出预算0.38万元。", "JH2109").ShouldBe("超出预算0.38万元");
        Codes("接待费年初预算5.62万元，决算6.00万元，超出预算0.38万元。", "JH2109").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("上半年（1-9月）办结12件。", "1-9月")]
    [InlineData("前三季度（1—8月）办结15件。", "1—8月")]
    [InlineData("《2022年政府信息公开年度报告》统计期限为2021年1月1日至2022年12月31日。", "2021年1月1日")]
    [InlineData("过去的2022年，我们攻坚克难。2021年财政收入保持了平稳。", "2021年")]
    public void A_span_of_time_that_cannot_be_is_raised(string text, string at) => Only(text, "JH2106").ShouldBe(at);

    [Theory]
    [InlineData("上半年（1-6月）办结12件，四季度（10至12月）办结20件。")]
    [InlineData("2022年政府信息公开年度报告。统计期限自2022年1月1日起至2022年12月31日止。")]
    [InlineData("项目实施期为2021年1月1日至2022年12月31日。过去的2022年，收入比2021年增长5%。")]
    public void A_span_of_time_that_may_be_is_left_alone(string text) => Codes(text, "JH2106").ShouldBeEmpty();

    [Theory]
    [InlineData("累计录入档案1530万页，进度在全市。下一步加快推进。", "进度在全市")]
    [InlineData("主要做法：一是加强培训；二是。下一步继续推进。", "二是")]
    [InlineData("本年支出下降，主要原因是。结余全部上缴。", "主要原因是")]
    public void A_sentence_that_stops_before_it_says_anything_is_raised(string text, string at) => Only(text, "JH2107").ShouldBe(at);

    [Theory]
    [InlineData("完成率在全市领先，服务覆盖全市。这是众望所归，其一，要加强培训；其二，要整改。")]
    [InlineData("各项工作走在全市前列，问题的主要原因是人手不足。")]
    public void A_sentence_that_ends_as_it_should_is_left_alone(string text) => Codes(text, "JH2107").ShouldBeEmpty();

    private static string Only(string text, string code) => Codes(text, code).ShouldHaveSingleItem();

    private static IReadOnlyList<string> Codes(string text, string code) => [.. Auditor.Audit(Document.FromPlainText(text)).Findings.Where(f => f.Code == code).OrderBy(f => f.At.Start).Select(f => f.Text)];
}
