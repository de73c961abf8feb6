using System.Text;
using Jiheng.Model.Metrics;
using Jiheng.Packs;

namespace Jiheng.Ledger.Tests;

/// <summary>A handful of metrics, one scheme and one outline.</summary>
internal static class TestPacks
{
    private const string Yaml = """
        metrics: fin
        name: 财务
        list:
          - {code: fin.annual_budget, name: 全年预算数, unit: 万元}
          - {code: fin.annual_execution, name: 全年执行数, unit: 万元}
          - {code: fin.execution_rate, name: 预算执行率, unit: "%", value: "pct(fin.annual_execution, fin.annual_budget)"}
        ---
        metrics: staff
        name: 人员
        list:
          - {code: staff.quota, name: 编制人数, unit: 人}
          - {code: staff.in_post, name: 在职人数, unit: 人}
        ---
        metrics: phs
        name: 公共卫生
        list:
          - {code: phs.records, name: 居民健康档案数, unit: 份}
        ---
        metrics: perf
        name: 绩效
        list:
          - {code: perf.satisfaction, name: 群众满意度, unit: "%", over-units: none}
        ---
        metrics: asset
        name: 资产
        list:
          - {code: asset.floor_area, name: 业务用房面积, unit: 平方米}
        ---
        pack: demo/department
        name: 示范部门整体支出绩效自评表
        region: 示范省
        years: {from: 2015}
        subject: department
        status: complete
        basis: {doc: 示财绩〔2015〕1号, confidence: verified}
        grades: {优: 90, 差: 0}
        by-direction:
          ge: {rule: proportional}
          eq: {rule: proportional}
          lt: {rule: reverse-linear, zero-at: 2}
          qualitative: {rule: all-or-nothing, requirement: 达到目标}
        indicators:
          - {code: A, name: 投入, weight: 40}
          - {code: A.1, name: 在职人员控制率, weight: 40, direction: le, target: 100 %, value: "pct(staff.in_post, staff.quota)", score: {rule: reverse-linear, zero-at: 2}}
          - {code: B, name: 产出, weight: 60}
          - {code: B.1, name: 数量指标, weight: 60, slot: {min: 1, max: 10, directions: [ge, eq, lt, qualitative]}}
        ---
        outline: demo/report
        name: 示范报告
        subject: department
        years: {from: 2015}
        title: "{department}{year}年绩效自评报告"
        sections:
          - {title: 概况, blocks: [{narrative: duties}]}
        """;

    public static PackLibrary Library { get; } = Load();

    public static MetricCatalog Metrics => Library.Metrics;

    private static PackLibrary Load()
    {
        var (library, faults) = PackLibrary.Load([new PackFile("demo.yaml", Encoding.UTF8.GetBytes(Yaml))]);
        faults.Select(f => f.ToString()).ShouldBeEmpty();
        return library!;
    }
}
