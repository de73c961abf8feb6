using Jiheng.Model.Formulas;

namespace Jiheng.Model.Tests.Formulas;

public class TraceTests
{
    private static Trace Of(string formula, params string[] facts) => Trace.Of(Known.Formula(formula), Known.Figures(facts));

    [Fact]
    public void A_derived_metric_is_explained_by_its_formula_in_words_and_figures()
    {
        var trace = Of("staff.control_rate", "staff.in_post 28人", "staff.quota 34人");
        (trace.Words, trace.Numbers).ShouldBe(("在职人数 ÷ 编制数", "28人 ÷ 34人"));
        trace.Inputs.Select(i => (i.Name, i.Text, i.Year)).ShouldBe([("在职人数", "28人", 2024), ("编制数", "34人", 2024)]);
    }

    [Fact]
    public void Growth_names_last_years_figure()
    {
        var trace = Of("change(fin.spent)", "fin.spent 3万元", "上年 fin.spent 2.00万元");
        (trace.Words, trace.Numbers).ShouldBe(("(全年执行数 − 上年全年执行数) ÷ 上年全年执行数", "(3万元 − 2.00万元) ÷ 2.00万元"));
        trace.Inputs.Select(i => i.Year).ShouldBe([2024, 2023, 2023]);
    }

    [Fact]
    public void What_is_missing_stands_in_the_line() => Of("fin.rate", "fin.spent 3万元").Numbers.ShouldBe("3万元 ÷ 未填报");

    [Fact]
    public void Parentheses_stand_only_where_they_are_needed()
    {
        Of("fin.spent - (fin.budget - fin.spent)").Words.ShouldBe("全年执行数 − (全年预算数 − 全年执行数)");
        Of("(fin.spent - fin.budget) - fin.spent").Words.ShouldBe("全年执行数 − 全年预算数 − 全年执行数");
        Of("fin.spent / (fin.budget * 2)").Words.ShouldBe("全年执行数 ÷ (全年预算数 × 2)");
    }

    [Fact]
    public void Formulas_and_conditions_can_be_said_without_figures()
    {
        Known.Formula("fin.rate").Words.ShouldBe("全年执行数 ÷ 全年预算数");
        Known.Condition("prev(fin.budget) = 0 and fin.rate <= 80 %").Words.ShouldBe("上年全年预算数 = 0 且 预算执行率 ≤ 80%");
        Known.Condition("fin.budget != 0 or fin.spent > 3万元").Words.ShouldBe("全年预算数 ≠ 0 或 全年执行数 > 3万元");
    }

    [Fact]
    public void Items_of_an_axis_are_listed() =>
        Of("sum(fin.spent by 功能)", "fin.spent 功能=公卫 1万元", "fin.spent 功能=行政 2万元").Numbers.ShouldBe("(1万元 + 2万元)");

    [Fact]
    public void A_rate_that_stands_as_reported_is_shown_as_reported() =>
        Of("staff.control_rate", "staff.control_rate 95.10%").Numbers.ShouldBe("95.10%");
}
