using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>Figures printed twice, parts and their wholes, numbers and their lists.</summary>
public class RestatedTests
{
    [Theory]
    [InlineData("2023年机关运行经费支出143.52万元，比2022年增加9.86万元。2023年度机关运行经费决算为134.52万元，主要用于办公。", "134.52万元")]
    [InlineData("全镇现有户籍人口32156人，其中女性15012人。截至年末，户籍人口31256人。", "31256人")]
    [InlineData("共发放补助资金3125.40万元，惠及群众12万人。\n三、绩效分析\n补助资金3152.40万元全部通过一卡通发放。", "3152.40万元")]
    [InlineData("2023年度机关运行经费支出143.52万元。\n2023年机关运行经费支出136.20万元，主要用于办公。", "136.20万元")]
    [InlineData("预算执行率95.29%，较上年提高2个百分点。自评结论。预算执行率92.59%，得9分。", "92.59%")]
    [InlineData("审计发现问题金额1284.5万元，涉及12个单位。上述1248.5万元问题资金已全部整改。", "1248.5万元")]
    [InlineData("全年受理投诉举报2856件，办结2801件。\n2586件投诉举报中，物业类占三成。", "2586件")]
    [InlineData("年末账面余额1234.56万元，银行对账单余额1243.56万元，两者一致。", "1234.56万元")]
    [InlineData("公务用车运行维护费9.60万元，与上年9.80万元持平。", "9.60万元")]
    [InlineData("粮食总产量5.6万吨，合1.22亿斤。", "5.6万吨")]
    [InlineData("预算数35.6万元，决算数36.5万元，决算数与预算数一致。", "35.6万元")]
    [InlineData("项目总投资3.2亿元，相当于3200万元。", "3.2亿元")]
    [InlineData("新增耕地1500亩，折合110公顷。", "1500亩")]
    public void One_figure_printed_in_two_ways_is_a_contradiction(string text, string at)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2007");
        finding.Text.ShouldBe(at);
    }

    [Theory]
    [InlineData("2023年机关运行经费支出143.52万元，比2022年增加9.86万元。2022年度机关运行经费决算为134.52万元。")]
    [InlineData("2023年机关运行经费预算134.52万元。2023年机关运行经费支出143.52万元。")]
    [InlineData("甲卫生院总收入1234.56万元，总支出1200.11万元。\n乙卫生院总收入1243.56万元，总支出1210.22万元。")]
    [InlineData("高血压患者500人，规范管理率76.49%。糖尿病患者300人，规范管理率76.94%。")]
    [InlineData("一般公共预算财政拨款支出1234.56万元。政府性基金预算财政拨款支出1243.56万元。")]
    [InlineData("上半年完成收入1234.56万元。全年完成收入1243.56万元。")]
    [InlineData("全镇户籍人口32156人。其中女性户籍人口16256人。")]
    [InlineData("2023年度机关运行经费支出143.52万元。\n2023年机关运行经费支出143.5万元，主要用于办公。")]
    [InlineData("审计发现问题金额1284.5万元。上述1284.5万元问题资金已全部整改。")]
    [InlineData("年末账面余额1234.56万元，银行对账单余额1234.56万元，两者一致。")]
    [InlineData("公务用车运行维护费9.60万元，与上年9.80万元基本持平。")]
    [InlineData("新增耕地1500亩，约合100公顷。")]
    [InlineData("决算数100万元，年初预算90万元，决算数与预算不一致。")]
    [InlineData("项目总投资3.2亿元，相当于32000万元。")]
    public void Another_year_stage_subject_or_rounding_is_none(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("全年受理法律援助案件3420件，其中农民工讨薪案件3516件。", "3420件")]
    [InlineData("全年召开会议12次，其中党组会8次、办公会15次。", "12次")]
    [InlineData("下达资金300万元，其中：中央320万元。", "300万元")]
    [InlineData("报告麻疹病例12例，死亡15例。", "12例")]
    [InlineData("抽检食品120批次，合格125批次。", "120批次")]
    [InlineData("全年受理投诉120件，办结125件。", "120件")]
    public void A_part_that_passes_its_whole_is_raised_at_the_whole(string text, string whole)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2009");
        finding.Text.ShouldBe(whole);
    }

    [Theory]
    [InlineData("上年结转8件，全年受理投诉120件，办结125件。")]
    [InlineData("全年支出500万元，结余20万元。其中项目支出300万元。")]
    [InlineData("法院新收案件3420件，审结3516件。")]
    [InlineData("报告麻疹病例12例，死亡1例。")]
    [InlineData("全县行政村136个，其中已建卫生室138个。")]
    [InlineData("支出比上年增加20万元，其中人员经费增加25万元，公用经费减少5万元。")]
    public void Old_stock_and_an_earlier_larger_whole_excuse_a_part(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("机关内设10个股室，即办公室、规划财务股、法规与监督股、疾控股、医政股、基层卫生与妇幼股、职业健康股、老龄健康股、人口家庭股。", "10个")]
    [InlineData("设立三个工作组：综合协调组、医疗救治组、疫情防控组和物资保障组。", "三个")]
    [InlineData("5家景区——云台谷、白鹭湖、古驿镇、青崖寨共接待38.26万人次。", "5家")]
    [InlineData("居前三位死因依次为循环系统疾病、肿瘤，合计占68.9%。", "三位")]
    [InlineData("下属单位共七家，分别是县医院、中医院、妇幼保健院、疾控中心、卫生监督所、急救站。", "七家")]
    [InlineData("下设办公室、业务科、财务科共4个科室。", "4个")]
    [InlineData("共有6个科室获评先进，具体包括内科、外科、儿科、妇产科、急诊科。", "6个")]
    [InlineData("存在以下三个问题：（一）预算编制不细；（二）资金拨付较慢；（三）档案不全；（四）监督不力。", "三个")]
    [InlineData("存在两方面问题，第一，预算编制不细；第二，执行偏慢；第三，监管不力。", "两方面")]
    [InlineData("主要做了以下四项工作：\n1.完善制度。\n2.强化培训。\n3.加强督查。\n下一步将继续推进。", "四项")]
    public void A_number_that_its_list_belies_is_raised(string text, string number)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2006");
        finding.Text.ShouldBe(number);
    }

    [Theory]
    [InlineData("机关内设9个股室，即：办公室、规划财务股、法规与监督股、疾控股、医政股、基层卫生与妇幼股、职业健康股、老龄健康股、人口家庭股。")]
    [InlineData("5家景区——云台谷、白鹭湖、古驿镇、青崖寨、石门关共接待38.26万人次。")]
    [InlineData("居前三位的死因为循环系统疾病、肿瘤和呼吸系统疾病。")]
    [InlineData("在城关镇、柳湾镇、石塘乡等5个乡镇开展试点。")]
    [InlineData("检查发现4类问题，主要有超范围经营、未亮证、台账不全等。")]
    [InlineData("主要做了以下三项工作：\n1.投入2.5亿元。\n2.强化培训。\n3.加强督查。\n下一步将继续推进。")]
    [InlineData("下设办公室、业务科，财务科、人事科共4个科室。")]
    [InlineData("设置3个内设机构：综合科、法规与监督科、财务科。")]
    public void A_list_as_long_as_its_number_or_an_open_one_is_not(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldBeEmpty();
}
