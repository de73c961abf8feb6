using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests;

/// <summary>A report that uses every kind of block; its figures are invented.</summary>
internal static class SampleReport
{
    public const string Trial = "试评：方案尚未确认，得分仅供参考";

    public static Document Whole => new("云溪县卫生健康局2024年度部门整体支出绩效自评报告",
    [
        new TableOfContents(2),
        new PageBreak(),
        .. Body,
        Paragraph.Of("云溪县卫生健康局") with { Role = ParagraphRole.Signature },
        Paragraph.Of("2025年4月8日") with { Role = ParagraphRole.Signature },
        H(1, "附件1　项目支出绩效自评表"),
        ScoreForm,
    ])
    {
        Subtitle = "（2024年度）",
        Notice = Trial,
    };

    public static IReadOnlyList<Block> Body =>
    [
        H(1, "一、部门基本情况"),
        H(2, "（一）机构和人员"),
        Paragraph.Of("云溪县卫生健康局内设办公室、财务股、医政医管股等9个股室，下辖县疾病预防控制中心、县妇幼保健院和12家乡镇卫生院。核定编制143名，年末实有在职人员136人，在职人员控制率95.10%。"),
        H(2, "（二）主要职能"),
        .. Enumerable.Range(1, 12).Select(i => Paragraph.Of($"{i}.贯彻执行国家卫生健康工作的法律法规和方针政策，统筹规划全县卫生健康资源配置，组织实施区域卫生健康规划，推动基本公共卫生服务向基层延伸，协调推进深化医药卫生体制改革的各项任务。")),
        H(1, "二、部门整体支出管理及使用情况"),
        H(2, "（一）预算执行情况"),
        new Paragraph([new Run("2024年年初预算"), new Run("9800.00", new FigureSource("fin.initial_budget", 2024)), new Run("万元，全年预算"), new Run("10365.42", new FigureSource("fin.annual_budget", 2024)), new Run("万元，全年执行"), new Run("10120.08", new FigureSource("fin.annual_execution", 2024)), new Run("万元，预算执行率97.63%。")]),
        Budget,
        Paragraph.Of("注：数据来源于2024年度部门决算报表。") with { Role = ParagraphRole.Note },
        Chart,
        .. Enumerable.Range(1, 14).Select(i => Paragraph.Of($"第{i}项工作按照年初部署推进，经费使用符合预算批复的用途，支出审批手续完整，会计核算规范。全县居民电子健康档案建档率达到92.5%，65岁以上老年人健康管理服务率达到73.2%，较上年提高1.8个百分点。")),
        H(1, "三、部门整体支出绩效情况"),
        H(2, "（一）产出指标完成情况"),
        H(3, "1.数量指标"),
        .. Enumerable.Range(1, 10).Select(i => Paragraph.Of($"（{i}）适龄儿童国家免疫规划疫苗接种率目标值不低于90%，实际完成96.4%；严重精神障碍患者规范管理率目标值不低于80%，实际完成88.7%，均完成年度目标。")),
        H(2, "（二）效益指标完成情况"),
        .. Enumerable.Range(1, 9).Select(_ => Paragraph.Of("基层医疗卫生机构诊疗量占比稳步提高，群众看病就医负担减轻，县域内就诊率保持在90%以上，基本实现大病不出县的目标，社会效益明显。")),
        LongTable,
        H(1, "四、存在的主要问题"),
        .. Enumerable.Range(1, 8).Select(_ => Paragraph.Of("预算编制的科学性还需加强，个别项目前期论证不够充分，年中调整偏多；部分绩效指标设置不够细化，量化程度不高，佐证材料收集不够及时。")),
        H(1, "五、下一步改进措施"),
        .. Enumerable.Range(1, 8).Select(_ => Paragraph.Of("加强项目前期论证，提高预算编制质量；完善绩效指标体系，压实股室和单位的绩效管理责任，按季度通报执行进度，将评价结果与下一年度预算安排挂钩。")),
    ];

    public static Table Budget => new(
        [new("项目", 22), new("年初预算数", 14, CellAlign.Right), new("全年预算数", 14, CellAlign.Right), new("全年执行数", 14, CellAlign.Right), new("执行率", 14, CellAlign.Right)],
        [
            Row("基本支出", "4,200.00", "4,310.55", "4,310.55", "100.00%"),
            Row("项目支出", "5,600.00", "6,054.87", "5,809.53", "95.95%"),
            Row("合计", "9,800.00", "10,365.42", "10,120.08", "97.63%") with { Role = RowRole.Total },
        ])
    { Caption = "表1　部门预算执行情况表", UnitNote = "单位：万元" };

