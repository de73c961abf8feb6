using Jiheng.Audit.Findings;

namespace Jiheng.Audit.ScoreForms;

/// <summary>The findings about self-evaluation forms. Their examples are forms: one row a line, cells divided by '|'.</summary>
internal static class ScoreFormRules
{
    private const string Head = "一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分|偏差原因分析及改进措施\n";
    private const string FundsHead = "资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n";
    private const string Rows = "产出指标（60分）|数量指标|培训人数|30|≥300人|310人|30|\n||检查户数|30|≥50户|52户|30|\n";
    private const string Effect = "效益指标（30分）|社会效益|问题整改率|30|≥95%|98%|30|\n";
    private const string Content = "满意度指标（10分）|服务对象|群众满意度|10|≥90%|93%|10|\n";
    private const string Good = Head + Rows + Effect + Content + "合计|||100|||100|";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        new("JH2301", "form-weight", Severity.Blocking, "自评表分值合计不是100",
            "各项指标的分值（有资金情况的，连同预算执行率的分值）相加，与表中合计不一致，或不是100分。",
            "核对各项分值；分值有调整的，按当年通知调整到合计100分。",
            Head + Rows + Effect.Replace("|30|≥95%|98%|30|", "|25|≥95%|98%|25|", StringComparison.Ordinal).Replace("（30分）", "", StringComparison.Ordinal) + Content + "合计|||100|||95|", Good),
        new("JH2302", "form-weight", Severity.Blocking, "下级分值之和与上级分值不符",
            "一级或二级指标自己的分值，与它下面各项分值之和不一致。",
            "核对上级指标的分值和下面每一项的分值。",
            Good.Replace("产出指标（60分）", "产出指标（50分）", StringComparison.Ordinal), Good),
        new("JH2303", "form-score", Severity.Blocking, "得分超过分值",
            "一项指标的得分比它的分值还高。",
            "改正得分；有加分项的，按加分办法单列。",
            Head + Rows.Replace("310人|30|", "310人|31|", StringComparison.Ordinal) + Effect + Content + "合计|||100|||101|", Good),
        new("JH2304", "form-score", Severity.Blocking, "总分不等于各项得分之和",
            "表中总分与各项得分（有资金情况的，连同预算执行率得分）相加的结果不一致，差额超出小数取舍所能解释的范围。",
            "核对各项得分和总分。",
            Good.Replace("合计|||100|||100|", "合计|||100|||98|", StringComparison.Ordinal), Good),
        new("JH2305", "form-rate", Severity.Blocking, "预算执行率算错",
            "执行率应等于全年执行数除以全年预算数；按年初预算数能算出表中数字的，只作提示。",
            "核对预算数、执行数和执行率；用别的口径计算的，请写明。",
            FundsHead + "年度资金总额|500.00|480.00|450.00|10|95.75%|9.58", FundsHead + "年度资金总额|500.00|480.00|450.00|10|93.75%|9.38"),
        new("JH2306", "form-rate", Severity.Warning, "执行率得分与执行率不符",
            "预算执行率得分一般为分值乘以执行率，最高不超过分值；表中得分不是这样算出来的。",
            "按评分办法核对；按分档或扣分办法计分的，在表中注明评分标准。",
            FundsHead + "年度资金总额|500.00|480.00|450.00|10|93.75%|10", FundsHead + "年度资金总额|500.00|480.00|450.00|10|93.75%|9.38"),
        new("JH2307", "form-score", Severity.Blocking, "没有完成目标却得满分",
            "实际完成值没有达到年度指标值，得分仍为满分。目标的方向取自≥、≤、=等符号；没有符号、只能从指标名称推断的，只作提示；有评分标准的表和满意度指标可能按区间给分，降为存疑。",
            "核对实际完成值；确未完成的，按评分办法扣分并填写偏差原因。",
            Good.Replace("52户", "42户", StringComparison.Ordinal), Good),
        new("JH2308", "form-score", Severity.Note, "完成目标却没有得满分",
            "实际完成值已经达到年度指标值，得分却少于分值。",
            "核对得分；另有扣分原因的，填写在偏差原因中。",
            Good.Replace("98%|30|", "98%|25|材料报送不及时", StringComparison.Ordinal).Replace("合计|||100|||100|", "合计|||100|||95|", StringComparison.Ordinal), Good),
        new("JH2309", "form-reason", Severity.Warning, "没有填写偏差原因",
            "得分少于分值，或实际完成值超过目标30%以上，偏差原因一栏是空的。30%是各地通行的界限，国家办法只要求对超出较多的作出说明。",
            "填写偏差原因和改进措施；年初目标定得明显偏低的，说明今后怎样核定。",
            Good.Replace("310人", "450人", StringComparison.Ordinal), Good.Replace("310人|30|", "450人|30|因疫情防控扩大培训范围", StringComparison.Ordinal)),
        new("JH2310", "form-answer", Severity.Note, "实际完成值全部等于目标值",
            "五项以上定量指标的实际完成值与目标值一个不差，实际工作中很少见，往往是照抄目标。",
            "按原始台账核对实际完成值。",
            Head + "产出指标|数量指标|培训人数|20|≥300人|300人|20|\n||检查户数|20|≥50户|50户|20|\n||培训班次|20|≥5期|5期|20|\n||宣传场次|20|≥20场|20场|20|\n效益指标|社会效益|问题整改率|20|≥95%|95%|20|\n合计|||100|||100|",
            Head + "产出指标|数量指标|培训人数|20|≥300人|312人|20|\n||检查户数|20|≥50户|50户|20|\n||培训班次|20|≥5期|5期|20|\n||宣传场次|20|≥20场|20场|20|\n效益指标|社会效益|问题整改率|20|≥95%|95%|20|\n合计|||100|||100|"),
        new("JH2311", "form-target", Severity.Note, "目标值无法衡量",
            "目标值只有“提升”“改善”“有效”一类的词，没有数字，也没有可以核对的标准。",
            "改为可以衡量的目标；确实只能定性的，写明分档标准。",
            Good.Replace("≥95%|98%", "服务能力明显提升|达成年度指标", StringComparison.Ordinal), Good),
        new("JH2312", "form-answer", Severity.Warning, "满意度没有调查依据",
            "满意度指标得了分，实际完成值却没有数字；或者报告全文没有说明怎样调查（后者只作提示）。",
            "开展问卷或测评，填写满意度和样本数。",
            Good.Replace("≥90%|93%", "≥90%|满意", StringComparison.Ordinal).Replace("≥90%", "群众认可", StringComparison.Ordinal), Good),
        new("JH2313", "form-answer", Severity.Note, "实际完成值没有填数",
            "目标值是数字，实际完成值却填“已完成”“基本完成”，或照抄“≥95%”这样的目标。",
            "填写实际完成的数字。",
            Good.Replace("98%", "≥95%", StringComparison.Ordinal).Replace("52户", "基本完成", StringComparison.Ordinal), Good),
        new("JH2314", "form-funds", Severity.Blocking, "资金分项之和与总额不符",
            "年度资金总额与各项来源（或基本支出与项目支出）相加的结果不一致。分项是否列全看最后一项是不是“其他”，或同一张表别的栏是否加得起来；看不出是否列全的不核对。",
            "核对总额和各分项；口径不同的，在表下注明。",
            FundsHead + "年度资金总额|500.00|480.00|450.00|10|93.75%|9.38\n当年财政拨款|400.00|380.00|360.00|—|94.74%|—\n其他资金|100.00|100.00|80.00|—|80.00%|—",
            FundsHead + "年度资金总额|500.00|480.00|450.00|10|93.75%|9.38\n当年财政拨款|400.00|380.00|370.00|—|97.37%|—\n其他资金|100.00|100.00|80.00|—|80.00%|—"),
    ];
}
