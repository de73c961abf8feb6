using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;

namespace Jiheng.Model.Tests.Formulas;

public class EvaluatorTests
{
    [Theory]
    [InlineData("fin.spent + 5000元", "30000 + 5000")]
    [InlineData("pct(fin.spent, fin.budget)", "0.75")]
    [InlineData("fin.rate", "0.75")]
    [InlineData("change(fin.spent)", "0.5")]
    [InlineData("prev(fin.spent)", "20000")]
    [InlineData("fin.spent - fin.budget * 50 %", "10000")]
    [InlineData("-(fin.spent - fin.budget)", "10000")]
    [InlineData("fin.budget - fin.spent - fin.spent", "-20000")]
    [InlineData("fin.budget - (fin.spent - fin.spent)", "40000")]
    [InlineData("max(fin.spent, fin.budget, 1元)", "40000")]
    [InlineData("min(fin.spent, fin.budget)", "30000")]
    [InlineData("abs(fin.spent - fin.budget)", "10000")]
    public void A_formula_is_computed_exactly_in_base_units(string text, string expected)
    {
        var figures = Known.Figures("fin.spent 3万元", "fin.budget 4万元", "上年 fin.spent 2万元");
        var value = expected.Split(" + ").Sum(decimal.Parse);
        Evaluator.Evaluate(Known.Formula(text), figures).ShouldBe(Result.Of(value));
    }

    [Fact]
    public void Items_of_an_axis_are_summed_and_read_one_by_one()
    {
        var figures = Known.Figures("fin.spent 功能=公共卫生 1万元", "fin.spent 功能=行政管理 2万元", "fin.spent 来源=财政 9万元");
        Evaluator.Evaluate(Known.Formula("sum(fin.spent by 功能)"), figures).Value.ShouldBe(30000);
        Evaluator.Evaluate(Known.Formula("fin.spent[功能=公共卫生]"), figures).Value.ShouldBe(10000);
        Evaluator.Evaluate(Known.Formula("fin.spent[功能=教育]"), figures).Reason.ShouldBe("缺少：全年执行数");
        Evaluator.Evaluate(Known.Formula("sum(fin.spent by 经济)"), figures).State.ShouldBe(ResultState.Missing);
    }

    [Fact]
    public void What_was_not_reported_is_never_zero_and_is_named()
    {
        var result = Evaluator.Evaluate(Known.Formula("fin.rate"), Known.Figures("fin.spent 3万元"));
        result.State.ShouldBe(ResultState.Missing);
        result.Reason.ShouldBe("缺少：全年预算数");
        default(Result).IsComputed.ShouldBeFalse();
    }

    [Fact]
    public void All_that_is_missing_is_named() =>
        Evaluator.Evaluate(Known.Formula("fin.rate"), Known.Figures()).Reason.ShouldBe("缺少：全年执行数、全年预算数");

    [Fact]
    public void A_division_by_zero_is_not_zero_per_cent() =>
        Evaluator.Evaluate(Known.Formula("fin.rate"), Known.Figures("fin.spent 0万元", "fin.budget 0万元")).Reason.ShouldBe("分母为零，无法计算");

    [Fact]
    public void What_does_not_apply_is_said_so() =>
        Evaluator.Evaluate(Known.Formula("fin.rate"), Known.Figures("fin.spent 不适用", "fin.budget 3万元")).State.ShouldBe(ResultState.NotApplicable);

    [Fact]
    public void Missing_outweighs_not_applicable() =>
        Evaluator.Evaluate(Known.Formula("fin.rate"), Known.Figures("fin.spent 不适用")).State.ShouldBe(ResultState.Missing);

    [Fact]
    public void What_is_too_large_for_exact_arithmetic_is_said_so() =>
        Evaluator.Evaluate(Known.Formula("fin.spent / 0.000000001 / 0.000000001 / 0.000000001"), Known.Figures("fin.spent 99999999亿元")).Reason.ShouldBe("数值过大，无法精确计算");

