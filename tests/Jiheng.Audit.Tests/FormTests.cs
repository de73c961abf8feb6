using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class FormTests
{
    [Theory]
    [InlineData("已支出396.90万元万元，执行率较高。", "396.90万元万元")]
    [InlineData("全年培训村医120人人，均已合格。", "120人人")]
    [InlineData("报销比例提高5%%，群众负担减轻。", "5%%")]
    [InlineData("购置设备支出86.4万元元，已全部到位。", "86.4万元元")]
    [InlineData("接诊群众1200人次人次，满意度较高。", "1200人次人次")]
    public void A_unit_written_twice_is_raised(string text, string at) => Only(text, "JH2112").ShouldBe(at);

    [Theory]
    [InlineData("共惠及1200人人均补助300元。")]
    [InlineData("2023年年初安排预算300万元，2023年年末结转20万元。")]
    [InlineData("扶持120个个体工商户，覆盖15个个案。")]
    [InlineData("走访5户户主，做到人人知晓、个个参与、户户受益。")]
    public void A_unit_that_begins_the_next_word_is_none(string text) => All(text).ShouldBeEmpty();

    [Theory]
    [InlineData("改造老旧小区132个，涉及居民4.86万户、建筑面积万平方米，开工率100%。", "建筑面积万平方米")]
    [InlineData("活产3139人，孕产妇死亡　例，婴儿死亡8例。", "孕产妇死亡　例")]
    [InlineData("现有馆藏档案428个全宗、万卷、97.2万件，全年新接收1.84万卷。", "万卷")]
    [InlineData("健康档案建档率达到%，比上年有所上升。", "健康档案建档率达到%")]
    [InlineData("门诊人次比上年增长个百分点，住院人次平稳。", "门诊人次比上年增长个百分点")]
    [InlineData("全年组织义诊活动，参加医务人员共人，受到好评。", "参加医务人员共人")]
    [InlineData("本年项目支出万元，用于疫苗采购。", "本年项目支出万元")]
    [InlineData("女职工占 %，党员较多。", "女职工占 %")]
    [InlineData("全年支出占预算的%，主要用于设备购置。", "全年支出占预算的%")]
    public void A_unit_without_its_figure_is_a_gap(string text, string at) => Only(text, "JH2102").ShouldBe(at);

    [Theory]
    [InlineData("以县人民医院为例，各项工作走进千家万户，做到因人施策。")]
    [InlineData("单位为人、万元、个，按季填报。")]
    [InlineData("对签约人、负责人、旅游达人分类管理，坚持公共、普惠、多元，力争户均年收入达万元。")]
    [InlineData("提高几个百分点，节约数万元，惠及上万人，补助近百万元。")]
    [InlineData("姓 名，责 任 人，单 位。")]
    [InlineData("按资金的比例计提，结果用百分号（%）表示。")]
    public void A_unit_that_is_a_word_by_itself_is_no_gap(string text) => All(text).ShouldBeEmpty();

    [Theory]
    [InlineData("走访慰问XX户，组织招聘会9场。", "XX户")]
    [InlineData("新增警用车辆××辆。", "××辆")]
    [InlineData("20XX年完成项目验收。", "XX年")]
    [InlineData("全年投入资金X万元，用于设备更新。", "X万元")]
    [InlineData("共发放宣传册____份。", "____份")]
    [InlineData("覆盖贫困村〇〇个，受益群众较多。", "〇〇个")]
    [InlineData("服务群众****人次。", "****人次")]
    [InlineData("项目绩效目标（待补）。", "（待补）")]
    [InlineData("项目概况PAGEREF _Toc123。", "PAGEREF _")]
    public void A_place_that_was_never_filled_in_is_raised(string text, string at) => Only(text, "JH2102").ShouldBe(at);

    [Theory]
    [InlineData("咨询电话138****5678，身份证号4301**********1234。")]
    [InlineData("购置X光机2台、CT机1台，按2×3米布置，筛查XX染色体异常。")]
    [InlineData("二〇〇三年成立，二〇〇五年更名，2000年前为一〇〇所。")]
    [InlineData("若实际完成率为X%，则得分为X%×权重。")]
    [InlineData("基层人员力量有待补充，档案有待完善。")]
    public void Masks_names_and_formulas_are_no_gaps(string text) => All(text).ShouldBeEmpty();

    [Theory]
    [InlineData("占老年人口的15.45%。，累计发放津贴1655.3万元。", "。，")]
    [InlineData("罚款金额较大，，平均每起8.47万元。", "，，")]
    [InlineData("包括办公费、、水费、电费。", "、、")]
    [InlineData("本年收入（含上年结转全部列入预算。", "（")]
    [InlineData("依据《预算法规定编制预算。", "《")]
    [InlineData("因公出国（境），）费用为零。", "，")]
    public void Stops_that_clash_and_brackets_that_do_not_pair_are_raised(string text, string at) => Codes(text, "JH2105").ShouldContain(f => f.StartsWith(at, StringComparison.Ordinal));

    [Theory]
    [InlineData("各项用“，”隔开，用“、”并列。")]
    [InlineData("1）办公费；2）水费；3）电费。")]
    [InlineData("（一）基本情况（含下属单位）。他说：“全部完成。”")]
    [InlineData("是否完成？！已经完成……")]
    [InlineData("会议指出：“加强领导。\n压实责任。”")]
    public void Proper_marks_are_left_alone(string text) => All(text).ShouldBeEmpty();

    [Theory]
    [InlineData("本项工作的的成效明显。", "的的")]
    [InlineData("主要是是人员增加。", "是是")]
    [InlineData("全年共开展开展培训。", "开展开展")]
    [InlineData("低保标准由每人每月每人每月690元提高到735元。", "每人每月每人每月")]
    [InlineData("加强组织领导，加强组织领导，压实责任。", "加强组织领导")]
    [InlineData("全年加强组织领导，加强组织领导，压实责任。", "加强组织领导")]
    [InlineData("资金使用规范，未发现截留挪用问题。项目按期完成，群众反映良好。资金使用规范，未发现截留挪用问题。", "资金使用规范，未发现截留挪用问题。")]
    [InlineData("听力筛查3140人，筛查率98.56%，听力筛查3140人，筛查率98.56%，完成年度任务。", "听力筛查3140人，筛查率98.56%")]
    public void Words_and_clauses_that_stand_twice_are_raised(string text, string at) => Only(text, "JH2103").ShouldBe(at);

    [Theory]
    [InlineData("除了了解情况，还常常走访，逐步做到人人有责，一项一项落实，不断讨论讨论、研究研究。")]
    [InlineData("关键的是是否到位，各自存在在职人员不足，确实有的的确困难，惠及于都县群众。")]
    [InlineData("二零二零年完成，越来越好越来越快。")]
    [InlineData("情况属实。同意拨付。情况属实。")]
    [InlineData("高血压患者管理2840人，规范管理率76.5%，糖尿病患者管理1260人，规范管理率76.5%。")]
    [InlineData("甲院资金使用规范，未发现截留挪用问题。\n甲院资金使用规范，未发现截留挪用等问题。")]
    public void Reduplication_is_no_mistake(string text) => All(text).ShouldBeEmpty();

    [Theory]
    [InlineData("办理公益讼诉案件148件。", "讼诉")]
    [InlineData("各项指标均有明现改善。", "明现")]
    [InlineData("按排专项资金，布署年度工作。", "按排", "布署")]
    [InlineData("财政拔付资金及时到位，台帐齐全。", "财政拔", "台帐")]
    [InlineData("既使任务很重，也按期完成。", "既使")]
    [InlineData("个别医院存在推诿病人的现像。", "现像")]
    public void Common_slips_of_the_pen_are_raised(string text, params string[] at) => Codes(text, "JH2114").ShouldBe(at);

    [Theory]
    [InlineData("说明现在、证明现有、表明现行制度有效，诉讼诉求得到回应。")]
    [InlineData("按排名先后发布署名文章，采购平台帐篷，究竟争取到多少。")]
    [InlineData("既使群众满意，又使资金见效。")]
    [InlineData("深情祝福，热情祝贺；合格律师；大学厉行节约；方面对帐篷；联邦扶持；上海拨付资金。")]
    [InlineData("关键康复设备，期末完成，企业已完成，专门防犯罪。")]
    [InlineData("屏幕呈现像素清晰，实现像素级影像质控。")]
    public void Neighbours_that_only_look_like_a_slip_are_left_alone(string text) => Codes(text, "JH2114").ShouldBeEmpty();

    [Theory]
    [InlineData("“五一”假期（5月5日至1日），接待游客286.4万人次。", "5月5日至1日")]
    [InlineData("项目实施期为2023年10月至5月，由县财政保障。", "2023年10月至5月")]
    [InlineData("评价时间为2024年13月至4月。", "2024年13月")]
    [InlineData("规划期为2025年至2021年，共五年。", "2025年至2021年")]
    [InlineData("于2023.11.31完成验收。", "2023.11.31")]
    [InlineData("计划于第五季度完成。", "第五季度")]
    [InlineData("2022年报销比例68.4%，较2025年提高1.1个百分点。", "较2025年")]
    [InlineData("2022年基金收入6.38亿元，比2022年增长3%。", "比2022年")]
    [InlineData("2023年收入3260万元，与2023年相比增长4.2%。", "与2023年")]
    [InlineData("2023年上半年门诊12.6万人次，较2023年同期增长4.2%。", "较2023年同期")]
    [InlineData("2023年支出3260万元，与2023年的3128万元相比增长4.2%。", "与2023年的3128万元")]
    [InlineData("决算支出300万元，比本年增加20万元。", "比本年")]
    [InlineData("2023年度部门整体支出绩效自评报告\n2022年度预算安排到位。2022年度支出正常。2022年12月底全部完成。", "2023年")]
    [InlineData("截至2024年12月31日，累计完成改造12所。\n2024年3月5日", "截至2024年12月31日")]
    public void Dates_that_cannot_be_are_raised(string text, string at) => Only(text, "JH2106").ShouldBe(at);

    [Theory]
    [InlineData("实施期为2023年10月至次年5月，供暖期为11月至3月。")]
    [InlineData("2023年10月15日至11月5日开展检查，2024年1月至12月运行平稳。")]
    [InlineData("2022年12月比2022年11月增长3%，2022年决算数比2022年预算数多5万元。")]
    [InlineData("2020年启动建设，今年较2023年增长5%。")]
    [InlineData("2023年收入3260万元，与2022年相比增长4.2%。")]
    [InlineData("2023年支出3260万元，与2023年预算相比节约40万元。")]
    [InlineData("预计明年收入比今年增长5%，到2030年较2025年提高2个百分点。")]
    [InlineData("2023年度部门决算说明\n2022年结转。2022年拨付。2023年支出正常。")]
    [InlineData("截至2023年12月31日，累计完成改造12所。\n2024年3月5日")]
    public void Dates_that_can_be_are_left_alone(string text) => Codes(text, "JH2106").ShouldBeEmpty();

    [Theory]
    [InlineData("一是加强领导，二是压实责任，四是严格考核。", "四是")]
    [InlineData("主要有：其一，人员不足；其二，资金不足；其四，设备不足。", "其四")]
    [InlineData("第一，人员不足。第二，资金不足。第四，设备不足。", "第四")]
    [InlineData("措施如下：（1）加强培训；（2）完善制度；（4）严格考核。", "（4）")]
    [InlineData("措施如下：①加强培训；②完善制度；④严格考核。", "④")]
    [InlineData("措施如下：1.加强培训；2.完善制度；2.严格考核。", "2.")]
    public void Numbers_inside_a_paragraph_that_skip_or_repeat_are_raised(string text, string at) => Only(text, "JH2101").ShouldBe(at);

    [Theory]
    [InlineData("第一、第三季度完成较好，第二，仍有不足。")]
    [InlineData("一是加强领导，二是压实责任。一是人员不足，二是资金不足，三是设备不足。")]
    [InlineData("见第②项和第④项，其中1、3、4项已完成。")]
    public void Ordinals_that_count_nothing_are_left_alone(string text) => Codes(text, "JH2101").ShouldBeEmpty();

    [Theory]
    [InlineData("合计确诊15例。下一步，将重点开展专项治理，并进一步完善职业健康监", "并进一步完善职业健康监")]
    [InlineData("治超站点24小时值守，下一步将重点整治货运源头企业，推动形成", "推动形成")]
    [InlineData("按时完成各项任务，资金拨付及时，", "资金拨付及时，")]
    public void A_last_sentence_that_breaks_off_is_raised(string text, string at) => Only(text, "JH2107").ShouldBe(at);

    [Theory]
    [InlineData("以上报告全面反映了情况，项目按期完成。\n安县卫生健康局\n2024年3月5日")]
    [InlineData("全年工作平稳，群众满意。\n三、改进措施")]
    [InlineData("全年工作平稳，群众满意。\n特此报告，请予审阅")]
    public void Signatures_headings_and_closings_are_no_broken_sentences(string text) => Codes(text, "JH2107").ShouldBeEmpty();

    [Theory]
    [InlineData("公务接待费3.20万元，比上年减少0.80万元，增加的主要原因是接待批次多。", "增加的主要原因")]
    [InlineData("公务接待费比上年增加0.80万元。减少原因是厉行节约。", "减少原因")]
    public void A_rise_explained_where_the_figure_fell_is_raised(string text, string at) => Only(text, "JH2111").ShouldBe(at);

    [Theory]
    [InlineData("公务接待费比上年减少0.80万元，减少的主要原因是厉行节约。")]
    [InlineData("收入比上年减少10万元。支出增加的主要原因是人员增加。")]
    [InlineData("收入减少10万元，支出增加5万元，增加的主要原因是人员增加。")]
    public void A_reason_that_fits_is_left_alone(string text) => Codes(text, "JH2111").ShouldBeEmpty();

    [Theory]
    [InlineData("整体支出绩效自评得分86分，自评等级为优。")]
    [InlineData("项目自评得分为92.5分，评价结果为“良”。")]
    [InlineData("综合得分78分，评定为优秀。")]
    [InlineData("评价等级为“优”，自评得分85.2分。")]
    public void A_score_outside_the_band_of_its_grade_is_raised(string text) => Codes(text, "JH2108").Count.ShouldBe(1);

    [Theory]
    [InlineData("自评得分96分，评价结果为“优”。项目自评得分82分，等级为良好。")]
    [InlineData("85分以上为优，70分以上为良。自评得分86分，评价等级为优。")]
    [InlineData("自评得分96分，评价结果中优良率较高。")]
    [InlineData("该指标得分9.5分（满分10分），评价结果为优。")]
    public void A_score_within_its_band_or_by_bands_of_its_own_is_left_alone(string text) => Codes(text, "JH2108").ShouldBeEmpty();

    [Fact]
    public void A_share_that_holds_in_the_unit_of_its_whole_shows_the_wrong_unit() =>
        Only("全年财政拨款5870万元，购书经费1027元，占17.5%。", "JH2110").ShouldBe("1027元");

    [Fact]
    public void A_share_of_some_other_whole_shows_nothing() =>
        Codes("全年财政拨款5870万元，购书经费1027元，占22.5%。", "JH2110").ShouldBeEmpty();

    [Fact]
    public void An_amount_without_a_unit_is_raised_where_the_text_gives_none_for_all()
    {
        Only("累计发放高龄津贴1655.3，享受13794人。", "JH2112").ShouldBe("1655.3");
        Codes("单位：万元\n累计发放高龄津贴1655.3，享受13794人。", "JH2112").ShouldBeEmpty();
        Codes("分别发放津贴1655.3，补贴200.5，合计1855.8万元。", "JH2112").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void A_word_of_up_to_twelve_characters_that_stands_twice_is_raised_amid_a_text_and_at_its_very_end(int length)
    {
        var word = "统筹推进基层医疗卫生服务能力"[..length];
        Only($"全年{word}{word}，各项工作平稳有序，群众反映较好，没有发生责任事故。", "JH2103").ShouldBe(word + word);
        Only($"全年{word}{word}", "JH2103").ShouldBe(word + word);
    }

    [Fact]
    public void Words_of_more_than_twelve_characters_are_left_to_the_check_of_clauses() => Codes("全年统筹推进基层医疗卫生服务能统筹推进基层医疗卫生服务能", "JH2103").ShouldBeEmpty();

    [Fact]
    public void Choices_of_a_template_that_share_characters_are_each_raised() =>
        Codes("预算数大于小于决算数，比上年增加（减少）3万元，余额上升下降", "JH2104").ShouldBe(["大于小于", "增加（减少）", "上升下降"]);

    [Fact]
    public void The_one_name_that_comes_again_in_a_list_of_thousands_is_raised()
    {
        var names = Enumerable.Range(0x4e00, 20_000).Select(c => $"{(char)c}家村");
        Only($"覆盖{string.Join('、', names)}、东家村、西村。", "JH2103").ShouldBe("东家村");
    }

    private static string Only(string text, string code) => Codes(text, code).ShouldHaveSingleItem();

    private static IReadOnlyList<string> Codes(string text, string code) => [.. Auditor.Audit(Document.FromPlainText(text)).Findings.Where(f => f.Code == code).OrderBy(f => f.At.Block).ThenBy(f => f.At.Start).Select(f => f.Text)];

    private static IReadOnlyList<string> All(string text) => [.. Auditor.Audit(Document.FromPlainText(text)).Findings.Select(f => f.Code + f.Text)];
}
