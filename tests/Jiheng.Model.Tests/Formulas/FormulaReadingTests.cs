using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;

namespace Jiheng.Model.Tests.Formulas;

public class FormulaReadingTests
{
    [Theory]
    [InlineData("fin.spent + 3万元", "元")]
    [InlineData("pct(staff.in_post, staff.quota)", "比率")]
    [InlineData("fin.spent / pop.resident", "元/人")]
    [InlineData("fin.spent / pop.resident * staff.in_post", "元")]
    [InlineData("fin.spent * 50 %", "元")]
    [InlineData("change(fin.spent)", "比率")]
    [InlineData("fin.spent - 0", "元")]
    [InlineData("sum(fin.spent by 功能)", "元")]
    [InlineData("fin.spent[功能=公共卫生]", "元")]
    [InlineData("phs.records / pop.resident", "比率")]
    public void The_unit_of_the_result_follows_from_those_of_its_parts(string text, string dimension) =>
        Known.Formula(text).Dimension.ToString().ShouldBe(dimension);

    [Theory]
    [InlineData("fin.spent + staff.quota", FormulaFaultKind.UnitMismatch, 10, "单位不合：“元”与“人”不能相加。")]
    [InlineData("fin.spent * fin.spent", FormulaFaultKind.UnitMismatch, 10, "单位不合：“元”与“元”不能相乘。")]
    [InlineData("50 % / fin.spent", FormulaFaultKind.UnitMismatch, 5, "单位不合：“比率”与“元”不能相除。")]
    [InlineData("pct(fin.spent, staff.quota)", FormulaFaultKind.UnitMismatch, 0, "单位不合：“元”与“人”不能求百分比。")]
    [InlineData("min(fin.spent, staff.quota)", FormulaFaultKind.UnitMismatch, 0, "单位不合：“元”与“人”不能放在一起比大小。")]
    [InlineData("fin.spent + 3", FormulaFaultKind.UnitMismatch, 10, "单位不合：“元”与“比率”不能相加。")]
    [InlineData("fin.spnt / fin.budget", FormulaFaultKind.UnknownMetric, 0, "没有数据项“fin.spnt”。")]
    [InlineData("3万园 + fin.spent", FormulaFaultKind.UnknownUnit, 1, "不认识的计量单位“万园”。")]
    [InlineData("round(fin.spent)", FormulaFaultKind.UnknownFunction, 0, "没有函数“round”。可用：min、max、abs、prev、pct、per、change、sum。")]
    [InlineData("fin.spent +", FormulaFaultKind.Syntax, 11, "公式没有写完。")]
    [InlineData("fin.spent fin.budget", FormulaFaultKind.Syntax, 10, "此处不应出现“fin.budget”。")]
    [InlineData("(fin.spent", FormulaFaultKind.Syntax, 10, "此处应为“)”。")]
    [InlineData("pct(fin.spent)", FormulaFaultKind.Syntax, 0, "pct 应有 2 个参数，这里有 1 个。")]
    [InlineData("sum(fin.spent)", FormulaFaultKind.Syntax, 13, "sum 应写成 sum(数据项 by 轴)。")]
    [InlineData("fin.spent[公共卫生]", FormulaFaultKind.Syntax, 15, "分项应写成 [轴=分项]，例如 [功能=公共卫生]。")]
    [InlineData("fin.spent ; 3", FormulaFaultKind.Syntax, 10, "此处不应出现“;”。")]
    [InlineData("1.2.3 万元", FormulaFaultKind.Syntax, 0, "此处不应出现“1.2.3”。")]
    public void A_faulty_formula_is_told_with_its_place(string text, FormulaFaultKind kind, int position, string message)
    {
        var (formula, faults) = Formula.Read(text, Known.Metrics);
        formula.ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        (fault.Kind, fault.Position, fault.Message).ShouldBe((kind, position, message));
    }

    [Fact]
    public void All_unknown_names_are_told_at_once_with_the_nearest_ones() =>
        Formula.Read("pct(fin.spnt, fin.budgt)", Known.Metrics).Faults.Select(f => f.Nearest).ShouldBe(["fin.spent", "fin.budget"]);

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    [InlineData('1')]
    public void A_formula_without_end_is_refused_and_not_run_into(char repeated)
    {
        var text = repeated == '1' ? string.Join('+', Enumerable.Repeat("1", 50_000)) : new string(repeated, 100_000) + "1";
        Formula.Read(text, Known.Metrics).Faults.ShouldHaveSingleItem().Kind.ShouldBe(FormulaFaultKind.Syntax);
    }

    [Fact]
    public void Nesting_as_deep_as_people_write_is_read() => Known.Formula(new string('(', 30) + "fin.spent" + new string(')', 30)).Dimension.ShouldBe(Dimension.Money);

    [Theory]
    [InlineData("fin.rate < 80 % and fin.budget > 0")]
    [InlineData("fin.budget = 0 or staff.quota ≥ 3人")]
    [InlineData("fin.spent != prev(fin.spent)")]
    public void Conditions_compare_what_can_be_compared(string text) => Known.Condition(text).Source.ShouldBe(text);

    [Theory]
    [InlineData("fin.rate < 80 % and fin.budget > 0 or fin.spent > 0", "条件里 and 与 or 不能混用；请拆成两条。")]
    [InlineData("fin.rate", "此处应有比较符号 = != < <= > >=。")]
    [InlineData("fin.rate < 3人", "单位不合：“比率”与“人”不能比较。")]
    public void A_faulty_condition_is_told(string text, string message) =>
        Condition.Read(text, Known.Metrics).Faults.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void A_formula_names_what_it_reads_once_and_in_order()
    {
        Known.Formula("per(fin.spent - prev(fin.spent), fin.budget) + 3").Reads.Select(m => m.Code).ShouldBe(["fin.spent", "fin.budget"]);
        Known.Condition("fin.spent > 0 and fin.spent < fin.budget").Reads.Select(m => m.Code).ShouldBe(["fin.spent", "fin.budget"]);
    }
}
