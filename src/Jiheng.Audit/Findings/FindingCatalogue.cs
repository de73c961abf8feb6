namespace Jiheng.Audit.Findings;

/// <summary>One row of the catalogue of findings; the documentation page of the code is made from it.</summary>
/// <param name="Code">Stable code, never reused.</param>
/// <param name="Kind">Name in the JSON Lines contract.</param>
/// <param name="Severity">Usual severity; a reading that leaves doubt lowers it.</param>
/// <param name="Title">Short Chinese title.</param>
/// <param name="Explanation">What it means and by which allowance it is judged.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Failing">A passage that raises it.</param>
/// <param name="Passing">A like passage that does not.</param>
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
            "文中说明两处是同一个数，但两处数字不一致。",
            "核对哪一处正确，改为一致；如口径不同请写明。",
            "安排资金14.3亿元，即145024万元。", "安排资金14.3亿元，即143024万元。"),
        new("JH2008", "ordering", Severity.Warning, "实际值与目标或限额的关系不符",
            "实际值没有达到文中的目标值，或超过了文中的限额。",
            "核对实际值和目标值；确未完成的，在偏差原因中说明。",
            "培训指标值不少于160人次，实际培训150人次。", "培训指标值不少于160人次，实际培训170人次。"),
        new("JH2009", "bound", Severity.Warning, "比率超过100%",
            "覆盖率、接种率、规范管理率一类的比率不应超过100%；超过时通常是分母取错或口径不一。",
            "核对分母口径；如按任务数计算，宜写为“完成率”。",
            "适龄儿童疫苗接种率达120.24%。", "适龄儿童疫苗接种率达96.24%。"),
    ];

    /// <summary>The rule with <paramref name="code"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static FindingRule Get(string code) =>
        Rules.FirstOrDefault(r => r.Code == code) ?? throw new KeyNotFoundException($"没有编号为“{code}”的检查项。");
}
