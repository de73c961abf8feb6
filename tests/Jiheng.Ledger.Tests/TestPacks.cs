using Jiheng.Ledger.Bundles;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Ledger.Tests;

/// <summary>A handful of metrics, one scheme and one outline, as packs would offer them.</summary>
internal static class TestPacks
{
    public static MetricCatalog Metrics { get; } = new(
    [
        Metric("fin.annual_budget", "全年预算数", "万元"),
        Metric("fin.annual_execution", "全年执行数", "万元"),
        Metric("fin.execution_rate", "预算执行率", "%", "pct(fin.annual_execution, fin.annual_budget)"),
        Metric("staff.quota", "编制人数", "人"),
        Metric("staff.in_post", "在职人数", "人"),
        Metric("phs.records", "居民健康档案数", "份"),
        Metric("perf.satisfaction", "群众满意度", "%"),
        Metric("asset.floor_area", "业务用房面积", "平方米"),
    ]);

    public static KnownPacks Known { get; } = new(
        Metrics,
        new Dictionary<string, Scheme>
        {
            ["demo/department"] = new()
            {
                Id = "demo/department",
                Name = "示范部门整体支出绩效自评表",
                Grades = [new("优", 90), new("差", 0)],
                Indicators =
                [
                    new() { Code = "A", Name = "投入" },
                    new() { Code = "A.1", Name = "在职人员控制率", Weight = 40 },
                    new() { Code = "B", Name = "产出" },
                    new() { Code = "B.1", Name = "数量指标", Weight = 60, Slot = new(1, 10, [Direction.AtLeast], []) },
                ],
            },
        },
        ["demo/report"]);

    private static Metric Metric(string code, string name, string unit, string? formula = null) =>
        new() { Code = code, Name = name, Unit = MeasureUnit.Parse(unit), Expression = formula };
}