    [Fact]
    public void A_rate_whose_parts_nobody_reports_stands_as_reported()
    {
        Evaluator.Evaluate(Known.Formula("staff.control_rate"), Known.Figures("staff.control_rate 95%")).Value.ShouldBe(0.95m);
        Evaluator.Evaluate(Known.Formula("staff.control_rate"), Known.Figures("staff.control_rate 95%", "staff.in_post 1人", "staff.quota 2人")).Value.ShouldBe(0.5m);
    }

    [Theory]
    [InlineData("fin.rate < 80 %", true)]
    [InlineData("fin.rate >= 75 %", true)]
    [InlineData("fin.rate > 75 %", false)]
    [InlineData("fin.spent = 3万元 and fin.budget = 40000元", true)]
    [InlineData("fin.spent = 1万元 or fin.budget = 40000元", true)]
    [InlineData("fin.spent != 3万元", false)]
    [InlineData("staff.quota > 0", null)]
    [InlineData("staff.quota > 0 and fin.spent > 0", null)]
    [InlineData("staff.quota > 0 and fin.spent < 0", false)]
    [InlineData("staff.quota > 0 or fin.spent > 0", true)]
    public void A_condition_holds_fails_or_cannot_be_told(string text, bool? expected) =>
        Evaluator.Holds(Known.Condition(text), Known.Figures("fin.spent 3万元", "fin.budget 4万元")).ShouldBe(expected);

    // Known figures of published reports and filled forms: how each rate comes out.
    [Theory]
    [InlineData("pct(19.8万元 + 1922.76万元 + 767.86万元 - 19.8万元, 19.8万元 + 1922.76万元 + 767.86万元)", "99.27")]
    [InlineData("pct(136人, 143人)", "95.10")]
    [InlineData("pct(813人, 800人)", "101.63")]
    [InlineData("pct(965人, 800人)", "120.63")]
    [InlineData("pct(849人, 919人)", "92.38")]
    [InlineData("pct(23377人, 35970人)", "64.99")]
    [InlineData("pct(19002人, 18638人)", "101.95")]
    [InlineData("pct(6568人, 7111人)", "92.36")]
    [InlineData("pct(2655人, 2935人)", "90.46")]
    public void Rates_round_half_away_from_zero(string text, string percent) =>
        Rounding.HalfUp(Evaluator.Evaluate(Known.Formula(text), Known.Figures()).Value * 100, 2).ShouldBe(decimal.Parse(percent));

    [Theory]
    [InlineData("3634.62万元 - 35.67万元 - 245万元 - 8.7万元 - 1313.95万元", "2031.30万元")]
    [InlineData("50998.18万元 - 47447.27万元 - 5832.55万元", "-2281.64万元")]
    [InlineData("120人 - 50人 - 1人 - 14人 - 56人", "-1人")]
    [InlineData("32953.63万元 - 352.61万元 - 566.05万元 - 270万元 - 7963.37万元 - 13279.44万元 - 701.72万元 - 32.49万元 - 313.4万元 - 55.88万元 - 3088.35万元 - 6316.51万元", "13.81万元")]
    [InlineData("32953.63万元 - 8720.09万元 - 24233.55万元", "-0.01万元")]
    public void What_a_sum_lacks_is_exact_to_the_cent(string text, string lacking) =>
        Evaluator.Evaluate(Known.Formula(text), Known.Figures()).Value.ShouldBe(Amount.Parse(lacking).Base);

    [Fact]
    public void Random_sums_and_rates_agree_with_the_same_sums_written_in_code()
    {
        var random = new Random(31);
        for (var round = 0; round < 500; round++)
        {
            var (a, b) = (random.Next(-1_000_000, 1_000_000) / 100m, random.Next(1, 1_000_000) / 100m);
            var figures = Known.Figures($"fin.spent {a}万元", $"fin.budget {b}元");
            Evaluator.Evaluate(Known.Formula("fin.spent + fin.budget"), figures).Value.ShouldBe(a * 10000 + b);
            Evaluator.Evaluate(Known.Formula("pct(fin.spent, fin.budget)"), figures).Value.ShouldBe(a * 10000 / b);
        }
    }
}
