using Jiheng.Audit.ScoreForms;
using Jiheng.Audit.Tables;

namespace Jiheng.Audit.Findings;

/// <summary>One row of the catalogue of findings; the documentation page of the code is made from it.</summary>
/// <param name="Code">Stable code, never reused.</param>
/// <param name="Kind">Name in the JSON Lines contract.</param>
/// <param name="Severity">Usual severity; a reading that leaves doubt lowers it.</param>
/// <param name="Title">Short Chinese title.</param>
/// <param name="Explanation">What it means and by which allowance it is judged.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Failing">A passage that raises it; empty for a finding that needs known facts or a table.</param>
/// <param name="Passing">A like passage that does not; empty likewise.</param>
public sealed record FindingRule(string Code, string Kind, Severity Severity, string Title, string Explanation, string Advice, string Failing, string Passing);

/// <summary>All findings that the audit can raise.</summary>
public static class FindingCatalogue
{
    /// <summary>The rules by code.</summary>
    public static IReadOnlyList<FindingRule> Rules { get; } =
    [
        new("JH2001", "arith-sum", Severity.Blocking, "分项之和与合计不符",
            "合计与其各分项相加的结果不一致，差额超出了各数四舍五入所能解释的范围。",
            "核对合计和每一个分项；如合计按另一口径统计，请在文中写明口径。",
            "全局编制26名，其中行政编制9名，事业编制18名。", "全局编制27名，其中行政编制9名，事业编制18名。"),
        new("JH2002", "arith-difference", Severity.Blocking, "差额、结余或增减额不符",
            "文中的增减额、结余或净值，与它前后两个数相减的结果不一致。",
            "核对被减数、减数和差额三个数。",
            "专项资金500.00万元，支出420.50万元，结余97.50万元。", "专项资金500.00万元，支出420.50万元，结余79.50万元。"),
        new("JH2003", "arith-ratio", Severity.Blocking, "比率或占比不符",
            "比率与文中的分子、分母相除的结果不一致；按四舍五入或截尾取数均不能得到文中数字。",
            "核对分子、分母和比率；如分母另有所指，请在文中写出分母。",
            "应建档1200人，实际建档1080人，建档率92.50%。", "应建档1200人，实际建档1080人，建档率90.00%。"),
        new("JH2004", "arith-growth", Severity.Blocking, "增长率不符",
            "增长或下降的百分比，与文中的本年数、上年数或增减额推算的结果不一致。",
            "核对本年数、上年数、增减额和增减幅度；如按可比口径计算，请写明。",
            "公务接待费3.20万元，比上年减少0.80万元，下降25.00%。", "公务接待费3.20万元，比上年减少0.80万元，下降20.00%。"),
        new("JH2005", "arith-product", Severity.Blocking, "单价与数量之积不符",
            "金额与文中的单价（标准）乘以数量的结果不一致。",
            "核对单价、数量和金额。",
            "建设冷库面积500平方米，造价每平方米2000元，投资120万元。", "建设冷库面积500平方米，造价每平方米2000元，投资100万元。"),
        new("JH2006", "count", Severity.Warning, "所述数目与列举不符",
            "文中写明的数目与随后列举的名称个数不一致；同一名称列两次的只算一个。",
            "核对名单是否漏列、重列，或改正数目。",
            "全局内设4个股室：办公室、人事股、财务股。", "全局内设3个股室：办公室、人事股、财务股。"),
        new("JH2007", "contradiction", Severity.Blocking, "同一数据前后不一",
            "两处应是同一个数而数字不一致：文中写明“即”“一致”“上述”，或同一年份、同一名称的数前后只差一位数字、两位颠倒、小数点移位；或正文与表、表与表中同名同口径的数不同。",
            "核对哪一处正确，改为一致；如口径不同请写明。",
            "安排资金14.3亿元，即145024万元。", "安排资金14.3亿元，即143024万元。"),
        new("JH2008", "ordering", Severity.Warning, "实际值与目标或限额的关系不符",
            "实际值没有达到文中的目标值，或超过了文中的限额，或文中所说的高低与数字相反。",
            "核对实际值和目标值；确未完成的，在偏差原因中说明。",
            "培训指标值不少于160人次，实际培训150人次。", "培训指标值不少于160人次，实际培训170人次。"),
        new("JH2009", "bound", Severity.Warning, "数值超过上限",
            "覆盖率、接种率、规范管理率一类的比率不应超过100%；“其中”之后的部分、办结数、死亡数也不应大于它们所出的整体。",
            "核对分母口径和两个数；如按任务数计算，宜写为“完成率”，含往年结转的请写明。",
            "适龄儿童疫苗接种率达120.24%。", "适龄儿童疫苗接种率达96.24%。"),
        new("JH2101", "numbering", Severity.Warning, "序号跳号或重号",
            "标题或清单的序号没有依次递增：有的缺号，有的重复，有的在下一级里又用了上一级的编号。",
            "补上缺少的部分，或改正序号。",
            "一、部门概况。\n二、预算执行。\n四、存在问题。", "一、部门概况。\n二、预算执行。\n三、存在问题。"),
        new("JH2102", "placeholder", Severity.Warning, "空缺未填、模板占位或转换残留",
            "文中留有模板的提示语、空位符号（XX、××、____）或文件转换时产生的标记，或者只写了单位而没有写数字（“建筑面积万平方米”“死亡　例”）。",
            "填写实际内容，或删去。",
            "对全区*家卫生室开展检查。", "对全区12家卫生室开展检查。"),
        new("JH2103", "duplicate", Severity.Note, "文字重复",
            "词语、分句、名单中的名称或整段文字重复出现；“常常”“一项一项”一类的叠用不算。",
            "删去重复的文字；名单重复的，核对是否漏列。",
            "增加的原因主要是主要是人员变动。", "增加的原因主要是人员变动。"),
        new("JH2104", "typo", Severity.Warning, "模板选项未选定",
            "模板中供选择的词语（大于、小于，增加、减少）两个都留着。",
            "按实际情况保留一项。",
            "决算数大小于预算数。", "决算数小于预算数。"),
        new("JH2105", "punctuation", Severity.Note, "标点重复、冲突或不成对",
            "同一标点连写两次，两个标点连用而互相冲突（“。，”），或括号、书名号、引号缺了一半。",
            "删去多余的，或补上缺少的一半。",
            "全年按要求完成任务。。", "全年按要求完成任务。"),
        new("JH2106", "date", Severity.Warning, "日期有误",
            "日历上没有这一天，起止日期倒置，与尚未到来的年份或与本年自身相比，标题与正文的年度不同，或说明原因时写的年份与所比较的年份不符。",
            "核对日期和年份。",
            "截止2023年6月31日，项目全部完工。", "截止2023年6月30日，项目全部完工。"),
        new("JH2107", "truncated", Severity.Warning, "文字被截断",
            "多行文字在同样的长度处中断，说明原文在复制或转换时被截断，被截去的数字无法核对；或者文末、标题之前的一句没有写完。",
            "换用完整的原文再审核，或补写完整。",
            "一是开展全区卫生监督执法检查工作计划开展公共场所卫生学校卫生职业卫生放射\n二是居民电子健康档案建档率有效提升六十五岁以上老年人健康管理率有效提升并\n三是积极做好妇女儿童保健工作实现婚前医学健康检查全部覆盖孕前优生健康检查\n四是加强基层人才队伍建设计划开展乡村医生岗位培训分批次举办医院卫生院院长\n五是坚持在落实老年优待政策上下力气确保各项措施落到实处高龄津贴按时足额发",
            "一是开展全区卫生监督执法检查工作。\n二是居民电子健康档案建档率有效提升。"),
        new("JH2108", "contradiction", Severity.Warning, "得分与等级不符",
            "自评得分与自评等级不在同一等次：90分及以上为优，80至90分为良，60至80分为中，60分以下为差。",
            "按评分办法的等次区间核对得分和等级。",
            "整体支出绩效自评得分86分，自评等级为优。", "整体支出绩效自评得分96分，自评等级为优。"),
        new("JH2109", "direction", Severity.Blocking, "增减方向相反",
            "同一数据的增减额与增减幅度一增一减，或写“增长”而数字下降。",
            "核对是增加还是减少。",
            "公务用车购置费204.78万元，增加54.20万元，下降20.93%。", "公务用车购置费204.78万元，减少54.20万元，下降20.93%。"),
        new("JH2110", "unit", Severity.Blocking, "计量单位有误",
            "按文中单位计算不成立，换成相邻的单位（元与万元，百分点与百分之几）恰好成立；或一列金额中有一项漏写“元”。",
            "核对并改正单位。",
            "公务用车运行维护费664.60元，增加53.81万元，增长8.81%。", "公务用车运行维护费664.60万元，增加53.81万元，增长8.81%。"),
        new("JH2111", "narrative", Severity.Warning, "文字结论与数字不符",
            "文中称“均完成”“均达到”“超编”“无变化”，但同段的数字不支持这一说法；或者数字减少了，却说明增加的原因。",
            "改正结论，或核对数字。",
            "培训指标值不少于160人次，实际培训150人次，各项指标均达到年初目标。", "培训指标值不少于160人次，实际培训170人次，各项指标均达到年初目标。"),
        new("JH2112", "unit", Severity.Note, "计量单位漏写或重复",
            "一列金额中有一项只写了“万”或“亿”，没有写“元”；金额后没有写任何单位；或者单位写了两遍（“万元万元”）。",
            "补写漏掉的单位，或删去重复的单位。",
            "养老支出352.61万元，医疗支出32.49万，住房支出55.88万元。", "养老支出352.61万元，医疗支出32.49万元，住房支出55.88万元。"),
        new("JH2113", "arith-bound", Severity.Warning, "占比合计超过100%",
            "几个部分都写明占同一总额的比重，各自算得对，但合计超过100%，说明各部分有重叠或口径不一。",
            "核对各部分是否互不重叠；资产宜统一用净值。",
            "资产总计1000.00万元，流动资产700.00万元，占资产总额70.00%；固定资产500.00万元，占资产总额50.00%。", "资产总计1000.00万元，流动资产700.00万元，占资产总额70.00%；固定资产净值300.00万元，占资产总额30.00%。"),
        new("JH2114", "typo", Severity.Warning, "错别字",
            "写成了另一个同音、形近或颠倒的字。只查一份不会误伤的常见错误，查不出不等于没有。",
            "改为正确的写法。",
            "经过整治，各项指标较上年有明现改善。", "经过整治，各项指标较上年有明显改善。"),
        new("JH2115", "missing-section", Severity.Note, "缺少应有部分",
            "绩效自评报告（绩效评价报告）应当写明绩效目标、目标完成情况和预算执行情况，没有完成的说明原因并提出改进措施（《项目支出绩效评价管理办法》，财预〔2020〕10号）；各地的部门整体支出自评提纲还要求基本情况和存在的问题（如湘财绩〔2020〕7号）。各级标题、各部分的首句和表格里都找不到其中一部分时提出；绩效目标在全文都没有写到时才提出。不满四个一级标题的文字不查，汇总报告也不查。",
            "补写缺少的部分；当地当年的提纲不要求的，可以不改。",
            "某县卫生健康局2024年度部门整体支出绩效自评报告\n一、部门概况\n本局负责全县卫生健康工作，年度绩效目标已经批复。\n二、预算执行情况\n全年预算已经执行完毕。\n三、绩效目标完成情况\n各项工作有序推进。\n四、下一步打算\n继续加强管理。",
            "某县卫生健康局2024年度部门整体支出绩效自评报告\n一、部门概况\n本局负责全县卫生健康工作，年度绩效目标已经批复。\n二、预算执行情况\n全年预算已经执行完毕。\n三、绩效目标完成情况\n各项工作有序推进。\n四、存在问题及下一步打算\n基层人员不足，继续加强管理。"),
        new("JH2116", "empty-section", Severity.Note, "章节没有内容",
            "绩效自评报告（绩效评价报告）的一级标题下面没有文字也没有表格，紧接着就是下一个一级标题或者文末。",
            "补写内容；确实没有的，保留标题并写明“无”。",
            "某县卫生健康局2024年度部门整体支出绩效自评报告\n一、部门概况\n本局负责全县卫生健康工作，年度绩效目标已经批复。\n二、预算执行情况\n三、绩效目标完成情况\n各项工作有序推进。\n四、存在问题及下一步打算\n基层人员不足，继续加强管理。",
            "某县卫生健康局2024年度部门整体支出绩效自评报告\n一、部门概况\n本局负责全县卫生健康工作，年度绩效目标已经批复。\n二、预算执行情况\n全年预算已经执行完毕。\n三、绩效目标完成情况\n各项工作有序推进。\n四、存在问题及下一步打算\n基层人员不足，继续加强管理。"),
        new("JH2201", "contradiction", Severity.Warning, "与已知数据不符",
            "文中的数与台账、评分表或上年公开数中同名的数不一致。",
            "核对两处的口径（单位范围、资金口径、阶段）；口径相同的，改为一致。",
            "", ""),
        new("JH2202", "unsupported", Severity.Note, "数字没有出处",
            "文中的数在台账、评分表和上年数据里都找不到，也不是由文中别的数算出来的。只提请留意，不算错误。",
            "补充到台账并附佐证，或在文中写明来源。",
            "", ""),
        .. ScoreFormRules.All,
        new("JH2401", "unchecked", Severity.Note, "表格没有核对",
            $"表格超过{TableSize.MostRows}行或{TableSize.MostColumns}列，表内的合计、比率、分值都没有核对。没有别的发现，不等于这张表没有错。",
            $"拆成不超过{TableSize.MostRows}行、{TableSize.MostColumns}列的几张表后再核对，或由人核对。",
            Wide(TableSize.MostColumns + 1), Wide(TableSize.MostColumns)),
    ];

    private static readonly Dictionary<string, FindingRule> ByCode = Rules.ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The rule with <paramref name="code"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static FindingRule Get(string code) =>
        ByCode.GetValueOrDefault(code) ?? throw new KeyNotFoundException($"没有编号为“{code}”的检查项。");

    /// <summary>A table of so many columns, as a line of heads and a line of figures.</summary>
    private static string Wide(int columns) =>
        $"机构|{string.Join('|', Enumerable.Range(1, columns - 1).Select(i => $"项目{i}"))}\n中心医院|{string.Join('|', Enumerable.Range(1, columns - 1).Select(i => 60 + i))}";
}
