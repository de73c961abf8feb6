using Jiheng.Model.Facts;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Web.Wording;

/// <summary>Chinese names of things that the model knows by code.</summary>
public static class Names
{
    // In the order in which a report speaks of them.
    private static readonly (string Prefix, string Name)[] Areas =
    [
        ("fin", "财务"), ("sangong", "“三公”经费"), ("staff", "编制与人员"), ("asset", "资产"), ("proc", "政府采购"), ("build", "楼堂馆所"), ("perf", "履职与满意度"),
        ("org", "机构"), ("pop", "人口"), ("phs", "基本公共卫生"), ("mch", "妇幼健康"), ("fd", "家庭医生"), ("child", "托育"), ("own", "本单位自设"),
    ];

    /// <summary>The area that a metric's code begins with: 财务, 资产 …; the code itself for an area without a name.</summary>
    public static string AreaOf(Metric metric) => AreaNumber(metric) is var at and >= 0 ? Areas[at].Name : Prefix(metric);

    /// <summary>Place of a metric's area in the order in which areas are shown; those without a name come last.</summary>
    public static int AreaOrder(Metric metric) => AreaNumber(metric) is var at and >= 0 ? at : Areas.Length;

    private static int AreaNumber(Metric metric) => Array.FindIndex(Areas, a => a.Prefix == Prefix(metric));

    private static string Prefix(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Code[..Math.Max(metric.Code.IndexOf('.', StringComparison.Ordinal), 0)];
    }

    /// <summary>部门整体支出 or 项目支出.</summary>
    public static string Of(SubjectKind kind) => kind == SubjectKind.Project ? "项目支出" : "部门整体支出";

    /// <summary>The years a scheme holds for: 2024 年起, 2020—2023 年.</summary>
    public static string Years(int from, int? to) => to is { } last ? from == last ? $"{from} 年" : $"{from}—{last} 年" : $"{from} 年起";

    /// <summary>How several units' figures make that of the whole.</summary>
    public static string Of(OverUnits over) => over switch
    {
        OverUnits.Sum => "各单位相加",
        OverUnits.Recompute => "按汇总后的分子分母重算",
        _ => "不能跨单位相加",
    };

    /// <summary>What stretch of time a year's figure covers.</summary>
    public static string Of(MetricSpan span) => span switch
    {
        MetricSpan.OctoberToSeptember => "上年10月1日至当年9月30日",
        MetricSpan.PointInTime => "时点数，一般为12月31日",
        _ => "1月1日至12月31日",
    };

    /// <summary>How a fact came into the ledger.</summary>
    public static string Of(FactOrigin origin) => origin switch
    {
        FactOrigin.Sheet => "填报",
        FactOrigin.Import => "导入",
        FactOrigin.Register => "台账汇总",
        _ => "审核调整",
    };
}