    public static Chart Chart => new("近三年支出", "万元", ["2022年", "2023年", "2024年"],
        [new("基本支出", [3980.12m, 4105.3m, 4310.55m]), new("项目支出", [5120.4m, null, 5809.53m])]);

    public static Table LongTable => new(
        [new("序号", 7, CellAlign.Centre), new("单位", 24), new("主要工作", 40), new("资金", 14, CellAlign.Right)],
        [.. Enumerable.Range(1, 48).Select(i => Row($"{i}", $"云溪县第{i}卫生院", "家庭医生签约服务、老年人健康体检、慢性病随访管理和健康教育", $"{i * 3 + 0.25m}"))])
    { Caption = "表2　基层医疗卫生机构任务与资金", UnitNote = "单位：万元" };

    /// <summary>The eight-column form: its heads stand in the middle, first and second level cells are merged.</summary>
    public static Table ScoreForm => new(
        [new("", 12), new("", 15), new("", 22), new("", 13), new("", 13), new("", 8, CellAlign.Centre), new("", 9, CellAlign.Centre), new("", 20)],
        [
            Of(Label("项目名称"), C("基本公共卫生服务补助资金", 7)),
            Of(Label("主管部门"), C("云溪县卫生健康局", 3), Label("实施单位"), C("云溪县卫生健康局", 3)),
            Of([C("项目资金（万元）") with { RowSpan = 5, Align = CellAlign.Centre }, .. new[] { "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分" }.Select(t => Label(t))]),
            Of(C("年度资金总额"), N("3200.00"), N("3358.00"), N("3358.00"), Label("10"), N("100.00%"), N("10")),
            Of(C("其中：当年财政拨款"), N("3200.00"), N("3358.00"), N("3358.00"), Label("—"), N("100.00%"), Label("—")),
            Of(C("上年结转资金"), N("0.00"), N("0.00"), N("0.00"), Label("—"), Label("—"), Label("—")),
            Of(C("其他资金"), N("0.00"), N("0.00"), N("0.00"), Label("—"), Label("—"), Label("—")),
            Of(C("年度总体目标") with { RowSpan = 2, Align = CellAlign.Centre }, Label("预期目标", 3), Label("实际完成情况", 4)),
            Of(C("免费向城乡居民提供基本公共卫生服务，促进服务均等化，居民健康素养水平逐步提高。", 3), C("已按国家规范向城乡居民提供12类服务项目，人均补助标准94元，各项任务指标均完成或超额完成。", 4)),
            new TableRow([.. new[] { "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施" }.Select(TableCell.Of)]) { Role = RowRole.Head },
            Of(C("产出指标（50分）") with { RowSpan = 4, Align = CellAlign.Centre }, C("数量指标") with { RowSpan = 2, Align = CellAlign.Centre }, C("适龄儿童国家免疫规划疫苗接种率"), C("≥90%"), C("96.4%"), C("15"), C("15"), C("")),
            Of(C("7岁以下儿童健康管理率"), C("≥85%"), C("92.1%"), C("15"), C("15"), C("")),
            Of(C("质量指标"), C("居民规范化电子健康档案覆盖率"), C("≥62%"), C("60.5%"), C("10"), C("8.5"), C("流动人口建档难度大，将与社区网格联动补建。")),
            Of(C("时效指标"), C("补助资金当年拨付到位"), C("=100%"), C("100%"), C("10"), C("10"), C("")),
            Of(C("效益指标（30分）") with { Align = CellAlign.Centre }, C("社会效益指标"), C("城乡居民公共卫生差距"), C("不断缩小"), C("不断缩小"), C("30"), C("30"), C("")),
            Of(C("满意度指标（10分）") with { Align = CellAlign.Centre }, C("服务对象满意度"), C("服务对象满意度"), C("≥90%"), C("93%"), C("10"), C("10"), C("")),
            Of(C("总分", 5) with { Align = CellAlign.Centre }, C("100"), C("98.5"), C("")) with { Role = RowRole.Total },
        ])
    { Caption = "项目支出绩效自评表", Landscape = true };

    private static Heading H(int level, string text) => new(level, [new Run(text)]);

    private static TableRow Row(params string[] cells) => new([.. cells.Select(TableCell.Of)]);

    private static TableRow Of(params TableCell[] cells) => new(cells);

    private static TableCell C(string text, int span = 1) => TableCell.Of(text) with { ColumnSpan = span };

    private static TableCell Label(string text, int span = 1) => C(text, span) with { Align = CellAlign.Centre };

    private static TableCell N(string text) => C(text) with { Align = CellAlign.Right };
}
