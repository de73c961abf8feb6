using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Tests;

/// <summary>A small metric dictionary, and facts written as a clerk would say them.</summary>
internal static class Known
{
    public static readonly MetricCatalog Metrics = new([
        Reported("staff.in_post", "在职人数", "人"),
        Reported("staff.quota", "编制数", "人"),
        Derived("staff.control_rate", "在职人员控制率", "%", "pct(staff.in_post, staff.quota)"),
        Reported("fin.budget", "全年预算数", "万元"),
        Reported("fin.spent", "全年执行数", "万元"),
        Derived("fin.rate", "预算执行率", "%", "pct(fin.spent, fin.budget)"),
        Reported("phs.records", "建档人数", "份"),
        Reported("pop.resident", "常住人口", "人"),
        Reported("org.beds", "床位数", "张"),
        Derived("org.beds_per_thousand", "每千人口床位数", "/千", "per(org.beds, pop.resident)"),
        Reported("perf.accidents", "重大医疗事故", "起"),
        Reported("perf.score", "考核得分", "分"),
        Reported("perf.satisfaction", "满意度", "%") with { OverUnits = OverUnits.None },
    ]);

    public static Formula Formula(string text)
    {
        var (formula, faults) = Model.Formulas.Formula.Read(text, Metrics);
        faults.Select(f => f.Message).ShouldBeEmpty();
        return formula!;
    }

    public static Condition Condition(string text)
    {
        var (condition, faults) = Model.Formulas.Condition.Read(text, Metrics);
        faults.Select(f => f.Message).ShouldBeEmpty();
        return condition!;
    }

    /// <summary>Figures of one bureau for 2024, from texts such as 'fin.spent 3万元', '上年 fin.spent 2万元' or 'fin.spent 功能=公共卫生 1万元'.</summary>
    public static IFigures Figures(params string[] texts) => Book(texts).View("局", 2024);

    /// <summary>The same as a book of facts; '单位：' before a text names another unit, whose own figure it then is.</summary>
    public static FactBook Book(params string[] texts) => new(texts.Select(Fact));

    private static Fact Fact(string text)
    {
        var (subject, basis) = ("局", Basis.Usual);
        if (text.Split('：') is [var unit, var rest]) (subject, basis, text) = (unit, Basis.Usual with { Scope = UnitScope.Own }, rest);
        var words = text.Split(' ').ToList();
        var year = words[0] == "上年" ? 2023 : 2024;
        if (year == 2023) words.RemoveAt(0);
        var member = words.Count == 3 ? Member.Parse(words[1]) : Member.All;
        var state = words[^1] switch { "不适用" => FactState.NotApplicable, "暂无数据" => FactState.NotAvailable, _ => FactState.Given };
        return new Fact
        {
            Key = new FactKey(subject, year, words[0], member, basis),
            State = state,
            Value = state == FactState.Given ? Amount.Parse(words[^1]) : null,
        };
    }

    private static Metric Reported(string code, string name, string unit) => new() { Code = code, Name = name, Unit = MeasureUnit.Parse(unit) };

    private static Metric Derived(string code, string name, string unit, string formula) =>
        Reported(code, name, unit) with { Expression = formula, OverUnits = OverUnits.Recompute, Home = MetricHome.Derived };
}
