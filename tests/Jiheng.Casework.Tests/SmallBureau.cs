using System.Text;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Organisation;
using Jiheng.Packs;

namespace Jiheng.Casework.Tests;

/// <summary>A bureau with five metrics, two indicators and an outline of one's own: small enough to check by hand.</summary>
internal static class SmallBureau
{
    private const string Packs =
        """
        metrics: fin
        name: 财务
        list:
          - {code: fin.annual_budget, name: 全年预算数, unit: 万元, confidence: verified}
          - {code: fin.annual_execution, name: 全年执行数, unit: 万元, confidence: verified}
          - {code: fin.execution_rate, name: 预算执行率, unit: "%", value: "pct(fin.annual_execution, fin.annual_budget)", confidence: verified}
          - {code: fin.project_execution, name: 项目支出, unit: 万元, confidence: verified}
          - {code: fin.quota, name: 编制数, unit: 人, confidence: verified}
        ---
        pack: demo/department
        name: 示范方案
        region: 示范省
        years: {from: 2020}
        subject: department
        status: complete
        basis: {doc: 示财绩〔2024〕1号, confidence: verified}
        grades: {优: 90, 良: 80, 中: 60, 差: 0}
        funds:
          - {name: 年度资金总额, budget: fin.annual_budget, execution: fin.annual_execution, total: true}
        by-direction:
          ge: {rule: proportional}
        indicators:
          - {code: A, name: 预算执行, weight: 40}
          - {code: A.1, name: 预算执行率, weight: 40, direction: ge, target: 100 %, value: fin.execution_rate, score: {rule: ratio, cap: 100 %}, confidence: verified}
          - {code: B, name: 产出, weight: 60}
          - {code: B.1, name: 数量指标, weight: 60, slot: {min: 1, max: 5, directions: [ge]}}
        """;

    private const string DefaultOutline =
        """
        outline: demo/report
        name: 示范大纲
        subject: department
        years: {from: 2020}
        title: "{department}{year}年自评报告"
        sections:
          - title: 收支情况
            blocks:
              - {text: ["全年预算数{fin.annual_budget}，", "执行{fin.annual_execution}，执行率{fin.execution_rate}，", "编制{fin.quota}。"]}
        """;

    public static CaseFile Open(string outline = DefaultOutline, IReadOnlyList<Fact>? facts = null, IReadOnlyDictionary<string, Narrative>? texts = null, SchemeConfirmation? confirmation = null)
    {
        var load = PackLibrary.Load([new PackFile("demo.yaml", Encoding.UTF8.GetBytes(Packs + "\n---\n" + outline))]);
        load.Faults.ShouldBeEmpty();
        var dossier = new Dossier
        {
            Id = "demo-2024",
            Department = "示范县卫生健康局",
            Region = "示范省示范县",
            Year = 2024,
            SchemeId = "demo/department",
            OutlineId = "demo/report",
            Units = [new BudgetUnit("demo", "示范县卫生健康局", UnitKind.Department)],
            Facts = facts ?? [Given("fin.annual_budget", "200.00万元"), Given("fin.annual_execution", "175.20万元")],
            Texts = texts ?? new Dictionary<string, Narrative>(),
            Confirmation = confirmation,
        };
        return CaseFile.Open(dossier, load.Library!);
    }

    public static Fact Given(string metric, string amount, string member = "", Stage stage = Stage.Executed, int year = 2024) => new()
    {
        Key = new FactKey("demo", year, metric, Member.Parse(member), Basis.Usual with { Stage = stage }),
        Value = Amount.Parse(amount),
    };
}
